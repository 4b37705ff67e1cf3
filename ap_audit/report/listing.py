"""One line for each audit, in plain columns: `list` starts before a table library would load."""

from collections import Counter

from msgspec import json
from msgspec.structs import asdict

from ap_audit.model.audit import Audit
from ap_audit.model.base import Value
from ap_audit.model.wording import day
from ap_audit.rules.progress import Progress


class AuditLine(Value, frozen=True, kw_only=True):
    """What `list` says of one audit."""

    name: str
    """What it is about, as it is called on the command line."""
    subject: str
    provider: str
    placement: str
    date: str
    date_shown: str
    checklist: str
    answered: int
    questions: int
    in_scope: bool
    """Whether only what applies is counted, and not every question of the file."""
    state: str
    path: str

    @property
    def end_of_path(self) -> str:
        """Words by which it is found where another audit has the same name and date."""
        return self.path.removeprefix("providers/").removesuffix(".yaml")

    def data(self) -> dict[str, str | int]:
        """For a JSON document."""
        return asdict(self)


def audit_line(audit: Audit, path: str, progress: Progress | None) -> AuditLine:
    """The line of one audit; where its checklist is not here, every question of the file counts."""
    found = progress or Progress(
        questions=len(audit.answers),
        answered=sum(not answer.blank for answer in audit.answers.values()),
    )
    return AuditLine(
        name=audit.about.name,
        subject=audit.subject.value,
        provider=audit.provider or "",
        placement=audit.placement or "",
        date=audit.date.isoformat(),
        date_shown=day(audit.date),
        checklist=audit.checklist,
        answered=found.answered,
        questions=found.questions,
        in_scope=progress is not None,
        state=audit.state,
        path=path,
    )


def listing_json(lines: list[AuditLine]) -> str:
    """The lines as one JSON document, for other programs."""
    found = {"format": "ap-audit/list@1", "audits": [line.data() for line in lines]}
    return json.format(json.encode(found), indent=2).decode()


def table(lines: list[AuditLine]) -> list[str]:
    """The lines under their headings."""
    rows = [("Audit", "Date", "Checklist", "Answered", "Decision")]
    alike = _alike(lines)
    rows += [
        (
            # Two auditors' audits of one day: the name alone would lead to the newer one.
            line.name if alike[line.name, line.date, line.checklist] == 1 else line.end_of_path,
            line.date_shown,
            line.checklist,
            f"{line.answered} of {line.questions}" + ("" if line.in_scope else " in the file"),
            line.state,
        )
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def of_one_day(lines: list[AuditLine]) -> list[str]:
    """A sentence for each of which there are several audits of one day."""
    alike = _alike(lines)
    several = [line for line in lines if alike[line.name, line.date, line.checklist] > 1]
    last = {(line.name, line.date, line.checklist): line for line in several}
    return [
        f"{number} audits of {line.name} are of one day. Until they are made one, the last of"
        " them counts: ap-audit merge A B, then move B away."
        for key, line in last.items()
        if (number := alike[key])
    ]


def _alike(lines: list[AuditLine]) -> Counter[tuple[str, str, str]]:
    return Counter((line.name, line.date, line.checklist) for line in lines)
