"""Every text that a person reads is looked at."""

from msgspec.structs import replace

from ap_audit.model.checklist import Grade, Section
from ap_audit.model.derived import Derived, Function
from ap_audit.model.source import Citation
from ap_audit.model.words import Rating, Severity
from ap_audit.rules.lint.texts import Kind, texts
from tests.builders import CHOICE, checklist, fact, rule
from tests.rules.lint.builders import PLAIN


def test_every_text() -> None:
    """Titles, questions, reasons, ratings, choices, notes, rules and verdicts, with their keys."""
    cited = (Citation(source="LAW", heading="Part 1", note="in force"), Citation(source="LAW"))
    whole = replace(
        checklist(
            replace(PLAIN, not_applicable=("no cars",), sources=cited),
            fact("kind", setting=CHOICE),
            Section(id="s", title="Second", about="More.", criteria=()),
            rules={"R1": replace(rule(Severity.WARN, {"kind": "school"}), sources=cited[:1])},
            parameters={"hours": "18"},
        ),
        about="For all.",
        derived={"days": Derived(title="Days open", compute=Function.OVERDUE_ACTIONS)},
        scale={"good": Grade(value="1", counts_as=Rating.MET, title="Good")},
    )

    found = {said.path: said for said in texts(whole)}

    first = ("sections", 0, "criteria", 0)
    assert [said.text for said in found.values()][:7] == [
        "Test",
        "For all.",
        "Our hours",
        "Days open",
        "Good",
        "Main",
        "Second",
    ]
    assert found[(*first, "ask")].kind is Kind.QUESTION
    assert found[("sections", 0, "criteria", 1, "ask")].kind is Kind.TEXT
    assert found[(*first, "look_for", 0)].text == "a letter"
    assert found[(*first, "ratings", "met")].text == "Means met."
    assert found[(*first, "not_applicable", 0)].text == "no cars"
    assert found[(*first, "sources", 0, "heading")].kind is Kind.PRINTED
    assert found[("rules", "R1", "sources", 0, "note")].kind is Kind.NOTE
    assert found[("rules", "R1", "says")].kind is Kind.ADVICE
    assert found[("verdicts", "stop", "title")].kind is Kind.ADVICE
    assert ("sections", 1, "about") in found
    second = ("sections", 0, "criteria", 1, "record", "setting")
    assert found[(*second, "choices", "school")].text == "A school"
    assert (*first, "sources", 1, "note") not in found


def test_nothing_more() -> None:
    """What is left out has no text: no about, no reason, no list."""
    bare = replace(PLAIN, why=None, look_for=(), sources=())

    assert {str(said.path[-1]) for said in texts(checklist(bare)) if len(said.path) > 3} == {
        "ask",
        "met",
        "partly",
        "not-met",
    }
