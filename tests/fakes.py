"""Fakes and small builders that tests of several rooms share."""

from dataclasses import dataclass, field

from ap_audit.interview.person import NoMoreAnswers, NotEdited


@dataclass
class Scripted:
    """A person with prepared replies; what was said and typed stands in `transcript`."""

    replies: list[str]
    width: int = 78
    present: bool = True
    transcript: list[str] = field(default_factory=list)
    discarded: int = 0
    edited: list[str] = field(default_factory=list)
    """What the editor gives back, each time it is opened."""

    def say(self, text: str = "") -> None:
        self.transcript += text.split("\n")

    def ask(self, prompt: str) -> str:
        if not self.replies:
            raise NoMoreAnswers
        reply = self.replies.pop(0)
        self.transcript += (prompt + reply).split("\n")
        return reply

    def edit(self, text: str) -> str:
        self.transcript.append(f"[editor: {text}]")
        if not self.edited:
            raise NotEdited("There is no editor here.")
        return self.edited.pop(0)

    def discard(self) -> None:
        self.discarded += 1
