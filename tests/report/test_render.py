from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from ap_audit.errors import InvalidFile
from ap_audit.report.audit_report import AuditReport
from ap_audit.report.finished import wrong_with_page
from ap_audit.report.render import Form, render
from ap_audit.report.view import Audience
from tests.report.builders import TEMPLATES, Case, all_met, blank, signed, typical

Golden = Callable[[str, str], None]
CASES = {"typical": typical, "blank": blank, "all-met": all_met, "signed": signed}
PAGE_1 = frozenset(("advice", "gateways", "unknown"))
OWN_HTML = '{% extends "builtin:audit.html.j2" %}\n'
OWN_MD = '{% extends "builtin:audit.md.j2" %}\n'


def report(case: Case, form: Form = "html", audience: Audience = "full") -> str:
    """A report made with the shipped templates."""
    return render(case.view(audience), form, shipped=TEMPLATES)


@cache
def seen() -> AuditReport:
    """What the typical report shows."""
    return typical().view()


@cache
def kept(name: str, form: Form = "html", audience: Audience = "full") -> str:
    """The report of one of the cases."""
    return report(CASES[name](), form, audience)


def with_own(folder: Path, text: str, form: Form = "html") -> str:
    """A report made with one template of the workspace's own."""
    (folder / f"audit.{form}.j2").write_text(text, encoding="utf-8")
    return render(seen(), form, shipped=TEMPLATES, own=folder)


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("audience", ["governors", "full"])
@pytest.mark.parametrize("name", CASES)
def test_reports_are_as_kept(name: str, audience: Audience, form: Form, golden: Golden) -> None:
    """Every report is the one kept in the golden folder, byte for byte."""
    golden(f"report/{name}.{audience}.{form}", kept(name, form, audience))


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_same_inputs_give_the_same_bytes(form: Form) -> None:
    """There is no clock and no order of chance in a report."""
    assert report(typical(), form) == kept("typical", form)


@pytest.mark.parametrize("name", CASES)
def test_a_page_fetches_and_runs_nothing(name: str) -> None:
    """No script, no handler, no address that loads, and the policy is in place."""
    assert wrong_with_page(kept(name), must_show=PAGE_1) == []


@pytest.mark.parametrize("name", CASES)
def test_headings_and_labels_hold_together(name: str) -> None:
    """Ids are unique, every reference leads somewhere, and heading levels are never skipped."""
    outline = Outline(kept(name))
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.references) <= set(outline.ids)
    assert outline.levels[0] == 1
    steps = zip(outline.levels, outline.levels[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps)


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_large_audit_makes_one_report(form: Form) -> None:
    """Seven hundred criteria are reported without being cut."""
    page = report(all_met(copies=20), form)
    assert "499 of 499 gateways open" in page
    assert page.count("Is each activity risk-assessed") == 2 * 20 + 1


def test_a_file_that_is_ours_says_so_at_its_beginning() -> None:
    """Every form names its format early, so that only our own files are written over."""
    assert "ap-audit/report@1" in kept("typical")[:1000]
    assert "ap-audit/report@1" in kept("typical", "md")[:100]


def test_an_own_template_changes_a_block(tmp_path: Path) -> None:
    """A block that is filled anew stands in the report; the rest stays."""
    page = with_own(tmp_path, OWN_HTML + "{% block reading %}<p>Ask the office.</p>{% endblock %}")
    assert "<p>Ask the office.</p>" in page
    assert "Told is not seen" not in page
    assert "Do not place" in page


def test_an_own_template_stands_beside_the_shipped_ones(tmp_path: Path) -> None:
    """A base of one's own is used by the shipped report."""
    base = '{% extends "builtin:base.html.j2" %}{% block footer %}<p>Ours</p>{% endblock %}'
    (tmp_path / "base.html.j2").write_text(base, encoding="utf-8")
    page = render(seen(), "html", shipped=TEMPLATES, own=tmp_path)
    assert "<p>Ours</p>" in page


def test_people_are_escaped_in_own_markdown_too(tmp_path: Path) -> None:
    """A template cannot forget to escape."""
    block = (
        "{% block reading %}{{ report.checklist|map(attribute='text')|join(' # ') }}{% endblock %}"
    )
    page = with_own(tmp_path, OWN_MD + block, form="md")
    assert r"Alternative provision provider audit, ap-example\@2026.1 \# 23 November" in page


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{{ report.nothing }}", "no attribute 'nothing'"),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{% if %}", "Expected an expression"),
        ("{{ report.name|safe }}", "No filter named 'safe'"),
        ("{% autoescape false %}{{ report.name }}{% endautoescape %}", "cannot be switched off"),
        ('{{ "a" ~ report.name }}', "'~' is not available"),
        ("{{ 'A' * 1000000000 }}", "'*' is not available"),
        ("{{ report.name.center(1000000000) }}", "no attribute 'center'"),
        ("{{ report.__class__ }}", "no attribute '__class__'"),
        ("{{ report.name.__class__.__mro__ }}", "no attribute '__class__'"),
        ("{{ report.keys() }}", "no attribute 'keys'"),
        ("{{ cycler.__init__.__globals__.os }}", "'cycler' is undefined"),
        ("{{ range(10) }}", "'range' is undefined"),
        ("{{ lipsum() }}", "'lipsum' is undefined"),
        ('{% include "missing.html.j2" %}', "there is no template 'missing.html.j2'"),
        ('{% include "../secret.html.j2" %}', "there is no template"),
        ('{% include "/etc/passwd" %}', "there is no template"),
        ("{{ report.name|attr('upper') }}", "No filter named 'attr'"),
        ("{{ self.__init__ }}", "no attribute"),
        ("{% for x in 5 %}{% endfor %}", "not iterable"),
    ],
)
def test_what_a_template_may_not_do_is_a_problem_in_it(
    tmp_path: Path, text: str, what: str
) -> None:
    """It is refused with the file and the line, not with a trace."""
    with pytest.raises(InvalidFile) as caught:
        with_own(tmp_path, OWN_HTML + "{% block reading %}\n" + text + "\n{% endblock %}")
    problem = caught.value.problems[0]
    assert what in problem.what
    assert Path(problem.place.path) == tmp_path / "audit.html.j2"
    assert problem.place.line == 3
    assert problem.place.excerpt == text


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>alert(1)</script>", "a <script> element"),
        ('<img src="https://example.org/p.png">', "fetches something"),
        ('<meta http-equiv="refresh" content="0;url=https://example.org">', "http-equiv"),
        ('<p onclick="x()">', "an onclick handler"),
        ('<a href="javascript:x()">x</a>', "neither https nor on the page"),
        ("<style>@import 'https://example.org';</style>", "style fetches"),
        ('<p style="background: url(https://example.org)">', "style fetches"),
    ],
)
def test_a_report_that_would_act_is_refused(tmp_path: Path, text: str, what: str) -> None:
    """What a template writes itself is held to the rules of the shipped page."""
    with pytest.raises(InvalidFile) as caught:
        with_own(tmp_path, OWN_HTML + f"{{% block reading %}}{text}{{% endblock %}}")
    assert any(what in problem.what for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("form", "text"), [("html", "<!DOCTYPE html><p>All is well.</p>"), ("md", "All is well.\n")]
)
def test_no_template_can_leave_out_the_advice(tmp_path: Path, form: Form, text: str) -> None:
    """A report without page 1 is refused."""
    with pytest.raises(InvalidFile) as caught:
        with_own(tmp_path, text, form)
    assert "leaves out or changes the advice" in caught.value.problems[0].what


@pytest.mark.parametrize("around", ["<!-- {} -->", "<template>{}</template>"])
def test_no_template_can_hide_the_advice(tmp_path: Path, around: str) -> None:
    """Page 1 must stand on the page, not in a comment."""
    before, after = around.split("{}")
    blocks = (
        f"{{% block before %}}{before}{{% endblock %}}{{% block content %}}{after}{{% endblock %}}"
    )
    with pytest.raises(InvalidFile):
        with_own(tmp_path, OWN_HTML + blocks)


def test_own_templates_may_count_and_loop(tmp_path: Path) -> None:
    """Loops know where they are, whole numbers add up, and blocks can be put in twice."""
    text = "{% for row in report.reading %}{{ loop.index + 1 }};{% endfor %}{{ self.title() }}"
    page = with_own(tmp_path, OWN_HTML + "{% block reading %}" + text + "{% endblock %}")
    assert "2;3;4;" in page
    assert page.count("Hillside Skills Centre, 23 November 2026: Alternative") == 2


def test_a_report_without_end_is_refused(tmp_path: Path) -> None:
    """A template that puts out too much is stopped."""
    loop = (
        "{% for a in report.editions %}{% for b in report.reading %}{% for c in report.reading %}"
    )
    loop += "{% for d in report.reading %}{% for e in report.reading %}" + "x" * 600
    loop += "{% endfor %}" * 5
    with pytest.raises(InvalidFile) as caught:
        with_own(tmp_path, OWN_HTML + "{% block reading %}" + loop + "{% endblock %}")
    assert "longer than 20,000,000 characters" in caught.value.problems[0].what


def test_text_that_is_marked_up_is_not_joined(tmp_path: Path) -> None:
    """Joining is for plain text."""
    text = '{% from "macros.html.j2" import status %}{{ [status(report.legend[0])]|join }}'
    with pytest.raises(InvalidFile) as caught:
        with_own(tmp_path, OWN_HTML + "{% block reading %}" + text + "{% endblock %}")
    assert "plain text only" in caught.value.problems[0].what


def test_a_fault_in_a_shipped_template_is_a_bug(tmp_path: Path) -> None:
    """It is not blamed on the school's files."""
    (tmp_path / "audit.html.j2").write_text("{{ nothing }}", encoding="utf-8")
    with pytest.raises(UndefinedError):
        render(seen(), "html", shipped=tmp_path)


def test_an_empty_folder_of_templates_changes_nothing(tmp_path: Path) -> None:
    """The shipped report is made."""
    page = render(seen(), "html", shipped=TEMPLATES, own=tmp_path)
    assert page == kept("typical")


def test_own_macros_do_not_change_page_1(tmp_path: Path) -> None:
    """Page 1 is made with shipped templates alone, so a status keeps its word."""
    fake = "{% macro status(mark) %}fine{% endmacro %}{% macro bar(bar) %}{% endmacro %}"
    fake += "{% macro actions(rows, caption, about=true) %}{% endmacro %}"
    (tmp_path / "macros.html.j2").write_text(fake, encoding="utf-8")
    page = render(seen(), "html", shipped=TEMPLATES, own=tmp_path)
    assert "</span>failed</span>" in page.partition('id="every-gateway"')[0]


def test_a_link_is_no_template(tmp_path: Path) -> None:
    """A template that is a link out of the folder is not read."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    own = tmp_path / "templates"
    own.mkdir()
    (own / "audit.html.j2").symlink_to(secret)
    with pytest.raises(InvalidFile) as caught:
        render(seen(), "html", shipped=TEMPLATES, own=own)
    assert "plain file" in caught.value.problems[0].what


def test_a_template_that_is_not_text_is_a_problem(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are said to be so."""
    (tmp_path / "audit.html.j2").write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidFile) as caught:
        render(seen(), "html", shipped=TEMPLATES, own=tmp_path)
    assert "UTF-8" in caught.value.problems[0].what


class Outline(HTMLParser):
    """The ids, references and heading levels of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.levels: list[int] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        self.references += found.get("aria-labelledby", "").split()
        if found.get("href", "").startswith("#"):
            self.references.append(found["href"][1:])
        if tag in {"h1", "h2", "h3", "h4"}:
            self.levels.append(int(tag[1]))
