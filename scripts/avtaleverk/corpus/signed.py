"""Which signature binds a party."""

from avtaleverk.corpus.model import EVERYONE, Document, Helsefellesskap, Signature


def signature_of(space: Helsefellesskap, party: str, document: Document) -> Signature | None:
    """The latest signature that binds a party: its own, else its region's or that of all kommuner."""
    names = {party}
    if party in space.kommuner:
        names |= {EVERYONE, *(region.id for region in space.regions.values() if party in region.kommuner)}
    own = [s for s in document.signatures if s.party == party]
    binding = own or [s for s in document.signatures if s.party in names]
    return max(binding, key=lambda s: s.signed, default=None)
