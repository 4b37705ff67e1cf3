import pytest

from tests.cli.running import Shell


def test_what_needs_doing(example: Shell) -> None:
    """At most ten lines, the last of which says where help is."""
    example.begin("Another Provider")
    (example.folder / "providers/new-one").mkdir()
    provider = example.folder / "providers/another-provider/provider.yaml"
    (example.folder / "providers/new-one/provider.yaml").write_bytes(provider.read_bytes())
    (example.folder / "providers/aaa").mkdir()
    (example.folder / "providers/aaa/provider.yaml").write_text("name: [", encoding="utf-8")
    lines = example.fine().splitlines()
    assert lines[0].startswith("Example School, ")
    assert len(lines) == 10
    assert any("left: ap-audit resume" in line for line in lines)
    assert "No audit yet: ap-audit new aaa (1 more)" in lines
    assert "1 file could not be read. What is wrong: ap-audit check" in lines
    assert lines[-1] == "All that is due: ap-audit due. Every command: ap-audit --help"


def test_a_new_workspace(shell: Shell) -> None:
    """Says how to start."""
    shell.fine("init", "--no-input", "--school", "Northgate Academy")
    assert 'Start: ap-audit new "Name of the provider"' in shell.fine()


def test_nothing_needs_doing(shell: Shell) -> None:
    """Says so."""
    shell.fine("init", "--no-input", "--school", "Northgate Academy")
    shell.begin()
    assert "Nothing is overdue, and nothing falls due within a week." in shell.fine()


def test_a_large_workspace_is_greeted_at_once(shell: Shell) -> None:
    """Without reading every audit of it."""
    shell.fine("init", "--no-input", "--school", "Northgate Academy")
    for number in range(101):
        folder = shell.folder / f"providers/p{number}"
        folder.mkdir(parents=True)
        (folder / "provider.yaml").touch()
    lines = shell.fine().splitlines()
    assert lines[1].startswith("101 providers. What is due: ap-audit due.")


@pytest.mark.parametrize("words", [(), ("--help",)])
def test_outside_of_a_workspace_it_shows_the_help(shell: Shell, words: tuple[str, ...]) -> None:
    """Alone that is an incomplete command line, as ever."""
    result = shell.run(*words)
    assert result.exit_code == (0 if words else 2)
    assert "Usage:" in (result.stdout if words else result.stderr)


def test_what_could_not_be_read_may_be_due(shell: Shell) -> None:
    """That nothing is due is said only where every file was looked at."""
    shell.begin().write_text("format: ap-audit/audit@1\n", encoding="utf-8")

    for words in ((), ("due",)):
        said = shell.run(*words).stdout
        assert "Nothing due was found, but not every file could be looked at." in said
        assert "Nothing is overdue" not in said
