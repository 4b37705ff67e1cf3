"""What is not known: looked and could not tell, and not yet looked. Neither is a no."""

from ap_audit.model.wording import count
from ap_audit.model.words import Rating
from ap_audit.report.view import UnknownRow
from ap_audit.report.wording import KINDS, outcome_mark
from ap_audit.rules.assessment import Assessment, Outcome


def unknown(assessment: Assessment) -> tuple[Outcome, ...]:
    """The criteria in scope of which it is not known how far they are met, in order."""
    return tuple(outcome for outcome in assessment.judged() if outcome.judged.unknown)


def unknown_rows(assessment: Assessment) -> tuple[UnknownRow, ...]:
    """The same, as rows."""
    return tuple(
        UnknownRow(
            id=outcome.id,
            ask=outcome.criterion.ask,
            section=outcome.section.title,
            kind=KINDS[outcome.criterion.class_],
            mark=outcome_mark(outcome),
        )
        for outcome in unknown(assessment)
    )


def unknown_say(assessment: Assessment) -> str:
    """How many could not be told, are carried over, and are not yet checked."""
    found = unknown(assessment)
    if not found:
        return "Every question that applies has been answered."
    told = sum(outcome.judged is Rating.CANNOT_TELL for outcome in found)
    parts = [f"{told} could not be told"] if told else []
    carried = sum(outcome.carried is not None for outcome in found)
    if carried:
        parts.append(f"{carried} carried over from last time")
    if unchecked := len(found) - told - carried:
        parts.append(f"{unchecked} not yet checked")
    gateways = sum(outcome.criterion.is_gateway for outcome in found)
    among = (
        f" {count(gateways, 'of them is a gateway', 'of them are gateways')}." if gateways else ""
    )
    return f"{', '.join(parts)}.{among}"


def unknown_lines(assessment: Assessment) -> tuple[str, ...]:
    """Those that are not gateways, for page 1."""
    return tuple(
        f"{row.ask} {row.mark.word.capitalize()}."
        for row in unknown_rows(assessment)
        if row.kind != "gateway"
    )
