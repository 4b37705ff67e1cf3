from ap_audit.model.audit import Answer
from ap_audit.model.words import Rating
from ap_audit.report.recorded_text import recorded_lines
from ap_audit.rules.recorded import recorded_changes
from tests.builders import audit


def test_what_two_files_record() -> None:
    """Why nothing is judged stands before what is recorded differently, worse first."""
    before = audit({"a": Rating.MET, "b": Rating.NOT_CHECKED, "c": Answer(values={"n": "1"})})
    after = audit({"a": Rating.PARTLY, "b": Rating.MET, "c": Answer(values={"n": "2"})})

    assert list(recorded_lines(recorded_changes(before, after), after, "")) == [
        "acme, the audit of 23 November 2026",
        "test@1 is not here as it was, so nothing is judged and no advice is given.",
        "Both files are pinned to the same text of it, so what they record can be compared.",
        "3 answers are recorded differently.",
        "",
        "Worse (1)",
        "  a: met → partly met",
        "",
        "Recorded otherwise (1)",
        "  c: recorded as before; what stands beside it is different",
        "",
        "Newly known (1)",
        "  b: not yet checked → met",
    ]
