"""The index: lunr's model, the same scores as lunr.py and lunr.js, the same bytes every time."""

import random

from lunr.builder import Builder
from lunr.pipeline import Pipeline

from avtaleverk.search.analyse import analyse
from avtaleverk.search.base import front
from avtaleverk.search.build import lunr_script
from avtaleverk.search.collect import collect
from avtaleverk.search.everyday import MARK
from avtaleverk.search.index import BOOSTS, FIELDS, K1, B, Counted, build_index, merged
from avtaleverk.search.pieces import cut, separators, term_pieces, varint
from tests.conftest import PROCEDURE, Minimal
from tests.search.lunr_index import serialized
from tests.search.lunr_js import lunr_answers, queries_of, same_top_ten


def counted_of(real) -> list[Counted]:
    return analyse(real.entries, real.corpus.registers.ordliste.entries.values()).counted


def by_lunr(counted: list[Counted]) -> Builder:
    """The same terms through lunr.py's own builder."""
    builder = Builder()
    builder.b(B)
    builder.k1(K1)
    builder.ref("id")
    for field, boost in zip(FIELDS, BOOSTS, strict=True):
        builder.field(field, boost)
    builder.pipeline = Pipeline()
    for number, entry in enumerate(counted):
        doc = {"id": str(number)}
        for field, counts in zip(FIELDS, entry.fields, strict=True):
            doc[field] = [term for term, times in counts.items() for _ in range(times)]
        builder.add(doc, {"boost": entry.boost})
    return builder


def test_the_scores_are_lunrs(real) -> None:
    """lunr.py indexes the same terms; every score of every entry is the same."""
    counted = counted_of(real)[:150]
    ours, theirs = build_index(counted), by_lunr(counted)
    theirs.build()
    numbers = {posting["_index"]: term for term, posting in theirs.inverted_index.items()}
    found: dict[tuple[str, str, int], float] = {}
    for ref, vector in theirs.field_vectors.items():
        field, entry = str(ref).split("/")
        elements = vector.elements
        for at in range(0, len(elements), 2):
            found[numbers[elements[at]], field, int(entry)] = elements[at + 1]
    mine = {
        (term, FIELDS[f], entry): score / 1000
        for term, fields in ours.postings.items()
        for f, posting in enumerate(fields)
        for entry, score in posting
    }
    assert mine == found


def test_lunr_py_loads_what_we_serialize(real) -> None:
    from lunr.index import Index as LunrIndex

    index = build_index(counted_of(real)[:150])
    loaded = LunrIndex.load(serialized(index))
    term = max(index.postings, key=lambda t: (len(index.postings[t][0]), t))
    assert len(loaded.search(term)) == len({n for posting in index.postings[term] for n, _ in posting})


def test_the_top_ten_are_lunr_js_own(real, tmp_path) -> None:
    """Sixty queries of one to five terms, through the pieces and through lunr.js over the whole index."""
    index = build_index(counted_of(real))
    queries = queries_of(index)
    theirs = lunr_answers(serialized(index), lunr_script(), queries, tmp_path)
    ours = real.browser.run("scores", queries)
    assert [q for q, mine, lunr in zip(queries, ours, theirs, strict=True) if not same_top_ten(mine, lunr)] == []


def test_the_same_bytes_every_time(real) -> None:
    from avtaleverk.search.build import search_files

    assert search_files(real.corpus, real.web, real.pages, "bygg1") == real.files


def test_varints() -> None:
    assert [varint(n) for n in (0, 127, 128, 300)] == [b"\x00", b"\x7f", b"\x80\x01", b"\xac\x02"]


def test_pieces_are_cut_and_found_again() -> None:
    pieces = cut(((f"ord{n:03}", b"x" * 40) for n in range(100)), limit=1000)
    assert len(pieces) > 3
    assert all(len(piece.data) <= 1000 for piece in pieces)
    firsts = separators(pieces)
    assert firsts[0] == ""
    assert all(a.last < key <= b.first for a, b, key in zip(pieces, pieces[1:], firsts[1:], strict=False))


def test_the_browser_finds_the_piece_of_a_key(real) -> None:
    pieces = cut(((f"ord{n * n:05}", b"x" * 40) for n in range(200)), limit=200)
    keys = [key for piece in pieces for key in (piece.first, piece.last)]
    (found,) = real.browser.run("pieces", [[front(separators(pieces)), ["", *keys, "å"]]])
    assert found == [0, *(n for n in range(len(pieces)) for _ in range(2)), len(pieces) - 1]


def test_the_browser_reads_the_postings_that_were_written(real) -> None:
    """Random entries and scores of every size, in pieces of one long list and of many short ones."""
    dice = random.Random(15)
    written = {
        f"ord{n:03}": [
            (entry, dice.randrange(2 ** dice.randint(1, 20)))
            for entry in sorted(dice.sample(range(20_000), dice.choice([1, 2, 9, 700])))
        ]
        for n in range(60)
    }
    read = real.browser.run("postings", [list(piece.data) for piece in term_pieces(written)])
    assert {term: [tuple(one) for one in found] for piece in read for term, found in piece} == written


def test_an_everyday_word_lies_beside_its_stem() -> None:
    """Else each word of a query costs a piece more, and that a large one where the neighbour is a frequent word."""
    terms = ["hjem", "hjem" + MARK, "hjem1", "hjemm", "hjemå"]
    assert sorted(terms) == terms


def test_an_empty_index_has_no_pieces() -> None:
    assert term_pieces(merged(build_index([]))) == []


def test_what_has_ended_comes_last(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, status="utgatt")
    current = [one.current for one in collect(minimal.corpus(), minimal.web(), tuple(minimal.pages().values()))]
    assert not all(current)
    assert current == sorted(current, reverse=True)
