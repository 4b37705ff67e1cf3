"""What the subjects of audits are called by people."""

from ap_audit.cli.survey import Survey
from ap_audit.errors import InvalidFile
from ap_audit.model.about import About
from ap_audit.model.words import Subject


class Names:
    """What subjects are called by people, each looked up once."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._known: dict[str, str] = {}

    def of(self, about: About) -> str:
        """Of a provider, a placement, or the school itself."""
        if about.subject is Subject.SCHOOL:
            return self._survey.settings.school
        slug = about.provider
        if slug not in self._known:
            try:
                self._known[slug] = self._survey.workspace.provider(slug).value.name
            except InvalidFile:  # `check` says what is wrong with it
                self._known[slug] = slug
        name = self._known[slug]
        return f"Placement {about.placement} at {name}" if about.placement else name
