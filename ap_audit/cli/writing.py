"""A report made and put in its file. Only a file that is ours is ever written over."""

from pathlib import Path
from typing import Literal

from ap_audit.cli.opening import OpenAudit, library_of, refuse_flaws
from ap_audit.errors import BadUsage, Refused
from ap_audit.files.builtin import templates_folder
from ap_audit.files.folders import inside
from ap_audit.files.here import shown_path
from ap_audit.files.save import is_free, make_folder, refusal, replace_file, write_new
from ap_audit.files.workspace import Workspace
from ap_audit.report.house import HouseStyle, house_flaws, house_style
from ap_audit.report.json import report_json
from ap_audit.report.render import render
from ap_audit.report.reports import Report

MADE_BY = (
    b"ap-audit/report@1",
    b"ap-audit/comparison@1",
    b"ap-audit/compare@1",
    b"ap-audit/register@1",
    b"ap-audit/due@1",
    b"ap-audit/tables@1",
    b"ap-audit/contacts@1",
    b"ap-audit/actions@1",
    b"ap-audit/evidence@1",
    b"ap-audit/exceptions@1",
    b"ap-audit/year@1",
    b"PRODID:-//ap-audit",
)


def report_text(
    view: Report, form: Literal["html", "md", "json"], workspace: Workspace, template: str = ""
) -> str:
    """The report in one of its forms; raises BadUsage where there is no such template."""
    own = workspace.own_templates()
    there = bool(inside(own, ".j2"))
    if template:
        own_template(own, template, form)
    if form == "json":
        return report_json(view)
    return render(
        view,
        form,
        shipped=templates_folder(),
        own=own if there else None,
        house=house_of(workspace),
        template=template,
        glossary=library_of(workspace).glossary(),
    )


def own_template(folder: Path, name: str, form: str) -> None:
    """Refuse the name of a template that is not in the workspace's own folder."""
    end = f".{form}.j2"
    names = sorted(path.name.removesuffix(end) for path in inside(folder, end))
    if name not in names:
        raise BadUsage(
            f"There is no template '{name}{end}' in {folder.name}/.",
            hint=f"There are: {', '.join(names)}" if names else "See docs/report-templates.md.",
        )


def house_of(workspace: Workspace) -> HouseStyle:
    """The house style in the settings; raises InvalidFile where it could not be read or shown."""
    settings = workspace.settings()
    house = settings.value.house
    refuse_flaws(settings, tuple(house_flaws(house)))
    if house.logo is None:
        return house_style(house, "")
    from ap_audit.files.logo import logo_address

    path = workspace.root / house.logo
    return house_style(house, logo_address(path, workspace.shown(path)))


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
    if is_free(path):
        write_new(path, text.encode())
        return
    if not path.is_file() or not any(mark in path.read_bytes()[:4096] for mark in MADE_BY):
        raise Refused(
            f"'{shown_path(path)}' is there already and is not a report of ours,"
            " so it was left as it is.",
            hint="Give another name with -o.",
        )
    replace_file(path, text.encode())
