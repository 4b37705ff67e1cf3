"""One line for each audit, in plain columns: `list` starts before a table library would load."""

from msgspec.structs import asdict

from ap_audit.model.audit import Audit
from ap_audit.model.base import Value
from ap_audit.model.wording import day


class AuditLine(Value, frozen=True, kw_only=True):
    """What `list` says of one audit."""

    provider: str
    date: str
    date_shown: str
    checklist: str
    answered: int
    questions: int
    state: str
    path: str

    def data(self) -> dict[str, str | int]:
        """For a JSON document."""
        return asdict(self)


def audit_line(audit: Audit, path: str) -> AuditLine:
    """The line of one audit. Questions are all those in the file, whether or not each applies."""
    return AuditLine(
        provider=str(audit.provider),
        date=audit.date.isoformat(),
        date_shown=day(audit.date),
        checklist=audit.checklist,
        answered=sum(not answer.blank for answer in audit.answers.values()),
        questions=len(audit.answers),
        state=audit.decision.state,
        path=path,
    )


def table(lines: list[AuditLine]) -> list[str]:
    """The lines under their headings."""
    rows = [("Provider", "Date", "Checklist", "Answered", "Decision")]
    rows += [
        (
            line.provider,
            line.date_shown,
            line.checklist,
            f"{line.answered} of {line.questions}",
            line.state,
        )
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
