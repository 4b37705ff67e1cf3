"""What looks like pupil data is queried before it reaches the disk: change, keep, or discard."""

from msgspec.structs import replace

from ap_audit.errors import KeyPath, Unfinished
from ap_audit.interview.keys import key_for
from ap_audit.interview.lines import fitted
from ap_audit.interview.moves import Again
from ap_audit.interview.person import Person
from ap_audit.interview.tidy import tidy
from ap_audit.interview.typed_values import LONGEST
from ap_audit.model.audit import Answer
from ap_audit.model.checklist import Criterion
from ap_audit.rules.guard import fresh
from ap_audit.rules.privacy import Kind, Suspect, suspects

PROMPT = "> "
_AROUND = 24
_CHOICES = "  c change the words   k keep them, with a reason   d discard what was typed"
_WHY = "Why may it stay? A few words, such as: a member of staff. They stand in the file beside it."


def cleared(person: Person, criterion: Criterion, before: Answer, answer: Answer) -> Answer:
    """The answer as it may be written; what stood in it before is not asked about again.

    Raises Again where the person discards what was typed, Unfinished where nobody is there to ask.
    """
    settled: set[str] = set()
    while True:
        new = next((new for new in fresh(before, answer) if new[2].text not in settled), None)
        if new is None:
            return answer
        path, text, found = new
        if not person.present:
            raise Unfinished(
                f"What was given for {criterion.id} looks like {found.kind.title},"
                " so nothing of it was written.",
                hint="Change the words, or answer at a terminal and give a reason to keep them.",
            )
        _show(person, text, found)
        match _chosen(person):
            case "c":
                answer = _with_text(answer, path, _line(person, "Type the words again."))
            case "k":
                settled.add(found.text)
                answer = replace(answer, kept=_kept(answer, found.kind, _reason(person)))
            case _:
                person.say("Discarded: nothing of it was written.")
                raise Again(criterion)


def _show(person: Person, text: str, found: Suspect) -> None:
    start, end = max(0, found.start - _AROUND), found.end + _AROUND
    shown = " ".join(text[start:end].split())
    dots = ("… " if start else "", " …" if end < len(text) else "")
    sure = "" if found.sure else ", though it is not a valid one"
    said = (
        f'This looks like {found.kind.title}{sure}: "{found.text}", in "{dots[0]}{shown}{dots[1]}".'
        " Nothing of it has been written yet. What is once in git cannot be taken back; the"
        " reference of a placement, such as P07, says enough."
    )
    person.say(fitted(said, person.width))
    person.discard()


def _chosen(person: Person) -> str:
    while True:
        person.say(_CHOICES if person.width >= len(_CHOICES) else _CHOICES.replace("   ", "\n  "))
        typed = tidy(person.ask(PROMPT)).casefold()
        if typed in ("c", "k", "d"):
            return typed
        person.say("Type c, k or d.")
        person.discard()


def _reason(person: Person) -> str:
    while True:
        typed = _line(person, _WHY)
        if len(typed) <= LONGEST and "\n" not in typed and not suspects(typed):
            return typed
        person.say(
            fitted(f"Type one line of at most {LONGEST} characters, without a name.", person.width)
        )


def _line(person: Person, says: str) -> str:
    person.say(fitted(says, person.width))
    while True:
        typed = tidy(person.ask(PROMPT))
        if typed and typed[0] not in "-–—•*":
            return typed
        person.say("Type a few words.")
        person.discard()


def _kept(answer: Answer, kind: Kind, reason: str) -> dict[str, str]:
    before = answer.kept.get(kind)
    return {
        **answer.kept,
        kind.value: reason if before in (None, reason) else f"{before}; {reason}"[:LONGEST],
    }


def _with_text(answer: Answer, path: KeyPath, text: str) -> Answer:
    """The answer with other words in one place; a key made of the old words is made anew."""
    match path:
        case ("values", name):
            return replace(answer, values={**answer.values, str(name): text})
        case ("evidence", key, field):
            pieces = dict(answer.evidence)
            piece = replace(pieces.pop(str(key)), **{str(field): text})
            new = key_for(piece.what, {k: p.what for k, p in pieces.items()}, "evidence")
            return replace(answer, evidence={**pieces, new: piece})
        case ("actions", key, field):
            actions = dict(answer.actions)
            action = replace(actions.pop(str(key)), **{str(field): text})
            new = key_for(action.what, dict.fromkeys(actions, ""), "action")
            return replace(answer, actions={**actions, new: action})
        case ("moderated" | "other" as block, field):
            return replace(answer, **{block: replace(getattr(answer, block), **{str(field): text})})
        case (field,):
            return replace(answer, **{str(field): text})
        case _:
            raise TypeError(path)
