"""The address of every kind of page, and the relative link from one page to another."""

from posixpath import relpath

from avtaleverk.corpus.files import GUIDANCE
from avtaleverk.corpus.model import Reference
from avtaleverk.links.names import Named

# First parts of addresses that belong to the site itself; no helsefellesskap and no document may be called this.
RESERVED = frozenset({
    "lov", "rolle", "frister", "meldinger", "ordliste", "sok", "a-aa", "regler", "assets", "akutt", "gruppe", "fase",
    "kart", "prinsipper", "kontakter", "kilder", "satser", "drift", "index", "404",
})  # fmt: skip

# What the generator takes for the page of the folder itself, in any folder.
FOLDER_PAGES = frozenset({"index", "README"})

# The schemes that a link out of the site may have.
OUTSIDE = ("https", "http", "mailto", "tel")

# Second parts of addresses, below a helsefellesskap.
ROLE, ORGANS, OVERVIEWS, KOMMUNE, SELF_TEST = "rolle", "organer", "oversikt", "kommune", "kjenner-du-avtalen"
SITUATIONS = {"faser": "fase", "pasientgrupper": "gruppe"}
# The start of the address of a binder there; no document id may start with it.
BINDER = "perm-"

_BELOW = frozenset({ROLE, ORGANS, OVERVIEWS, KOMMUNE, SELF_TEST, *SITUATIONS.values()})


def belongs_to_site(id: str) -> bool:
    """Whether an address below a helsefellesskap is the site's own, so that no document may have it."""
    return id in _BELOW or id in FOLDER_PAGES or id.startswith(BINDER)


def document_path(reference: Reference) -> str:
    """The page of a document: `innlandet/da05`."""
    return f"{reference.helsefellesskap}/{reference.document}"


def guide_path(source: str) -> str:
    """The page of a guidance file: `docs/veiledning/x.md` → `veiledning/x`."""
    return source.removeprefix(f"{GUIDANCE}/").removesuffix(".md").removesuffix("/index")


def law_path(law: str) -> str:
    """The page of a law point."""
    return f"lov/{law}"


def role_path(role: str) -> str:
    """The page of a role."""
    return f"{ROLE}/{role}"


def situation_path(register: str, id: str) -> str:
    """The page of a phase or a patient group: `fase/utskrivning`."""
    return f"{SITUATIONS[register]}/{id}"


def sheet_path(space: str, role: str) -> str:
    """The sheet of a role, below a helsefellesskap."""
    return f"{space}/{role_path(role)}"


def organs_path(space: str) -> str:
    """The page of the organs of a helsefellesskap."""
    return f"{space}/{ORGANS}"


def overview_path(space: str, name: str = "") -> str:
    """An overview of a helsefellesskap, or the entrance to them."""
    return f"{space}/{OVERVIEWS}/{name}".rstrip("/")


def kommune_path(space: str, kommune: str) -> str:
    """The page of a kommune, below a helsefellesskap."""
    return f"{space}/{KOMMUNE}/{kommune}"


def test_path(space: str, role: str) -> str:
    """The self-test of a role, below a helsefellesskap."""
    return f"{space}/{SELF_TEST}/{role}"


def binder_path(space: str, entry: str) -> str:
    """The binder of a role or a phase, below a helsefellesskap."""
    return f"{space}/{BINDER}{entry}"


def entry(named: Named, here: str) -> str:
    """The address of a register entry from the page `here`."""
    if named.register == "lovkrav":
        return href(here, law_path(named.entry))
    if named.register == "organ":
        return href(here, organs_path(named.space), named.entry)
    return href(here, named.register, named.entry)


def href(here: str, there: str, anchor: str = "") -> str:
    """The relative address from the page `here` to the page `there`, so that the site works under any path."""
    fragment = f"#{anchor}" if anchor else ""
    if here == there:
        return fragment or "./"
    way = relpath(f"/{there}", f"/{here}")
    return f"{way}/{fragment}"


def asset(here: str, path: str) -> str:
    """The relative address from the page `here` to the file `path`."""
    return relpath(f"/{path}", f"/{here}")
