"""How findings are written out, a module a format."""
