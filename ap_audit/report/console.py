"""The audit in the terminal. People's text is shown as it is; it cannot colour, link or move."""

from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from ap_audit.model.clean import clean
from ap_audit.report.audit_report import AuditReport
from ap_audit.report.view import AnswerRow, Mark, OutRow

_STYLES = {
    "met": Style(color="green"),
    "partly": Style(color="yellow", bold=True),
    "not-met": Style(color="red", bold=True),
    "unknown": Style(bold=True),
    "none": Style(dim=True),
}
_HEADING, _QUIET = Style(bold=True), Style(dim=True)


def show(
    view: AuditReport,
    file: TextIO,
    *,
    width: int | None = None,
    colour: bool | None = None,
    skipped: bool = False,
) -> None:
    """Print the audit with its assessment; *skipped* adds what is out of scope.

    Where *colour* and *width* are not given, the terminal, `NO_COLOR` and `COLUMNS` decide. A file
    gets no colour.
    """
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        no_color=None if colour is None else not colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    terminal = _Terminal(view)
    terminal.show(skipped=skipped)
    with console.capture() as captured:
        # At once, since rich looks at the whole environment for each thing that it prints.
        console.print(Group(*terminal.parts))
    # Tables and margins are filled up with spaces, which a file or a copied line should not hold.
    file.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


class _Terminal:
    """One audit, put together line by line."""

    def __init__(self, view: AuditReport) -> None:
        self.parts: list[RenderableType] = []
        self._view = view

    def show(self, *, skipped: bool) -> None:
        self._head()
        self._gateways()
        self._not_known()
        self._actions()
        self._numbers()
        for section in self._view.answers:
            if section.answers:
                self._heading(section.title, section.figures.counts)
                for row in section.answers:
                    self._answer(row)
        self._skipped("Gateways out of scope", self._view.gateways_out)
        if skipped:
            self._skipped("Other questions out of scope", self._view.others_out)

    def _head(self) -> None:
        view, front = self._view, self._view.front
        self._line(view.name, _HEADING)
        self._line(". ".join(f"{fact.label}: {fact.text}" for fact in view.facts), _QUIET)
        if front.decision.panel:
            self._heading("Decision of the school", front.decision.title)
            self._line(front.decision.changed, _STYLES["not-met"])
            self._line(front.decision.by, _QUIET)
            self._line(front.decision.signers, _QUIET)
            self._line(front.decision.reason)
            self._line(front.decision.beside)
            self._line(front.decision.reopened)
            for line in view.since:
                self._item(line)
        self._heading("Advice", "")
        if front.until_then:
            self._line(f"Take care. {front.until_then}", _HEADING)
        mark = front.advice.mark
        self._line(f"{mark.symbol} {front.advice.title}", _STYLES[mark.tone])
        self._line(f"{front.advice.says} {front.advice.note}".strip())
        for line in (*front.why.lines, front.why.more):
            self._item(line)
        for line in view.conditions_grouped:
            self._item(f"Condition: {line}")
        if front.last_time:
            self._line(f"Since last time. {front.last_time}")
        for line in front.warnings:
            self._line(f"Take care. {line}", _HEADING)

    def _gateways(self) -> None:
        self._heading("Gateways", self._view.front.gateways_say)
        table = self._table()
        table.add_column("State", no_wrap=True)
        table.add_column("Gateway", ratio=1)
        for group in self._view.gateways:
            for row in group.gateways:
                reasons = [_text(f"\n{line}", _QUIET) for line in (*row.because, row.seen)]
                table.add_row(_mark(row.mark), Text.assemble(_text(row.ask), *reasons))
        if table.row_count:
            self.parts.append(table)
        if self._view.front.exceptions_say:
            self._line(self._view.front.exceptions_say)
        for made in self._view.exceptions:
            self._item(f"{made.mark.symbol} {made.mark.word}: {made.ask} {made.text}")

    def _not_known(self) -> None:
        self._heading("Not known", self._view.front.unknown_say)
        for row in self._view.unknown:
            self._item(f"{row.mark.symbol} {row.mark.word}: {row.ask}")

    def _actions(self) -> None:
        self._heading("Actions", self._view.front.actions_say)
        if not self._view.actions:
            return
        table = self._table()
        for title in ("Action", "Who", "By when"):
            table.add_column(title)
        for row in self._view.actions:
            late = [_text("\noverdue", _STYLES["not-met"])] if row.overdue else []
            table.add_row(_text(row.what), _text(row.owner), Text.assemble(_text(row.due), *late))
        self.parts.append(table)

    def _numbers(self) -> None:
        front = self._view.front
        self._heading("Sections", front.figures.counts)
        table = self._table()
        table.add_column("Section", ratio=1)
        for title in ("Score", "Coverage", "Range"):
            table.add_column(title, justify="right", no_wrap=True)
        for row in self._view.sections:
            shown = row.figures
            table.add_row(*map(_text, (row.title, shown.score, shown.coverage, shown.range)))
        shown = front.figures
        table.add_row(*map(_text, ("All sections", shown.score, shown.coverage, shown.range)))
        self.parts.append(table)
        for row in self._view.sections:
            for line in filter(None, (row.left_out, row.judged)):
                self._item(f"{row.title}. {line}")
        for line in self._view.weakened:
            self._item(f"Weakened: {line}")
        self._line(f"In scope: {self._view.scope}.")
        self._line(f"{front.next.label}: {front.next.text}. {front.next_what}")

    def _answer(self, row: AnswerRow) -> None:
        self.parts.append(Text())
        gate = f" · gateway {row.gate.word}" if row.gate else ""
        kind = "" if row.gate else f" · {row.kind}"
        self.parts.append(Text.assemble(_mark(row.mark), _text(f"{gate}{kind} · {row.id}", _QUIET)))
        self._line(row.ask)
        values = [f"{value.label} {value.text}" for value in row.values]
        pieces = [f"{piece.what}: {piece.seen}. {piece.counts}" for piece in row.evidence]
        actions = [
            f"{a.what}. {a.owner}, {a.due}{', overdue' if a.overdue else ''}" for a in row.actions
        ]
        asides = [f"{aside.title}: {aside.text}" for aside in row.asides]
        notes = [row.note] if row.note else []
        reasons = [f"Reason: {row.reason}"] if row.reason else []
        for line in (
            *notes,
            *reasons,
            *row.because,
            *values,
            *pieces,
            *actions,
            *row.done,
            *asides,
        ):
            self.parts.append(Padding(_text(line), (0, 0, 0, 2)))
        if row.answered:
            self.parts.append(Padding(_text(row.answered, _QUIET), (0, 0, 0, 2)))

    def _skipped(self, title: str, rows: tuple[OutRow, ...]) -> None:
        if rows:
            self._heading(title, "")
        for row in rows:
            self._item(f"{row.ask} {row.because}")

    def _heading(self, title: str, says: str) -> None:
        self.parts.append(Text())
        self.parts.append(Text.assemble(_text(title, _HEADING), _text(f"  {says}" if says else "")))

    def _line(self, text: str, style: Style | str = "") -> None:
        if text:
            self.parts.append(_text(text, style))

    def _item(self, text: str) -> None:
        if text:
            self.parts.append(Padding(_text(f"- {text}"), (0, 0, 0, 2)))

    def _table(self) -> Table:
        return Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=False)


def _mark(mark: Mark) -> Text:
    return _text(f"{mark.symbol} {mark.word}", _STYLES[mark.tone])


def _text(text: str, style: Style | str = "") -> Text:
    """Text that rich does not read for marks, and that holds no control character."""
    return Text(clean(text), style=style)
