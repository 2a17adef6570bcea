"""What a rule may look at."""

from dataclasses import dataclass
from datetime import date

from avtaleverk.corpus.model import Corpus
from avtaleverk.links.web import Web


@dataclass(frozen=True, slots=True)
class Context:
    """The corpus, how it is linked, and the day of the check."""

    corpus: Corpus
    web: Web
    today: date
