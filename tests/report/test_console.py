from collections.abc import Callable
from io import StringIO

import pytest

from ap_audit.report.console import show
from tests.report.builders import Case, all_met, blank, signed, typical


def shown(case: Case, *, width: int = 80, skipped: bool = False) -> str:
    """What is printed where there is no terminal."""
    printed = StringIO()
    show(case.view(), printed, width=width, skipped=skipped)
    return printed.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_width(width: int) -> None:
    """No line is longer than the terminal is wide, and none ends in spaces."""
    lines = shown(typical(), width=width).splitlines()
    assert all(len(line) <= width and line == line.rstrip() for line in lines)


def test_the_terminal_shows_what_is_kept(golden: Callable[[str, str], None]) -> None:
    """The audit in eighty columns is the one kept in the golden folder."""
    golden("report/typical.show.txt", shown(typical(), skipped=True))


def test_a_gateway_out_of_scope_is_never_hidden() -> None:
    """A gateway that is left out stands there with its reason, asked for or not."""
    assert "Gateways out of scope" in shown(typical())
    assert "Gateways out of scope" in shown(typical(), skipped=True)


def test_a_signed_audit_leads_with_its_decision() -> None:
    """The decision stands above the advice."""
    text = shown(signed())
    assert text.index("Decision of the school") < text.index("Advice")


@pytest.mark.parametrize("case", [blank, all_met])
def test_an_audit_without_actions_says_so(case: Callable[[], Case]) -> None:
    """An empty table is not drawn."""
    assert "No open action is recorded." in shown(case())


def test_no_colour_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """`NO_COLOR` takes the colours away, even from a terminal."""
    printed, plain = StringIO(), StringIO()
    show(typical().view(), printed, width=80, colour=True)
    monkeypatch.setenv("NO_COLOR", "1")
    show(typical().view(), plain, width=80)
    assert "\x1b[" in printed.getvalue()
    assert "\x1b[" not in plain.getvalue()
