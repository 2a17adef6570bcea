"""The search without a server: a page opened from a folder may load scripts but fetch nothing."""

from base64 import b64encode
from collections.abc import Mapping


def as_scripts(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """For each piece of an index (`….bin`, `….json`) a script beside it that hands over the same bytes."""
    return {
        f"{path}.js": f'avtaleverkSokFil("{path.rsplit("/", 1)[-1]}","{b64encode(data).decode()}")\n'.encode()
        for path, data in files.items()
        if path.endswith((".bin", ".json"))
    }
