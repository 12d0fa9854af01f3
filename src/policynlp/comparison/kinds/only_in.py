"""A provision that the other document lacks, with the nearest passages that were looked at."""

import re
from collections.abc import Iterator, Sequence

from policynlp.comparison.drafting import torn
from policynlp.comparison.echoes import contained
from policynlp.comparison.findings import Finding, Kind, Whole, both
from policynlp.comparison.freedom_words import shapes
from policynlp.comparison.kinship import Kinship, marks
from policynlp.comparison.pairs import Reading
from policynlp.comparison.passages import passages
from policynlp.comparison.phrasing import quote_clause
from policynlp.comparison.roles import GENERAL
from policynlp.comparison.topics import forms, subjects, topics
from policynlp.comparison.unsaid import besides
from policynlp.records import Clause, Passage, Span

LEAD_IN = "lead_in"
SUBJECTS = ("area", "place")
"""Kinds of mention that say what a clause is about."""
CLOSE = 0.58
"""Nearness in meaning, 0 to 1, from which a provision of a text drafted apart may stand elsewhere."""
ALIKE = 0.28
"""Likeness of words that it must have besides (both read by hand in sister agreements)."""
FAIR = 0.4
HELD = 0.55
"""The same for a provision most of whose rare words stand there."""
OF_WHOLES = frozenset({"entry_into_effect", "duration", "notice", "ending", "authentic_language"})
"""Kinds of fact that documents are compared by as wholes."""
SAID = 0.4
"""Likeness of words from which a passage of the other text says a provision of a text drafted apart."""
MOST = 0.35
"""Share of the provision's rare words that it must have besides."""
WHOLE = 0.62
"""That share from which it says the provision however much else it says."""
MARKS = 6
"""Marks (see kinship) that the provision must have then. All four read by hand in sister agreements."""
LEAST = 3
"""Marks (see kinship) below which a clause says nothing by itself."""
JOINERS = frozenset({"of", "the", "and", "for"})
"""Small words inside a name: a clause of names alone says nothing."""
CELL = 4
"""Words that a cell of a table has at most: cells that follow one another are told together."""
ELSEWHERE = 0.85
"""Share of its weight that a provision keeps whose areas the other document names in other provisions."""
NOT_COMMITTED = 0.5
"""Share of its weight that a clause keeps which commits to nothing."""


def whole(comparison: Whole) -> Iterator[Finding]:
    """One finding for each provision in no link, said once or more often."""
    for index in (0, 1):
        for group in groups(comparison, index):
            for part in _parts(comparison, index, group):
                yield report(comparison, index, part)


def _parts(comparison: Whole, index: int, group: list[int]) -> list[list[int]]:
    """A lead-in with its items as one, or, in texts drafted apart, those that other provisions of the other
    document say too apart from the rest."""
    kin = comparison.kin
    if kin is None or len(group) == 1:
        return [group]
    clauses = comparison.readings[index].analysis.clauses
    items = [number for number in group if clauses[number].kind != LEAD_IN]
    said = [number for number in items if _near(comparison, kin, index, number)]
    if not said:
        return [group]
    if len(said) == len(items):
        return [[number] for number in group if number in said] + [[n] for n in group if n not in said]
    return [[number for number in group if number not in said], *([number] for number in said)]


def groups(comparison: Whole, index: int) -> list[list[int]]:
    """Unmatched clauses of a side; those on one subject are one provision, a lead-in and its items too."""
    clauses = comparison.readings[index].analysis.clauses
    found: list[list[int]] = []
    whole = _whole_lists(comparison, index)
    for number in comparison.unmatched(index):
        group = next((g for g in found if _one_provision(clauses, g, number, whole)), None)
        if group is None:
            found.append([number])
        else:
            group.append(number)
    return found


def _one_provision(clauses: Sequence[Clause], group: list[int], number: int, whole: frozenset[str]) -> bool:
    """Whether a clause belongs to those of a group: under their lead-in, or on their subject."""
    parent = clauses[number].parent
    if number == group[-1] + 1 and all(len(clauses[i].text.split()) <= CELL for i in (number, group[-1])):
        return True
    if parent in whole:
        return parent in {clauses[i].id for i in group}
    return _one_subject(clauses[group[0]], clauses[number])


def _whole_lists(comparison: Whole, index: int) -> frozenset[str]:
    """Ids of the unmatched lead-ins none of whose items found a counterpart or repeats another clause."""
    clauses = comparison.readings[index].analysis.clauses
    told = comparison.matched[index] | comparison.echoed[index].keys()
    broken = {clauses[i].parent for i in told}
    for clause in reversed(clauses):
        if clause.id in broken:
            broken.add(clause.parent)
    return frozenset(
        clauses[i].id
        for i in comparison.unmatched(index)
        if clauses[i].kind == LEAD_IN and clauses[i].id not in broken
    )


def _one_subject(first: Clause, second: Clause) -> bool:
    return first.kind == second.kind == "item" and contained(first, second) and contained(second, first)


def report(comparison: Whole, index: int, group: list[int]) -> Finding:
    """The finding for clauses that the other side lacks, or for what one says besides repeating another."""
    reading = comparison.readings[index]
    clauses = [reading.analysis.clauses[number] for number in group]
    like = comparison.echoed[index].get(group[0])
    rest = besides(comparison.readings, index, clauses[0], like) if like else ()
    spans = rest or tuple(span for clause in clauses for span in comparison.whole_clause(clause))
    ids, texts = tuple(dict.fromkeys(span.clause for span in spans)), [_text(reading, s) for s in spans]
    echoed = like is not None and not rest
    oftener = all(said_too(comparison, index, clause) for clause in clauses)
    side = "first" if index == 0 else "second"
    near = not rest and near_to_another(comparison, index, group)
    manner = "_oftener" if oftener else "_again" if echoed else "_near" if near else ""
    whole = all(told_of_wholes(comparison, index, clause) for clause in clauses)
    told = echoed or oftener or near or whole or carried(comparison, index, clauses[0])
    text = " … ".join(texts)
    return Finding(
        message=side + manner,
        spans=(spans, ()) if index == 0 else ((), spans),
        values=(text, "") if index == 0 else ("", text),
        fields={"x": quote_clause(text if rest else texts[0])},
        direction="first" if index == 0 else "second",
        material=not told and not (comparison.kin and all(unreadable(clause) for clause in clauses)),
        factor=max(interest(comparison, index, clause) for clause in clauses),
        clauses=(ids, ()) if index == 0 else ((), ids),
        searched=searched(comparison, index, group),
    )


def _text(reading: Reading, span: Span) -> str:
    return reading.clauses[span.clause].text[span.start : span.end]


def near_to_another(comparison: Whole, index: int, group: Sequence[int]) -> bool:
    """Whether, in texts drafted apart, another provision of the other document says what clauses say."""
    kin = comparison.kin
    if kin is None:
        return False
    if all(_near(comparison, kin, index, number) for number in group):
        return True
    if _announces(comparison, kin, index, group):
        return True
    return bool(said_in(comparison, kin, index, group)) or _defined(comparison, index, group)


def _announces(comparison: Whole, kin: Kinship, index: int, group: Sequence[int]) -> bool:
    """Whether a lead-in stands alone because other provisions of the other document say all its items."""
    clauses = comparison.readings[index].analysis.clauses
    items = [n for n, clause in enumerate(clauses) if clause.parent == clauses[group[0]].id]
    return (
        len(group) == 1
        and clauses[group[0]].kind == LEAD_IN
        and bool(items)
        and all(_near(comparison, kin, index, number) for number in items)
    )


def _near(comparison: Whole, kin: Kinship, index: int, number: int) -> bool:
    """Whether a near clause of the other document has much of a clause's words and meaning though it answers
    another clause, or a passage of one says it."""
    near = comparison.nearest[index].get(number, ()) if index < len(comparison.nearest) else ()
    mine = kin.marks[index][number]
    for other, close in near:
        there = kin.marks[1 - index][other]
        if close >= CLOSE and kin.likeness(mine, there) >= ALIKE:
            return True
        if close >= FAIR and len(mine) > LEAST and kin.held(mine, there) >= HELD:
            return True
    if said_in(comparison, kin, index, [number]) or _usual(comparison, kin, index, number):
        return True
    clause = comparison.readings[index].analysis.clauses[number]
    treated = subjects(clause.text, clause.language)
    return bool(treated) and treated <= comparison.readings[1 - index].treated


def _usual(comparison: Whole, kin: Kinship, index: int, number: int) -> bool:
    """Whether an item only names forms of cooperation that the other document names too, on no subject of its
    own."""
    clause, other = (
        comparison.readings[index].analysis.clauses[number],
        comparison.readings[1 - index].analysis,
    )
    named = forms(clause.text, clause.language)
    if clause.kind != "item" or not named or not named <= forms(other.document.text, clause.language):
        return False
    return kin.held(kin.marks[index][number], kin.of(1 - index, range(len(other.clauses)))) >= WHOLE


def said_in(comparison: Whole, kin: Kinship, index: int, group: Sequence[int]) -> tuple[int, float] | None:
    """The clause of the other document with the passage that says best what clauses say, and its likeness;
    None where no passage says enough of it."""
    mine = kin.of(index, group)
    least = MOST * kin.weight(mine)
    found = [
        (kin.likeness(mine, passage), kin.held(mine, passage), -number)
        for number, clause in enumerate(comparison.readings[1 - index].analysis.clauses)
        if kin.weight(mine & kin.marks[1 - index][number]) >= least
        for passage in (kin.known(part) for part in passages(clause))
    ]
    said = [
        option
        for option in found
        if len(mine) > LEAST
        and ((option[0] >= SAID and option[1] >= MOST) or (option[1] >= WHOLE and len(mine) >= MARKS))
    ]
    best = max(said, default=None)
    return (-best[2], best[0]) if best else None


def _defined(comparison: Whole, index: int, group: Sequence[int]) -> bool:
    """Whether a clause defines a term that the other document defines too."""
    clauses = comparison.readings[index].analysis.clauses
    term = shapes(clauses[group[0]].language).defined.match(clauses[group[0]].text)
    if not term:
        return False
    letters = r"\s?".join(re.escape(letter) for letter in term.group(1).replace(" ", ""))
    quoted = re.compile(rf"[“\"'‘]\s?{letters}\s?[”\"'’]", re.IGNORECASE)
    return any(quoted.search(other.text) for other in comparison.readings[1 - index].analysis.clauses)


def told_of_wholes(comparison: Whole, index: int, clause: Clause) -> bool:
    """Whether, in texts drafted apart, a clause gives a fact that both documents give of themselves (when
    they take effect, how they end), which is compared of the documents as wholes."""
    if comparison.kin is None:
        return False
    end = clause.start + len(clause.text)
    own = {f.kind for f in comparison.readings[index].analysis.facts if clause.start <= f.start < end}
    other = comparison.readings[1 - index].analysis
    if own & {f.kind for f in other.facts} & OF_WHOLES:
        return True
    return bool(topics(clause.text, clause.language) & comparison.readings[1 - index].topics)


def unreadable(clause: Clause) -> bool:
    """Whether a clause is the rest of a page (a numeral, a signature) or words that were run together."""
    title = clause.language == "en" and all(
        not word[0].islower() or word in JOINERS for word in clause.text.split()
    )
    return title or torn(clause) or len(marks(clause)) < LEAST


def said_too(comparison: Whole, index: int, clause: Clause) -> bool:
    """Whether the other document has the very words of a clause, in a place that answers another clause."""
    words = clause.text.split()
    return any(other.text.split() == words for other in comparison.readings[1 - index].analysis.clauses)


def carried(comparison: Whole, index: int, clause: Clause) -> bool:
    """Whether a lead-in lacks a counterpart but its items have theirs."""
    items = [i for i, c in enumerate(comparison.readings[index].analysis.clauses) if c.parent == clause.id]
    return clause.kind == LEAD_IN and any(i in comparison.matched[index] for i in items)


def interest(comparison: Whole, index: int, clause: Clause) -> float:
    """1 for a commitment on something the other document never names, less for what it names elsewhere."""
    reading, other = comparison.readings[index], comparison.readings[1 - index]
    named = {m.value for m in reading.mentions.get(clause.id, ()) if m.kind in SUBJECTS} - GENERAL
    elsewhere = other.subjects
    known = bool(reading.commitments)
    committed = any(not c.lead_in for c in reading.commitments.get(clause.id, ()))
    if known and not committed:
        return NOT_COMMITTED
    return 1.0 if not known or named - elsewhere - reading.parties else ELSEWHERE


def searched(comparison: Whole, index: int, group: Sequence[int]) -> tuple[Passage, ...]:
    """The other side's nearest clauses, nearest first; before them the one that says it in other words."""
    other = comparison.readings[1 - index].analysis.clauses
    near = comparison.nearest[index].get(group[0], ()) if index < len(comparison.nearest) else ()
    said = said_in(comparison, comparison.kin, index, group) if comparison.kin else None
    listed = [said, *(n for n in near if n[0] != said[0])] if said else near
    return tuple(Passage(other[i].id, round(float(score), 4)) for i, score in listed)


KIND = Kind(
    code="only_in",
    weight=0.86,
    messages={
        "first": both("Only {a} says {x}.", "{x}은(는) {a}에만 있다."),
        "first_again": both(
            "{a} says again what it says elsewhere: {x}.",
            "{a}은(는) 다른 조항에서 한 {x}이라는(라는) 말을 다시 한다.",
        ),
        "second_again": both(
            "{b} says again what it says elsewhere: {x}.",
            "{b}은(는) 다른 조항에서 한 {x}이라는(라는) 말을 다시 한다.",
        ),
        "first_oftener": both(
            "{a} says {x} more often than {b}.", "{a}은(는) {x}을(를) {b}보다 더 여러 번 말한다."
        ),
        "second_oftener": both(
            "{b} says {x} more often than {a}.", "{b}은(는) {x}을(를) {a}보다 더 여러 번 말한다."
        ),
        "first_near": both(
            "{a} gives a provision of its own to what {b} touches in another: {x}.",
            "{b}이(가) 다른 조항에서 다루는 {x}을(를) {a}은(는) 따로 규정한다.",
        ),
        "second_near": both(
            "{b} gives a provision of its own to what {a} touches in another: {x}.",
            "{a}이(가) 다른 조항에서 다루는 {x}을(를) {b}은(는) 따로 규정한다.",
        ),
        "second": both("Only {b} says {x}.", "{x}은(는) {b}에만 있다."),
    },
    whole=whole,
)
