"""The rows of a filled-in spreadsheet, CSV or XLSX, as text; a cell that is no text is refused.

Nothing is computed: a formula, an error or a tick box is a problem that names its row.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from ap_audit.errors import InvalidFile, Place, Problem
from ap_audit.files.document import read_bytes

MOST_ROWS = 5_000
MOST_COLUMNS = 40
MOST_BYTES = 50_000_000
"""Of a workbook unpacked; a small file can hold a very large one."""
_PAGE = "Questions"


class Row(Struct, frozen=True):
    """One row: its number as a spreadsheet counts, and its cells by the names in the head."""

    number: int
    cells: dict[str, str]


class Sheet:
    """The rows of a file, and every problem found in reading them."""

    def __init__(self, shown_path: str) -> None:
        self.shown_path = shown_path
        self.rows: list[Row] = []
        self.problems: list[Problem] = []

    def wrong(self, row: int, what: str, hint: str = "") -> None:
        """Note a problem of a row."""
        place = Place(path=self.shown_path, line=row)
        self.problems.append(Problem(place=place, what=what, hint=hint))


def read_sheet(path: Path, shown_path: str, head: frozenset[str]) -> Sheet:
    """Every row that is not empty, under the columns that are known.

    Raises InvalidFile where it is no such file, or where its first row does not name an id.
    """
    content = read_bytes(path, shown_path)
    lines = _xlsx(content, shown_path) if path.suffix.lower() == ".xlsx" else _csv(content, path)
    sheet = Sheet(shown_path)
    names: list[str] = []
    for number, cells in lines:
        if number > MOST_ROWS:
            raise _refused(shown_path, f"has more than {MOST_ROWS:,} rows")
        if not any(_filled(one) for one in cells):
            continue
        if not names:
            names = [str(one or "").strip().casefold() for one in cells]
            if "id" not in names or not head & set(names):
                raise _refused(
                    shown_path,
                    "its first row does not name the columns of a worksheet",
                    f"keep the first row as it was written: {', '.join(sorted(head))}",
                )
            continue
        pairs = zip(names, cells, strict=False)
        kept = {name: one for name, one in pairs if name in head and _filled(one)}
        texts = {name: _text(sheet, number, name, one) for name, one in kept.items()}
        sheet.rows.append(Row(number, {name: text for name, text in texts.items() if text}))
    return sheet


def _filled(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _text(sheet: Sheet, row: int, name: str, cell: object) -> str:
    """A cell as a person would type it; empty where it is a problem."""
    match cell:
        case str():
            return _typed(sheet, row, name, cell)
        case bool():
            sheet.wrong(row, f"'{name}' is a tick box ({cell})", "choose a word from the list")
        case datetime():
            if not (cell.hour or cell.minute or cell.second):
                return cell.date().isoformat()
            sheet.wrong(row, f"'{name}' is a time of day", "write the date alone")
        case date():
            return cell.isoformat()
        case int():
            return str(cell)
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case _:
            sheet.wrong(row, f"'{name}' is not text", "type it again as text")
    return ""


def _typed(sheet: Sheet, row: int, name: str, cell: str) -> str:
    text = cell.strip()
    if text.startswith("="):
        sheet.wrong(row, f"'{name}' is a formula", "type the value itself")
        return ""
    if text.startswith("#") and text.endswith(("!", "?", "#N/A")):
        sheet.wrong(row, f"'{name}' is an error of the spreadsheet ({text[:20]})")
        return ""
    # The mark before what would else be a formula; spreadsheets show it, and it is not the text.
    bare = text.removeprefix("'")
    return bare if bare[:1] and not bare[0].isalnum() else text


def _csv(content: bytes, path: Path) -> Iterator[tuple[int, list[object]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(
            str(path.name), "is not saved as UTF-8", 'save it as "CSV UTF-8 (comma delimited)"'
        ) from None
    first = text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
            yield number, list(cells[:MOST_COLUMNS])
    except csv.Error as error:
        raise _refused(str(path.name), f"cannot be read as CSV: {error}") from None


def _xlsx(content: bytes, shown_path: str) -> Iterator[tuple[int, list[object]]]:
    from openpyxl import load_workbook  # noqa: PLC0415 -- the extra `xlsx`, where it is asked for

    try:
        _refuse_huge(content, shown_path)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        page = book[_PAGE] if _PAGE in book.sheetnames else book.worksheets[0]
        lines = page.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
        found: list[tuple[int, list[object]]] = [
            (number, list(cells)) for number, cells in enumerate(lines, 1)
        ]
    except InvalidFile:
        raise
    except Exception:  # noqa: BLE001 -- a damaged file raises whatever it happens to hit
        raise _refused(
            shown_path, "cannot be read as a spreadsheet", "save it again as .xlsx, or as CSV"
        ) from None
    yield from found


def _refuse_huge(content: bytes, shown_path: str) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
            raise _refused(shown_path, "is too large unpacked to be a worksheet")


def _refused(shown_path: str, what: str, hint: str = "") -> InvalidFile:
    return InvalidFile((Problem(place=Place(path=shown_path), what=what, hint=hint),))
