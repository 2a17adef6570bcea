"""Site: pages to files on disk that any generator can read, and the generator itself."""
