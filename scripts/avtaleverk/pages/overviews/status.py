"""What the overviews of a helsefellesskap say in short on the day that the site is built: is the law covered, is anything
overdue, what has changed?"""

from typing import NamedTuple

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.overviews.coverage import holes, lacking, minimum
from avtaleverk.pages.overviews.directorate import is_sent
from avtaleverk.pages.overviews.dues import all_documents, dues
from avtaleverk.pages.overviews.signatures import signed_agreements, unsigned
from avtaleverk.pages.overviews.suspects import suspects
from avtaleverk.pages.words import collate, word


class Answer(NamedTuple):
    """What an overview says in short, and whether something is to be done."""

    text: str
    is_well: bool = True


def answers(edition: Edition, space: Helsefellesskap) -> dict[str, Answer]:
    """What each overview that answers such a question says today, by its name."""
    found = {
        "krav": _covered(edition, space),
        "versjoner": _signed(edition, space),
        "innsending": _sent(edition, space),
        "kalender": _due(edition, space),
        "vurderes": _suspect(edition, space),
        "nytt": _changed(edition, space),
    }
    return {name: answer for name, answer in found.items() if answer.text}


def _covered(edition: Edition, space: Helsefellesskap) -> Answer:
    """Whether each number of § 6-2 has an agreement, and binds each kommune."""
    language, points = space.language, len(minimum(edition))
    missing, lacks = [point.number for point, _ in holes(edition, space)], lacking(edition, space)
    text = word("krav.noen" if missing else "krav.alle", language).format(n=points - len(missing), alle=points)
    if missing:
        text += f" {word('krav.mangler', language)} {', '.join(missing)}."
    key, alle = ("status_naa.noen_kommuner" if lacks else "krav.hver"), len(space.kommuner)
    return Answer(f"{text} {word(key, language).format(n=alle - len(lacks), alle=alle)}", not missing and not lacks)


def _signed(edition: Edition, space: Helsefellesskap) -> Answer:
    """Whether each party has signed each agreement that is signed."""
    agreements = signed_agreements(edition, space)
    missing = sum(len(parties) for _, parties in unsigned(edition, space))
    parties = len(space.helseforetak) + len(space.kommuner)
    key = "status_naa.usignert" if missing else "signert.alle"
    text = word(key, space.language).format(n=missing, parter=parties, avtaler=len(agreements))
    return Answer(text if agreements else "", not missing)


def _sent(edition: Edition, space: Helsefellesskap) -> Answer:
    """Whether each signed agreement has been sent to Helsedirektoratet."""
    agreements = signed_agreements(edition, space)
    unsent = sum(not is_sent(document) for document in agreements)
    key = "status_naa.usendt" if unsent else "status_naa.sendt"
    return Answer(word(key, space.language).format(n=unsent, alle=len(agreements)) if agreements else "", not unsent)


def _due(edition: Edition, space: Helsefellesskap) -> Answer:
    """How much is overdue, and what comes next."""
    language, all_dues = space.language, dues(edition, space)
    late = sum(due.day < edition.today for due in all_dues)
    told = [word("status_naa.forfalt" if late else "status_naa.ajour", language).format(n=late)]
    if coming := next((due for due in all_dues if due.day >= edition.today), None):
        what = word(f"kalender.{coming.kind}", language).lower()
        told.append(
            word("status_naa.neste", language).format(
                hva=what, tittel=coming.title(language), dato=long_date(coming.day)
            )
        )
    return Answer(" ".join(told) if all_dues else "", not late)


def _suspect(edition: Edition, space: Helsefellesskap) -> Answer:
    """How many documents rest on something that has changed since they were reviewed."""
    count = len(suspects(edition, space))
    key = "status_naa.vurderes_noen" if count else "vurderes.ingen"
    return Answer(word(key, space.language).format(n=count), not count)


def _changed(edition: Edition, space: Helsefellesskap) -> Answer:
    """The last change, and how many documents changed that day."""
    versions = [(change.since, document) for document in all_documents(edition, space) for change in document.changes]
    past = [(since, document) for since, document in versions if since <= edition.today]
    if not past:
        return Answer("")
    last = max(since for since, _ in past)
    titles = sorted({document.title for since, document in past if since == last}, key=collate)
    key = "status_naa.endret_flere" if len(titles) > 1 else "status_naa.endret"
    return Answer(word(key, space.language).format(dato=long_date(last), tittel=titles[0], n=len(titles) - 1))
