"""Finding the way: what `g` shows, and which question the words after it mean."""

from ap_audit.interview.conversation import Conversation
from ap_audit.interview.said import listed, questions
from ap_audit.model.checklist import Criterion
from ap_audit.model.names import CriterionId
from ap_audit.model.words import CriterionClass, Rating
from ap_audit.rules.assessment import Gate, Outcome
from ap_audit.rules.ready import unowned

_LISTED = 8
_WORD = 3
"""How many letters make a word that is looked for in questions."""
_SAVED = "Each answer is saved at once: q stops at any time, and the same command goes on."


def going_on(talk: Conversation, called: str) -> None:
    """The screen with which a begun audit is gone on with; of one that begins, how long it is."""
    asked, left = len(talk.asked()), len(talk.left())
    if asked == left:
        if asked:
            talk.tell(f"{questions(asked).capitalize()} to answer. {_SAVED}")
        return
    name = f" with {called}" if called else ""
    talk.tell(f"Going on{name}: {asked - left} of {questions(asked)} answered.")
    talk.tell(f"Answering as {talk.by}; for another role, start with --by.")
    if short := [outcome.id for outcome in talk.asked() if _half_given(outcome)]:
        talk.tell(f"Answered as met, with something still missing: {listed(short)}.")
    if nobody := [one for one in unowned(talk.assessment) if _asks_for_action(talk, one)]:
        talk.tell(f"Partly or not met, and nobody has an action for it: {listed(nobody)}.")
    if differ := [outcome.id for outcome in talk.differing()]:
        talk.tell(f"Two auditors differ, and it is not settled: {listed(differ)}.")
    whats_left(talk)


def whats_left(talk: Conversation) -> None:
    """Say what is left, section by section."""
    left = {outcome.id for outcome in talk.left()}
    talk.tell(f"What is left: {questions(len(left))}.")
    numbers = {outcome.id: number for number, outcome in enumerate(talk.asked(), 1)}
    room = len(str(len(numbers)))
    for title, outcomes in _by_section(talk).items():
        open_here = [outcome for outcome in outcomes if outcome.id in left]
        first = numbers[(open_here or outcomes)[0].id]
        talk.tell(f"{title}: {_how_many(open_here, len(outcomes))}", f"  g {first:<{room}}  ")
    talk.tell("To go there, type g and the number; or g and a word: g safeguarding, g insurance")


def sought(talk: Conversation, words: str, *, loosely: bool = False) -> Criterion | str:
    """The question that the words mean, or a sentence why it is none.

    They may be an id, a section's id or title, the beginning of one, or a question's number;
    *loosely*, also words that stand in an id or in a question.
    """
    plain = " ".join(words.casefold().split())
    if plain.isascii() and plain.isdigit():
        asked = talk.asked()
        number = int(plain[:9])
        if 1 <= number <= len(asked):
            return asked[number - 1].criterion
        return f"There is no question {words[:9]}. They are numbered 1 to {len(asked)}."
    everything = talk.assessment.outcomes
    for outcome in everything:
        if outcome.id.casefold() == plain:
            return _reached(outcome)
    if in_section := _of_section(talk, plain):
        return _first_left(talk, in_section).criterion
    starts = [
        outcome for outcome in everything if plain and outcome.id.casefold().startswith(plain)
    ]
    if loosely and not starts and len(plain) >= _WORD:
        starts = [outcome for outcome in talk.asked() if plain in _words(outcome.criterion)]
    if len(starts) == 1:
        return _reached(starts[0])
    if starts:
        shown = ", ".join(outcome.id for outcome in starts[:_LISTED])
        more = ", …" if len(starts) > _LISTED else ""
        return f'"{words[:40]}" fits more than one question: {shown}{more}.'
    nothing = f'There is no question or section "{words[:40]}".'
    return f"{nothing} Type g alone to see what is left." if loosely else nothing


def _words(criterion: Criterion) -> str:
    asked = [spec.ask for spec in criterion.record.values()]
    return " ".join((criterion.id, criterion.ask, *asked)).casefold()


def _how_many(left: list[Outcome], of: int) -> str:
    if not left:
        return "nothing left"
    gateways = sum(outcome.criterion.is_gateway for outcome in left)
    said = f"{len(left)} of {of} left"
    if gateways == len(left):
        return f"{said}, {'all gateways' if gateways > 1 else 'a gateway'}"
    kind = "a gateway" if gateways == 1 else "gateways"
    return f"{said}, {gateways} of them {kind}" if gateways else said


def _half_given(outcome: Outcome) -> bool:
    """Whether it was answered as met and lacks what that needs, as after an interruption."""
    if outcome.recorded is not Rating.MET:
        return False
    return outcome.gate is Gate.NOT_SHOWN or outcome.judged is Rating.PARTLY


def _asks_for_action(talk: Conversation, key: CriterionId) -> bool:
    """Whether somebody was asked for an action there, and was called away."""
    return talk.checklist.by_id()[key].class_ is not CriterionClass.STANDARD


def _reached(outcome: Outcome) -> Criterion | str:
    if outcome.scope.judged:
        return outcome.criterion
    return f"{outcome.id} is not asked here. {outcome.scope_because}"


def _of_section(talk: Conversation, plain: str) -> list[Outcome]:
    """The questions of the one section that is meant; empty where none is, or more than one."""
    sections = {outcome.section.id: outcome.section for outcome in talk.asked()}
    names = {key: (key.casefold(), section.title.casefold()) for key, section in sections.items()}
    meant = [key for key, words in names.items() if plain in words] or [
        key for key, words in names.items() if plain and any(w.startswith(plain) for w in words)
    ]
    if len(meant) != 1:
        return []
    return [outcome for outcome in talk.asked() if outcome.section.id == meant[0]]


def _first_left(talk: Conversation, outcomes: list[Outcome]) -> Outcome:
    left = {outcome.id for outcome in talk.left()}
    return next((outcome for outcome in outcomes if outcome.id in left), outcomes[0])


def _by_section(talk: Conversation) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = {}
    for outcome in talk.asked():
        found.setdefault(outcome.section.title, []).append(outcome)
    return found
