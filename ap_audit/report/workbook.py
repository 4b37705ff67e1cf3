"""A worksheet as a spreadsheet file with drop-downs; needs the extra `xlsx`."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet as Page

from ap_audit.report.table import cell, rows
from ap_audit.report.worksheet import Worksheet

_WIDTHS = (26, 16, 70, 22, 50, 34, 30, 16)
_LISTS = "Lists"


def as_xlsx(sheet: Worksheet) -> bytes:
    """The workbook: the questions with a list of answers each, how to fill it in, the lists."""
    book = Workbook()
    page = book.active
    if not isinstance(page, Page):
        raise TypeError(page)
    page.title = "Questions"
    _fill(page, rows(sheet))
    _drop_downs(page, book.create_sheet(_LISTS), sheet)
    about = book.create_sheet("How to fill it in")
    for line in (f"{sheet.title}: {sheet.name}", *sheet.how, f"Made with {sheet.made_with}."):
        about.append([cell(line)])
    about.column_dimensions["A"].width = 110
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Page, lines: list[tuple[str, ...]]) -> None:
    for line in lines:
        page.append([cell(part) for part in line])
    for column, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        page.column_dimensions[column].width = width
    for head in page[1]:
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="E8EBF0")
    for row in page.iter_rows(min_row=2):
        for each in row:
            each.alignment = Alignment(wrap_text=True, vertical="top")
            each.number_format = "@"  # text: what is typed stays as it was typed
    page.freeze_panes = "D2"


def _drop_downs(page: Page, lists: Page, sheet: Worksheet) -> None:
    """Each answer from its list; a list stands in a page of its own, for it may be long."""
    known: dict[tuple[str, ...], DataValidation] = {}

    def choose(choices: tuple[str, ...], where: str) -> None:
        if choices not in known:
            column = len(known) + 1
            for number, choice in enumerate(choices, 1):
                lists.cell(number, column, cell(choice))
            letter = get_column_letter(column)
            known[choices] = DataValidation(
                type="list",
                formula1=f"'{_LISTS}'!${letter}$1:${letter}${len(choices)}",
                allow_blank=True,
                showErrorMessage=True,
                errorTitle="Not one of the answers",
                error="Choose one from the list, or leave it empty.",
            )
            page.add_data_validation(known[choices])
        known[choices].add(where)

    number = 1
    for section in sheet.sections:
        for row in section.rows:
            if row.rated:
                number += 1
                choose(row.choices, f"D{number}")
                if not sheet.claims:
                    choose(sheet.seen, f"G{number}")
            for blank in row.blanks:
                number += 1
                if blank.choices:
                    choose(blank.choices, f"D{number}")
