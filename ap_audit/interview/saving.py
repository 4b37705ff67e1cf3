"""Saving an answer, however often it takes; as a last resort it is kept in another file."""

from collections.abc import Callable

from msgspec import Struct

from ap_audit.errors import ApAuditError
from ap_audit.interview.lines import fitted, row
from ap_audit.interview.person import Person
from ap_audit.interview.tidy import tidy
from ap_audit.model.audit import Answer, Audit
from ap_audit.model.names import CriterionId

PROMPT = "> "
_CHOICES = ("r try again", "q stop, and keep the answer in another file")
Save = Callable[[Audit], Audit]
Rescue = Callable[[CriterionId, Answer], str]
"""Keeps one answer in a file elsewhere, and gives its name; empty where no file could be written.
"""


class Saving(Struct, frozen=True):
    """How answers reach the disk, and who is told where they do not."""

    person: Person
    save: Save
    rescue: Rescue

    def keep(self, audit: Audit, criterion: CriterionId | None) -> Audit:
        """The audit as it was saved; raises what saving raised where the person gives up.

        Then the answer to *criterion* is kept elsewhere; None where a whole section was spoken of.
        """
        while True:
            try:
                return self.save(audit)
            except ApAuditError as error:
                self._tell(f"Not saved. {error.message}")
                if error.hint:
                    self._tell(error.hint)
                if not (self.person.present and self._again()):
                    if criterion is None:
                        self._tell("What was said of the section is not saved. Write it down.")
                    else:
                        self._rescue(criterion, audit.answer(criterion))
                    raise

    def _again(self) -> bool:
        self._tell("Your answer is kept here until it is saved.")
        while True:
            self.person.discard()
            self.person.say(row(_CHOICES, self.person.width))
            typed = tidy(self.person.ask(PROMPT)).lower()
            if typed in ("r", "q"):
                return typed == "r"

    def _rescue(self, criterion: CriterionId, answer: Answer) -> None:
        name = self.rescue(criterion, answer)
        if name:
            self._tell(f"Your answer to {criterion} is in this file: {name}")
            self._tell("To take it in later: ap-audit resume AUDIT --answers and that file.")
        else:
            self._tell(f"Your answer to {criterion} could not be kept anywhere. Write it down.")

    def _tell(self, text: str) -> None:
        self.person.say(fitted(text, self.person.width))
