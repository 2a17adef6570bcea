"""Publishing: a site becomes a release, a release becomes the current one, and nothing in between is ever seen.

TARGET/current          what the server shows: a symbolic link, or the release itself where links are not to be had
TARGET/releases/<id>    whole releases, the newest last; a name that starts with a dot is not whole
TARGET/server/          configuration of nginx and of a container, made for this target
"""
