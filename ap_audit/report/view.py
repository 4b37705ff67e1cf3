"""The parts of the audit report as plain data, with every label, order, count and sentence decided.

    AuditReport         in `audit_report`: who, what, when
    ├── front           page 1: decision, advice, gateways, what is not known, first actions
    ├── gateways …      what page 1 had to cut short, and the sections, actions and dates
    ├── last_time …     in `history_view`: what other audits of the same say
    ├── rules, answers  in the full report only
    └── editions        the law and guidance behind it, and how well each has been checked

Text, whole numbers, yes or no, and tuples of these: nothing in it can be called, so it is also what
templates, terminal and JSON are given. `private:` notes are in none of it.
"""

from typing import Literal

from ap_audit.model.base import Value

FORMAT = "ap-audit/report@1"

Audience = Literal["governors", "full"]
Tone = Literal["met", "partly", "not-met", "unknown", "none"]


class Mark(Value, frozen=True, kw_only=True):
    """A status: a word, a symbol and a colour, so that no reader depends on one of them."""

    word: str
    symbol: str
    tone: Tone


class Fact(Value, frozen=True, kw_only=True):
    """Something said in two parts."""

    label: str
    text: str


class Listed(Value, frozen=True, kw_only=True):
    """Lines, and how many more there are elsewhere in the report."""

    lines: tuple[str, ...]
    more: str
    """Such as "and 23 more"; empty where nothing was left out."""


class Segment(Value, frozen=True, kw_only=True):
    """One part of a bar, in thousandths of its length."""

    mark: Mark
    start: int
    width: int


class Bar(Value, frozen=True, kw_only=True):
    """A bar, and the same in words."""

    segments: tuple[Segment, ...]
    says: str


class RangeBar(Value, frozen=True, kw_only=True):
    """From the lowest to the highest that a score can be, in thousandths of the whole."""

    low: int
    width: int
    score: int | None
    """None where nothing was rated."""
    floor: int | None
    """None where the section has no floor."""
    says: str


class Needle(Value, frozen=True, kw_only=True):
    """One day on a timeline, in thousandths of its length and of its height."""

    at: int
    top: int
    """From the top: nothing is tallest."""


class Timeline(Value, frozen=True, kw_only=True):
    """The months ahead, and the days in them on which something runs out."""

    months: tuple[str, ...]
    needles: tuple[Needle, ...]
    says: str
    later: str
    """How many days lie beyond the last month; empty where none does."""


class Figures(Value, frozen=True, kw_only=True):
    """The numbers of a section or of the whole: truncated, and never one without the others."""

    counts: str
    """Such as "9 met, 1 partly met, 2 not yet checked"."""
    score: str
    coverage: str
    range: str
    verified: str
    points: str
    """How the score comes about: "9 of 13 points = 69.23 %"."""
    covered: str
    """How the coverage comes about: "13 of 15 = 86.66 %"."""
    range_exact: str
    says: str
    """All of it in sentences."""


class Advice(Value, frozen=True, kw_only=True):
    """What the tool advises."""

    rung: str
    mark: Mark
    title: str
    says: str
    note: str
    """That it is advice; empty where the checklist's own words say so."""


class DecisionMade(Value, frozen=True, kw_only=True):
    """What the school decided, or that it has not."""

    signed: bool
    title: str
    by: str
    reason: str
    beside: str
    """How it stands to the advice that the signers saw; empty where nothing need be said."""
    signers: str
    """Who prepared and checked it, and when; empty where nobody signed for that."""
    changed: str
    """That what was signed is not what stands there now; empty where it is."""
    reopened: str
    """When it was last opened again after signing, by whom and why; empty where never."""
    panel: bool
    """Whether there is more to say than that nothing is decided."""
    since: Listed
    """What has changed since it was signed."""


class GatewayRow(Value, frozen=True, kw_only=True):
    """One gateway."""

    id: str
    ask: str
    section: str
    mark: Mark
    seen: str
    """How it was seen, by kind and date."""
    seen_brief: str
    """How it was seen, by kind alone."""
    because: tuple[str, ...]
    """Why it is not open, or for which reason it does not apply."""
    note: str
    """What the auditor noted, where it is not open."""
    brief: str
    """The same, short enough for page 1."""
    until: str
    """The last day it stays open on today's evidence; empty where that is not known."""


class GatewayGroup(Value, frozen=True, kw_only=True):
    """The gateways of one section."""

    title: str
    gateways: tuple[GatewayRow, ...]


class ActionRow(Value, frozen=True, kw_only=True):
    """One action that is not done."""

    what: str
    owner: str
    due: str
    overdue: bool
    about: str
    """The question it answers."""
    note: str
    severity: str


class UnknownRow(Value, frozen=True, kw_only=True):
    """One criterion of which it is not known how far it is met."""

    id: str
    ask: str
    section: str
    kind: str
    mark: Mark


class DateRow(Value, frozen=True, kw_only=True):
    """A date, and everything of one kind that runs out on it."""

    date: str
    kind: str
    asked: tuple[str, ...]


class ShownRow(Value, frozen=True, kw_only=True):
    """A part of the audit in which something was met on evidence seen and in date."""

    section: str
    counts: str
    """Such as "6 of 8 gateways, 1 of 2 key questions"."""
    such_as: str
    seen: str


class Shown(Value, frozen=True, kw_only=True):
    """What was met on evidence seen and in date, and nothing that was only told."""

    says: str
    rows: tuple[ShownRow, ...]


class AskRow(Value, frozen=True, kw_only=True):
    """A question governors may ask, and the finding it comes from."""

    ask: str
    because: str


class Front(Value, frozen=True, kw_only=True):
    """Page 1."""

    decision: DecisionMade
    advice: Advice
    why: Listed
    conditions: Listed
    """What must be met where the advice is to place only with conditions."""
    gateways_say: str
    gateways_bar: Bar
    gateways: tuple[GatewayRow, ...]
    """Those that are not open, failed ones first."""
    gateways_named: bool
    """Whether they are only named, since so many have failed that there is no room to say why."""
    gateways_more: str
    gateways_open: tuple[str, ...]
    """Each section with its open gateways: "Safeguarding 6 of 11"."""
    exceptions_say: str
    unknown_say: str
    unknown: Listed
    """Those that are not gateways; gateways stand in the table."""
    actions_say: str
    actions: tuple[ActionRow, ...]
    actions_more: str
    next: Fact
    """When to look again, and what runs out then."""
    next_what: str
    figures: Figures
    warnings: tuple[str, ...]
    last_time: str
    """The advice then and now, and how many answers are worse; empty in a first audit."""
    until_then: str = ""
    """The advice that stands while this audit is only begun; empty where it speaks for itself."""


class SectionRow(Value, frozen=True, kw_only=True):
    """One section and its numbers."""

    title: str
    figures: Figures
    bar: Bar
    range_bar: RangeBar | None
    """None where no rated question applies."""
    floor: str
    """That its worst case lies below its floor; empty where it does not."""
    judged: str
    """A person's own judgement of it beside the figures; empty where there is none."""
    left_out: str
    """That all of it was said not to apply, by whom and why; empty where it was not."""


class RuleRow(Value, frozen=True, kw_only=True):
    """One computed rule that holds or cannot be told."""

    id: str
    title: str
    mark: Mark
    severity: str
    says: str
    because: str
    inputs: tuple[Fact, ...]
    sources: tuple[str, ...]


class EvidenceRow(Value, frozen=True, kw_only=True):
    """One piece of evidence."""

    what: str
    seen: str
    """How it was seen, when and by whom, and its own date."""
    counts: str
    """Until when it counts, or why it does not."""
    file: str
    """The name under which its file was recorded; empty where none was."""
    sha256: str
    note: str


class Aside(Value, frozen=True, kw_only=True):
    """Something beside an answer that is not the answer: a claim, a second auditor."""

    title: str
    text: str


class AnswerRow(Value, frozen=True, kw_only=True):
    """One criterion and what was recorded for it."""

    id: str
    ask: str
    kind: str
    """Gateway, key question, question, or fact."""
    mark: Mark
    gate: Mark | None
    means: str
    """What the checklist says this rating means here."""
    because: tuple[str, ...]
    """Why it counts as it does, where that is not simply what was recorded."""
    weighs: str
    """Its part in the sums."""
    answered: str
    reason: str
    note: str
    values: tuple[Fact, ...]
    evidence: tuple[EvidenceRow, ...]
    actions: tuple[ActionRow, ...]
    done: tuple[str, ...]
    asides: tuple[Aside, ...]
    sources: tuple[str, ...]


class AnswerSection(Value, frozen=True, kw_only=True):
    """The answers of one section."""

    title: str
    figures: Figures
    answers: tuple[AnswerRow, ...]


class OutRow(Value, frozen=True, kw_only=True):
    """A criterion that is not judged here, and the recorded value that put it out."""

    id: str
    ask: str
    section: str
    because: str


class ExceptionRow(Value, frozen=True, kw_only=True):
    """A departure the school decided on. It opens no gateway."""

    ask: str
    mark: Mark
    text: str


class EditionRow(Value, frozen=True, kw_only=True):
    """One source that the checklist cites."""

    key: str
    title: str
    publisher: str
    edition: str
    weight: str
    verification: str
    status: str
    """In force from and to, and what replaced it."""
    warning: str
    """That its review is overdue, that it has been replaced, that its text is not confirmed."""
    note: str
    url: str
