"""The lists: law points, messages, glossary, and the alphabetic index."""

from collections import defaultdict
from dataclasses import replace

from avtaleverk.corpus.model import LawPoint
from avtaleverk.links.names import Named
from avtaleverk.pages.addresses import href, law_path
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.duty import holes
from avtaleverk.pages.page import Block, Crumb, Heading, Page
from avtaleverk.pages.page_links import PageLink, links_to, other
from avtaleverk.pages.registers import message_table
from avtaleverk.pages.site import Site
from avtaleverk.pages.table import as_csv
from avtaleverk.pages.table import html as table_html
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import collate, word

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
# Words in a search term that readers may look up by its first letter; longer ones are questions.
LONGEST_TERM = 2


def law_page(site: Site, law: LawPoint) -> Page:
    """One law point: what it demands, and the agreements and procedures that meet it."""
    here = law_path(law.id)
    named = site.web.documents_naming("lovkrav", law.id)
    blocks = [Block(part("lov", law=law))]
    for world in ("overordnet", "pasientnaer"):
        found = [d for d in named if site.corpus.world_of(d) == world]
        if found:
            html = part("liste", links=links_to(site, found, here, "nb", placed=True))
            blocks.append(Block(html, Heading(word(f"{world}.flertall", "nb"), world)))
    if told := [(s, why) for s in site.corpus.helsefellesskap.values() for p, why in holes(site, s) if p.id == law.id]:
        blocks.append(Block(part("hull_i", told=told), Heading(word("tabell.hull", "nb"), "mangler")))
    mentioned = [d for d in site.web.mentioned.get(Named("lovkrav", law.id), ()) if d not in named]
    if mentioned:
        html = part("liste", links=links_to(site, mentioned, here, "nb", placed=True))
        blocks.append(Block(html, Heading(word("nevnt_i", "nb"), "nevnt")))
    return Page(
        here,
        f"{law.short}: {law.title}",
        "liste",
        tuple(blocks),
        law.demand,
        crumbs=(HOME, Crumb("Lovkrav", "lov")),
        label="Lovkrav",
    )


def law_list(site: Site) -> Page:
    """Every law point, with how many documents meet it."""
    groups: dict[str, list[tuple[LawPoint, str, int]]] = defaultdict(list)
    for law in site.corpus.registers.lovkrav.entries.values():
        count = len(site.web.documents_naming("lovkrav", law.id))
        groups[law.law].append((law, href("lov", law_path(law.id)), count))
    html = part("lovliste", groups=groups)
    return Page("lov", "Lovkrav", "liste", (Block(html),), "Hva loven krever, og hvor det er oppfylt.", crumbs=(HOME,))


def message_list(site: Site) -> Page:
    """Every message with every receiver, and the procedures that send it."""
    table = message_table(site, "meldinger")
    blocks = [Block(table_html(table, "nb"))]
    for message in site.corpus.registers.meldinger.entries.values():
        used = links_to(site, list(site.web.documents_naming("meldinger", message.id)), "meldinger", "nb", placed=True)
        html = part("melding", messages=[message], whole="", used=used, site=site, language="nb")
        blocks.append(Block(html, Heading(message.name, message.id)))
    return Page(
        "meldinger",
        "Alle meldinger",
        "liste",
        tuple(blocks),
        "Hvem som sender hva, og alle som skal ha det.",
        crumbs=(HOME,),
        attachments=(as_csv(table),),
    )


def glossary(site: Site) -> Page:
    """The words of the field in bokmål and nynorsk, with abbreviations."""
    terms = sorted(site.corpus.registers.ordliste.entries.values(), key=lambda t: collate(t.nb[0] if t.nb else t.id))
    html = part("ordliste", terms=terms, used=_uses(site))
    return Page("ordliste", "Ordliste", "liste", (Block(html),), "Hva ordene og forkortelsene betyr.", crumbs=(HOME,))


def _uses(site: Site) -> dict[str, list[PageLink]]:
    """The documents that use each term in their text, by the term's id."""
    found: dict[str, list[PageLink]] = defaultdict(list)
    for document in site.corpus.documents:
        target = PageLink(document.title, site.link_to(document.reference, "ordliste"), language=other(document, "nb"))
        for meaning in site.explained(document.path, document.body, document.language).meanings:
            for term in meaning.terms:
                found[term.id].append(target)
    return found


def alphabetic_index(site: Site) -> Page:
    """Tasks and terms from A to Å: the way in without JavaScript."""
    here = "a-aa"
    entries: dict[str, list[tuple[str, PageLink]]] = defaultdict(list)
    for document in site.corpus.documents:
        if document.status == "utgatt":
            continue
        where = site.corpus.space_of(document).short_name
        link = PageLink(document.title, site.link_to(document.reference, here), where, other(document, "nb"))
        entries[_letter(document.title)].append((collate(document.title), link))
        for text in (words for words in document.search_words if len(words.split()) <= LONGEST_TERM):
            words = replace(link, text=f"{text} → {document.title}")
            entries[_letter(text)].append((collate(text), words))
    blocks = [
        Block(
            part("liste", links=[t for _, t in sorted(entries[letter], key=lambda pair: pair[0])]),
            Heading(letter, letter.lower()),
        )
        for letter in [*ALPHABET, "0–9"]
        if entries.get(letter)
    ]
    letters = Block(part("bokstaver", headings=[block.heading for block in blocks]))
    return Page(
        here, "A–Å", "liste", (letters, *blocks), "Oppgaver og søkeord i alfabetisk rekkefølge.", crumbs=(HOME,)
    )


def _letter(text: str) -> str:
    first = text[:1].upper()
    return first if first in ALPHABET else "0–9"
