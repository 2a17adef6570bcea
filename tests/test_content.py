"""The real content: faultless, complete, and every procedure rests on a clause."""

import pytest

from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Severity
from avtaleverk.examine import Examined


def of_type(content: Examined, space: str, kind: str) -> list[Document]:
    return [d for d in content.corpus.documents if d.reference.helsefellesskap == space and d.type == kind]


def test_it_has_no_errors_and_no_warnings(content: Examined) -> None:
    assert [str(d) for d in content.found if d.severity is not Severity.MERKNAD] == []


@pytest.mark.parametrize(
    ("space", "kind", "least"),
    [
        ("innlandet", "overordnet", 1), ("innlandet", "delavtale", 13), ("innlandet", "saeravtale", 1),
        ("innlandet", "retningslinje", 8), ("innlandet", "prosedyre", 60), ("innlandet", "sjekkliste", 5),
        ("innlandet", "forlop", 4), ("fonna", "overordnet", 1), ("fonna", "delavtale", 6), ("fonna", "prosedyre", 15),
    ],
)  # fmt: skip
def test_it_is_complete(content: Examined, space: str, kind: str, least: int) -> None:
    assert len(of_type(content, space, kind)) >= least


def test_every_point_of_6_2_is_covered_or_explained(content: Examined) -> None:
    for space in content.corpus.helsefellesskap.values():
        covered = {law for d in of_type(content, space.id, "delavtale") for law in d.lovkrav}
        missing = [n for n in range(1, 14) if f"hol-6-2-{n}" not in covered and str(n) not in space.holes]
        assert missing == [], space.id


def test_each_of_the_42_kommuner_is_in_one_region(content: Examined) -> None:
    innlandet = content.corpus.helsefellesskap["innlandet"]
    in_regions = [kommune for region in innlandet.regions.values() for kommune in region.kommuner]
    assert len(in_regions) == len(innlandet.kommuner) == 42
    assert sorted(in_regions) == sorted(innlandet.kommuner)


def test_every_patient_near_document_rests_on_a_clause_with_text(content: Examined) -> None:
    for document in content.corpus.documents:
        if content.corpus.world_of(document) == "pasientnaer":
            assert document.hjemmel, document.path
            for target in map(content.web.resolve, document.hjemmel):
                assert target in content.web.clauses, (document.path, str(target))


def test_unverified_law_is_marked(content: Examined) -> None:
    points = content.corpus.registers.lovkrav.entries.values()
    assert all(point.source for point in points)
    assert {point.id for point in points if point.source == "ukontrollert"} >= {"hol-6-3", "hol-6-4", "hol-6-6"}
