"""What is computed from the audit as a whole: how much is not known, and what is late."""

from fractions import Fraction

from ap_audit.rules.facts import Facts


def unknown_share(facts: Facts) -> Fraction | None:
    """The share of what applies that could not be told or nobody has checked; None of nothing.

    Questions count, not weights, and facts are questions. Scopes must be settled.
    """
    ratings = [given.standing for given in facts.given.values() if given.scope.judged]
    applicable = [rating for rating in ratings if not rating.excused]
    if not applicable:
        return None
    return Fraction(sum(rating.unknown for rating in applicable), len(applicable))


def overdue_actions(facts: Facts) -> int:
    """How many actions are not done and past their date, wherever in the audit they stand."""
    return sum(
        action.overdue(facts.today)
        for given in facts.given.values()
        for action in given.answer.actions.values()
    )
