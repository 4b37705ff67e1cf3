"""The audit report, whole: see `view` for its parts."""

from typing import ClassVar

from ap_audit.report.contacts_part import ContactsPart
from ap_audit.report.history_view import LastTime, Trend
from ap_audit.report.reports import Report
from ap_audit.report.view import (
    ActionRow,
    AnswerSection,
    AskRow,
    Audience,
    DateRow,
    EditionRow,
    ExceptionRow,
    Fact,
    Front,
    GatewayGroup,
    Mark,
    OutRow,
    RuleRow,
    SectionRow,
    Shown,
    Timeline,
    UnknownRow,
)


class AuditReport(Report, frozen=True, kw_only=True):
    """The report of one audit."""

    template: ClassVar[str] = "audit"

    format: str
    audience: Audience
    title: str
    name: str
    """Of the provider, the placement or the school."""
    school: str
    subject: str
    provider: str
    """Its folder name; empty for the school."""
    placement: str
    """Its slug; empty where the audit is of the school itself."""
    date: str
    facts: tuple[Fact, ...]
    front: Front
    gateways: tuple[GatewayGroup, ...]
    why: tuple[str, ...]
    conditions: tuple[str, ...]
    conditions_grouped: tuple[str, ...]
    """The same with those counted that only say what is not known; that stands below them."""
    unknown: tuple[UnknownRow, ...]
    sections: tuple[SectionRow, ...]
    rules: tuple[RuleRow, ...]
    actions: tuple[ActionRow, ...]
    shown: Shown
    last_time: LastTime | None
    """None in a first audit."""
    trend: Trend | None
    """None where fewer than three audits of this were made on this checklist."""
    contacts: ContactsPart | None
    """None where no contact is in the log."""
    dates: tuple[DateRow, ...]
    timeline: Timeline | None
    """None where nothing runs out in the next twelve months."""
    questions: tuple[AskRow, ...]
    """What governors may ask."""
    answers: tuple[AnswerSection, ...]
    gateways_out: tuple[OutRow, ...]
    others_out: tuple[OutRow, ...]
    exceptions: tuple[ExceptionRow, ...]
    since: tuple[str, ...]
    """What has changed since it was signed."""
    signatures: tuple[Fact, ...]
    legend: tuple[Mark, ...]
    """The ratings, as they are marked."""
    reading: tuple[Fact, ...]
    words: tuple[Fact, ...]
    """Words of the glossary that the report uses; none in the one for governors."""
    editions: tuple[EditionRow, ...]
    """The law and guidance it cites; none in the report for governors."""
    editions_brief: tuple[Fact, ...]
    """The same by name, by how well each has been checked; only in the report for governors."""
    weakened: tuple[str, ...]
    """What an overlay asks less strictly than its edition, with who decided it and why."""
    scope: str
    """How many of its questions were judged, and why not the others."""
    checklist: tuple[Fact, ...]
    made_with: str
