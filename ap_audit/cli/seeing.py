"""A piece of evidence recorded from the command line."""

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ap_audit.cli.asked import known_criterion
from ap_audit.cli.keeping import kept
from ap_audit.cli.one_line import LONGEST_LINE, one_line, some_words
from ap_audit.cli.opening import OpenAudit
from ap_audit.cli.options import today_or
from ap_audit.cli.typed_day import day_done, typed_day
from ap_audit.errors import BadUsage
from ap_audit.files.evidence_files import EvidenceFile, evidence_file, keep_copy
from ap_audit.interview.dates import Likely
from ap_audit.interview.keys import key_for
from ap_audit.model.audit import Evidence
from ap_audit.model.checklist import Criterion
from ap_audit.model.wording import capital, day
from ap_audit.model.words import Seen
from ap_audit.rules.evidence import sight


class Given(Struct, frozen=True, kw_only=True):
    """What was typed."""

    criterion: str
    what: str
    seen: Seen
    file: Path | None
    copy: bool
    on: str
    dated: str
    until: str
    note: str
    by: str
    keep: str
    today: date | None
    """The day of `--today`, where that was given."""


def add_evidence(opened: OpenAudit, given: Given) -> tuple[str, ...]:
    """Record a piece of evidence, hash its file, and say what it amounts to.

    Raises BadUsage where it cannot be so, Refused where the audit is signed. Nothing is copied
    before all else is known to be right.
    """
    asked = known_criterion(opened.changeable(today_or(given.today)), given.criterion)
    if given.copy and given.file is None:
        raise BadUsage("There is nothing to copy.", hint="Give the file too: --file PATH")
    folder = opened.workspace.root / opened.audit.about.folder
    file = evidence_file(folder, given.file) if given.file is not None else None
    piece = _piece(opened, given, file)
    before = opened.audit.answer(asked.key)
    same = _bare(piece)
    if any(_bare(one) == same for one in before.evidence.values()):
        raise BadUsage(
            f"'{piece.what}' is recorded with {asked.id} already.",
            hint="A newer one has a date of its own: --dated 3/11/2026",
        )
    key = key_for(piece.what, dict.fromkeys(before.evidence, ""), "evidence")
    answer = kept(before, replace(before, evidence={**before.evidence, key: piece}), given.keep)
    if given.copy and given.file is not None:
        copied = keep_copy(folder, given.file)
        piece = replace(piece, file=copied.name)
        answer = replace(answer, evidence={**answer.evidence, key: piece})
    opened.saver()(opened.audit.with_answer(asked.key, answer))
    where = f" {piece.file}" if piece.file else ""
    said = f"Saved: {asked.id}/{key}, {piece.seen.title}.{where}"
    return (said, *_amounts_to(asked, key, opened, today_or(given.today)))


def _bare(piece: Evidence) -> Evidence:
    """The piece without when and by whom it was seen, and without where its file lies."""
    return replace(piece, date=None, by=None, file=None)


def _piece(opened: OpenAudit, given: Given, file: EvidenceFile | None) -> Evidence:
    what = given.what or (file.name.rpartition("/")[2] if file else "")
    today = today_or(given.today)
    on = day_done(opened.workspace, given.on, given.today, what="day on which it was seen")
    dated = _day(given.dated, today, Likely.PAST, "date of the document")
    until = _day(given.until, today, Likely.COMING, "last day it counts")
    if dated is not None and dated > today:
        raise BadUsage(
            f"The date of the document, {day(dated)}, is still to come: today is {day(today)}.",
            hint="Give the date that is on it.",
        )
    if until is not None and until < (dated or on):
        raise BadUsage(
            f"It would stop counting on {day(until)}, before {day(dated or on)}.",
            hint="Give the year too, or change one of the two days.",
        )
    return Evidence(
        what=one_line(what, "evidence", longest=LONGEST_LINE),
        seen=given.seen,
        dated=dated,
        date=on,
        by=given.by or opened.audit.auditor,
        until=until,
        file=file.name if file else None,
        sha256=file.sha256 if file else None,
        note=some_words(given.note, "note"),
    )


def _day(text: str, today: date, likely: Likely, what: str) -> date | None:
    return typed_day(text, today, likely=likely, what=what) if text else None


def _amounts_to(asked: Criterion, key: str, opened: OpenAudit, today: date) -> tuple[str, ...]:
    """Whether it counts, and that no rating was changed."""
    answer = opened.workspace.read_audit(opened.document.path).value.answer(asked.key)
    seen = sight(asked, answer, today)
    piece = next(one for one in seen.pieces if one.key == key)
    if not piece.counts:
        counts = f"It does not count: {piece.because}."
        if not piece.evidence.seen.first_hand and asked.is_gateway:
            counts += " It opens no gateway by itself."
    elif piece.counts_until:
        counts = f"It counts until {day(piece.counts_until)}."
    else:
        counts = "It counts."
    rating = answer.rating.title if answer.rating else "recorded"
    return (counts, f"The answer stays as it is: {capital(rating)}.")
