"""An id means the same question wherever it stands."""

import pytest
from msgspec.structs import replace

from ap_audit.model.checklist import Became, Checklist
from ap_audit.model.words import CriterionClass, Meaning
from ap_audit.rules.lint.editions import reused_ids
from tests.builders import checklist
from tests.rules.lint.builders import PLAIN, what

NOW = replace(checklist(PLAIN), version="2")
REWORDED = replace(PLAIN, ask="Is it otherwise?")
RAISED = replace(PLAIN, class_=CriterionClass.KEY)
SAID = Became(became=("plain",), meaning=Meaning.REWORDED, why="Plainer.")
ASKS = "'plain' asks something else in test@1"


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ((), []),
        ((checklist(PLAIN),), []),
        ((checklist(replace(PLAIN, ask="Is  plain\nso?")),), []),
        ((checklist(REWORDED),), [ASKS]),
        ((checklist(REWORDED), checklist(REWORDED)), [ASKS]),
        ((replace(checklist(REWORDED), id="other"),), ["'plain' asks something else in other@1"]),
        ((checklist(RAISED),), ["'plain' is a key in test@1"]),
        ((replace(checklist(RAISED), id="other"),), []),
        ((checklist(replace(REWORDED, id="new")),), []),
        ((replace(checklist(REWORDED), changes={"plain": SAID}),), []),
        ((replace(checklist(REWORDED), changes={"gate": SAID}),), [ASKS]),
        (
            (replace(checklist(REWORDED), id="other", changes={"plain": SAID}),),
            ["'plain' asks something else in other@1"],
        ),
    ],
)
def test_ids(others: tuple[Checklist, ...], told: list[str]) -> None:
    """Another question is told of in any checklist, another class only in another edition.

    Two editions of which one says what became of the question are no surprise.
    """
    assert what(reused_ids(NOW, others)) == told
