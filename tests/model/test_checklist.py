"""A checklist: its order, its name, and what a criterion weighs."""

import pytest
from msgspec.structs import replace

from ap_audit.model.words import CriterionClass
from tests.builders import INTEGER, checklist, criterion, fact, gateway, key, section


def test_criteria_in_the_order_they_are_asked() -> None:
    """Section by section, and by id in the same order."""
    whole = checklist(section("b", criterion("s2"), criterion("s1")), section("a", key("k")))

    assert [found.id for found in whole.criteria()] == ["s2", "s1", "k"]
    assert list(whole.by_id()) == ["s2", "s1", "k"]


def test_reference() -> None:
    """Its id and version, written together."""
    assert checklist(criterion("s")).reference == "test@1"


@pytest.mark.parametrize(
    ("kind", "weight", "points"),
    [
        (CriterionClass.GATEWAY, None, 3),
        (CriterionClass.KEY, None, 2),
        (CriterionClass.STANDARD, None, 1),
        (CriterionClass.STANDARD, 7, 7),
        (CriterionClass.RECORD, None, 0),
        (CriterionClass.RECORD, 7, 0),
    ],
)
def test_points(kind: CriterionClass, weight: int | None, points: int) -> None:
    """A stated weight wins over the class's, but a record weighs nothing."""
    assert criterion("c", kind, weight=weight).points == points


def test_kinds() -> None:
    """A gateway decides; a record is never rated."""
    kinds = [gateway("g"), key("k"), criterion("s"), fact("f", number=INTEGER)]

    assert [(one.is_gateway, one.is_record) for one in kinds] == [
        (True, False),
        (False, False),
        (False, False),
        (False, True),
    ]


def test_a_section_by_its_id() -> None:
    """Or nothing, where there is none."""
    staff = section("staff", criterion("a"))
    whole = checklist(staff)

    assert whole.section("staff") == staff
    assert whole.section("site") is None


def test_a_draft() -> None:
    """An edition is published unless it says that it is a draft."""
    whole = checklist(criterion("a"))

    assert not whole.draft
    assert replace(whole, status="draft").draft
