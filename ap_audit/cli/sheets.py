"""A worksheet made of an audit or of a checklist alone."""

from datetime import date
from pathlib import Path
from typing import Literal

from ap_audit.cli.opening import library_of, open_audit, sound_edition
from ap_audit.cli.options import folder_given
from ap_audit.errors import BadUsage
from ap_audit.files.builtin import templates_folder
from ap_audit.files.workspace import find_workspace
from ap_audit.model.checklist import Checklist
from ap_audit.model.names import CriterionId, slug_from
from ap_audit.model.wording import day
from ap_audit.model.words import Depth
from ap_audit.report.render import render
from ap_audit.report.table import as_csv
from ap_audit.report.wording import audit_name
from ap_audit.report.worksheet import Worksheet, worksheet

Form = Literal["html", "csv", "xlsx"]


def sheet_of(folder: Path, name: str, today: date, *, claims: bool) -> Worksheet:
    """The sheet of an audit, else of the checklist of that name; raises BadUsage for neither."""
    workspace = find_workspace(folder_given(folder))
    library = library_of(workspace)
    if name.partition("@")[0] in {one.partition("@")[0] for one in library.references()}:
        checklist = sound_edition(library, library.newest(name)).checklist
        return worksheet(
            checklist,
            name=checklist.title,
            school=workspace.settings().value.school if workspace else "",
            date=day(today),
            claims=claims,
            answers={},
            asked=_core(checklist),
        )
    opened = open_audit(Path(), name)
    assessment = opened.assessed(today)
    return worksheet(
        opened.edition.checklist,
        name=audit_name(opened.audit, opened.provider(), opened.school()),
        school=opened.school(),
        date=day(today),
        claims=claims,
        answers={CriterionId(key): answer for key, answer in opened.audit.answers.items()},
        asked=frozenset(outcome.id for outcome in assessment.judged()),
    )


def sheet_bytes(sheet: Worksheet, form: Form) -> bytes:
    """The sheet in one of its forms; raises BadUsage where the extra for it is missing."""
    if form == "html":
        glossary = library_of(find_workspace(Path())).glossary()
        return render(sheet, "html", shipped=templates_folder(), glossary=glossary).encode()
    if form == "csv":
        return as_csv(sheet).encode()
    try:
        from ap_audit.report.workbook import as_xlsx
    except ModuleNotFoundError as error:
        raise no_spreadsheets() from error
    return as_xlsx(sheet)


def no_spreadsheets() -> BadUsage:
    """What is said where spreadsheet files cannot be read or written."""
    return BadUsage(
        "Spreadsheet files need the extra xlsx, which is not installed.",
        hint="Install it: pip install 'ap-audit[xlsx]'; or use CSV, which every spreadsheet opens.",
    )


def sheet_name(name: str, form: Form, *, claims: bool) -> str:
    """What the file is called where nobody says."""
    whom = ".provider" if claims else ""
    return f"{slug_from(name) or 'audit'}.worksheet{whom}.{form}"


def filled_by(form: Form) -> str:
    """How it comes back."""
    if form == "html":
        return "Print it from a browser; type the answers in with: ap-audit resume AUDIT"
    return "Filled in, it is taken back with: ap-audit resume AUDIT --answers FILE"


def _core(checklist: Checklist) -> frozenset[CriterionId]:
    return frozenset(one.key for one in checklist.criteria() if one.depth is Depth.CORE)
