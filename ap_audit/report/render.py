"""A view-model through a template: HTML and Markdown."""

import traceback
from pathlib import Path
from typing import Literal

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from ap_audit.errors import InvalidFile, Place, Problem
from ap_audit.model.glossary import NO_WORDS, Glossary
from ap_audit.report.audit_report import AuditReport
from ap_audit.report.compiled import Compiled
from ap_audit.report.house import PLAIN, HouseStyle
from ap_audit.report.markdown import tidied
from ap_audit.report.plain import plain
from ap_audit.report.reports import Report
from ap_audit.report.sandbox import Sandbox
from ap_audit.report.spelled import spelled_out
from ap_audit.report.template_files import TemplateFiles

Form = Literal["html", "md"]
MOST_CHARACTERS = 20_000_000
_MUST_SHOW = frozenset(("advice", "gateways", "unknown"))
"""Ids of page 1: inside a comment its text would be there and not be seen."""
_BROKEN = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)


class _TooLong(Exception):
    """A template puts out more than any report holds."""


def render(
    view: Report,
    form: Form,
    *,
    shipped: Path,
    own: Path | None = None,
    house: HouseStyle = PLAIN,
    template: str = "",
    glossary: Glossary = NO_WORDS,
) -> str:
    """A report as HTML or Markdown; raises InvalidFile where an own template is wrong.

    Templates in *own*, the workspace's folder, go before those in *shipped*, and may extend them:
    ``{% extends "builtin:audit.html.j2" %}``. *template* names another than the report's own.
    Abbreviations of the *glossary* are spelled out at their first use.
    """
    files = TemplateFiles(shipped, own)
    sandbox = Sandbox(files, markdown=form == "md", compiled=Compiled(shipped, form))
    context: dict[str, object] = {
        "report": spelled_out(plain(view), glossary),
        "house": plain(house),
    }
    name = f"{template or view.template}.{form}.j2"
    altered = own if own is not None and files.has_own() else None
    try:
        page = _limited(sandbox, name, context)
    except _TooLong as error:
        if altered is None:
            raise
        what = f"the finished report is refused: it is {error}"
        raise InvalidFile((Problem(place=Place(path=str(altered)), what=what),)) from error
    except _BROKEN as error:
        problem = _problem(error, files)
        if problem is None:
            raise
        raise InvalidFile((problem,)) from error
    if altered is not None:
        _check(page, _core(view, form, sandbox, context), form, altered)
    return page


def _core(view: Report, form: Form, sandbox: Sandbox, context: dict[str, object]) -> str:
    """Page 1 of an audit as the shipped templates make it; empty for other reports."""
    if not isinstance(view, AuditReport):
        return ""
    page = sandbox.get_template(f"builtin:core.{form}.j2").render(context)
    return _finished(page, form).strip("\n")


def _limited(sandbox: Sandbox, name: str, context: dict[str, object]) -> str:
    pieces, size = [], 0
    for piece in sandbox.get_template(name).generate(context):
        size += len(piece)
        if size > MOST_CHARACTERS:
            raise _TooLong(f"longer than {MOST_CHARACTERS:,} characters")
        pieces.append(piece)
    return _finished("".join(pieces), "md" if name.endswith(".md.j2") else "html")


def _finished(page: str, form: Form) -> str:
    return tidied(page) if form == "md" else page


def _check(page: str, core: str, form: Form, own: Path) -> None:
    """A school may change how its report looks, not what it must say or whom it may call."""
    # A shipped template is held to this by the project's own tests, and needs no reader of HTML.
    from ap_audit.report.finished import wrong_with_page  # noqa: PLC0415

    wrong = (
        []
        if core in page
        else ["it leaves out or changes the advice, the gateways or what is not known"]
    )
    if form == "html":
        wrong += wrong_with_page(page, must_show=_MUST_SHOW if core else frozenset())
    if wrong:
        hint = 'Keep the blocks of "builtin:base.html.j2", and put nothing active on the page.'
        raise InvalidFile(
            tuple(
                Problem(
                    place=Place(path=str(own)),
                    what=f"the finished report is refused: {what}",
                    hint=hint,
                )
                for what in wrong
            )
        )


def _problem(error: Exception, files: TemplateFiles) -> Problem | None:
    """Where in which template; None where the fault is in a shipped one, which is a bug of ours."""
    path, line = _place(error)
    if not files.is_own(path):
        return None
    what = str(error) or type(error).__name__
    if isinstance(error, TemplateNotFound):
        what = f"there is no template '{error}'"
    return Problem(
        place=Place(path=path, line=line, excerpt=_line(path, line)),
        what=f"this template cannot be used: {what}",
        hint="Templates see the report as `report`; its fields are those of the JSON report.",
    )


def _place(error: Exception) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)


def _line(path: str, line: int) -> str:
    lines = Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    return lines[line - 1] if 0 < line <= len(lines) else ""
