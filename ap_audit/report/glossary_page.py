"""The glossary as a page of Markdown."""

from ap_audit.model.glossary import Glossary
from ap_audit.model.source import SourceRegister
from ap_audit.report.markdown import escaped, tidied


def glossary_page(glossary: Glossary, register: SourceRegister) -> str:
    """Every word, in alphabetical order, with where a fact in it comes from."""
    lines = [
        "# Glossary",
        "",
        "Words and abbreviations of alternative provision in England, in plain sentences.",
        "The interview explains those of a question where `?` is typed, a report in full those",
        "that it uses. A school adds its own in `checklists/glossary.yaml` of its workspace.",
        "",
        "| Word | Means | Source |",
        "| :--- | :--- | :--- |",
    ]
    for word, entry in sorted(glossary.terms.items(), key=lambda pair: pair[0].casefold()):
        spelled = f" ({entry.stands_for})" if entry.stands_for else ""
        source = ""
        if entry.source:
            found = register.sources[entry.source]
            source = f"{found.short}; {found.verification.title}"
        lines.append(f"| {escaped(word + spelled)} | {escaped(entry.means)} | {escaped(source)} |")
    return tidied("\n".join(lines))
