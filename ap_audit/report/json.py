"""The view-model as a JSON document, for other programs: one version, one meaning."""

from msgspec import json

from ap_audit.report.plain import plain
from ap_audit.report.reports import Report


def report_json(view: Report) -> str:
    """The whole report; its `format` says how to read it. Same report, same bytes."""
    return json.format(json.encode(plain(view)), indent=2).decode() + "\n"
