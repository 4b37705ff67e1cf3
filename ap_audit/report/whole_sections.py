"""What people said of a section as a whole, in sentences, beside what the figures say."""

from ap_audit.model.wording import count, day, percent
from ap_audit.report.wording import ended
from ap_audit.rules.assessment import SectionResult
from ap_audit.rules.left_out import reason_fits


def judged_say(result: SectionResult) -> str:
    """A person's own judgement and how it stands to the figures; empty where there is none."""
    made = result.said.judgement
    if made is None:
        return ""
    word = result.section.judged[made.word]
    said = f"Judged as a whole by {made.by}, {day(made.date)}: {ended(word.title)}"
    return f"{said} {ended(made.reason.strip())} {_figures_say(result, word.title)}"


def left_out_say(result: SectionResult) -> str:
    """That a section was left out, by whom and why, and what stays; empty where it was not."""
    said = result.said.not_applicable
    if said is None or not reason_fits(result.section, said):
        return ""
    who = f"Left out as a whole by {said.by}, {day(said.date)}: {ended(said.reason)}"
    gone = count(result.left_out, "question does not apply", "questions do not apply")
    stays = len(result.section.criteria) - result.left_out
    if not stays:
        return f"{who} {gone}."
    kept = count(stays, "stays", "stay")
    return f"{who} {gone}; {kept}, for the advice or another question rests on what they ask."


def _figures_say(result: SectionResult, title: str) -> str:
    if result.by_figures is None or result.least is None:
        return "The figures say nothing, for no rated question in it applies."
    worst = f"{percent(result.least, 2)} with all that is not known counted as not met"
    if result.by_figures.title == title:
        return f"The figures say the same: {worst}."
    return f"The figures alone would say {result.by_figures.title}: {worst}."
