import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from ap_audit.errors import InvalidFile
from ap_audit.files.sheet import Sheet, read_sheet

HEAD = frozenset(("id", "answer", "note"))


def read(path: Path) -> Sheet:
    """The rows of a file."""
    return read_sheet(path, path.name, HEAD)


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    """A spreadsheet with these rows under a head."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["id", "answer", "note", "other"])
    for row in rows:
        page.append(list(row))
    book.save(path)
    return path


def table(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A CSV file."""
    path.write_bytes(text.encode(encoding))
    return path


def test_cells_of_every_type(tmp_path: Path) -> None:
    """Numbers and dates become the text a person would type; other columns are left out."""
    path = workbook(
        tmp_path / "a.xlsx",
        ("q1", 5000000.0, 17.5, "x"),
        (),
        ("q2", dt.datetime(2026, 12, 7), 4),  # noqa: DTZ001 -- cells have no zone
        ("q3", "  met ", None),
    )

    sheet = read(path)

    assert sheet.problems == []
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, {"id": "q1", "answer": "5000000", "note": "17.5"}),
        (4, {"id": "q2", "answer": "2026-12-07", "note": "4"}),
        (5, {"id": "q3", "answer": "met"}),
    ]


def test_odd_cells(tmp_path: Path) -> None:
    """A formula, an error, a tick box and a time are problems that name their rows."""
    path = workbook(
        tmp_path / "a.xlsx",
        ("q1", "=A1", None),
        ("q2", "#N/A", None),
        ("q3", True, None),
        ("q4", dt.datetime(2026, 12, 7, 14, 30), None),  # noqa: DTZ001 -- (same)
        ("q5", dt.time(14, 30), None),
    )

    found = [(one.place.line, one.what) for one in read(path).problems]

    assert found == [
        (2, "'answer' is a formula"),
        (3, "'answer' is an error of the spreadsheet (#N/A)"),
        (4, "'answer' is a tick box (True)"),
        (5, "'answer' is a time of day"),
        (6, "'answer' is not text"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    """The delimiters that spreadsheets write, a mark at the front, quotes and line breaks."""
    text = '\ufeffID,Answer,Note\r\nq1,met,"a ""b""\nc"\r\n,,\r\nq2,,\'=x\r\n'.replace(
        ",", delimiter
    )

    rows = read(table(tmp_path / "a.csv", text)).rows

    assert [(row.number, row.cells) for row in rows] == [
        (2, {"id": "q1", "answer": "met", "note": 'a "b"\nc'}),
        (4, {"id": "q2", "note": "=x"}),
    ]


def test_head_that_is_missing(tmp_path: Path) -> None:
    """A file without the head of a worksheet is refused with what is expected."""
    with pytest.raises(InvalidFile) as refused:
        read(table(tmp_path / "a.csv", "q1,met\n"))

    assert "its first row does not name the columns" in refused.value.problems[0].what
    assert "answer, id, note" in refused.value.problems[0].hint


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"id,answer\nq1,caf\xe9\n", "is not saved as UTF-8"),
        ("a.csv", b"id,answer\n" + b"q,met\n" * 5001, "has more than 5,000 rows"),
        ("a.csv", b'id,answer\nq1,"' + b"x" * 200_000 + b'"\n', "cannot be read as CSV"),
        ("a.xlsx", b"no zip at all", "cannot be read as a spreadsheet"),
        ("a.xlsx", b"PK\x03\x04 cut short", "cannot be read as a spreadsheet"),
    ],
)
def test_files_that_are_none(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """What cannot be read is refused in a sentence."""
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(InvalidFile) as refused:
        read(path)

    assert said in refused.value.problems[0].what


def test_small_file_that_unpacks_large(tmp_path: Path) -> None:
    """A workbook that would unpack to more than any worksheet is refused unread."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("xl/workbook.xml", b" " * 51_000_000)
    path = tmp_path / "a.xlsx"
    path.write_bytes(content.getvalue())

    with pytest.raises(InvalidFile) as refused:
        read(path)

    assert "too large unpacked" in refused.value.problems[0].what
