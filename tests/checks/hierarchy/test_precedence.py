"""When two documents disagree, the one on the higher level goes before."""

import pytest

from tests.conftest import Minimal


@pytest.mark.parametrize(
    "text",
    [
        "Ved motstrid går denne prosedyren foran avtalen.",
        "Ved uenighet gjelder prosedyren foran delavtale 5.",
        "Reglene i prosedyren går foran loven.",
        "Rett planen når særavtaler går foran delavtale 5.",
    ],
)
def test_what_stands_below_never_goes_before_what_stands_above(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == ["AV212"]


@pytest.mark.parametrize(
    "text",
    [
        "Pasientens ønske går foran planen i prosedyren.",
        "Delavtale 5 går foran prosedyren ved motstrid.",
        "Prosedyren går ikke foran delavtalen.",
        "Er prosedyren i strid med delavtale 5, går delavtale 5 foran.",
        "Rett prosedyren når den overordnede avtalen går foran delavtalen.",
        "Akutt hjelp går foran avtalen.",
    ],
)
def test_the_order_as_it_is_and_other_things_that_go_before(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == []
