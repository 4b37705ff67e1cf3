"""Providers found and judged, each checklist read once."""

from collections.abc import Sequence
from datetime import date

from ap_audit.cli.comparing import judged
from ap_audit.cli.opening import OpenAudit, open_file
from ap_audit.cli.pressing import denied_at, pressing_at
from ap_audit.cli.survey import Survey, standing
from ap_audit.errors import BadUsage
from ap_audit.files.finding import find_audit
from ap_audit.files.workspace import Workspace
from ap_audit.model.wording import day
from ap_audit.model.words import Subject
from ap_audit.report.side_by_side import Compared, ProvidersReport, providers_view
from ap_audit.report.wording import audit_name
from ap_audit.rules.ahead import lies_after
from ap_audit.rules.ranking import Candidate

MOST = 8


def side_by_side(workspace: Workspace, names: Sequence[str], today: date) -> ProvidersReport:
    """The newest audits of these providers side by side.

    Raises BadUsage where there are too few or too many, or one is not an audit of a provider.
    """
    survey = Survey(workspace, today)
    found = {one.candidate.slug: one for one in (_compared(survey, name) for name in names)}
    if len(found) < 2:  # noqa: PLR2004 -- a side needs another
        raise BadUsage(
            "There is only one provider to compare.",
            hint="Name two or more. One audit beside the one before it: ap-audit diff AUDIT",
        )
    if len(found) > MOST:
        raise BadUsage(
            f"{len(found)} providers do not fit side by side; at most {MOST} do.",
            hint="All of them, one below the other: ap-audit register",
        )
    return providers_view(tuple(found.values()), school=survey.settings.school, today=today)


def _compared(survey: Survey, name: str) -> Compared:
    opened = open_file(survey.workspace, find_audit(survey.workspace, name))
    audit = opened.audit
    if audit.subject is not Subject.PROVIDER or audit.provider is None:
        raise BadUsage(
            f"'{name}' is not an audit of a provider, so it cannot stand beside others.",
            hint="Two audits of one subject: ap-audit diff OLD NEW",
        )
    stands, begun = _standing(opened, name, survey)
    return Compared(
        name=audit_name(audit, opened.provider(), opened.school()),
        audit=stands.audit,
        candidate=Candidate(
            slug=audit.provider,
            checklist=stands.edition.checklist,
            depth=stands.audit.depth,
            assessment=stands.assessed(survey.today),
        ),
        begun=begun,
        placements=pressing_at(survey, audit.provider),
        denied=denied_at(survey, stands.audit),
    )


def _standing(opened: OpenAudit, name: str, survey: Survey) -> tuple[OpenAudit, str]:
    """The audit that says how a provider stands, and what is only begun; one by its name stays."""
    if opened.elsewhere:
        return opened, ""
    this = judged(opened, survey.today)
    own = opened.workspace.address(opened.document.path)
    ahead = lies_after(opened.audit.date, survey.today)
    if own.path.stem in name or (this.speaks and not ahead):
        return opened, ""
    says = standing(survey.recent(opened.audit.about)).says
    if says is None or says.address == own:
        return opened, ""
    path = opened.workspace.root / says.address.path
    to_come = f"another audit is dated {day(opened.audit.date)}, which is still to come."
    begun = f"another audit is begun, {this.come_to}."
    return open_file(opened.workspace, path), to_come if ahead else begun
