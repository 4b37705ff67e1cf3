"""Questions that a checklist suggests to governors, and the findings that suggest them."""

from enum import StrEnum

from ap_audit.model.base import Value
from ap_audit.model.condition import Condition
from ap_audit.model.names import Id, Words


class Sign(StrEnum):
    """What a question may look at besides answers and rules: a closed list."""

    GATEWAYS_FAILED = "gateways-failed"
    GATEWAYS_NOT_SHOWN = "gateways-not-shown"
    THIN_COVERAGE = "thin-coverage"
    """Less than four fifths of what applies has been rated."""
    NOTHING_PLANNED = "nothing-planned"
    """A gateway is not open, or a key question not met, and no open action answers it."""
    OVERDUE_ACTIONS = "overdue-actions"
    EXCEPTIONS = "exceptions"
    ADVICE_WORSE = "advice-worse"
    ANSWERS_WORSE = "answers-worse"
    NOT_SEEN_AGAIN = "not-seen-again"
    ACTIONS_DROPPED = "actions-dropped"
    """An action was open last time, and is not mentioned any more."""


class GovernorsQuestion(Value, frozen=True, kw_only=True):
    """One question, asked where everything it names is so."""

    ask: Words
    when: Condition | None = None
    """Over the ratings as judged and the recorded values."""
    rules: tuple[Id, ...] = ()
    """Any of these rules holds."""
    signs: tuple[Sign, ...] = ()
    """Any of these is so."""
