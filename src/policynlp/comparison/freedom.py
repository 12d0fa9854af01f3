"""Findings of a link that no reader of two texts drafted apart would name.

Each test is of one kind of difference and of general cause: a governing word inside a phrase, a body of no
name, a place of nobody, the date of an instrument, a case that the other side puts in other words.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from rapidfuzz.fuzz import ratio

from policynlp.comparison.findings import Finding
from policynlp.comparison.freedom_words import Freedom, free_words
from policynlp.comparison.lexicon import bare, lexicon
from policynlp.comparison.noise import known
from policynlp.comparison.pairs import Pair, Reading
from policynlp.comparison.roles import SIGNATURE
from policynlp.comparison.topics import topics

FIRM = frozenset({"5", "6"})
"""Forces that treaties use for one another: undertakes to, shall."""
ITEM_END = re.compile(r"\s*[.;,]?\s*$")
"""What follows the last word of an item."""
PLAIN = 4
"""Letters up to which a Korean word for a body is that of a kind: 공사·재단·조직체."""
NOWHERE = frozenset({"own-territories", "world"})
"""Values of places that are nobody's in particular."""
SIGNED = 4
"""First letters by which a country is known again where it signs."""
DAY = re.compile(r"\d{4}")
"""What a figure has that is a date."""
PLACES = re.compile(r"\d{1,2}(?:[,·]\d{1,2})+")
"""Numbers of paragraphs."""
SHORT = 8
"""Words up to which an exchange of a predicate and its object is a turn of phrase."""
MODEL = frozenset({"polarity", "institution", "region", "actor", "quantity"})
"""Kinds whose tests hold for sister agreements after one model too."""
NEARLY = 60.0
"""Likeness of letters, 0 to 100, from which exchanged items are one item in other words (read by hand)."""
SAID = 0.55
"""Share of the words of content of a lone passage from which the other side's text says it."""


def free(pair: Pair, code: str, finding: Finding) -> bool:
    """Whether a finding of a kind is only a turn of phrase between texts drafted apart."""
    test = TESTS.get(code) if pair.apart or code in MODEL else None
    return pair.same_language and test is not None and test(pair, finding)


def one_model(readings: tuple[Reading, Reading]) -> bool:
    """Whether each of two texts has a country among its parties that the other lacks: sister agreements."""
    first, second = (reading.parties for reading in readings)
    return bool(first - second and second - first)


def _chars(pair: Pair, finding: Finding, index: int) -> tuple[int, int] | None:
    """Where the first words of a side's evidence stand in its text."""
    spans = finding.spans[index]
    return pair.sides[index].locate(spans[0]) if spans else None


def _after(pair: Pair, finding: Finding, index: int) -> str:
    """The text of a side behind its evidence."""
    spans = finding.spans[index]
    at = pair.sides[index].locate(spans[-1]) if spans else None
    return pair.sides[index].text[at[1] :] if at else ""


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text).lower()


def force(pair: Pair, finding: Finding) -> bool:
    """Governing words of one strength in treaties, of one verb, or inside a phrase."""
    if set(finding.keys) == FIRM:
        return True
    if pair.language != "ko" or not all(finding.values):
        return False
    words, ends = free_words("ko"), [value.split()[-1] for value in finding.values]
    closed = all(
        words.closed.search(value) or ITEM_END.match(_after(pair, finding, k))
        for k, value in enumerate(finding.values)
    )
    one_verb = ends[0] == ends[1] and not words.light.search(ends[0])
    return one_verb or not closed


def action(pair: Pair, finding: Finding) -> bool:
    """Korean actions that are no predicates, are synonyms, or stand in the lead-in of the other side."""
    lex = lexicon(pair.language)
    if pair.language != "ko" or lex is None or not all(finding.values):
        return False
    groups = [lex.synonyms.get(value) for value in finding.values]
    unknown = [value not in lex.actions or lex.actions[value][1] == "other" for value in finding.values]
    if all(unknown) or (groups[0] is not None and groups[0] == groups[1]):
        return True
    if any(finding.values[k] in _lead_in(pair, 1 - k) for k in (0, 1)):
        return True
    predicate, after = free_words("ko").predicate, [_after(pair, finding, k) for k in (0, 1)]
    return not all(predicate.match(text) or ITEM_END.match(text) for text in after)


def _lead_in(pair: Pair, index: int) -> str:
    """The text under which the items of a side stand."""
    clauses = pair.readings[index].clauses
    parents = [clauses[c.parent] for c in pair.sides[index].clauses if c.parent and c.parent in clauses]
    return " ".join(parent.text for parent in parents)


def institution(pair: Pair, finding: Finding) -> bool:
    """Bodies of no name, or that the other side names in other spacing, in part, or in another provision."""
    if all(finding.values):
        return not all(map(_listed, finding.keys)) and _one_body(pair, finding)
    index = 0 if finding.values[0] else 1
    return _nameless(pair, finding, index) or _named_elsewhere(pair, finding, index)


def _one_body(pair: Pair, finding: Finding) -> bool:
    """Whether exchanged bodies are kinds of body, or one of them is named with part of the other's name."""
    names = [_letters(value) for value in finding.values]
    forms = [part for value in finding.values for part in re.split(r"[·ㆍ,\s]+", value) if part]
    plain = pair.language == "ko" and all(len(part) <= PLAIN for part in forms)
    return plain or _part(names[0], names[1]) or _part(names[1], names[0])


def _nameless(pair: Pair, finding: Finding, index: int) -> bool:
    """Whether a lone body is called by a kind of body only."""
    words, value = free_words(pair.language), finding.values[index]
    kind = not _listed(finding.keys[index]) and words.kind.search(value.strip())
    return bool(words.generic.search(_letters(value)) or kind)


def _named_elsewhere(pair: Pair, finding: Finding, index: int) -> bool:
    """Whether the document of the other side names a lone body anywhere."""
    other = pair.readings[1 - index].analysis
    written = _letters(finding.values[index]) in _letters(other.document.text)
    return written or any(m.kind == "institution" and m.value == finding.keys[index] for m in other.mentions)


def _listed(key: str) -> bool:
    """Whether a body is known by a table (kr.msit), not only by the form of its name."""
    return "." in key and not key.startswith("name.")


def _part(short: str, long: str) -> bool:
    """Whether the letters of one name stand in another in order: 국제본부 in 국제투자분쟁해결본부."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def region(pair: Pair, finding: Finding) -> bool:
    """Places of nobody in particular on every side that names one."""
    names = [_letters(value) for value in finding.values]
    same = all(names) and (names[0] in names[1] or names[1] in names[0])
    if all(_signs(pair, k, name) for k, name in enumerate(names) if name):
        return True
    nobody = [_some(pair, key) or _signs(pair, k, names[k]) for k, key in enumerate(finding.keys) if key]
    return same or all(nobody)


def _signs(pair: Pair, index: int, name: str) -> bool:
    """Whether a document ends with the signature of a country of that name."""
    clauses = pair.readings[index].analysis.clauses
    return any(SIGNATURE.search(c.text) and name[:SIGNED] in _letters(c.text) for c in clauses)


def _some(pair: Pair, key: str) -> bool:
    lex, words = lexicon(pair.language), free_words(pair.language)
    if key in NOWHERE:
        return True
    if not words.land.search(key) or key.startswith("country."):
        return words.somewhere.match(key) is not None
    named = lex.places["words"] if lex else ()
    return not any(word in key for word in named if len(word) > 1 and not words.land.search(word))


def quantity(pair: Pair, finding: Finding) -> bool:
    """One measure in two spellings, the date of an instrument, a verb read as a number."""
    lone = [k for k in (0, 1) if finding.values[k]]
    if len(lone) == 1:
        return _no_figure(pair, finding, lone[0]) or _told_of_wholes(pair, finding, lone[0])
    first, second = (free_words(pair.language).months.sub("월", _letters(v)) for v in finding.values)
    return first in second or second in first


def _no_figure(pair: Pair, finding: Finding, index: int) -> bool:
    """Whether a lone figure measures nothing: one of a thing, paragraphs, part of a name, a verb."""
    words, value, after = free_words(pair.language), finding.values[index], _after(pair, finding, index)
    figure = words.months.sub("월", _letters(value))
    if words.one.match(figure) or PLACES.fullmatch(figure) or words.verb.match(figure + after):
        return True
    return bool(DAY.search(value) and words.instrument.match(after))


def _told_of_wholes(pair: Pair, finding: Finding, index: int) -> bool:
    """Whether a lone figure stands in a closing provision that the other document makes elsewhere."""
    at = _chars(pair, finding, index)
    if at is None:
        return False
    text, stop = pair.sides[index].text, free_words(pair.language).full_stop
    start = max([text.rfind(". ", 0, at[0]), *(m.start() for m in stop.finditer(text, 0, at[0]))]) + 1
    end = stop.search(text, at[1])
    made = topics(text[start : end.end() if end else len(text)], pair.language)
    beside = topics(pair.sides[1 - index].text, pair.language)
    return bool((made & pair.readings[1 - index].topics) - beside)


def condition(pair: Pair, finding: Finding) -> bool:
    """A case named before or put in other words, a word of manner, the formula of definitions and of closing
    provisions."""
    words, said = free_words(pair.language), [value for value in finding.values if value]
    if any(topics(side.text, pair.language) for side in pair.sides):
        return True
    if all(words.idle.search(value) for value in said):
        return True
    if len(said) != 1:
        return False
    other = pair.sides[1 if finding.values[0] else 0].text
    put = words.case.search(said[0]) and words.other_case.search(other)
    return bool(put or words.broken.search(said[0]))


def scope(pair: Pair, finding: Finding) -> bool:
    """A predicate with its object in other words, a torn beginning of a sentence, what the other side has in
    words that did not change."""
    words, texts = free_words(pair.language), [value.strip() for value in finding.values]
    if any(words.turn.match(text) or words.torn.search(text) or _unquoted(text) for text in texts):
        return True
    if all(texts):
        return _predicate(words, texts) or ratio(*(_letters(text) for text in texts)) >= NEARLY
    index = 0 if texts[0] else 1
    if topics(texts[index], pair.language) & pair.readings[1 - index].topics:
        return True
    if words.opened.match(texts[index]) and not words.sentence.search(texts[index]):
        return True
    chars = _chars(pair, finding, index)
    return chars is not None and known(pair, index, pair.sides[index].token_range(*chars)) >= SAID


def _unquoted(text: str) -> bool:
    """Whether a quotation begins or ends outside a passage."""
    return text.count('"') % 2 == 1 or text.count("”") != text.count("“")


def _predicate(words: Freedom, texts: Sequence[str]) -> bool:
    """Whether exchanged passages begin a sentence, are short and end one, or only one of them holds an
    end."""
    ended = [bool(words.sentence.search(text)) for text in texts]
    short = max(len(text.split()) for text in texts) <= SHORT
    return ended[0] != ended[1] or any(words.subject.match(text) for text in texts) or (short and any(ended))


def actor(pair: Pair, finding: Finding) -> bool:
    """One actor named with more or fewer words, or by a pronoun."""
    lex, words = lexicon(pair.language), free_words(pair.language)
    if pair.language == "ko" and not all(words.acts.search(value.strip()) for value in finding.values):
        return True
    if any(words.stands_for.match(bare(value.strip(), lex)) for value in finding.values):
        return True
    if all(words.body.search(value) for value in finding.values):
        return True
    return _one_name(pair, finding.values)


def _one_name(pair: Pair, values: Sequence[str]) -> bool:
    """Whether two names are nearly one, or one has only words or, in Korean, letters of the other."""
    lex, names = lexicon(pair.language), [_letters(value) for value in values]
    first, second = (
        {bare(word.lower(), lex) for word in value.split()} - (lex.function if lex else set())
        for value in values
    )
    part = pair.language == "ko" and (_part(names[0], names[1]) or _part(names[1], names[0]))
    return ratio(*names) >= NEARLY or part or first <= second or second <= first


def polarity(pair: Pair, finding: Finding) -> bool:
    """A turn that both make: no less favourable treatment granted, a less favourable one not granted."""
    denial = free_words(pair.language).denial
    denials = [len(denial.findall(side.text)) for side in pair.sides]
    return denials[0] == denials[1] > 0


def wording(pair: Pair, finding: Finding) -> bool:
    """Any: what only words tell between texts drafted apart is a turn of phrase."""
    return True


TESTS: Mapping[str, Callable[[Pair, Finding], bool]] = {
    "polarity": polarity,
    "wording": wording,
    "force": force,
    "action": action,
    "institution": institution,
    "region": region,
    "quantity": quantity,
    "condition": condition,
    "scope": scope,
    "actor": actor,
}
"""For each kind that has one, the test of its findings."""
