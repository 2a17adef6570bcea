"""What all pages of an edition are made from: the content on a day, and the lookups that page functions share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from markupsafe import Markup, escape

from avtaleverk.corpus.model import EVERYONE, Corpus, Document, Helsefellesskap, Language, Reference, Role
from avtaleverk.corpus.outline import Body, Section
from avtaleverk.corpus.steps import PARTIES
from avtaleverk.links.glossary import Glossary, glossary
from avtaleverk.links.names import Target
from avtaleverk.links.web import Web, text_target
from avtaleverk.pages.addresses import OUTSIDE, document_path, entry, guide_path, href
from avtaleverk.pages.crumbs import way_to
from avtaleverk.pages.markup import marked, mention_marks, render
from avtaleverk.pages.meanings import Explained, explained
from avtaleverk.pages.page import Crumb
from avtaleverk.pages.words import in_language, lower_first, word


@dataclass(frozen=True)
class Edition:
    """The corpus, its web and the day, with the lookups that pages share."""

    corpus: Corpus
    web: Web
    today: date

    @cached_property
    def by_path(self) -> dict[str, Document]:
        """The documents by the path of their file."""
        return {document.path: document for document in self.corpus.documents}

    @cached_property
    def guide_paths(self) -> frozenset[str]:
        """The files of the guidance."""
        return frozenset(guide.path for guide in self.corpus.guides)

    @cached_property
    def _roles_by_name(self) -> dict[str, Role]:
        names: dict[str, Role] = {}
        for role in self.corpus.registers.roller.entries.values():
            for name in role.names:
                names[name.casefold()] = role
        return names

    @cached_property
    def frontline(self) -> tuple[Role, ...]:
        """The roles that meet patients and have an entrance of their own."""
        return tuple(role for role in self.corpus.registers.roller.entries.values() if role.frontline)

    @cached_property
    def _standing(self) -> dict[tuple[str, str], list[Document]]:
        standing: dict[tuple[str, str], list[Document]] = {}
        for document in self.corpus.documents:
            if document.status != "utgatt":
                key = (document.home, self.corpus.world_of(document))
                standing.setdefault(key, []).append(document)
        return standing

    def documents(self, space: Helsefellesskap, world: str) -> list[Document]:
        """The documents of a helsefellesskap in one of the two worlds, without those that have ended."""
        return self._standing.get((space.id, world), [])

    def role(self, role: str, language: Language) -> str:
        """A role's name; its id when the register lacks it."""
        return self.corpus.role_name(role, language)

    def type_name(self, kind: str, language: Language) -> str:
        """What a type of document is called; its id when the register lacks it."""
        found = self.corpus.registers.typer.entries.get(kind)
        return in_language(found, "name", language) if found else kind

    def listed_roles(self, roles: tuple[str, ...], language: Language) -> str:
        """The names of roles in a running list: only the first keeps its capital, abbreviations keep theirs."""
        names = [self.role(role, language) for role in roles]
        return ", ".join([*names[:1], *(lower_first(name) for name in names[1:])])

    def twofold(self, bokmål: str, nynorsk: str) -> Markup:
        """Words on a page for all: the browser shows those of the reader's workplace, when some of them are nynorsk."""
        spaces = self.corpus.helsefellesskap.values()
        if bokmål == nynorsk or all(space.language != "nn" for space in spaces):
            return escape(bokmål)
        return Markup('<span data-nn="{}">{}</span>').format(nynorsk, bokmål)

    def party(self, party: str, document: Document) -> str:
        """A party's name, also of all kommuner and of a region."""
        if party == EVERYONE:
            return f"{word('parter.alle', document.language)} ({len(self.corpus.space_of(document).kommuner)})"
        if region := self.corpus.space_of(document).regions.get(party):
            return region.name
        return self.corpus.party_name(party)

    def role_called(self, name: str) -> Role | None:
        """The role with the name; None for a party, and for an unknown name."""
        return self._roles_by_name.get(name.casefold())

    def side_of(self, actor: str) -> str:
        """The side of a step's actor: "kommune", "helseforetak", "andre" or "begge" (also when unknown); "" without actor."""
        if not actor:
            return ""
        role = self.role_called(actor)
        return PARTIES.get(actor.casefold()) or (role.side if role else "begge")

    def is_current(self, document: Document) -> bool:
        """Whether the document is in force today: decided, started and not ended."""
        return not self.not_current(document)

    def not_current(self, document: Document) -> str:
        """Why a document is not in force today: "utgatt" (ended), "utkast" (not decided), "kommer" (not yet) or "ute" (past
        its last day); "" when it is."""
        if document.status != "gjeldende":
            return "utgatt" if document.status == "utgatt" else "utkast"
        if document.valid_from and document.valid_from > self.today:
            return "kommer"
        return "ute" if document.valid_to and document.valid_to < self.today else ""

    def title(self, reference: Reference) -> str:
        """A document's title; the address itself when there is no such document."""
        found = self.corpus.document(reference)
        return found.title if found else str(reference)

    def link_to(self, reference: Reference, here: str) -> str:
        """The address of a document or clause from the page `here`; "" when it does not exist."""
        target = self.web.resolve(reference)
        found = self.corpus.document(target)
        return href(here, document_path(found.reference), target.clause) if found else ""

    @cached_property
    def _former(self) -> dict[Reference, list[str]]:
        found: dict[Reference, list[str]] = {}
        for old, new in self.web.former.now.items():
            if old.clause and old.whole == new.whole:
                found.setdefault(new, []).append(old.clause)
        return found

    def former_numbers(self, clause: Reference) -> list[str]:
        """The former numbers of the clause."""
        return self._former.get(clause, [])

    def resolver(self, source: str, here: str) -> Callable[[str], str]:
        """How links written in the file `source` are resolved on the page `here`."""

        def resolve(address: str) -> str:
            parts = urlsplit(address)
            if parts.scheme:
                return address if parts.scheme in OUTSIDE else ""
            if target := text_target(source, address, self.by_path):
                return self.link_to(target, here)
            file = normpath(f"{source}/../{unquote(parts.path)}") if parts.path else source
            return href(here, guide_path(file), unquote(parts.fragment)) if file in self.guide_paths else ""

        return resolve

    def lead(self, here: str) -> Callable[[Target], str]:
        """How mentions in the text are resolved on the page `here`."""
        return lambda target: self.link_to(target, here) if isinstance(target, Reference) else entry(target, here)

    @cached_property
    def _linked(self) -> dict[str, Body]:
        return {}

    def linked(self, source: str, body: Body) -> Body:
        """The body of the file `source` with its mentions as links, woven once however many pages show it."""
        if source not in self._linked:
            self._linked[source] = marked(body, mention_marks(body, self.web.mentions[source]))
        return self._linked[source]

    @cached_property
    def _glossaries(self) -> dict[Language, Glossary]:
        return {language: glossary(self.corpus, language) for language in ("nb", "nn")}

    @cached_property
    def _explained(self) -> dict[str, Explained]:
        return {}

    def explained(self, source: str, body: Body, language: Language) -> Explained:
        """The body of the file `source` as its own page shows it: mentions as links, words with their meaning."""
        if source not in self._explained:
            self._explained[source] = explained(self.linked(source, body), self._glossaries[language])
        return self._explained[source]

    def html(self, source: str, body: Body, section: Section, here: str, *, steps: bool = False) -> Markup:
        """The HTML of what is under a heading."""
        home, language = self._home_of(source)
        body = self.explained(source, body, language).body if home == here else self.linked(source, body)
        resolve, side = self.resolver(source, here), self.side_of if steps else None
        return render(body, body.tokens_of(section), resolve, side, self.lead(here))

    def _home_of(self, source: str) -> tuple[str, Language]:
        """The address and the language of the page that the file `source` becomes."""
        if document := self.by_path.get(source):
            return document_path(document.reference), document.language
        return guide_path(source), "nb"

    def crumbs_of(self, document: Document) -> tuple[Crumb, ...]:
        """The way to a document: front page, helsefellesskap, and for an agreement what it stands under."""
        space = self.corpus.space_of(document)
        crumbs: list[Crumb] = [*way_to(space, document.language)]
        if document.parent and (parent := self.corpus.document(document.parent)):
            crumbs.append(Crumb(parent.short_title, document_path(parent.reference)))
        return tuple(crumbs)


def citation(edition: Edition, document: Document, clause: str = "") -> str:
    """What to write in an avvik: "Innlandet DA05 pkt. 4.3, versjon 2.1"."""
    point = f" {word('punkt', document.language)} {clause}" if clause else ""
    return f"{edition.corpus.space_of(document).short_name} {document.id.upper()}{point}, versjon {document.version}"
