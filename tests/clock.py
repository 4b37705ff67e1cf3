"""The day on which the tests take place, whatever the clock of the machine says."""

from datetime import date


class TheDay:
    """What stands for `datetime.date` where the program asks it for today."""

    @staticmethod
    def today() -> date:
        """Two days after the newest audit of the example workspace."""
        return date(2026, 11, 26)
