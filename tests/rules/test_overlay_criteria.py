import pytest
from msgspec.structs import replace

from ap_audit.model.checklist import EvidenceNeed
from ap_audit.model.names import CriterionId
from ap_audit.model.overlay import CriterionChange
from ap_audit.model.words import Backing, CriterionClass, Depth, Rating, Seen, Stage
from ap_audit.rules.overlay import resolve
from tests.builders import INTEGER, checklist, condition, criterion
from tests.rules.overlays import WHY, changes_of, flaws_of, laid, overlay


@pytest.mark.parametrize(
    ("name", "change", "what"),
    [
        ("usual", CriterionChange(class_=CriterionClass.KEY), "class: standard, now key"),
        ("important", CriterionChange(class_=CriterionClass.GATEWAY), "class: key, now gateway"),
        ("ours", CriterionChange(hard=True), "hard: false, now true"),
        ("ours", CriterionChange(carry="never"), "carry: allowed, now never"),
        ("deep", CriterionChange(depth=Depth.CORE), "depth: full, now core"),
        (
            "usual",
            CriterionChange(not_applicable=("closed",)),
            "not_applicable: with-reason, now closed",
        ),
        (
            "law",
            CriterionChange(evidence=EvidenceNeed(needs=(Seen.ORIGINAL,), expires_after="1 year")),
            "evidence: none, now original, for 1 year",
        ),
        ("usual", CriterionChange(record={"n": INTEGER}), "records besides: How many?"),
        (
            "usual",
            CriterionChange(requires={Rating.MET: (Backing.NOTE, Backing.EVIDENCE)}),
            "requires: none, now met: note, evidence",
        ),
    ],
)
def test_what_asks_for_more_is_free(name: str, change: CriterionChange, what: str) -> None:
    """No reason is needed, not even for a hard gateway."""
    assert changes_of(laid(criteria={name: change})) == [f"{name}: {what}"]


@pytest.mark.parametrize(
    "change",
    [
        CriterionChange(ask="Is it otherwise?"),
        CriterionChange(class_=CriterionClass.KEY),
        CriterionChange(weight=1),
        CriterionChange(why="Because."),
        CriterionChange(look_for=("a paper",)),
        CriterionChange(ratings={Rating.MET: "Means less."}),
        CriterionChange(not_applicable=("closed",)),
        CriterionChange(stage=(Stage.VISIT,)),
        CriterionChange(depth=Depth.FULL),
        CriterionChange(when=condition({"size": {"number": {"at_least": "1"}}})),
    ],
    ids=str,
)
def test_every_other_change_is_a_weakening(change: CriterionChange) -> None:
    """It needs a reason; for a hard gateway no reason is enough."""
    (flaw,) = flaws_of(criteria={"ours": change})
    (refused,) = flaws_of(criteria={"law": change})

    assert flaw.what == "this is a weakening: it does not plainly ask for more"
    assert refused.what == "'law' rests on law or statutory guidance, and this would soften it"


def test_requiring_less_is_a_weakening() -> None:
    """An overlay that asks for no note where the edition does says why."""
    noted = replace(criterion("c"), requires={Rating.MET: (Backing.NOTE,)})
    base = checklist(noted)
    less = CriterionChange(requires={Rating.MET: (), Rating.NOT_MET: (Backing.ACTION,)})

    refused, (flaw,) = resolve(overlay(criteria={"c": less}), base)
    laid_over, flaws = resolve(overlay(criteria={"c": replace(less, because=WHY)}), base)

    assert (refused, flaw.path) == (None, ("criteria", "c", "requires"))
    assert flaws == ()
    assert laid_over is not None
    assert [change.what for change in laid_over.weakenings] == [
        "requires: met: note, now met: none; not-met: action"
    ]


def test_a_hard_gateway_stays_hard() -> None:
    """Taking the mark away is softening it."""
    (flaw,) = flaws_of(criteria={"law": CriterionChange(hard=False, because=WHY)})

    assert flaw.path == ("criteria", "law", "hard")


def test_what_decides_whether_a_hard_gateway_is_asked_is_guarded_too() -> None:
    """Letting the fact go unanswered with a reason would take the gateway out of scope."""
    change = CriterionChange(not_applicable="with-reason", because=WHY)
    (asked,) = flaws_of(criteria={"kind": change})
    (ruled,) = flaws_of(criteria={"size": change})

    assert asked.what == ruled.what
    assert asked.what == "'law' rests on law or statutory guidance, and this would soften it"


def test_a_weakening_with_a_reason() -> None:
    """The question is as the overlay says, and the reason stands beside it."""
    found = laid(
        criteria={"ours": CriterionChange(class_=CriterionClass.STANDARD, ask="Ok?", because=WHY)}
    )
    criterion = found.by_id()[CriterionId("ours")]

    assert (criterion.class_, criterion.ask) == (CriterionClass.STANDARD, "Ok?")
    assert changes_of(found) == [
        "ours: ask: Is ours so?, now Ok? (weaker)",
        "ours: class: gateway, now standard (weaker)",
    ]
    assert {change.because for change in found.weakenings} == {WHY}


def test_a_raised_class_keeps_its_weight() -> None:
    """Heavier, a met answer could lift its section above the floor."""
    found = laid(criteria={"usual": CriterionChange(class_=CriterionClass.GATEWAY)})

    assert found.by_id()[CriterionId("usual")].points == 1


@pytest.mark.parametrize(
    ("name", "change", "what"),
    [
        (
            "kind",
            CriterionChange(class_=CriterionClass.KEY, because=WHY),
            "a fact stays a fact, and a question that is rated stays one",
        ),
        (
            "usual",
            CriterionChange(class_=CriterionClass.RECORD, because=WHY),
            "a fact stays a fact, and a question that is rated stays one",
        ),
        (
            "ours",
            CriterionChange(record={"count": INTEGER}, because=WHY),
            "'count' is recorded already, and keeps its meaning",
        ),
        (
            "kind",
            CriterionChange(record={"more": INTEGER}),
            "nothing is added to a fact of the edition",
        ),
    ],
)
def test_what_no_reason_is_enough_for(name: str, change: CriterionChange, what: str) -> None:
    """An id means the same question for ever, and a value what it meant."""
    assert [flaw.what for flaw in flaws_of(criteria={name: change})] == [what]
