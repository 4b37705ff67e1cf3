"""What stands behind a gateway, and whether somebody should look at it again."""

from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.checklist import Criterion
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.words import LegalWeight
from ap_audit.rules.lint.sourcing import ageing, unsourced
from tests.builders import REGISTER, TODAY, checklist, criterion, gateway
from tests.rules.lint.builders import PLAIN, found_in, what

LAW = Citation(source="LAW")
PRACTICE = Citation(source="LAW", weight=LegalWeight.GOOD_PRACTICE)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (replace(gateway("g"), sources=(LAW,)), []),
        (gateway("g"), ["'g' decides, and names no source"]),
        (replace(gateway("g"), why="No law asks for it; it is our own rule."), []),
        (replace(gateway("g"), why=None), ["'g' decides, and names no source"]),
        (criterion("c"), []),
        (replace(gateway("g"), hard=True, sources=(PRACTICE, LAW)), []),
        (
            replace(gateway("g"), hard=True, sources=(PRACTICE,)),
            ["is hard, and cites neither law nor statutory guidance"],
        ),
        (
            replace(gateway("g"), hard=True, sources=(Citation(source="NOWHERE"),)),
            ["is hard, and cites neither law nor statutory guidance"],
        ),
    ],
)
def test_gateways(one: Criterion, told: list[str]) -> None:
    """A gateway names its source or says whose rule it is; a hard one cites what binds."""
    assert found_in(lambda whole: unsourced(whole, REGISTER), one) == told


@pytest.mark.parametrize(
    ("review_by", "told"),
    [
        (None, []),
        (TODAY, []),
        (date(2026, 11, 22), ["'LAW' was due for review by 22 November 2026"]),
    ],
)
def test_review(review_by: date | None, told: list[str]) -> None:
    """A source is overdue from the day after its review date, and told of once."""
    register = SourceRegister(
        format="ap-audit/sources@1",
        sources={"LAW": replace(REGISTER.sources["LAW"], review_by=review_by)},
    )
    whole = checklist(PLAIN, replace(PLAIN, id="again"))

    assert what(ageing(whole, register, TODAY)) == told


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        (("OLD",), ["'OLD' has a newer edition, 'LAW'"]),
        (("OLD", "LAW"), []),
        (("NOWHERE",), []),
    ],
)
def test_replaced(cited: tuple[str, ...], told: list[str]) -> None:
    """A source that was replaced may stand beside the one that replaced it."""
    register = SourceRegister(
        format="ap-audit/sources@1",
        sources={
            **REGISTER.sources,
            "OLD": replace(REGISTER.sources["LAW"], superseded_by="LAW"),
        },
    )
    one = replace(PLAIN, sources=tuple(Citation(source=name) for name in cited))

    assert found_in(lambda whole: ageing(whole, register, TODAY), one) == told
