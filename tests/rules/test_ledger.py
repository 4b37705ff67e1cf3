"""What no overlay may soften: hard gateways, and all that decides whether they are judged."""

from msgspec.structs import replace

from ap_audit.model.words import Rating, Severity
from ap_audit.rules.ledger import guard_of
from tests.builders import INTEGER, checklist, criterion, fact, gateway, key, rule


def test_what_a_hard_gateway_hangs_on() -> None:
    """The facts behind its condition, the rules that cap it, what those look at and compare with.

    What two hard gateways hang on is guarded for the first of them.
    """
    asked = criterion("x", when={"f": {"number": {"at_least": {"parameter": "least"}}}}).when
    whole = checklist(
        fact("f", number=INTEGER),
        fact("h", number=INTEGER),
        replace(gateway("one"), hard=True, when=asked),
        replace(gateway("two"), hard=True, when=asked),
        replace(gateway("soft"), when=asked),
        key("k"),
        rules={
            "holds": rule(
                Severity.STOP,
                {"h": {"number": {"more_than": {"parameter": "most"}}}},
                caps={"two": Rating.NOT_MET},
            ),
            "free": rule(Severity.STOP, {"k": "not-met"}),
        },
        parameters={"least": "1", "most": "5", "free": "1"},
    )
    found = guard_of(whole)

    assert found.criteria == {"one": "one", "two": "two", "f": "one", "h": "two"}
    assert found.rules == {"holds": "two"}
    assert found.parameters == {"least": "one", "most": "two"}
