"""The rows of a filled-in worksheet as answers: every row is checked before anything is written."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from msgspec.structs import replace

from ap_audit.cli.sheet_words import Meant, SheetWords
from ap_audit.files.sheet import Row, Sheet
from ap_audit.interview.dates import Likely, date_from
from ap_audit.interview.keys import key_for
from ap_audit.interview.typed_values import LONGEST, Unclear, value_from
from ap_audit.model.audit import UNANSWERED, Answer, Audit, Evidence, OtherAnswer
from ap_audit.model.checklist import Checklist, Criterion
from ap_audit.model.words import Rating, Seen
from ap_audit.report.table import PROVIDER, SCHOOL, cell

HEAD = frozenset((*SCHOOL, *PROVIDER))
_SEEN = {seen.title: seen for seen in Seen} | {seen.value: seen for seen in Seen}


class SheetAnswers:
    """Takes rows into answers, and notes every problem with its row and criterion."""

    def __init__(self, sheet: Sheet, checklist: Checklist, audit: Audit) -> None:
        self._sheet, self._audit = sheet, audit
        self._words = SheetWords(checklist)
        self._known = {str(key): one for key, one in checklist.by_id().items()}
        self._answers: dict[str, Answer] = {}
        self._rows: dict[tuple[str, str], int] = {}

    def taken(self, by: str, today: date) -> dict[str, Answer]:
        """Each answer as it would then stand, where a row says something new."""
        for row in self._sheet.rows:
            criterion = self._criterion(row)
            if criterion is None or not self._first(row, criterion):
                continue
            before = self._answers.get(criterion.id, self._audit.answer(criterion.key))
            after = self._taken(row, criterion, before, by, today)
            if after != before:
                self._answers[criterion.id] = after
        return {
            key: answer if _only_claim(answer, self._before(key)) else _dated(answer, by, today)
            for key, answer in self._answers.items()
        }

    def row(self, key: str) -> int:
        """The first row that is about a question."""
        return min((at for (known, _), at in self._rows.items() if known == key), default=0)

    def _before(self, key: str) -> Answer:
        return self._audit.answers.get(key, UNANSWERED)

    def _criterion(self, row: Row) -> Criterion | None:
        name = row.cells.get("id", "")
        found = self._known.get(name)
        if found is None and set(row.cells) - {"question", "part"}:
            close = get_close_matches(name, self._known, n=1)
            hint = f"did you mean '{close[0]}'?" if close else "keep the column id as it was"
            self._wrong(row, f"'{name}' is not a question of this checklist", hint)
        return found

    def _first(self, row: Row, criterion: Criterion) -> bool:
        """Whether this is the only row for that; a second one would silently win."""
        at = (criterion.id, row.cells.get("part", ""))
        before = self._rows.setdefault(at, row.number)
        if before != row.number:
            self._wrong(row, f"the same question stands in row {before} already")
        return before == row.number

    def _taken(
        self, row: Row, criterion: Criterion, before: Answer, by: str, today: date
    ) -> Answer:
        if "claim" in row.cells:
            return self._claim(row, criterion, before, today)
        if part := row.cells.get("part", ""):
            return self._value(row, criterion, before, part, today)
        after = self._rating(row, criterion, before)
        note = row.cells.get("note", "")
        if note and cell(note) != cell(before.note or ""):
            after = replace(after, note=note)
        if after.rating is Rating.NOT_APPLICABLE and not after.reason:
            after = self._reason(row, criterion, after)
        return self._evidence(row, criterion, after, by, today)

    def _rating(self, row: Row, criterion: Criterion, before: Answer) -> Answer:
        word = self._word(row, criterion, "answer")
        if word is None or word == (before.rating, before.grade):
            return before
        return replace(before, rating=word[0], grade=word[1], reason=None)

    def _reason(self, row: Row, criterion: Criterion, answer: Answer) -> Answer:
        """Why it does not apply stands in the note's cell."""
        note, allowed = answer.note or "", criterion.not_applicable
        if allowed == "never":
            self._wrong(row, "this question always applies", of=criterion)
        elif isinstance(allowed, tuple) and note not in allowed:
            reasons = "; ".join(allowed)
            self._wrong(
                row, "the note does not give the reason", f"one of: {reasons}", of=criterion
            )
        elif not note or len(note) > LONGEST:
            self._wrong(row, "does not apply needs a short reason as its note", of=criterion)
        return replace(answer, reason=note or None, note=None)

    def _claim(self, row: Row, criterion: Criterion, before: Answer, today: date) -> Answer:
        word = self._word(row, criterion, "claim")
        note = row.cells.get("note")
        if word is None:
            return before
        known = before.claim
        if known is not None and (known.rating, known.grade, known.note) == (*word, note):
            return before
        claim = OtherAnswer(rating=word[0], grade=word[1], note=note, date=today)
        return replace(before, claim=claim)

    def _value(
        self, row: Row, criterion: Criterion, before: Answer, part: str, today: date
    ) -> Answer:
        spec, text = criterion.record.get(part), row.cells.get("answer", "")
        if spec is None:
            records = ", ".join(criterion.record) or "nothing"
            self._wrong(row, f"it records no '{part}'", f"it records: {records}", of=criterion)
            return before
        if not text:
            return before
        found = value_from(spec, text, today)
        if isinstance(found, Unclear):
            words = "; ".join(spec.choices.values())
            hint = f"one of: {words}" if words else found.says  # a sheet shows no numbers to type
            self._wrong(row, f"'{text[:60]}' does not fit '{part}'", hint, of=criterion)
            return before
        if before.values.get(part) == found.text:
            return before
        after = replace(before, values={**before.values, part: found.text})
        return replace(after, rating=None, reason=None) if criterion.is_record else after

    def _evidence(
        self, row: Row, criterion: Criterion, before: Answer, by: str, today: date
    ) -> Answer:
        what, how = row.cells.get("evidence", ""), row.cells.get("seen", "").casefold()
        if not what and not how:
            return before
        if not (what and how) or how not in _SEEN or len(what) > LONGEST:
            words = ", ".join(seen.title for seen in Seen)
            self._wrong(
                row,
                "evidence needs a name in 'evidence' and how it was seen in 'seen'",
                f"how: {words}",
                of=criterion,
            )
            return before
        dated = self._dated(row, criterion, today)
        piece = Evidence(what=what, seen=_SEEN[how], dated=dated, date=today, by=by)
        key = key_for(what, {key: one.what for key, one in before.evidence.items()}, "evidence")
        if old := before.evidence.get(key):
            dated = dated or old.dated
            if (old.seen, old.dated) == (piece.seen, dated):
                return before
            piece = replace(old, seen=piece.seen, dated=dated, date=today, by=by)
        return replace(before, evidence={**before.evidence, key: piece})

    def _dated(self, row: Row, criterion: Criterion, today: date) -> date | None:
        text = row.cells.get("dated", "")
        found = date_from(text, today, Likely.PAST) if text else None
        if isinstance(found, str):
            self._wrong(row, f"'{text[:40]}' in 'dated' is no date", found, of=criterion)
            return None
        return found

    def _word(self, row: Row, criterion: Criterion, column: str) -> Meant | None:
        text = row.cells.get(column, "")
        if not text:
            return None
        if criterion.is_record and column == "answer":
            hint = "write it in the row that names the part"
            self._wrong(row, "this question records a fact", hint, of=criterion)
            return None
        found = self._words.meant(text)
        if found is None:
            hint = self._words.instead(text)
            self._wrong(row, f"'{text[:40]}' is not a rating here", hint, of=criterion)
        return found

    def _wrong(self, row: Row, what: str, hint: str = "", *, of: Criterion | None = None) -> None:
        self._sheet.wrong(row.number, f"{of.id}: {what}" if of else what, hint)


def _only_claim(after: Answer, before: Answer) -> bool:
    return replace(after, claim=before.claim) == before


def _dated(answer: Answer, by: str, today: date) -> Answer:
    return replace(answer, date=today, by=by)


def changes(before: Audit, given: dict[str, Answer]) -> Iterator[tuple[str, Answer, Answer]]:
    """Each answer that would be another, as it is and as it would be."""
    for key, answer in given.items():
        old = before.answers.get(key, UNANSWERED)
        if old != answer:
            yield key, old, answer
