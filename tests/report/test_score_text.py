import re
from collections.abc import Callable
from fractions import Fraction

from msgspec import json
from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.words import Rating
from ap_audit.report.json import report_json
from ap_audit.report.score_text import AS_SIGNED, score_json, score_lines
from ap_audit.rules.assess import assess
from tests.builders import CALENDAR
from tests.report.builders import CHECKS, DAY, REGISTER, Case, all_met, blank, signed, typical

POINTS = re.compile(r"; ([\d.]+) of \d+ points?\.$")


def lines(case: Case, *, explain: bool = False) -> tuple[str, ...]:
    """The lines that `score` prints."""
    found = assess(case.checklist, case.audit, DAY, CALENDAR)
    return score_lines(
        found, case.audit, case.provider, case.checklist, explain=explain, register=REGISTER
    )


def test_the_score_leads_with_the_advice() -> None:
    """Advice, gateways and what is not known come with the numbers, never after them."""
    found = lines(typical())
    assert found[1] == "Advice: Do not place"
    assert found[2] == "  A gateway has failed. The school decides."
    assert "Score of what was rated: 72.5 of 77 = 94.15 %" in found
    assert "Coverage: 77 of 88 = 87.50 %" in found
    assert found.index("Coverage: 77 of 88 = 87.50 %") > 5


def test_a_blank_audit_is_said_in_a_few_lines() -> None:
    """The first of each and how many more; explained, all of them, and nothing more is promised."""
    few, every = lines(blank()), lines(blank(), explain=True)
    assert sum(line.startswith("  Condition: ") for line in few) == 5
    assert sum(line.startswith("  not shown: ") for line in few) == 5
    assert "  and 20 more: --explain shows all of them" in few
    assert sum(line.startswith("  not shown: ") for line in every) == 25
    assert not any("--explain" in line for line in every)


def test_a_failed_gateway_is_never_left_out() -> None:
    """However many there are."""
    case = all_met()
    for gateway in all_met().checklist.criteria():
        if gateway.is_gateway:
            case = case.changed(gateway.id, Answer(rating=Rating.NOT_MET, note="n", date=DAY))
    said = lines(case)
    assert sum(line.startswith("  failed: ") for line in said) > 7


def test_every_number_explains_itself(golden: Callable[[str, str], None]) -> None:
    """Explained, it goes down to each answer, weight, source and input of a rule."""
    golden("report/typical.score.txt", "\n".join(lines(typical(), explain=True)) + "\n")


def test_the_parts_add_up_to_the_whole() -> None:
    """The points printed for the answers are those of the total."""
    points = [found[1] for line in lines(typical(), explain=True) if (found := POINTS.search(line))]
    assert sum(map(Fraction, points)) == Fraction(145, 2)


def test_without_a_register_sources_are_named_by_key() -> None:
    """A score can be explained before the sources are read."""
    case = typical()
    found = assess(case.checklist, case.audit, DAY, CALENDAR)
    said = score_lines(found, case.audit, None, case.checklist, explain=True)
    assert "    Source: KCSIE, Part two" in said
    assert "    Source: ELCI" in said
    assert said[0].startswith("hillside-skills: audit of")


def test_a_decision_stands_above_the_advice() -> None:
    """A signed audit says first what was decided."""
    assert lines(signed())[1] == "Decision: Do not place until the letter is complete"


def test_rules_are_explained_with_their_inputs() -> None:
    """A rule that holds shows what it looked at."""
    case = typical()
    answer = replace(case.audit.answers[CHECKS], values={"confirmed-on": "2024-01-01"})
    found = lines(case.changed(CHECKS, answer), explain=True)
    assert "  R20: holds (urgent). The letter on staff checks is old" in found
    assert "    Looked at: What is the letter's date? 1 January 2024" in found


def test_the_json_is_exact_and_versioned() -> None:
    """Sums are whole numbers and fractions as text; states are the words of the files."""
    case = typical()
    found = assess(case.checklist, case.audit, DAY, CALENDAR)
    document = json.decode(score_json([(case.audit, case.checklist, found, AS_SIGNED)]))
    assert document["format"] == "ap-audit/score@1"
    (audit,) = document["audits"]
    assert audit["rung"] == "stop"
    assert audit["total"]["points"] == "145/2"
    assert audit["gateways"]["counts"] == {
        "open": 18, "failed": 1, "not-shown": 4, "excused": 1,
    }  # fmt: skip
    assert audit["overdue_actions"] == 1


def test_the_report_as_json_is_the_view_model(golden: Callable[[str, str], None]) -> None:
    """The document names its version first, and is the same whenever it is made."""
    text = report_json(typical().view())
    assert text.startswith('{\n  "format": "ap-audit/report@1",')
    golden("report/typical.full.json", text)


def test_a_blank_audit_has_no_score() -> None:
    """With nothing rated there is neither 0 % nor 100 %."""
    assert "Score of what was rated: none rated" in lines(blank())


def test_what_does_not_apply_adds_nothing() -> None:
    """It is left out of every sum, and says so."""
    case = typical().changed("education-1", Answer(rating=Rating.CANNOT_TELL))
    found = lines(case, explain=True)
    assert any(line.endswith("left out of every sum.") for line in found)
    assert any(line.endswith("not rated, so it widens the range.") for line in found)
