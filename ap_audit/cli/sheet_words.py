"""What may stand in a cell for a rating: the plain words, or those of the checklist's own scale."""

from difflib import get_close_matches

from ap_audit.model.checklist import Checklist
from ap_audit.model.words import Rating
from ap_audit.rules.grades import best_first

Meant = tuple[Rating, str | None]
"""The rating, and the word of the scale that it was given in."""


class SheetWords:
    """The words of one checklist's sheets. Each may be written as it is shown or as in a file."""

    def __init__(self, checklist: Checklist) -> None:
        scale = checklist.scale
        self._unclear: dict[str, list[str]] = {}
        self._words: dict[str, Meant] = {}
        for rating in Rating:
            titles = [grade.title for grade in scale.values() if grade.counts_as is rating]
            grades = [word for word, grade in scale.items() if grade.counts_as is rating]
            for word in (rating.title, rating.value):
                if len(grades) > 1:
                    self._unclear[word] = titles
                else:
                    self._words[word] = (rating, grades[0] if grades else None)
        for word, grade in scale.items():
            for written in (word, grade.title.casefold()):
                self._words[written] = (grade.counts_as, word)
                self._unclear.pop(written, None)
        plain = [rating.title for rating in Rating if not (scale and rating.rated)]
        self._listed = [grade.title for _, grade in best_first(scale)] + plain

    def meant(self, text: str) -> Meant | None:
        """What a cell says, or None where it is none of the words."""
        return self._words.get(" ".join(text.casefold().split()))

    def instead(self, text: str) -> str:
        """What to write instead."""
        plain = " ".join(text.casefold().split())
        if plain in self._unclear:
            return f"write which: {', '.join(self._unclear[plain])}"
        close = get_close_matches(plain, self._words, n=1)
        if close:
            return f"did you mean '{close[0]}'?"
        return f"the words are: {', '.join(self._listed)}"
