"""Configuration of the servers that a hospital or a municipality has: nginx, IIS, or nginx in a container."""
