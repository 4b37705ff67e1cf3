"""A text printed, or put in a file; what renders reports is loaded only where one is written."""

from pathlib import Path

from ap_audit.cli.screen import out, tell

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet program reads a pound sign as two other characters."""


def put_text(text: str, wanted: Path | None, *, spreadsheet: bool = False) -> None:
    """Print a text, or write it to a file; raises Refused where the file there is not ours."""
    if wanted is None or str(wanted) == "-":
        out(*text.replace("\r\n", "\n").rstrip("\n").split("\n"))
        return
    from ap_audit.cli.writing import write_report
    from ap_audit.files.here import shown_path

    write_report(wanted, f"{BYTE_ORDER_MARK}{text}" if spreadsheet else text)
    tell(f"Wrote {shown_path(wanted)}.")
