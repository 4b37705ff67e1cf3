"""A first audit in a real terminal: what is asked before anything is made, and slips in it."""

from tests.cli.running import TODAY, Shell
from tests.windows import Window

NEW = ("new", "Acme Centre", "--today", TODAY)


def typed(window: Window, *lines: str) -> None:
    """Answer each prompt in its turn."""
    for line in lines:
        window.expect_exact("> ")
        window.sendline(line)


def test_a_slip_in_the_schools_name_is_taken_back(shell: Shell) -> None:
    """`b` goes back; nothing is made before both are said, and then it says where they stand."""
    window = Window(*NEW, folder=shell.folder)
    typed(window, "St Judes", "b")
    window.expect_exact("What is the school called?")
    assert shell.files() == {}
    typed(window, "St Jude's", "2")
    window.expect_exact("School:     St Jude's\r\nAnswering:  Safeguarding lead\r\n")
    typed(window, "q")

    assert window.ended() == 0
    assert "\nschool: St Jude's\n" in shell.files()["ap-audit.yaml"].decode()
    (audit,) = shell.folder.glob("providers/acme-centre/audits/*")
    assert "\nauditor: Safeguarding lead\n" in audit.read_text(encoding="utf-8")


def test_stopped_before_the_first_question(shell: Shell) -> None:
    """Nothing is made, and that is said."""
    window = Window(*NEW, folder=shell.folder)
    typed(window, "St Jude's", "q")
    window.expect_exact("Stopped.\r\nNothing was made. The same command begins again.")

    assert window.ended() == 5
    assert shell.files() == {}


def test_stopped_where_the_school_is_known(shell: Shell) -> None:
    """No provider and no placement is made either, before it is known who answers."""
    shell.begin("Acme Centre")
    before = shell.files()
    words = ("new", "Beta", "--checklist", "placement-start", "--placement", "P07")
    window = Window(*words, folder=shell.folder)
    typed(window, "q")
    window.expect_exact("Nothing was made.")

    assert window.ended() == 5
    assert shell.files() == before


def test_a_slip_in_the_providers_name(shell: Shell) -> None:
    """Nearly a known name: whoever is there is asked which is meant."""
    shell.begin("Acme Centre")
    window = Window("new", "Acme Center", folder=shell.folder)
    window.expect_exact("A provider of much the same name is known: Acme Centre.")
    typed(window, "1", "q")

    assert window.ended() == 0
    assert [path.name for path in (shell.folder / "providers").iterdir()] == ["acme-centre"]


def test_the_beginning_of_a_name(shell: Shell) -> None:
    """Whoever is there may say that the known one is meant; another is refused under that name."""
    shell.begin("Acme Centre")
    meant = Window("new", "Acme", folder=shell.folder)
    typed(meant, "1", "q")
    assert meant.ended() == 0

    other = Window("new", "Acme", folder=shell.folder)
    typed(other, "2")
    other.expect_exact("'Acme' could mean: acme-centre. Nothing was made.")
    assert other.ended() == 4


def test_two_providers_of_nearly_one_name(shell: Shell) -> None:
    """The same, where they are two."""
    shell.begin("Acme Centre")
    window = Window("new", "Acme Center", "--blank", "--by", "DSL", folder=shell.folder)
    typed(window, "2")

    assert window.ended() == 0
    assert "providers/acme-center/provider.yaml" in shell.files()


def test_nearly_one_name_and_nobody_to_ask(shell: Shell) -> None:
    """It is made, since a script means what it says; and what is alike is said."""
    shell.begin("Acme Centre")

    said = shell.run("new", "Acme Center", "--blank", "--no-input").stderr

    assert said.startswith(
        "'Acme Center' is new here. A provider of nearly this name is known: 'Acme Centre'.\n"
        "If it is the same one, take the folder providers/acme-center away again.\n"
        "Made providers/acme-center.\n"
        'To change the name: the line "name:" in its provider.yaml.\n'
    )
    assert "providers/acme-center/provider.yaml" in shell.files()


def renamed(shell: Shell, slug: str, name: str) -> None:
    """Change a provider's name where the program says that it is changed."""
    path = shell.folder / "providers" / slug / "provider.yaml"
    rows = path.read_text(encoding="utf-8").splitlines()
    rows = [f"name: {name}" if row.startswith("name:") else row for row in rows]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_a_provider_whose_name_was_changed(shell: Shell) -> None:
    """Known by the name in its file, whose folder stays as it was: no second one is made."""
    shell.begin("Acme Centre")
    renamed(shell, "acme-centre", "Bright Futures")

    shell.fine("new", "bright futures", "--blank", "--no-input")

    assert [path.name for path in (shell.folder / "providers").iterdir()] == ["acme-centre"]
    said = shell.refused(4, "new", "Acme Centre", "--blank", "--no-input")
    assert "belongs to 'Bright Futures'.\nIf it is that one, give that name." in said


def test_another_apostrophe(shell: Shell) -> None:
    """As it comes with a name that was pasted from a letter."""
    shell.begin("St Jude's")

    shell.fine("new", "ST JUDE’S", "--blank", "--no-input")

    assert [path.name for path in (shell.folder / "providers").iterdir()] == ["st-judes"]


def test_two_providers_of_one_name(shell: Shell) -> None:
    """Which of the two is meant, only their folders tell."""
    shell.begin("Acme Centre")
    shell.begin("Beta")
    for slug in ("acme-centre", "beta"):
        renamed(shell, slug, "Bright Futures")

    said = shell.refused(4, "new", "Bright Futures", "--blank", "--no-input")

    assert "Give the folder name of the one that is meant: acme-centre, beta" in said


def test_numbers_tell_two_apart(shell: Shell) -> None:
    """Site 1 and site 2 are no slips of one another."""
    shell.begin("Acme Training Site 1")

    said = shell.run("new", "Acme Training Site 2", "--blank").stderr

    assert "nearly" not in said
