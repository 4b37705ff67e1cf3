"""A report made and put in its file. Only a file that is ours is ever written over."""

from pathlib import Path
from typing import Literal

from ap_audit.cli.opening import OpenAudit
from ap_audit.errors import Refused
from ap_audit.files.builtin import templates_folder
from ap_audit.files.here import shown_path
from ap_audit.files.save import make_folder, refusal, replace_file, write_new
from ap_audit.files.workspace import Workspace
from ap_audit.report.json import report_json
from ap_audit.report.render import render
from ap_audit.report.reports import Report

MADE_BY = (b"ap-audit/report@1", b"ap-audit/comparison@1", b"ap-audit/compare@1")


def report_text(view: Report, form: Literal["html", "md", "json"], workspace: Workspace) -> str:
    """The report in one of its forms."""
    if form == "json":
        return report_json(view)
    own = workspace.own_templates()
    return render(view, form, shipped=templates_folder(), own=own if own.is_dir() else None)


def report_path(opened: OpenAudit, form: str, audience: str) -> Path:
    """Where a report goes when nobody says: ``providers/SLUG/reports/AUDIT.AUDIENCE.FORM``."""
    audit = opened.document.path
    return audit.parent.parent / "reports" / f"{audit.stem}.{audience}.{form}"


def write_report(path: Path, text: str) -> None:
    """Write a report; raises Refused where the file there is not a report of ours."""
    try:
        link = path.is_symlink()
    except OSError as error:
        raise refusal(path, error) from error
    if link:
        raise Refused(
            f"'{shown_path(path)}' is a link, and was left as it is.",
            hint="Give another name with -o.",
        )
    make_folder(path.parent)
    if not path.exists():
        write_new(path, text.encode())
        return
    if not path.is_file() or not any(mark in path.read_bytes()[:4096] for mark in MADE_BY):
        raise Refused(
            f"'{shown_path(path)}' is there already and is not a report of ours,"
            " so it was left as it is.",
            hint="Give another name with -o.",
        )
    replace_file(path, text.encode())
