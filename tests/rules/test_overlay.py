from msgspec.structs import replace

from ap_audit.errors import Flaw
from ap_audit.model.governors import GovernorsQuestion, Sign
from ap_audit.model.overlay import CriterionChange, ParameterChange, SectionChange, VerdictChange
from ap_audit.model.words import Depth, Rung
from ap_audit.rules.overlay import at_home, resolve
from tests.builders import checklist, criterion
from tests.rules.overlays import BASE, WHY, changes_of, flaws_of, laid, overlay


def test_an_overlay_that_changes_nothing() -> None:
    """It has its own id, version and title, and asks and judges as its edition does."""
    found = laid()

    assert (found.reference, found.title, found.extends) == ("trust@1", "The trust's", "test@1")
    assert (found.sections, found.rules, found.verdicts) == (
        BASE.sections,
        BASE.rules,
        BASE.verdicts,
    )
    assert (found.differences, found.added) == ((), ())


def test_parameters() -> None:
    """A stricter number is free; one of its own needs a title and a unit."""
    found = laid(
        parameters={
            "most": ParameterChange(value="4"),
            "new": ParameterChange(title="Our number", unit="pupils", value="3"),
        }
    )

    assert found.parameters["most"].value == "4"
    assert found.parameters["new"].title == "Our number"
    assert changes_of(found) == ["most: value: 5, now 4", "new: a parameter of its own: Our number"]


def test_a_parameter_behind_a_hard_gateway_never_weakens() -> None:
    """A rule that holds a hard gateway down compares with it, so no reason is enough."""
    (flaw,) = flaws_of(parameters={"most": ParameterChange(value="6", because=WHY)})

    assert flaw.path == ("parameters", "most", "value")
    assert flaw.what == "'law' rests on law or statutory guidance, and this would soften it"


def test_a_parameter_without_a_direction_needs_a_reason() -> None:
    """Where nobody can say which way is stricter, a change is a weakening."""
    (flaw,) = flaws_of(parameters={"free": ParameterChange(value="2")})
    found = laid(parameters={"free": ParameterChange(value="2", unit="days", because=WHY)})

    assert flaw.what == "this is a weakening: it does not plainly ask for more"
    assert changes_of(found) == [
        "free: unit: units, now days (weaker)",
        "free: value: 1, now 2 (weaker)",
    ]
    assert found.parameters["free"].unit == "days"


def test_an_incomplete_parameter() -> None:
    """An unknown id may be a slip, so the nearest is named."""
    (flaw,) = flaws_of(parameters={"mosst": ParameterChange(title="Most", value="1")})

    assert flaw.what == "the edition has no 'mosst'"
    assert flaw.hint == "did you mean 'most'? One of your own needs title and unit"


def test_other_words_for_a_rung_are_a_weakening() -> None:
    """What the advice says may be reworded, and every report says so."""
    found = laid(verdicts={Rung.CLEAR: VerdictChange(title="Use", because=WHY)})

    assert found.verdicts[Rung.CLEAR].title == "Use"
    assert found.verdicts[Rung.CLEAR].says == BASE.verdicts[Rung.CLEAR].says
    assert [change.about for change in found.weakenings] == ["clear"]


def test_an_unsound_edition_gives_flaws_and_no_crash() -> None:
    """Where the edition lacks what the overlay words, that is said."""
    bare = replace(checklist(criterion("c", when={"gone": "met"})), verdicts={})

    _, (flaw,) = resolve(overlay(verdicts={Rung.CLEAR: VerdictChange(title="Use")}), bare)

    assert flaw.what == "the edition has no 'clear'"


def test_what_counts_as_added() -> None:
    """Criteria of its own, and those that only an audit of full depth asked before."""
    found = laid(
        sections={"safe": SectionChange(criteria=(criterion("extra"),))},
        criteria={"deep": CriterionChange(depth=Depth.CORE), "usual": CriterionChange()},
    )

    assert found.added == ("extra", "deep")


def test_flaws_are_placed_in_the_overlays_own_file() -> None:
    """What is wrong with the whole is shown where the overlay's owner can mend it."""
    parts = overlay(
        sections={
            "safe": SectionChange(criteria=(criterion("extra"),)),
            "own": SectionChange(title="Own", criteria=(criterion("mine"),)),
        },
        criteria={"usual": CriterionChange()},
    )
    found, _ = resolve(parts, BASE)
    assert found is not None
    paths = [
        ("sections", 1, "criteria", 5, "when"),
        ("sections", 1, "criteria", 3, "when"),
        ("sections", 2, "criteria", 0, "ask"),
        ("sections", 2, "id"),
        ("rules", "press", "when"),
    ]

    placed = at_home(parts, found, [Flaw(path=path, what="wrong") for path in paths])

    assert [flaw.path for flaw in placed] == [
        ("sections", "safe", "criteria", 0, "when"),
        ("criteria", "usual", "when"),
        ("sections", "own", "criteria", 0, "ask"),
        ("sections", "own", "id"),
        ("rules", "press", "when"),
    ]


def test_a_warning_about_the_edition_is_not_the_overlays() -> None:
    """Only what the overlay touches is warned of."""
    parts = overlay(
        sections={"own": SectionChange(title="Own", criteria=(criterion("mine"),))},
        criteria={"usual": CriterionChange()},
    )
    found, _ = resolve(parts, BASE)
    assert found is not None
    paths: list[tuple[str | int, ...]] = [
        ("sections", 1, "criteria", 3),
        ("sections", 1, "criteria", 2),
        ("sections", 2, "criteria", 0),
        ("rules", "press"),
        ("verdicts",),
    ]

    kept = at_home(parts, found, [Flaw(path=path, what="odd", warning=True) for path in paths])

    assert [flaw.path for flaw in kept] == [
        ("criteria", "usual"),
        ("sections", "own", "criteria", 0),
    ]


def test_questions_for_governors() -> None:
    """A trust adds its own freely, and cannot put other words under the edition's."""
    own = GovernorsQuestion(ask="What did the trust say?", signs=(Sign.GATEWAYS_FAILED,))
    found = laid(governors={"trust": own})
    assert found.governors == {"trust": own}
    assert changes_of(found) == [
        "trust: a question of its own for governors: What did the trust say?"
    ]

    base = replace(BASE, governors={"trust": own})
    _, (flaw,) = resolve(overlay(governors={"trust": own}), base)
    assert flaw.path == ("governors", "trust")
    assert flaw.what == "test@1 has a question 'trust' for governors already"


def test_a_flaw_of_a_question_for_governors_is_at_home_where_it_is_the_overlays_own() -> None:
    """A warning about one of the edition's is for the edition's file."""
    own = GovernorsQuestion(ask="What did the trust say?", signs=(Sign.GATEWAYS_FAILED,))
    made, found = overlay(governors={"trust": own}), laid(governors={"trust": own})
    mine = Flaw(path=("governors", "trust"), what="Mine.", warning=True)
    other = Flaw(path=("governors", "edition"), what="Not mine.", warning=True)
    assert at_home(made, found, [mine, other]) == (mine,)
