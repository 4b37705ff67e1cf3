"""Random audits, and the ways in which a person or an editor may lay one out."""

from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ap_audit.files.events import hidden_in
from ap_audit.model.audit import (
    Action,
    Answer,
    Audit,
    Decision,
    Evidence,
    LeftOut,
    OtherAnswer,
    SectionAnswer,
    SectionJudgement,
)
from ap_audit.model.words import Depth, Rating, Seen, Subject
from tests.characters import ANY_CHARACTER, ASCII

# Whole audits are slow to make: a third as many of them as of other examples.
FEW = settings(max_examples=settings().max_examples // 3)
DIGEST = "sha256:" + "0" * 64
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
# What YAML reads as something else, closes early, or drops: the awkward things people do type.
AWKWARD = st.sampled_from(
    [
        "no", "yes", "null", "~", "true", "12:30", "1.10", "0x1F", "1e5", "=", "<<", "- - -", "-",
        "?", "2026-11-23", "2026-13-45", "a: b", "a #b", "#b", ": ", "'", '"', "it's",
        'say "no"', "{a}", "[b", "*a", "&a", "!a", "%a", "@a", "`a", "| a", "> a",
        "a\\b", "\u00a0", "caf\u00e9", "\U0001f600", "\u200b",
        "tab\tbed", " led", "trailed ", "...", "---", "key:",
        "<<<<<<< ours", "007", "+1", ".5",
    ]
)  # fmt: skip
PLAIN = st.text("abc xyz-'.,:#\u00e9", min_size=1, max_size=30)
ANY = st.text(
    ANY_CHARACTER.filter(lambda c: not hidden_in(c)),
    min_size=1,
    max_size=30,
)
LINES = (AWKWARD | PLAIN | ANY).map(lambda text: text.replace("\n", " ").replace("\r", " "))
LINES = LINES.filter(str.strip)
WORDS = (
    st.lists(AWKWARD | PLAIN | ANY | st.just(""), min_size=1, max_size=4)
    .map("\n".join)
    .filter(str.strip)
)
NAMES = st.from_regex(r"[a-z][a-z0-9]{0,6}", fullmatch=True, alphabet=ASCII)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.-]{0,8}", fullmatch=True, alphabet=ASCII)


NOTHING = st.none()

EVIDENCE = st.builds(
    Evidence,
    what=LINES,
    seen=st.sampled_from(Seen),
    dated=NOTHING | DAYS,
    until=NOTHING | DAYS,
    note=NOTHING | WORDS,
)
ACTIONS = st.builds(
    Action, what=LINES, owner=LINES, due=NOTHING | DAYS, done=NOTHING | DAYS, note=NOTHING | WORDS
)
ANSWERS = st.builds(
    Answer,
    rating=NOTHING | st.sampled_from(Rating),
    reason=NOTHING | LINES,
    date=NOTHING | DAYS,
    by=NOTHING | LINES,
    note=NOTHING | WORDS,
    private=NOTHING | WORDS,
    values=st.dictionaries(NAMES, LINES, max_size=2),
    evidence=st.dictionaries(NAMES, EVIDENCE, max_size=1),
    actions=st.dictionaries(NAMES, ACTIONS, max_size=1),
    other=NOTHING | st.builds(OtherAnswer, rating=st.sampled_from(Rating), note=NOTHING | WORDS),
)
SECTIONS = st.builds(
    SectionAnswer,
    not_applicable=NOTHING | st.builds(LeftOut, reason=LINES, by=LINES, date=DAYS),
    judgement=NOTHING | st.builds(SectionJudgement, word=NAMES, reason=WORDS, by=LINES, date=DAYS),
)
AUDITS = st.builds(
    Audit,
    format=st.just("ap-audit/audit@1"),
    subject=st.sampled_from(Subject),
    provider=NOTHING | st.just("acme"),
    checklist=st.just("test@1"),
    digest=st.just(DIGEST),
    depth=st.sampled_from(Depth),
    date=DAYS,
    auditor=LINES,
    follows=NOTHING | LINES,
    answers=st.dictionaries(IDS, ANSWERS, min_size=1, max_size=3),
    sections=st.dictionaries(IDS, SECTIONS, max_size=2),
    decision=st.builds(
        Decision, state=st.sampled_from(["open", "signed"]), outcome=NOTHING | LINES
    ),
)
UNSEALED = AUDITS.map(lambda audit: replace(audit, decision=replace(audit.decision, state="open")))
"""Those that can be changed: what is signed refuses every edit."""
