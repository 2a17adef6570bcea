"""Publishing: a site becomes a release, a release becomes the current one, and readers see nothing in between.

TARGET/current          what the server shows: a symbolic link, or the release itself where links are not available
TARGET/releases/<id>    whole releases, the newest last; a name that starts with a dot is not whole
TARGET/server/          configuration of nginx and of a container, made for this target
"""
