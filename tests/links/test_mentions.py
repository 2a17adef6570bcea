"""Mentions, measured on annotated text: the project's own, and sentences as other projects write them."""

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaleverk.corpus.model import Clause, Corpus, Document, Guide, Reference
from avtaleverk.corpus.outline import parse_body
from avtaleverk.examine import Examined
from avtaleverk.in_step import in_step
from avtaleverk.links.grammar import atoms
from avtaleverk.links.lexicon import Lexicons
from avtaleverk.links.mentions import mentions
from avtaleverk.links.names import Named, Target, inflected
from avtaleverk.pages.markup import marked as marked_tokens
from avtaleverk.pages.markup import mention_marks
from tests.conftest import Minimal

MARKED = Path(__file__).parent / "omtaler"
OURS = ("eget.txt", "grammatikk.txt")  # the project's own sentences, all of which must be read right
MARK = re.compile(r"\[\[(.+?)\|(.+?)\]\]")


class Found(NamedTuple):
    """A mention in a line: the words and where they lead."""

    start: int
    words: str
    target: str

    def agrees(self, others: "frozenset[Found]") -> bool:
        """Whether one of the others has the same target and overlaps the words."""
        end = self.start + len(self.words)
        return any(
            other.target == self.target and other.start < end and self.start < other.start + len(other.words)
            for other in others
        )


class Line(NamedTuple):
    """A sentence, the document it is taken to be in ("" is the guidance), and the mentions in it."""

    home: str
    text: str
    expected: frozenset[Found]


def marked(name: str) -> list[Line]:
    lines = (MARKED / name).read_text(encoding="utf-8").splitlines()
    return [_line(line) for line in lines if line and not line.startswith("#")]


def _line(line: str) -> Line:
    home, _, rest = line.partition(":")
    rest = rest.strip()
    text, expected = "", set()
    for i, part in enumerate(re.split(r"(\[\[.+?\]\])", rest)):
        if found := MARK.fullmatch(part) if i % 2 else None:
            expected.add(Found(len(text), found[1], found[2]))
        text += found[1] if found else part
    return Line(home, text, frozenset(expected))


@pytest.fixture(scope="module")
def corpus(content: Examined) -> Corpus:
    """The project's own corpus, with two agreements numbered as others number theirs."""
    real = content.corpus
    model = real.by_reference[Reference("innlandet", "da08")]
    others = [
        replace(model, id=id, number=number, reference=Reference("innlandet", id), body=parse_body("", 1))
        for id, number in (("da08-1", "8-1"), ("da-d2", "d2"))
    ]
    return real._replace(documents=[*real.documents, *others])


def read(corpus: Corpus, lines: list[Line]) -> list[tuple[Line, frozenset[Found]]]:
    """What is found in each line."""
    known = Lexicons(corpus)
    clauses = {clause.reference: clause for document in corpus.documents for clause in document.clauses}
    return [(line, _read(corpus, line, known, clauses)) for line in lines]


def _read(corpus: Corpus, line: Line, known: Lexicons, clauses: dict[Reference, Clause]) -> frozenset[Found]:
    space, _, id = line.home.partition("/")
    source: Document | Guide
    if line.home:
        document = corpus.by_reference[Reference(space, id)]
        body = parse_body(line.text, 1)
        source = replace(document, body=replace(body, sections=document.body.sections))
    else:
        source = Guide("docs/x.md", "", "", "nb", parse_body(line.text, 1))
    found = in_step([mentions(source, known[space], clauses)])[0].found
    return frozenset(Found(m.start, m.text, _name(m.target, space)) for ms in found.values() for m in ms)


def _name(target: Target, space: str) -> str:
    if isinstance(target, Named):
        return f"{target.register}:{target.entry}"
    return str(target).removeprefix(f"{space}/")


@pytest.mark.parametrize("name", sorted(path.name for path in MARKED.glob("*.txt")))
def test_precision_and_recall(corpus: Corpus, name: str) -> None:
    results = read(corpus, marked(name))
    too_many = [(line.text, one) for line, found in results for one in found if not one.agrees(line.expected)]
    missing = [(line.text, one) for line, found in results for one in line.expected if not one.agrees(found)]
    found_all, expected_all = sum(len(f) for _, f in results), sum(len(line.expected) for line, _ in results)
    assert len(too_many) / found_all <= (0 if name in OURS else 0.01), too_many
    assert len(missing) / expected_all <= (0 if name in OURS else 0.05), missing


def test_ambiguous_is_not_guessed(minimal: Minimal) -> None:
    minimal.with_("overordnet/os.md", nummer='"5"')
    minimal.replace("prosedyrer/p-varsel.md", "Pasienten er innlagt", "Etter avtale nr. 5 er pasienten innlagt")
    web = minimal.web()
    assert web.mentions["agreements/prove/prosedyrer/p-varsel.md"].unclear == ()
    minimal.write("delavtaler/da06.md", _renumbered(minimal))
    [unclear] = minimal.web().mentions["agreements/prove/prosedyrer/p-varsel.md"].unclear
    assert (unclear.doubt, unclear.choices) == ("uklar", ("prove/da05", "prove/da06"))


def _renumbered(minimal: Minimal) -> str:
    return minimal.path("delavtaler/da05.md").read_text(encoding="utf-8").replace("id: da05", "id: da06")


@pytest.mark.parametrize(
    "text",
    [
        "### Delavtale 5",
        "> Delavtale 5 gjelder.",
        "`delavtale 5`",
        "```\ndelavtale 5\n```",
        "[delavtale 5](https://example.no)",
        "**Delavtale 5:** Les den.",
    ],
)
def test_what_belongs_to_its_writer_is_left_alone(minimal: Minimal, text: str) -> None:
    minimal.replace("prosedyrer/p-varsel.md", "Pasienten er innlagt", f"{text}\n\nPasienten er innlagt")
    assert minimal.web().mentions["agreements/prove/prosedyrer/p-varsel.md"].found == {}


def test_a_mention_is_a_link_on_the_page_and_a_back_link_on_the_clause(minimal: Minimal) -> None:
    minimal.replace(
        "prosedyrer/p-varsel.md", "Pasienten er innlagt", "Delavtale 5\npunkt 2 gjelder. Pasienten er innlagt"
    )
    pages = minimal.pages()
    html = "".join(block.html for block in pages["prove/p-varsel"].blocks)
    assert '<a class="omtale" href="../da05/#2">Delavtale 5\npunkt 2</a> gjelder.' in html
    clause = next(b for b in pages["prove/da05"].blocks if b.heading and b.heading.anchor == "2")
    assert "Varsle kommunen innen 24 timer" in clause.html


def test_weaving_leaves_the_shared_tokens_as_they_were(minimal: Minimal) -> None:
    minimal.replace("prosedyrer/p-varsel.md", "Pasienten er innlagt", "Delavtale 5 gjelder. Pasienten er innlagt")
    examined = minimal.examine()
    body = examined.corpus.by_reference[Reference("prove", "p-varsel")].body
    before = [token.as_dict() for token in body.tokens]
    marked_body = marked_tokens(
        body, mention_marks(body, examined.web.mentions["agreements/prove/prosedyrer/p-varsel.md"])
    )
    assert marked_body.tokens != body.tokens
    assert [token.as_dict() for token in body.tokens] == before


@given(st.text(alphabet="delavtarTA punkt§.,-0123456789 \n«»() og i", max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    for atom in atoms(text):
        assert all(atom.start <= part.start < part.end <= len(text) for part in atom.parts)


def test_a_document_tells_who_names_it(minimal: Minimal) -> None:
    minimal.replace("prosedyrer/p-varsel.md", "Pasienten er innlagt", "Delavtale 6 gjelder. Pasienten er innlagt")
    other = minimal.path("delavtaler/da05.md").read_text(encoding="utf-8").replace("id: da05", "id: da06")
    minimal.write("delavtaler/da06.md", other.replace('nummer: "5"', 'nummer: "6"'))
    [block] = [b for b in minimal.pages()["prove/da06"].blocks if b.heading and b.heading.anchor == "nevnt"]
    assert 'href="../p-varsel/"' in block.html
    assert not [b for b in minimal.pages()["prove/da05"].blocks if b.heading and b.heading.anchor == "nevnt"]


def test_the_definite_form_of_a_name_may_have_a_preposition() -> None:
    assert ("faglige", "samarbeidsutvalget", "for", "utskrivning") in inflected("Faglig samarbeidsutvalg utskrivning")
