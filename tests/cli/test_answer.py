import pytest

from tests.cli.running import TODAY, Shell


def test_changes_only_its_own_lines(shell: Shell) -> None:
    """One answer changes the lines of that answer and no others, comments included."""
    path = shell.begin()
    text = path.read_text(encoding="utf-8").replace(
        "  saf-lead-named:\n", "  # ask again in spring\n  saf-lead-named:\n"
    )
    path.write_text(text, encoding="utf-8")

    shell.fine(
        "answer", "hillside-skills-centre", "saf-policy-current", "partly",
        "--note", "names last year's edition", "--by", "DSL", "--today", TODAY,
    )  # fmt: skip

    assert path.read_text(encoding="utf-8") == text.replace(
        "  saf-policy-current:\n    rating: not-checked\n",
        "  saf-policy-current:\n    rating: partly\n    date: 2026-11-24\n    by: DSL\n"
        "    note: names last year's edition\n",
    )


def test_records_values_and_evidence(shell: Shell) -> None:
    """Values and evidence stand in the file as a person would write them."""
    path = shell.begin()

    shell.fine(
        "answer", "hillside-skills-centre", "hs-insurance-employers", "met",
        "--value", "expires=2027-03-31", "--value", "amount=10000000",
        "--seen", "copy", "--what", "certificate.pdf", "--dated", "2026-04-01", "--today", TODAY,
    )  # fmt: skip

    assert (
        "  hs-insurance-employers:\n"
        "    rating: met\n"
        "    date: 2026-11-24\n"
        "    by: AP lead\n"
        "    values:\n"
        "      expires: 2027-03-31\n"
        "      amount: 10000000\n"
        "    evidence:\n"
        "      e1:\n"
        "        what: certificate.pdf\n"
        "        seen: copy\n"
        "        dated: 2026-04-01\n"
        "        date: 2026-11-24\n"
        "        by: AP lead\n"
    ) in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("saf-policy-curent", "met"), "Did you mean 'saf-policy-current'?"),
        (("saf-policy-current", "mett"), "Did you mean 'met'?"),
        (("saf-policy-current", "yes"), "Use one of: met, partly, not-met"),
        (("saf-policy-current", "recorded"), "'saf-policy-current' needs a rating."),
        (("about-pupils", "met"), "'about-pupils' records a fact, so it is not rated."),
        (("about-pupils", "recorded", "--value", "attend=often"), "'often' does not fit"),
        (("about-pupils", "recorded", "--value", "atend=starting"), "records no 'atend'"),
        (("about-pupils", "recorded", "--value", "attend"), "'attend' is not a value."),
        (("saf-policy-current", "met", "--seen", "copy"), "needs both --seen and --what"),
        (("saf-policy-current", "met", "--seen", "copied", "--what", "x"), "Did you mean 'copy'?"),
    ],
)
def test_what_does_not_fit_is_refused(shell: Shell, words: tuple[str, ...], said: str) -> None:
    """An answer that does not fit is refused with the next step, and the file stays as it is."""
    path = shell.begin()
    before = path.read_bytes()

    assert said in shell.refused(2, "answer", "hillside-skills-centre", *words)
    assert path.read_bytes() == before
