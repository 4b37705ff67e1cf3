"""A checklist as a page of Markdown that a school can read, without knowing YAML."""

from collections.abc import Iterator

from ap_audit.model.checklist import Checklist, Criterion, Rule, Section, ValueType
from ap_audit.model.glossary import NO_WORDS, Glossary
from ap_audit.model.source import Citation, SourceRegister
from ap_audit.model.wording import capital, count, day
from ap_audit.model.words import CriterionClass, Depth, Severity
from ap_audit.report.condition_lines import condition_lines
from ap_audit.report.markdown import escaped, tidied
from ap_audit.report.wording import issued
from ap_audit.rules.needs import also_needed, evidence_needed, when_left_out
from ap_audit.rules.terms import criterion_texts, terms_in

_CLASSES = {
    CriterionClass.GATEWAY: "Gateway: it decides",
    CriterionClass.KEY: "Key question",
    CriterionClass.STANDARD: "Question",
    CriterionClass.RECORD: "Fact: recorded, not rated",
}
_SEVERITIES = {
    Severity.STOP: "Stops: while it holds, the advice is the worst there is",
    Severity.URGENT: "Urgent: while it holds, there are conditions at best",
    Severity.WARN: "Warns; the advice does not change",
    Severity.NOTE: "Notes; the advice does not change",
}
_TYPES = {
    ValueType.DATE: "a date",
    ValueType.MONEY: "an amount in pounds",
    ValueType.NUMBER: "a number",
    ValueType.INTEGER: "a whole number",
    ValueType.CHOICE: "one of these",
    ValueType.TEXT: "a few words",
    ValueType.URN: "a school's six-digit number",
}


def checklist_page(
    checklist: Checklist, register: SourceRegister, glossary: Glossary = NO_WORDS
) -> str:
    """The whole page. The same checklist gives the same page."""
    parts = [
        *_head(checklist),
        *(
            line
            for section in checklist.sections
            for line in _section(section, checklist, register)
        ),
        *_rules(checklist, register),
        *_figures(checklist),
        *_advice(checklist),
        *_sources(checklist, register),
        *_words(checklist, glossary),
    ]
    return tidied("\n".join(parts))


def _head(checklist: Checklist) -> Iterator[str]:
    criteria = list(checklist.criteria())
    of = {kind: sum(one.class_ is kind for one in criteria) for kind in CriterionClass}
    deeper = sum(one.depth is Depth.FULL for one in criteria)
    yield f"# {escaped(checklist.title)}"
    yield ""
    yield f"`{checklist.reference}`, {issued(checklist)}."
    yield ""
    yield "This page is made from the checklist itself, so it says what is asked and nothing else."
    yield ""
    if checklist.about:
        yield f"{escaped(checklist.about)}\n"
    yield (
        f"{count(len(criteria), 'question')} in all, of which each audit asks those that can apply:"
        f" {count(of[CriterionClass.GATEWAY], 'gateway')},"
        f" {count(of[CriterionClass.KEY], 'key question')},"
        f" {count(of[CriterionClass.STANDARD], 'other question')}"
        f" and {count(of[CriterionClass.RECORD], 'fact')}."
        + (f" {count(deeper, 'is', 'are')} asked only at full depth." if deeper else "")
    )
    yield ""
    yield "| Section | Questions | Gateways |"
    yield "| :--- | --: | --: |"
    for section in checklist.sections:
        gateways = sum(one.is_gateway for one in section.criteria)
        yield f"| {escaped(section.title)} | {len(section.criteria)} | {gateways} |"
    yield ""


def _section(section: Section, checklist: Checklist, register: SourceRegister) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield ""
    if section.about:
        yield f"{escaped(section.about)}\n"
    if section.floor is not None:
        yield f"Where its worst case is below {section.floor} %, that is a condition.\n"
    for criterion in section.criteria:
        yield from _criterion(criterion, checklist, register)


def _criterion(
    criterion: Criterion, checklist: Checklist, register: SourceRegister
) -> Iterator[str]:
    yield f"### {escaped(criterion.ask)}"
    yield ""
    facts = [f"`{criterion.id}`", _CLASSES[criterion.class_]]
    if criterion.hard:
        facts.append("no overlay and no exception may soften it")
    if criterion.weight is not None:
        facts.append(f"weighs {criterion.weight}")
    if criterion.depth is Depth.FULL:
        facts.append("only at full depth")
    facts.append("asked " + ", ".join(stage.title for stage in criterion.stage))
    yield f"{' · '.join(facts)}\n"
    yield from _guidance(criterion, checklist)
    yield from _values(criterion)
    if not criterion.is_record:
        said = (evidence_needed(criterion), *also_needed(criterion), when_left_out(criterion))
        yield f"{escaped(' '.join(said))}\n"
    yield from _cited(criterion.sources, register)


def _guidance(criterion: Criterion, checklist: Checklist) -> Iterator[str]:
    if criterion.polarity == "reversed":
        yield "Asked the other way round: yes counts as not met.\n"
    if criterion.why:
        yield f"**Why:** {escaped(criterion.why)}\n"
    if criterion.when is not None:
        yield "**Asked where:**\n"
        yield from _condition(condition_lines(criterion.when, checklist))
    if criterion.look_for:
        yield "**Look for:**\n"
        yield from (f"- {escaped(line)}" for line in criterion.look_for)
        yield ""
    if criterion.ratings:
        yield "| Rating | What it means here |"
        yield "| :--- | :--- |"
        for rating, meaning in criterion.ratings.items():
            yield f"| {capital(rating.title)} | {escaped(meaning)} |"
        yield ""


def _values(criterion: Criterion) -> Iterator[str]:
    if not criterion.record:
        return
    yield "| Recorded | As | |"
    yield "| :--- | :--- | :--- |"
    for name, spec in criterion.record.items():
        kind = "a date that has been" if spec.past else _TYPES[spec.type]
        kind = f"{kind}, in {spec.unit}" if spec.unit else kind
        beyond = "not after" if spec.type is ValueType.DATE else "no more than"
        kind = f"{kind}, {beyond} {spec.at_most}" if spec.at_most else kind
        choices = "; ".join(escaped(title.rstrip(".")) for title in spec.choices.values())
        listed = f": {choices}" if choices else ""
        needed = "may be left out" if spec.optional else "needed"
        yield f"| {escaped(spec.ask)} (`{name}`) | {escaped(kind)}{listed} | {needed} |"
    yield ""


def _cited(sources: tuple[Citation, ...], register: SourceRegister) -> Iterator[str]:
    for citation in sources:
        source = register.sources[citation.source]
        parts = [f"{source.short}, {citation.heading}" if citation.heading else source.short]
        parts.append(f"({(citation.weight or source.weight).title})")
        note = f": {escaped(citation.note)}" if citation.note else ""
        yield f"- Source: {escaped(' '.join(parts))}{note}"
    yield ""


def _rules(checklist: Checklist, register: SourceRegister) -> Iterator[str]:
    if not checklist.rules:
        return
    yield "## Computed rules"
    yield ""
    yield "What follows from the answers by itself. Where something it looks at is not recorded, it"
    yield "*cannot tell*, which is never a pass.\n"
    for name, rule in checklist.rules.items():
        yield from _rule(name, rule, checklist, register)


def _rule(name: str, rule: Rule, checklist: Checklist, register: SourceRegister) -> Iterator[str]:
    yield f"### {escaped(rule.title)}"
    yield ""
    dates = [f"from {day(rule.from_)}"] if rule.from_ else []
    dates += [f"until {day(rule.to)}"] if rule.to else []
    yield f"{' · '.join((f'`{name}`', _SEVERITIES[rule.severity], *dates))}\n"
    yield f"{escaped(rule.says)}\n"
    yield "**Holds where:**\n"
    yield from _condition(condition_lines(rule.when, checklist))
    asked = {str(one): criterion.ask for one, criterion in checklist.by_id().items()}
    for criterion, rating in rule.caps.items():
        yield f"While it holds, “{escaped(asked[criterion])}” counts as {rating.title} at best.\n"
    yield from _cited(rule.sources, register)


def _condition(lines: list[str]) -> Iterator[str]:
    for line in lines:
        margin, dash, text = line.partition("- ")
        yield f"{margin}{dash}{escaped(text)}"
    yield ""


def _figures(checklist: Checklist) -> Iterator[str]:
    if not checklist.parameters:
        return
    yield "## Figures that a trust or council may set\n"
    yield "| Figure | Value | Called |"
    yield "| :--- | :--- | :--- |"
    for name, figure in checklist.parameters.items():
        value = f"{figure.value} {figure.unit}" if figure.value else "not set"
        yield f"| {escaped(figure.title)} | {escaped(value)} | `{name}` |"
    yield ""


def _advice(checklist: Checklist) -> Iterator[str]:
    yield "## What the advice can be\n"
    yield "| Advice | What it says |"
    yield "| :--- | :--- |"
    for words in checklist.verdicts.values():
        yield f"| {escaped(words.title)} | {escaped(words.says)} |"
    yield ""


def _sources(checklist: Checklist, register: SourceRegister) -> Iterator[str]:
    citations = [one for criterion in checklist.criteria() for one in criterion.sources]
    citations += [one for rule in checklist.rules.values() for one in rule.sources]
    cited = {citation.source for citation in citations}
    if not cited:
        return
    yield "## Sources\n"
    yield "| Source | What it binds | How well its text has been checked |"
    yield "| :--- | :--- | :--- |"
    for name, source in register.sources.items():
        if name in cited:
            title = f"{source.title}. {source.publisher}, {source.edition} ({name})"
            review = (
                f", to be looked at again by {day(source.review_by)}" if source.review_by else ""
            )
            checked = f"{capital(source.verification.title)}{review}. {source.note or ''}"
            binds = capital(source.weight.title)
            yield f"| {escaped(title)} | {escaped(binds)} | {escaped(checked)} |"
    yield ""


def _words(checklist: Checklist, glossary: Glossary) -> Iterator[str]:
    texts = [text for criterion in checklist.criteria() for text in criterion_texts(criterion)]
    used = terms_in(texts, glossary)
    if not used:
        return
    yield "## Words used\n"
    for word, entry in used:
        spelled = f" ({entry.stands_for})" if entry.stands_for else ""
        yield f"- **{escaped(word + spelled)}:** {escaped(entry.means)}"
    yield ""
