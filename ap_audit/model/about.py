"""What an audit is about: a provider, one placement at a provider, or the school itself."""

from typing import assert_never

from msgspec import Struct

from ap_audit.model.words import Subject

SCHOOL = "school"


class About(Struct, frozen=True):
    """The one thing that an audit is about. Two audits of it can be set side by side."""

    subject: Subject
    provider: str = ""
    placement: str = ""

    @property
    def name(self) -> str:
        """What it is called on the command line: ``hillside``, ``hillside/P07``, ``school``."""
        match self.subject:
            case Subject.PROVIDER:
                return self.provider
            case Subject.PLACEMENT:
                return f"{self.provider}/{self.placement}"
            case Subject.SCHOOL:
                return SCHOOL
            case _:
                assert_never(self.subject)

    @property
    def folder(self) -> str:
        """The folder of the workspace that holds its audits."""
        return SCHOOL if self.subject is Subject.SCHOOL else f"providers/{self.provider}"

    @property
    def order(self) -> tuple[int, str, str]:
        """Providers first, then placements, the school last."""
        return (list(Subject).index(self.subject), self.provider, self.placement)
