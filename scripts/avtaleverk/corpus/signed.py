"""Which signature binds a party."""

from datetime import date

from avtaleverk.corpus.model import EVERYONE, Document, Helsefellesskap, Signature


def signature_of(space: Helsefellesskap, party: str, document: Document) -> Signature | None:
    """The latest signature that binds a party: its own, else its region's or that of all kommuner.

    What others signed before a kommune was one of them, does not bind it.
    """
    names = {party}
    if party in space.kommuner:
        names |= {EVERYONE, *(region.id for region in space.regions.values() if party in region.kommuner)}
    own = [s for s in document.signatures if s.party == party]
    since = space.joined.get(party, date.min)
    binding = own or [s for s in document.signatures if s.party in names and s.signed >= since]
    return max(binding, key=lambda s: s.signed, default=None)
