import pytest

from ap_audit.model.overlay import RuleChange
from ap_audit.model.words import Rating, Severity
from tests.builders import TODAY, condition
from tests.rules.overlays import WHY, changes_of, flaws_of, laid


def test_a_rule_of_its_own() -> None:
    """It comes last, and needs what a rule needs."""
    whole = RuleChange(
        title="New",
        severity=Severity.URGENT,
        when=condition({"usual": "not-met"}),
        says="It is new.",
        caps={"usual": Rating.PARTLY},
    )
    found = laid(rules={"new": whole})
    (flaw,) = flaws_of(rules={"pressing": RuleChange(title="New")})

    assert list(found.rules) == ["hold", "press", "new"]
    assert found.rules["new"].caps == {"usual": Rating.PARTLY}
    assert flaw.hint == "did you mean 'press'? One of your own needs title, severity, when and says"


def test_severity() -> None:
    """A more severe rule is free, a milder one a weakening."""
    severer = laid(rules={"press": RuleChange(severity=Severity.URGENT)})
    milder = laid(rules={"press": RuleChange(severity=Severity.NOTE, because=WHY)})

    assert changes_of(severer) == ["press: severity: warn, now urgent"]
    assert changes_of(milder) == ["press: severity: warn, now note (weaker)"]
    assert milder.rules["press"].severity is Severity.NOTE


@pytest.mark.parametrize(
    "change",
    [
        RuleChange(title="Other"),
        RuleChange(when=condition({"usual": "not-met"})),
        RuleChange(says="Other."),
        RuleChange(caps={"usual": Rating.NOT_MET}),
        RuleChange(from_=TODAY),
        RuleChange(to=TODAY),
        RuleChange(sources=()),
        RuleChange(severity=Severity.NOTE),
        RuleChange(dropped=True),
    ],
    ids=str,
)
def test_every_other_change_needs_a_reason(change: RuleChange) -> None:
    """Whatever does not plainly ask for more; and where a hard gateway hangs on it, never."""
    if change.sources == ():
        assert laid(rules={"press": change}).differences == ()
        return
    (flaw,) = flaws_of(rules={"press": change})
    (refused,) = flaws_of(rules={"hold": change})

    assert flaw.what == "this is a weakening: it does not plainly ask for more"
    assert refused.what == "'law' rests on law or statutory guidance, and this would soften it"


def test_a_dropped_rule() -> None:
    """It is gone, and every report says so."""
    found = laid(rules={"press": RuleChange(dropped=True, because=WHY)})

    assert list(found.rules) == ["hold"]
    assert changes_of(found) == ["press: dropped: A rule (weaker)"]
