import pytest

from tests.cli.running import TODAY, Shell


def test_first_audit_makes_everything(shell: Shell) -> None:
    """From an empty folder, one command makes the workspace, the provider and the audit."""
    shell.begin("Hillside Skills Centre")

    assert list(shell.files()) == [
        ".gitignore",
        "ap-audit.yaml",
        "providers/hillside-skills-centre/audits/2026-11-24.ap-provider.yaml",
        "providers/hillside-skills-centre/provider.yaml",
    ]


def test_blank_audit_holds_every_question(shell: Shell) -> None:
    """Every question has its block from the start, so that two people's answers merge."""
    text = shell.begin().read_text(encoding="utf-8")

    assert text.count("    rating: not-checked\n") == 106
    assert "\n  # Safeguarding\n  saf-checks-written:\n    rating: not-checked\n" in text
    assert text.endswith("\ndecision:\n  state: open\n")


def test_what_was_made_is_said(shell: Shell) -> None:
    """With the lines that change a name, also where nobody was there to be asked for one."""
    assert shell.run("new", "Acme", "--blank", "--today", TODAY).stderr == (
        "Nobody said what the school is called, so its reports say 'Our school'.\n"
        'To change it: the line "school:" in ap-audit.yaml.\n'
        "Made providers/acme.\n"
        'To change the name: the line "name:" in its provider.yaml.\n'
        "The questions are in providers/acme/audits/2026-11-24.ap-provider.yaml.\n"
    )


@pytest.mark.parametrize("words", [("Acme", "Skills", "Centre"), ("“Acme", "Skills", "Centre”")])
def test_a_name_without_quotes(shell: Shell, words: tuple[str, ...]) -> None:
    """Several words are refused, with the command as it was meant; nothing is made."""
    assert shell.refused(2, "new", *words, "--blank") == (
        'A name of several words needs quotes round it.\nap-audit new "Acme Skills Centre"\n'
        "Options, such as --placement, follow as they were.\n"
    )
    assert shell.files() == {}


def test_same_day_twice(shell: Shell) -> None:
    """A second audit on one day gets a number, and the first stays as it is."""
    first = shell.begin()
    before = first.read_bytes()

    shell.fine("new", "hillside-skills-centre", "--blank", "--renew", "--today", TODAY)

    assert first.with_name("2026-11-24-2.ap-provider.yaml").is_file()
    assert first.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("CON", "provider-con"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("Café Élan & Söhne", "cafe-elan-sohne"),
        ("A" * 120, "a" * 60),
        ("Ünï: 50% “quoted” #1", "uni-50-quoted-1"),
        ("nul", "provider-nul"),
        ("School", "provider-school"),
    ],
)
def test_awkward_names(shell: Shell, name: str, folder: str) -> None:
    """An awkward name is kept as it is; only its folder is plain."""
    shell.begin(name)

    assert (shell.folder / "providers" / folder / "provider.yaml").is_file()
    assert shell.fine("check") == ""
    assert folder in shell.fine("list")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "The provider's name is empty."),
        ("   ", "The provider's name is empty."),
        ("../../x", "'../../x' looks like a path, not the provider's name."),
        ("..", "'..' looks like a path, not the provider's name."),
        ("/etc/passwd", "'/etc/passwd' looks like a path, not the provider's name."),
        ("C:\\..\\x", "'C:\\..\\x' looks like a path, not the provider's name."),
        ("Acme\x1b[31m", "The provider's name has hidden characters in it: 'Acme␛[31m'."),
        ("Acme\u202etxt", "The provider's name has hidden characters in it: 'Acme⟨U+202E⟩txt'."),
        ("two\nlines", "The provider's name has hidden characters in it"),
        ("A" * 300, "The provider's name has 300 letters; at most 120 fit."),
        ("!!!", "'!!!' has no letter from a to z and no digit in it to name a folder by."),
    ],
)
def test_impossible_names(shell: Shell, name: str, said: str) -> None:
    """A name that cannot be one is refused in a sentence, and no provider is made."""
    assert said.splitlines()[0] in shell.refused(2, "new", name, "--blank")
    assert not (shell.folder / "providers").exists()


def test_two_names_for_one_folder(shell: Shell) -> None:
    """A second provider whose folder would be the first one's is refused, never numbered."""
    shell.begin("Café One")
    before = shell.files()

    said = shell.refused(4, "new", "Cafe One", "--blank")

    assert "The folder 'providers/cafe-one' belongs to 'Café One'." in said
    assert shell.files() == before


def test_a_folder_of_before_such_letters_were_kept(shell: Shell) -> None:
    """A provider is known by its name where its folder still leaves out the Ł."""
    shell.begin("Łódź Farm")
    providers = shell.folder / "providers"
    (providers / "lodz-farm").rename(providers / "odz-farm")
    (providers / "broken").mkdir()
    (providers / "broken" / "provider.yaml").write_text("name: [", encoding="utf-8")

    shell.fine("new", "łódź farm", "--blank", "--today", TODAY)
    visit = ("contact", "add", "Łódź Farm", "--kind", "visit", "--with", "manager")
    shell.fine(*visit, "--today", TODAY)

    assert {path.name for path in providers.iterdir()} == {"broken", "odz-farm"}
    (contact,) = providers.glob("*/contacts/*")
    assert contact.parent.parent.name == "odz-farm"


def test_goes_on_with_the_audit_that_is_begun(shell: Shell) -> None:
    """The same command again finds the audit that has questions left, whatever the day."""
    shell.begin()
    before = shell.files()

    shell.fine("new", "Hillside Skills Centre", "--blank", "--today", "2026-12-01")

    assert shell.files() == before


def test_unknown_checklist(shell: Shell) -> None:
    """A checklist that is not there is named, with what there is."""
    said = shell.refused(2, "new", "Acme", "--blank", "--checklist", "ap-provder")

    assert "There is no checklist 'ap-provder'." in said
    assert "Did you mean 'ap-provider@2026.1'?" in said


def test_answers_from_a_file(shell: Shell) -> None:
    """Answers given in a file are dated, signed with the role, and saved at once."""
    (shell.folder / "given.yaml").write_text(
        "format: ap-audit/answers@1\n"
        "answers:\n"
        "  saf-policy-current:\n"
        "    rating: partly\n"
        "    note: reviewed in March, names the edition before\n"
        "  about-pupils:\n"
        "    values: {attend: starting}\n",
        encoding="utf-8",
    )

    said = shell.fine("new", "Acme", "--answers", "given.yaml", "--by", "DSL", "--today", TODAY)

    path = shell.folder / "providers/acme/audits/2026-11-24.ap-provider.yaml"
    assert "Saved 2 answers" in said
    assert (
        "  saf-policy-current:\n"
        "    rating: partly\n"
        "    date: 2026-11-24\n"
        "    by: DSL\n"
        "    note: reviewed in March, names the edition before\n"
    ) in path.read_text(encoding="utf-8")
    assert (
        "  about-pupils:\n    date: 2026-11-24\n    by: DSL\n    values:\n      attend: starting\n"
    ) in path.read_text(encoding="utf-8")


def test_wrong_answers_from_a_file(shell: Shell) -> None:
    """Every wrong answer of a file is named with its line, and none is saved."""
    path = shell.begin()
    before = path.read_bytes()
    (shell.folder / "given.yaml").write_text(
        "format: ap-audit/answers@1\n"
        "answers:\n"
        "  saf-policy-curent:\n"
        "    rating: met\n"
        "  about-pupils:\n"
        "    values: {attend: sometimes}\n"
        "  saf-lead-named:\n"
        "    rating: partly\n",
        encoding="utf-8",
    )

    said = shell.refused(3, "new", "hillside-skills-centre", "--answers", "given.yaml")

    assert "given.yaml:3:3: 'saf-policy-curent' is not asked in ap-provider@2026.1" in said
    assert "did you mean 'saf-policy-current'?" in said
    assert "given.yaml:6:22: 'sometimes' does not fit" in said
    assert path.read_bytes() == before


def test_mistyped_rating_in_a_file(shell: Shell) -> None:
    """A mistyped rating is an error with its line; nothing is made of it."""
    shell.begin()
    (shell.folder / "given.yaml").write_text(
        "format: ap-audit/answers@1\nanswers:\n  saf-policy-current:\n    rating: mett\n",
        encoding="utf-8",
    )

    said = shell.refused(3, "new", "hillside-skills-centre", "--answers", "given.yaml")

    assert said.startswith("given.yaml:4:13: 'mett' is not one of the words used here\n")
    assert "did you mean 'met'?" in said


def test_depth_stands_in_the_header(shell: Shell) -> None:
    """What is judged is settled when an audit begins; going on with another depth is refused."""
    shell.fine("new", "Acme", "--blank", "--depth", "full", "--today", TODAY)

    (path,) = shell.folder.glob("providers/acme/audits/*")
    said = shell.refused(2, "new", "Acme", "--blank", "--depth", "core", "--today", TODAY)

    assert "\ndepth: full\n" in path.read_text(encoding="utf-8")
    assert "was begun at full depth" in said
    assert "To begin one at core depth, add --renew to the same command." in said


def test_a_stage_chooses_what_is_asked_now(shell: Shell) -> None:
    """The same audit is asked at the desk first and on the visit later."""
    shell.begin("Acme")

    at_desk = shell.fine("new", "Acme", "--stage", "desk", "--today", TODAY, typed="q\n")
    on_visit = shell.fine("resume", "acme", "--stage", "visit", "--today", TODAY, typed="q\n")

    assert "Question 1 of" in at_desk
    assert "Not asked now" in at_desk
    assert at_desk != on_visit


def test_score_says_what_was_in_scope(shell: Shell) -> None:
    """How much was judged, and for each gateway left out the recorded value that put it there."""
    shell.begin("Acme")
    shell.fine("answer", "acme", "about-subcontractors", "recorded", "--value", "use=none")

    said = shell.fine("score", "acme", "--today", TODAY)

    assert "In scope at core depth: " in said
    assert "Gateway left out: saf-subcontracted. Does anyone else deliver" in said


def test_only_a_part_is_asked(shell: Shell) -> None:
    """`resume --only` asks a part of the questions, and says where there is none."""
    shell.begin("Acme")
    partly = ("answer", "acme", "saf-policy-current", "partly", "--note", "last year's")
    shell.fine(*partly, "--today", TODAY)

    asked = shell.fine("resume", "acme", "--only", "not-met", "--today", TODAY, typed="q\n")
    assert "\nsaf-policy-current\n" in asked
    assert "Question 1 of" not in asked

    shell.fine("answer", "acme", "saf-policy-current", "cannot-tell", "--today", TODAY)
    nothing = shell.fine("resume", "acme", "--only", "not-met", "--today", TODAY)
    assert nothing == "Nothing counts as not met or partly met.\n"
