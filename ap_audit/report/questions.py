"""What governors may ask, each question beside the finding that it comes from."""

from ap_audit.model.governors import Sign
from ap_audit.report.view import AskRow
from ap_audit.rules.assessment import Assessment
from ap_audit.rules.compare import Comparison
from ap_audit.rules.governors import signs


def ask_rows(
    assessment: Assessment, comparison: Comparison | None, *, begun: bool = False
) -> tuple[AskRow, ...]:
    """The questions whose findings are all there, in the order of the checklist.

    An audit that is only *begun* has made no advice worse.
    """
    seen = signs(assessment, comparison)
    if begun:
        seen.pop(Sign.ADVICE_WORSE, None)
    return tuple(
        AskRow(ask=question.ask, because=" ".join((*question.because, *so)))
        for question in assessment.questions
        if (so := [seen[sign] for sign in question.signs if sign in seen]) or not question.signs
    )
