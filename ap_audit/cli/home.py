"""What needs doing today, in ten lines: plain `ap-audit` in a workspace."""

from collections.abc import Iterator
from datetime import date

from ap_audit.cli.becoming_due import Due, everything_due
from ap_audit.cli.pressing import placed, pressing_of
from ap_audit.cli.survey import Survey
from ap_audit.files.workspace import Workspace
from ap_audit.model.duration import Duration
from ap_audit.model.wording import count, day
from ap_audit.report.due import NOTHING_FOUND, DueReport, due_view
from ap_audit.report.of_pupils import first_of_all
from ap_audit.report.wording import excerpt

MOST = 100
"""With more providers, or placements, the screen would take longer than a greeting may."""
_SHOWN = 4
_PUPILS = 2
_WIDTH = 100


def home_lines(workspace: Workspace, today: date) -> Iterator[str]:
    """At most ten lines, the most pressing first, and where help is."""
    settings = workspace.settings().value
    yield f"{settings.school}, {day(today)}"
    providers = len(workspace.providers())
    if providers > MOST:
        yield from _of_many(Survey(workspace, today), providers)
    elif not providers and not workspace.addresses():
        yield 'There are no providers yet. Start: ap-audit new "Name of the provider"'
    else:
        survey = Survey(workspace, today)
        found = everything_due(survey)
        view = due_view(found.items, today, Duration(days=7), school=settings.school)
        unknown = (*survey.broken, *survey.unjudged, *survey.ahead)
        pupils = tuple(_pupils(found.pressing))
        yield from pupils
        yield from _pressing(view, most=_most(found) - len(pupils), known=not unknown)
        yield from _waiting(found)
        if unknown:
            judged = "" if len(unknown) == len(survey.broken) else " or judged"
            yield f"{_unread(len(unknown))}{judged}. What is wrong: ap-audit check"
    yield "All that is due: ap-audit due. Every command: ap-audit --help"


def _of_many(survey: Survey, providers: int) -> Iterator[str]:
    """What no greeting may leave out, and where the rest is."""
    placements = placed(survey)
    if len(placements) > MOST:
        said = count(len(placements), "placement with audits", "placements with audits")
        yield f"{said}. Which of them say to act today: ap-audit register"
    else:
        yield from _pupils(tuple(pressing_of(survey, placements)))
        if survey.broken:
            yield f"{_unread(len(survey.broken))}. What is wrong: ap-audit check"
    yield f"{providers} providers. What is due: ap-audit due. Every provider: ap-audit register"


def _pupils(found: tuple[str, ...]) -> Iterator[str]:
    """Whole, however long: it may be the only line that is read."""
    return (f"TAKE CARE. {line}" for line in first_of_all(found, _PUPILS))


def _unread(files: int) -> str:
    return f"{count(files, 'file')} could not be read"


def _most(found: Due) -> int:
    """How many lines are left for what presses."""
    return _SHOWN - bool(found.waiting and found.waiting[0].until_then)


def _pressing(view: DueReport, *, most: int, known: bool) -> Iterator[str]:
    rows = [row for group in view.groups for row in group.rows]
    if not rows:
        nothing = "Nothing is overdue, and nothing falls due within a week."
        yield nothing if known else NOTHING_FOUND
        return
    late = sum(len(group.rows) for group in view.groups if group.id == "overdue")
    more = len(rows) - most
    cut = f" The first {most}:" if more > 0 else ""
    yield f"{late} overdue, {len(rows) - late} due within a week.{cut}"
    for row in rows[:most]:
        who = f" ({row.owner})" if row.owner else ""
        yield "  " + excerpt(f"{row.when}: {row.name}. {row.what}{who}", _WIDTH)


def _waiting(found: Due) -> Iterator[str]:
    if found.waiting:
        first = found.waiting[0]
        others = len(found.waiting) - 1
        also = f", and {count(others, 'other audit')} begun" if others else ""
        said = f"{count(first.left, 'question')} left: ap-audit resume {first.name}{also}"
        yield excerpt(said, _WIDTH)
        if first.until_then:
            yield excerpt(f"Until then its advice is: {first.until_then}", _WIDTH)
    if found.never:
        others = len(found.never) - 1
        also = f" ({others} more)" if others else ""
        yield excerpt(f"No audit yet: ap-audit new {found.never[0]}{also}", _WIDTH)
