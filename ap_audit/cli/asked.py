"""Which question is meant by what was typed."""

from difflib import get_close_matches

from ap_audit.cli.opening import OpenAudit
from ap_audit.errors import BadUsage
from ap_audit.model.checklist import Criterion


def known_criterion(opened: OpenAudit, typed: str) -> Criterion:
    """The criterion of that id; raises BadUsage where the checklist asks none such."""
    known = {str(key): criterion for key, criterion in opened.edition.checklist.by_id().items()}
    criterion = known.get(typed)
    if criterion is None:
        close = get_close_matches(typed, known, n=1)
        raise BadUsage(
            f"'{typed}' is not asked in {opened.edition.checklist.reference}.",
            hint=f"Did you mean '{close[0]}'?"
            if close
            else f"See: ap-audit checklist show {opened.edition.checklist.reference}",
        )
    return criterion
