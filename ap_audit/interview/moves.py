"""Where the conversation goes next, when it is not simply on to the next question."""

from ap_audit.model.checklist import Criterion


class Move(Exception):
    """The person wants to be somewhere else. What was saved stays saved."""


class Back(Move):
    """To the question before."""


class Onward(Move):
    """Not now: to the next question."""


class Stop(Move):
    """Enough for today."""


class Again(Move):
    """The same question afresh: what was typed for it was discarded."""

    def __init__(self, criterion: Criterion) -> None:
        super().__init__(criterion.id)
        self.criterion = criterion


class GoTo(Move):
    """To one question."""

    def __init__(self, criterion: Criterion) -> None:
        super().__init__(criterion.id)
        self.criterion = criterion
