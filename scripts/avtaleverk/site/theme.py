"""What our theme takes from Material: its stylesheets, by the hashed names of the installed version."""

from importlib.util import find_spec
from pathlib import Path


def material_stylesheets() -> list[str]:
    """The addresses of Material's stylesheets below the site root."""
    spec = find_spec("material")
    folder = Path(next(iter(spec.submodule_search_locations or []))) if spec else Path()
    found = sorted((folder / "templates/assets/stylesheets").glob("*.min.css"))
    return [f"assets/stylesheets/{path.name}" for path in found]
