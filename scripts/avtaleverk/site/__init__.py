"""Site: from pages to files that any generator can read, and from its output to a site that can be published."""
