"""What is asked of a whole section: at its start if it applies, at its end how it is judged."""

from msgspec.structs import replace

from ap_audit.interview.choices import numbered
from ap_audit.interview.conversation import Conversation
from ap_audit.interview.lines import fitted
from ap_audit.interview.moves import Onward
from ap_audit.interview.prompts import typed_aside, words_for
from ap_audit.interview.pupils import cleared
from ap_audit.interview.reasons import reason_for
from ap_audit.interview.replies import NotNow, Rated, Text
from ap_audit.interview.said import number_to_type, questions, saved_said
from ap_audit.model.audit import UNANSWERED, Answer, LeftOut, SectionJudgement
from ap_audit.model.checklist import Criterion, Section
from ap_audit.model.names import Kept
from ap_audit.model.words import Rating
from ap_audit.rules.left_out import goes


def ask_if_it_applies(talk: Conversation, criterion: Criterion) -> bool:
    """Ask once, before the first question of a section that may be left out.

    Whether it was left out. It is not asked where anything in it has an answer.
    """
    section = talk.outcome(criterion).section
    if section.not_applicable == "never" or section.id in talk.whole:
        return False
    gone = goes(talk.checklist, section)
    if criterion not in gone or any(not talk.answer(one).blank for one in gone):
        return False
    talk.whole.add(section.id)

    def choices() -> str:
        asked = f"{section.title}: if none of it applies here, this spares {questions(len(gone))}."
        return f"{fitted(asked, talk.person.width)}\n  x none of it applies   s ask its questions"

    while True:
        # Not y and n: what they mean would hang on how the question is put.
        match typed_aside(talk, criterion, choices):
            case NotNow(""):
                return False
            case Rated(Rating.NOT_APPLICABLE, words):
                return _left_out(talk, section, words, criterion)
            case _:
                talk.not_understood(criterion, "Type x and why none of it applies, or s.")


def ask_judgement(talk: Conversation, criterion: Criterion) -> None:
    """Ask, once every question of its section has an answer, how a person judges it as a whole."""
    section = talk.outcome(criterion).section
    if not section.judged or talk.audit.said_of(section.id).judgement is not None:
        return
    if any(outcome.section is section for outcome in talk.assessment.unanswered()):
        return
    talk.person.say()
    word = _word(talk, criterion, section)
    if word is None:
        talk.tell("Left for later.")
        return
    reason = words_for(talk, criterion, "Why? A few words.", several=True)
    if not reason:
        talk.tell("A judgement needs its reason, so none is recorded.")
        return
    reason, kept = _cleared(talk, criterion, reason)
    made = SectionJudgement(word=word, reason=reason, by=talk.by, date=talk.today)
    before = talk.audit.said_of(section.id)
    said = replace(before, judgement=made, kept={**before.kept, **kept})
    what = f"{section.title} as a whole, {section.judged[word].title}"
    talk.record_section(section, said, saved_said(what, reason))


def _cleared(talk: Conversation, criterion: Criterion, reason: str) -> tuple[str, Kept]:
    """The reason as it may be written, and what of it was kept and why.

    Raises Again where it is discarded as pupil data.
    """
    answer = cleared(talk.person, criterion, UNANSWERED, Answer(note=reason))
    return answer.note or reason, answer.kept


def _word(talk: Conversation, criterion: Criterion, section: Section) -> str | None:
    titles = [word.title for word in section.judged.values()]

    def choices() -> str:
        asked = f"{section.title} as a whole: how do you judge it? It stands beside the figures."
        listed = numbered(titles, talk.person.width)
        return f"{fitted(asked, talk.person.width)}\n{listed}\n  s not now"

    while True:
        match typed_aside(talk, criterion, choices):
            case NotNow(""):
                return None
            case Text(typed) if (word := _meant(section, typed)) is not None:
                return word
            case _:
                talk.not_understood(criterion, f"{number_to_type(len(titles))}, or s.")


def _meant(section: Section, typed: str) -> str | None:
    """The word meant by its number or by its title."""
    for number, (word, shown) in enumerate(section.judged.items(), 1):
        if typed.casefold() in (str(number), word, shown.title.casefold()):
            return word
    return None


def _left_out(talk: Conversation, section: Section, words: str, criterion: Criterion) -> bool:
    try:
        reason, _ = reason_for(talk, criterion, words, section)
    except Onward:
        return False
    reason, kept = _cleared(talk, criterion, reason)
    out = LeftOut(reason=reason, by=talk.by, date=talk.today)
    before = talk.audit.said_of(section.id)
    said = replace(before, not_applicable=out, kept={**before.kept, **kept})
    what = f"{section.title} does not apply: {reason}"
    talk.record_section(section, said, saved_said(what))
    talk.tell(f"To bring it back: ap-audit answer AUDIT {section.id} not-checked")
    return True
