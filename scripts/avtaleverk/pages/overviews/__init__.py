"""The overviews for leaders and secretariats: tables and maps of a whole helsefellesskap."""
