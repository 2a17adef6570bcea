"""The domain model, as frozen data. Every value that an editor wrote keeps its location.

The other packages import its classes from here.
"""

from avtaleverk.corpus.model.corpus import Corpus, Registers
from avtaleverk.corpus.model.documents import Document, Guide
from avtaleverk.corpus.model.entries import (
    MINIMUM,
    DocumentType,
    LawPoint,
    Message,
    Moment,
    NamedEntry,
    Party,
    Publication,
    Rate,
    Register,
    Role,
    SectionSpec,
    Term,
)
from avtaleverk.corpus.model.helsefellesskap import (
    EVERYONE,
    ContactPoint,
    ContactRole,
    Helsefellesskap,
    Organ,
    Region,
    Seat,
    Unit,
)
from avtaleverk.corpus.model.parts import (
    Amendment,
    Deadline,
    Decision,
    Evaluation,
    Involvement,
    Notice,
    Question,
    Review,
    Signature,
    Step,
    Waiver,
)
from avtaleverk.corpus.model.references import Clause, Language, Reference, World, by_number
