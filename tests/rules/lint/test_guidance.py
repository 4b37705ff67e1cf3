"""What an auditor needs beside a question."""

import pytest
from msgspec.structs import replace

from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.rules.lint.guidance import odd_weights, same_ratings, unguided
from tests.builders import INTEGER, checklist, criterion, fact, gateway, key
from tests.rules.lint.builders import PLAIN, found_in, what

STANDARD = CriterionClass.STANDARD


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (PLAIN, []),
        (replace(PLAIN, why=None), ["'plain' does not say why it is asked"]),
        (replace(PLAIN, look_for=()), ["'plain' does not say what to look for"]),
        (fact("f", number=INTEGER), []),
    ],
)
def test_guidance(one: Criterion, told: list[str]) -> None:
    """Every criterion says why it is asked, and one that is rated what to look for."""
    assert found_in(unguided, one) == told


@pytest.mark.parametrize(
    ("meanings", "told"),
    [
        (("All.", "Some.", "None."), []),
        (("All.", " all. ", "None."), ["'partly' is described as 'met' is"]),
        (
            ("All.", "All.", "All."),
            ["'partly' is described as 'met' is", "'not-met' is described as 'met' is"],
        ),
    ],
)
def test_ratings(meanings: tuple[str, str, str], told: list[str]) -> None:
    """No two ratings mean the same."""
    ratings = dict(zip((Rating.MET, Rating.PARTLY, Rating.NOT_MET), meanings, strict=True))

    assert found_in(same_ratings, replace(PLAIN, ratings=ratings)) == told


@pytest.mark.parametrize(
    ("whole", "told"),
    [
        (checklist(gateway("g"), key("k"), criterion("s")), []),
        (
            checklist(gateway("g"), criterion("s", weight=4)),
            ["this standard weighs 4, more than the gateway 'g' (3)"],
        ),
        (
            checklist(key("k"), criterion("s", weight=3)),
            ["this standard weighs 3, more than the key 'k' (2)"],
        ),
        (checklist(gateway("g"), criterion("s", weight=3)), []),
        (checklist(criterion("r"), criterion("s", weight=9)), []),
        (checklist(criterion("g", CriterionClass.GATEWAY, weight=1), key("k")), []),
    ],
)
def test_weights(whole: Checklist, told: list[str]) -> None:
    """A weight that was written never lifts a criterion above one of a class above its own."""
    assert what(odd_weights(whole)) == told
