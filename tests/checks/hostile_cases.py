"""Hostile and careless files, each with the finding that must come of it. Those whose text is hostile, and the innocent ones,
are in `hostile_texts.py`.

A case says what is done to the small faultless corpus, and which codes must be among the findings for that file.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.conftest import Minimal

NEW = "prosedyrer/p-ny.md"
FRONT = """---
id: p-ny
tittel: Varsle kommunen om innlagt pasient
type: prosedyre
sammendrag: Sykepleieren varsler tildelingskontoret innen 24 timer.
sprak: nb
status: gjeldende
versjon: "1.0"
gyldig_fra: 2026-01-01
hjemmel: [da05#3.1]
vedtak:
  - {organ: fsu, droftet: 2025-10-01, dato: 2025-11-01, sak: 4/2025}
gjennomgang:
  - {dato: 2026-06-01, av: FSU, konklusjon: Videreføres.}
eier_kommune: samhandlingskoordinator
eier_hf: samhandlingsradgiver
roller: [sykepleier-sengepost]
faser: [utskrivning]
ansvar: helseforetak
---
"""
BODY = """
## Når gjelder dette?

Pasienten er innlagt. ORD

## Ansvar

- **Helseforetaket** sender varselet.

## Slik gjør du

1. **Sykepleier på sengepost:** Send varselet.

## Når kan du fravike?

Når pasienten ikke vil ha hjelp.
"""
WHOLE = FRONT + BODY.replace(" ORD", "")


@dataclass(frozen=True)
class Case:
    """What is done, and the codes that must be found in `path`; `line` when it matters."""

    name: str
    do: Callable[[Minimal], object]
    codes: frozenset[str]
    path: str = f"agreements/prove/{NEW}"
    line: int = 0


def whole(name: str, content: str | bytes, *codes: str, path: str = NEW, line: int = 0) -> Case:
    """A whole file."""
    at = path if path.startswith(("agreements/", "docs/")) else f"agreements/prove/{path}"
    return Case(name, lambda corpus: corpus.write(path, content), frozenset(codes), at, line)


def text(name: str, words: str, *codes: str) -> Case:
    """Words in the text of a document that is otherwise faultless."""
    return whole(name, FRONT + BODY.replace("ORD", words), *codes)


def field(name: str, line: str, *codes: str) -> Case:
    """One more line, or another one, in the front matter."""
    key = line.split(":")[0]
    kept = [one for one in FRONT.splitlines() if not one.startswith(f"{key}:")]
    return whole(name, "\n".join([*kept[:-1], line, "---"]) + BODY.replace(" ORD", ""), *codes)


YAML = [
    whole("bomb of aliases", FRONT.replace("tittel: ", "tittel: &a ") + BODY, "AV005", line=3),
    field("alias", "sokeord: [*a, *a]", "AV005"),
    field("billion laughs", "sokeord: &b [x, x]\nroller: [*b, *b]", "AV005"),
    field("tag", "tittel: !!python/object/apply:os.system [ls]", "AV005"),
    field("local tag", "tittel: !ny Varsle", "AV005"),
    field("its own successor", "erstatter: [p-ny]", "AV406"),
    field("half of a letter", 'tittel: "\\ud800"', "AV003"),
    field("deep flow", "sokeord: " + "[" * 50 + "]" * 50, "AV005"),
    field("very deep flow", "sokeord: " + "[" * 9_000, "AV005"),
    field("very deep mapping", "sokeord: " + "{" * 9_000, "AV005"),
    field("very deep dashes", "sokeord:\n  " + "- " * 9_000 + "x", "AV005"),
    field("very deep questions", "? " * 9_000 + "x", "AV005"),
    field("duplicate key", "id: p-ny\nid: p-ny2", "AV004"),
    field("duplicate key in record", "unntak: [{regel: AV605, regel: AV606, grunn: x, til: 2027-01-01}]", "AV004"),
    field("tab as indent", "vedtak:\n\t- {organ: fsu}", "AV003"),
    field("unquoted colon", "tittel: Varsel: innen 24 timer", "AV003"),
    field("open quote", 'tittel: "Varsle kommunen', "AV003"),
    field("open bracket", "sokeord: [a, b", "AV003"),
    field("list where a word belongs", "tittel: [a]", "AV103"),
    field("mapping where a word belongs", "tittel: {a: b}", "AV103"),
    field("word where a record belongs", "unntak: AV605", "AV103"),
    field("key that is a list", "[a, b]: c", "AV003"),
    field("merge key", "<<: {id: p-annen}", "AV005"),
    field("comma in flow value", "unntak: [{regel: AV605, grunn: ja, men nei, til: 2027-01-01}]", "AV103"),
    field("number with zero", "versjon: 0301 og mer enn tolv tegn", "AV103"),
    field("no as language", "sprak: no", "AV103"),
    field("impossible date", "gyldig_fra: 2026-02-30", "AV103"),
    field("norwegian date", "gyldig_fra: 01.02.2026", "AV103"),
    field("date of another calendar", "gyldig_fra: ２０２６-01-01", "AV103"),
    field("empty title", 'tittel: ""', "AV103"),
    field("title too long", f"tittel: {'x' * 121}", "AV103"),
    field("id with path", "id: ../../etc/passwd", "AV105"),
    field("id with æ", "id: p-æ", "AV105"),
    field("id that no folder of Windows can have", "id: con", "AV105"),
    field("id of sixty-one", f"id: {'a' * 61}", "AV105"),
    field("type that looks like another", "type: prosedуre", "AV707"),
    field("two documents in one", "tittel: a\n...\nid: b", "AV003"),
    field("directive", "%YAML 9.9", "AV003"),
    field("unknown field", "eierhf: x", "AV102"),
    whole("fence never closed", FRONT.rstrip("-\n") + "\n" + BODY, "AV002"),
    whole("fence with four dashes", FRONT.replace("---\n", "----\n") + BODY, "AV002", line=1),
    whole("blank line before the fence", "\n" + WHOLE, "AV002", line=1),
    whole("only a fence", "---\n", "AV002"),
    whole("empty front matter", "---\n---\n" + BODY, "AV003"),
    whole("empty file", "", "AV002"),
    whole("front matter is a list", "---\n- a\n---\n" + BODY, "AV003"),
    whole("front matter too large", FRONT.replace("---\n", "---\nsokeord: [" + "ord, " * 15_000 + "x]\n", 1) + BODY, "AV006"),
    whole("json instead", '{"id": "p-ny"}', "AV002"),
    whole("register is a list", "- a\n", "AV003", path="agreements/register/tema.yml", line=1),
    whole("register with bomb", "a: &a {navn: A}\nb: *a\n", "AV005", path="agreements/register/tema.yml", line=1),
    whole("register nested", "a: " + "{b: " * 300, "AV005", path="agreements/register/tema.yml"),
    *(
        whole(
            f"glossary with the word {word}", f"regnskap:\n  nb: ['{word}']\n  forklaring: Ord.\n", "AV103",
            path="agreements/register/ordliste.yml", line=2,
        )
        for word in ("i", "[", "(a+)+$", "<b>")
    ),
    whole("register empty", "", "AV003", path="agreements/register/tema.yml"),
]  # fmt: skip

ENCODINGS = [
    whole("latin-1", WHOLE.encode("latin-1"), "AV001"),
    whole("windows-1252", WHOLE.replace("innlagt.", "innlagt – “ja”").encode("cp1252"), "AV001"),
    whole("utf-16", WHOLE.encode("utf-16"), "AV001"),
    whole("utf-16 without mark", WHOLE.encode("utf-16-le"), "AV001", "AV007"),
    whole("utf-32", WHOLE.encode("utf-32"), "AV001"),
    whole("surrogate", WHOLE.replace("innlagt.", "\ud800").encode("utf-8", "surrogatepass"), "AV001"),
    whole("overlong", WHOLE.encode() + b"\xc0\xaf", "AV001"),
    whole("cut in the middle of a letter", WHOLE.encode() + "å".encode()[:1], "AV001"),
    text("NUL", "\x00", "AV007"),
    text("escape sequence", "\x1b[2Jborte", "AV007"),
    text("backspace", "ja\x08\x08nei", "AV007"),
    text("C1 control", "\x85", "AV007"),
    text("line separator", "\u2028", "AV007"),
    text("form feed", "\x0c", "AV007"),
    whole("a register of bytes", bytes(range(256)) * 4, "AV001", path="agreements/register/lovkrav.yml"),
    whole("a picture called .md", b"\x89PNG\r\n\x1a\n\x00\x00", "AV001"),
]

NAMES = [
    Case(
        "case twin", lambda c: c.write("prosedyrer/P-Varsel.md", WHOLE), frozenset({"AV012"}), "agreements/prove/prosedyrer/P-Varsel.md"
    ),
    Case(
        "normal form twin",
        lambda c: (c.write("prosedyrer/p-\u00e5.md", WHOLE), c.write("prosedyrer/p-a\u030a.md", WHOLE.replace("p-ny", "p-ny2"))),
        frozenset({"AV012"}), "agreements/prove/prosedyrer/p-a\u030a.md",
    ),
    Case(
        "named after a person",
        lambda c: (c.write("prosedyrer/p-17822999069.md", WHOLE), c.write("17822999069/p-ny.md", "uten felt")),
        frozenset({"AV701"}), "agreements/prove/prosedyrer",
    ),
    whole("reserved by Windows", WHOLE, "AV011", path="prosedyrer/con.md"),
    whole("reserved with extension", WHOLE, "AV011", path="prosedyrer/lpt1.x.md"),
    whole("colon", WHOLE, "AV011", path="prosedyrer/p:ny.md"),
    whole("question mark", WHOLE, "AV011", path="prosedyrer/p-ny?.md"),
    whole("pipe", WHOLE, "AV011", path="prosedyrer/a|b.md"),
    whole("newline", WHOLE, "AV011", path="prosedyrer/p\nny.md"),
    whole("escape", WHOLE, "AV011", path="prosedyrer/p\x1b[31m.md"),
    whole("right-to-left", WHOLE, "AV011", path="prosedyrer/p-\u202edm.md"),
    whole("trailing dot", "x", "AV011", "AV010", path="prosedyrer/p-ny."),
    whole("leading space", WHOLE, "AV011", path="prosedyrer/ p-ny.md"),
    whole("space and letters", WHOLE, "AV011", path="prosedyrer/p ny å.md"),
    whole("very long", WHOLE, "AV011", path=f"prosedyrer/{'p' * 150}.md"),
    whole("upper-case extension", WHOLE, "AV010", path="prosedyrer/p-ny.MD"),
    whole("other extension", WHOLE, "AV010", path="prosedyrer/p-ny.markdown"),
    whole("html", "<script>alert(1)</script>", "AV010", path="prosedyrer/p-ny.html"),
    whole("svg", "<svg onload=alert(1)>", "AV010", path="prosedyrer/p-ny.svg"),
    whole("program", b"MZ\x00\x00", "AV010", path="prosedyrer/p-ny.exe"),
    whole("python", "import os", "AV010", path="prosedyrer/conftest.py"),
    whole("hidden", "x", "AV010", path=".gitattributes"),
    whole("editor copy", WHOLE, "AV010", path="prosedyrer/p-ny.md~"),
    whole("unknown register", "a: b", "AV010", path="agreements/register/annet.yml"),
    whole("at the root", WHOLE, "AV010", path="agreements/p-ny.md"),
    Case(
        "folder with a bad name", lambda c: c.write("agreements/Østfold/p-ny.md", WHOLE), frozenset({"AV105"}), "agreements/Østfold"
    ),
]  # fmt: skip

SIZES = [
    whole("fifty megabytes", b"x" * 50_000_000, "AV006"),
    text("line of a million", "x" * 900_000, "AV006"),
    text("line of thirty thousand", "x " * 15_000, "AV006"),
    text("many lines", "x\n" * 600_000, "AV006"),
]


def _link(target: str, name: str = NEW) -> Callable[[Minimal], object]:
    return lambda corpus: corpus.path(name).symlink_to(target)


LINKS = [
    Case("link to a sibling", _link("p-varsel.md"), frozenset({"AV009"})),
    Case("link outside", _link("/etc/passwd"), frozenset({"AV009"})),
    Case("link upwards", _link("../../../../../etc/hostname"), frozenset({"AV009"})),
    Case("broken link", _link("finnes-ikke.md"), frozenset({"AV009"})),
    Case("link to itself", _link("p-ny.md"), frozenset({"AV009"})),
    Case("link to a folder", _link("..", "prosedyrer/opp"), frozenset({"AV009"}), "agreements/prove/prosedyrer/opp"),
    Case("link to the root", _link("/", "rot"), frozenset({"AV009"}), "agreements/prove/rot"),
    Case("link as a helsefellesskap", _link("prove", "agreements/annen"), frozenset({"AV009"}), "agreements/annen"),
    Case("link to a device", _link("/dev/zero"), frozenset({"AV009"})),
]

PATHOLOGICAL = [
    whole(f"pathological {shape!r}", FRONT + BODY + (shape + "\n") * (150_000 // (len(shape) + 1)))
    for shape in ("[" * 5000, "![" * 2500, "*_" * 2500, "- [ ] a", "a\n: b", "> " * 40, "`a" * 900, "|a|b|\n|-|-|", "&" * 5000)
] + [
    whole("thirty thousand brackets", FRONT + BODY + "[" * 19_999),
    whole("a million blank lines", FRONT + BODY + "\n" * 900_000),
    whole("nested lists", FRONT + BODY + "".join("  " * n + "- a\n" for n in range(150))),
    whole("nested quotes", FRONT + BODY + ">" * 15_000 + " a"),
    whole("many footnotes", FRONT + BODY + "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(900))),
]  # fmt: skip

HOSTILE_FILES = [*YAML, *ENCODINGS, *NAMES, *SIZES, *LINKS]
