"""What every report is, whatever it is about."""

from typing import ClassVar

from ap_audit.model.base import Value


class Report(Value, frozen=True, kw_only=True):
    """A view-model that is put out through a template, or as JSON."""

    template: ClassVar[str]
    """The name of its template, before ``.html.j2`` or ``.md.j2``."""
