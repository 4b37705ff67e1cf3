from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from ap_audit.model.audit import Answer
from ap_audit.model.placement import Attendance, Placement
from ap_audit.model.words import Rating
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.particulars import NOBODY, Attending, attending, particulars
from ap_audit.report.register import Entry, Listed, RegisterReport, entry, register_view
from ap_audit.report.register_text import register_lines, register_table
from ap_audit.report.render import Form, render
from ap_audit.report.sheet import sheet
from ap_audit.report.view import Fact
from tests.report.builders import DAY, TEMPLATES, Case, all_met, blank, typical, unstyled

Golden = Callable[[str, str], None]
RENEWAL = date(2027, 11, 23)


def found(name: str, case: Case | None, trouble: str = "") -> Entry:
    """One provider as the register has it."""
    judged = case.judged() if case else None
    whole = Listed(
        slug=name.lower(),
        name=name,
        newest=judged,
        trouble=trouble,
        renewal=RENEWAL if judged else None,
        particulars=particulars(
            case.provider if case else None, judged.assessment if judged else None, NOBODY
        ),
    )
    return entry(whole, DAY)


def register() -> RegisterReport:
    """A provider of each kind."""
    broken = found("Broken", None, "The newest audit could not be read")
    return register_view(
        [
            found("Typical", typical()),
            found("Met", all_met()),
            found("Blank", blank()),
            found("New", None),
            broken,
        ],
        school="Northgate Academy",
        today=DAY,
    )


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_register_is_as_kept(form: Form, golden: Golden) -> None:
    """The whole report, byte for byte, but for the style that every page shares."""
    golden(f"report/register.{form}", unstyled(render(register(), form, shipped=TEMPLATES)))


def test_in_the_terminal_it_is_as_kept(golden: Golden) -> None:
    """A line for each provider."""
    golden("report/register.txt", "".join(f"{line}\n" for line in register_lines(register())))


def test_in_a_spreadsheet_it_is_as_kept(golden: Golden) -> None:
    """Every row has as many cells as the first."""
    rows = list(register_table(register()))
    assert len({len(row) for row in rows}) == 1
    golden("report/register.csv", sheet(rows))


def test_the_page_fetches_and_runs_nothing() -> None:
    """The same holds as for every page."""
    page = render(register(), "html", shipped=TEMPLATES)
    assert wrong_with_page(page, must_show=frozenset(("providers",))) == []


def test_an_empty_register() -> None:
    """Says so, and has no table."""
    report = register_view([], school="Northgate Academy", today=DAY)
    assert report.says[0] == "0 providers."
    assert len(list(register_lines(report))) == 2
    assert "There are no providers yet." in render(report, "html", shipped=TEMPLATES)


def test_what_could_not_be_read_is_named() -> None:
    """It is neither left out nor called bad."""
    report = register()
    assert report.warnings == ("1 provider could not be read: Broken.",)
    assert [row.mark.word for row in report.rows] == [
        "gateways failed",
        "shown",
        "not known",
        "not audited",
        "could not be read",
    ]


def test_section_marks() -> None:
    """A failed gateway before what is not known, that before what is met in part."""
    marks = {
        row.name: dict(zip(register().sections, row.sections, strict=True))
        for row in register().rows
        if row.sections
    }
    assert marks["Typical"]["Safeguarding"].mark.word == "gateway failed"
    assert marks["Typical"]["Health and safety"].mark.word == "not known"
    assert marks["Met"]["Safeguarding"].mark.word == "met"
    assert marks["Met"]["Safeguarding"].worst == "100 %"
    assert marks["Blank"]["Education and reviews"].mark.word == "not known"
    partly = found("P", all_met().changed("education-8", Answer(rating=Rating.PARTLY, note="n")))
    assert partly.sections["education"][1].mark.word == "in part"


def test_sections_stand_in_the_order_of_the_checklist() -> None:
    """Also one that only a later provider was asked about."""
    whole = found("Whole", all_met())
    first, _, *rest = whole.sections.items()
    short = replace(whole, sections=dict([first, *rest]))
    report = register_view([short, whole], school="S", today=DAY)
    assert report.sections == tuple(title for title, _ in whole.sections.values())


def test_what_is_missing() -> None:
    """Gateways without evidence that counts, each with what is the matter."""
    rows = {row.name: row for row in register().rows}
    assert rows["Met"].missing == ()
    assert len(rows["Blank"].missing) == rows["Blank"].gateways.not_shown
    assert any("counted until" in line.text for line in rows["Typical"].missing)


def test_two_editions_are_said_to_be_two() -> None:
    """Their scores are not comparable."""
    older = all_met()
    case = Case(
        audit=replace(older.audit, checklist="ap-example@2025.1"),
        checklist=older.checklist,
        provider=older.provider,
    )
    report = register_view([found("A", case), found("B", all_met())], school="S", today=DAY)
    assert "different editions are not comparable" in report.warnings[0]


def test_when_to_look_again() -> None:
    """The first day on which something runs out, or the next audit by the rhythm."""
    row = register().rows[1]
    assert row.next_date <= RENEWAL.isoformat()
    assert not row.late
    case = typical()
    case = Case(
        audit=replace(case.audit, date=date(2025, 1, 6)),
        checklist=case.checklist,
        provider=case.provider,
    )
    late = Listed(
        slug="late",
        name="Late",
        newest=case.judged(),
        trouble="",
        renewal=date(2026, 1, 6),
        particulars=particulars(None, None, NOBODY),
    )
    assert entry(late, DAY).row.late
    assert entry(late, DAY).row.next_what == "The next audit by the school's rhythm"


def test_nothing_recorded_says_so() -> None:
    """Never blank: a blank looks like an answer."""
    said = particulars(None, None, NOBODY)
    assert {getattr(said, name) for name in said.__struct_fields__} == {"not recorded"}


def test_who_attends() -> None:
    """Placements that go on today, by provider; over or not begun, they do not count."""
    here = Attendance(hours="12.5")
    days = [
        (date(2026, 9, 1), None),
        (None, date(2026, 11, 23)),
        (date(2026, 11, 24), None),
        (None, date(2026, 11, 22)),
    ]
    placements = [
        Placement(
            format="ap-audit/placement@1",
            start=start,
            end=end,
            providers={"acme": here, "other": Attendance()},
        )
        for start, end in days
    ]
    known = attending(placements, DAY)
    assert known == {
        "acme": Attending(pupils=2, begun=1, hours=("12.5", "12.5"), since=date(2026, 9, 1)),
        "other": Attending(pupils=2, begun=1, since=date(2026, 9, 1)),
    }
    said = particulars(None, None, known["acme"])
    assert (said.pupils, said.hours) == ("2 of ours", "12.5 hours a week")


def test_an_audit_only_begun() -> None:
    """The advice is that of the one before, of its own day; the new one stands below it."""
    judged = typical().judged()
    whole = Listed(
        slug="typical",
        name="Typical",
        newest=judged,
        trouble="",
        begun=("of 1 March 2027, 2 of 23 questions answered",),
        renewal=RENEWAL,
        particulars=particulars(None, judged.assessment, NOBODY),
    )
    view = register_view([entry(whole, DAY)], school="Northgate Academy", today=DAY)

    until = f"Too little to go by yet. Until then the advice is that of {view.rows[0].last}."
    assert view.rows[0].begun == f"Audit of 1 March 2027, 2 of 23 questions answered. {until}"
    assert view.rows[0].title == "Do not place"
    for form in ("html", "md"):
        page = render(view, form, shipped=TEMPLATES)
        assert "Being audited anew" in page
        assert until in page
    several = entry(replace(whole, begun=(*whole.begun, "of 2 March 2027, 0 of 23")), DAY)
    assert several.row.begun.startswith("Audits of 1 March 2027, 2 of 23 questions answered and of")


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["P07"], "✓ shown, but see P07  "),
        (["P07", "P9"], "✓ shown, but see P07 and P9  "),
        (["P07", "P9", "Q1"], "✓ shown, but see P07 and 2 more  "),
    ],
)
def test_placements_to_act_on_are_marked_in_the_line(names: list[str], says: str) -> None:
    """However many there are, the line keeps its width."""
    whole = found("Met", all_met())
    said = tuple(Fact(label=name, text="“Act today”, 1 May 2026") for name in names)
    report = register_view(
        [replace(whole, row=replace(whole.row, placements=said))], school="S", today=DAY
    )
    assert any(says in line for line in register_lines(report))
