"""«Kjenner du avtalen?»: the self-test of a role."""

from dataclasses import dataclass
from hashlib import sha256

from avtaleverk.corpus.model import Document, Helsefellesskap, Question, Role
from avtaleverk.pages.addresses import document_path, href, sheet_path, test_path
from avtaleverk.pages.crumbs import way_to
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Crumb, Page
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import in_language, word

TEST_QUESTIONS = 10


@dataclass(frozen=True, slots=True)
class Test:
    """A question with its alternatives in the order shown, and where the answer stands."""

    text: str
    alternatives: tuple[str, ...]
    answer: str
    label: str
    href: str
    procedure: PageLink


def questions(documents: list[Document]) -> list[tuple[Document, Question]]:
    """A short test: one question from each of some documents, which are picked by a fixed rule."""
    asking = [(document, document.questions[0]) for document in documents if document.questions]
    return sorted(asking, key=lambda pair: sha256(pair[0].id.encode()).digest())[:TEST_QUESTIONS]


def self_test(edition: Edition, space: Helsefellesskap, role: Role, documents: list[Document]) -> Page:
    """The questions of the role's documents. Nothing is stored or sent."""
    here, language = test_path(space.id, role.id), space.language
    tests = [_test(edition, document, question, here) for document, question in questions(documents)]
    html = part("roles/selvtest", tests=tests, language=language)
    name = in_language(role, "name", language)
    return Page(
        here,
        word("selvtest", language),
        "selvtest",
        (Block(html),),
        f"{name}: {word('selvtest.hva', language)}",
        language,
        label=name,
        crumbs=(*way_to(space, language), Crumb(name, sheet_path(space.id, role.id))),
    )


def _test(edition: Edition, document: Document, question: Question, here: str) -> Test:
    target = edition.web.resolve(question.clause) if question.clause else None
    agreement = edition.corpus.document(target) if target else None
    label = (
        f"{agreement.short_title} {word('punkt', document.language)} {target.clause}" if agreement and target else ""
    )
    alternatives = sorted(
        (question.answer, *question.wrong), key=lambda a: sha256(f"{question.text}{a}".encode()).digest()
    )
    return Test(
        question.text,
        tuple(alternatives),
        question.answer,
        label,
        edition.link_to(target, here) if target else "",
        PageLink(document.title, href(here, document_path(document.reference))),
    )
