"""Configuration for the servers that hospitals and municipalities have: nginx, IIS, or nginx in a container."""
