"""Derived inputs: what a rule needs a calendar or a sum for, named in the checklist.

What each function takes and gives, and where its boundaries lie: `rules.functions`.
"""

from enum import StrEnum

from ap_audit.model.base import Value
from ap_audit.model.condition import Input
from ap_audit.model.names import Line


class Function(StrEnum):
    """The closed list of what can be computed."""

    SCHOOL_DAYS_BETWEEN = "school-days-between"
    SCHOOL_DAY_NUMBER = "school-day-number"
    DAYS_SINCE = "days-since"
    WEEKS_SINCE = "weeks-since"
    SCHOOL_WEEKS_SINCE = "school-weeks-since"
    HALF_TERMS_SINCE = "half-terms-since"
    HALF_TERM_END = "half-term-end"
    SUM = "sum"
    DIFFERENCE = "difference"
    PERCENT = "percent"
    OVERDUE_ACTIONS = "overdue-actions"
    UNKNOWN_SHARE = "unknown-share"


OF_THE_WHOLE = frozenset({Function.OVERDUE_ACTIONS, Function.UNKNOWN_SHARE})
"""What is computed from the whole audit, and from no value of it."""


class Derived(Value, frozen=True, kw_only=True):
    """A number or a date computed from recorded values, the day of judging and parameters."""

    title: Line
    """The label a person reads before the result."""
    compute: Function
    of: tuple[Input, ...] = ()
    """today, {answer: [criterion, name]}, {parameter: id}, or {derived: id} of an earlier one."""
