"""Findings of a link that no reader of two texts drafted apart would name.

Each test is of one kind of difference and of general cause: a governing word inside a phrase, a body of no
name, a place of nobody, the date of an instrument, a case that the other side puts in other words.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from rapidfuzz.fuzz import ratio

from policynlp.comparison.findings import Finding
from policynlp.comparison.lexicon import bare, lexicon
from policynlp.comparison.noise import known
from policynlp.comparison.pairs import Pair, Reading
from policynlp.comparison.roles import SIGNATURE
from policynlp.comparison.topics import topics

FIRM = frozenset({"5", "6"})
"""Forces that treaties use for one another: undertakes to, shall."""
CLOSED = re.compile(r"(?:다|며|고|음|함|으나)\s*$")
"""How a Korean governing word ends that closes its clause, rather than qualifying a noun (청구할 수 있는
권리)."""
PREDICATE = re.compile(
    r"[가-힣]{0,6}(?:\s?(?:수|것을|바를|데|위하여)[가-힣\s]{0,14})?(?:다(?=[.\s]|$)|며(?=[,\s])|고(?=[,\s]))"
)
"""What follows a Korean stem of action in the predicate of its sentence: 한다, 하여야 한다, 할 수 있다."""
ITEM_END = re.compile(r"\s*[.;,]?\s*$")
"""What follows one that closes an item."""
COMMON = re.compile(
    r"(?:연구소|사무소|센터|공사|재판소|대학|대학교|은행|기금|학회|총회|당국|기관|이사회|사무국|본부|연구원|협회|단체|기구)$"
)
"""How Korean words end that name a kind of body as often as a body."""
PLAIN = 4
"""Letters up to which a Korean word for a body is that of a kind: 공사·재단·조직체."""
NOWHERE = frozenset({"own-territories", "world"})
"""Values of places that are nobody's in particular."""
LAND = re.compile(r"(?:지역|역내|영역|영토|대륙|반도|세계|권역|일대|전역|국내)(?:내|안|상)?$")
"""How Korean words end that name some place."""
SOME = frozenset(
    [
        *("territory", "territories", "region", "regions", "area", "areas", "country", "countries", "world"),
        *("continent", "continents", "own", "its", "their", "the", "of", "all", "both", "respective"),
        *("part", "parts", "global", "national", "in", "and"),
    ]
)
"""English words that name some place."""
SIGNED = 4
"""First letters by which a country is known again where it signs."""
DAY = re.compile(r"\d{4}")
INSTRUMENT = re.compile(
    r".{0,45}?(?:협약|협정|조약|결의|의정서|규칙|선언|Agreement|Convention|Treaty|Protocol|resolution|Rules)",
    re.DOTALL,
)
"""What stands behind a date that belongs to the name of an instrument."""
ONE = re.compile(r"(?:1|하나|한)(?:개|인|명)?(?:의)?$|one$")
"""One of a thing, which a text says or leaves to be understood."""
PLACES = re.compile(r"\d{1,2}(?:[,·]\d{1,2})+")
"""Numbers of paragraphs."""
UNIT = re.compile(r"개월|달")
"""Months by other names: 6개월, 6월."""
ANAPHORIC = re.compile(
    r"^(?:이|그|그러한|동|이러한|위의|상기)\s*경우|^in (?:that|this|such) (?:case|event)\b", re.IGNORECASE
)
"""A case that was named before."""
MANNER = re.compile(r"^(?:적절히|적절하게|적의|appropriately|duly)$", re.IGNORECASE)
"""Words of manner."""
CASE = re.compile(r"(?:경우|때)(?:에|에는|에만)?$")
OTHER_CASE = re.compile(r"경우|때에|때는|하면|되면|없으면|있으면|않는 한|아니하는 한")
"""How Korean puts a case."""
INTERPRETED = re.compile(r"해석|문맥|interpret|context otherwise", re.IGNORECASE)
"""What opens definitions."""
SENTENCE = re.compile(r"다(?:[.\s]|$)")
"""The end of a Korean sentence."""
SHORT = 8
"""Words up to which an exchange of a predicate and its object is a turn of phrase."""
MODEL = frozenset({"polarity", "institution", "region", "actor", "quantity"})
"""Kinds whose tests hold for sister agreements after one model too."""
TURN = re.compile(r"^(?:사안에 따라|경우에 따라|as the case may be|mutatis mutandis)$", re.IGNORECASE)
"""Set phrases that add nothing of their own."""
ACTS = re.compile(r"(?:은|이|가|들|(?<![하되있없받지])는)$")
"""How a Korean subject ends; 상응하는 and 운항되는 are none."""
STANDS_FOR = re.compile(
    r"^(?:그|그들|이들|동인|그녀|they|he|she|it|these|동\s.+|당해\s.+|such .+|that .+"
    r"|(?:그러한|이러한|이 경우).*)$",
    re.IGNORECASE,
)
"""An actor that was named before."""
BODY = re.compile(r"\b(?:committee|commission|council)$|(?:위원회|평의회)(?:은|는|이|가)?$", re.IGNORECASE)
"""The body that an agreement sets up, whatever it is called."""
NEARLY = 60.0
"""Likeness of letters, 0 to 100, from which exchanged items are one item in other words (read by hand)."""
DENIAL = re.compile(r"아니|않|못하|\b(?:not|no|nor|never|without|fails?)\b", re.IGNORECASE)
"""Words that deny."""
OPENED = re.compile(r"^(?:다만|단|또한|그러나|그리고|however|but|also)\b[,\s]*", re.IGNORECASE)
"""Words that open a sentence and say nothing alone."""
TORN = re.compile(
    r"(?:^|\s)(?:동|그|이|각|양|및|또는|하는|하거나)$|함은$"
    r"|^[^다]*다\.\s*\S.*[^다.]$|다음(?:의|과 같은)\s?(?:의미|규정)|the following meanings?"
)
"""Passages that end in the middle of a phrase, or only announce what follows."""
SUBJECT = re.compile(r"^(?:각 |양 |일방 |어느 )?(?:체약)?\s?당사(?:국|자)(?:들)?(?:은|는|이|가)\s")
"""A party as the subject, with which a sentence begins."""
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
    ends = [value.split()[-1] for value in finding.values]
    closed = all(
        CLOSED.search(value) or ITEM_END.match(_after(pair, finding, k))
        for k, value in enumerate(finding.values)
    )
    one_verb = ends[0] == ends[1] and ends[0] not in ("한다", "있다", "된다")
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
    after = [_after(pair, finding, k) for k in (0, 1)]
    return not all(PREDICATE.match(text) or ITEM_END.match(text) for text in after)


def _lead_in(pair: Pair, index: int) -> str:
    """The text under which the items of a side stand."""
    known_ = pair.readings[index].clauses
    parents = [known_[c.parent] for c in pair.sides[index].clauses if c.parent and c.parent in known_]
    return " ".join(parent.text for parent in parents)


def institution(pair: Pair, finding: Finding) -> bool:
    """Bodies of no name, or that the other side names in other spacing, in part, or in another provision."""
    names = [_letters(value) for value in finding.values]
    if all(names):
        named = all(_listed(key) for key in finding.keys)
        forms = [part for value in finding.values for part in re.split(r"[·ㆍ,\s]+", value) if part]
        plain = pair.language == "ko" and all(len(part) <= PLAIN for part in forms)
        return not named and (plain or _part(names[0], names[1]) or _part(names[1], names[0]))
    index = 0 if names[0] else 1
    if names[index] == "위원회":
        return True
    if (
        pair.language == "ko"
        and not _listed(finding.keys[index])
        and COMMON.search(finding.values[index].strip())
    ):
        return True
    other = pair.readings[1 - index].analysis
    elsewhere = names[index] in _letters(other.document.text)
    return elsewhere or any(
        m.kind == "institution" and m.value == finding.keys[index] for m in other.mentions
    )


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
    lex = lexicon(pair.language)
    if key in NOWHERE:
        return True
    if pair.language == "ko":
        proper = lex is not None and any(
            word in key for word in lex.places["words"] if len(word) > 1 and not LAND.search(word)
        )
        return bool(LAND.search(key)) and not proper and not key.startswith("country.")
    return set(key.split()) <= SOME


def quantity(pair: Pair, finding: Finding) -> bool:
    """One measure in two spellings, the date of an instrument, a verb read as a number."""
    values = [UNIT.sub("월", _letters(value)) for value in finding.values]
    lone = [k for k in (0, 1) if finding.values[k]]
    if len(lone) == 1 and (ONE.match(values[lone[0]]) or PLACES.fullmatch(values[lone[0]])):
        return True
    if values[0] == values[1] or (all(values) and (values[0] in values[1] or values[1] in values[0])):
        return True
    if (
        len(lone) == 1
        and values[lone[0]] == "둘"
        and _after(pair, finding, lone[0]).lstrip().startswith("것")
    ):
        return True
    if len(lone) == 1 and _told_of_wholes(pair, finding, lone[0]):
        return True
    return len(lone) == 1 and all(
        DAY.search(finding.values[k]) and INSTRUMENT.match(_after(pair, finding, k)) for k in lone
    )


def _told_of_wholes(pair: Pair, finding: Finding, index: int) -> bool:
    """Whether a lone figure stands in a closing provision that the other document makes elsewhere."""
    at = _chars(pair, finding, index)
    if at is None:
        return False
    text = pair.sides[index].text
    start = max(text.rfind(". ", 0, at[0]), text.rfind("다.", 0, at[0])) + 1
    end = text.find("다.", at[1])
    made = topics(text[start : end + 2 if end >= 0 else len(text)], pair.language)
    beside = topics(pair.sides[1 - index].text, pair.language)
    return bool((made & pair.readings[1 - index].topics) - beside)


def condition(pair: Pair, finding: Finding) -> bool:
    """A case named before or put in other words, a word of manner, the formula of definitions and of closing
    provisions."""
    said = [value for value in finding.values if value]
    if any(topics(side.text, pair.language) for side in pair.sides) or all(
        ANAPHORIC.search(v) or MANNER.search(v) or INTERPRETED.search(v) for v in said
    ):
        return True
    if len(said) != 1 or pair.language != "ko":
        return False
    index = 0 if finding.values[0] else 1
    if CASE.search(said[0]) and OTHER_CASE.search(pair.sides[1 - index].text):
        return True
    return said[0].endswith(("기타", "한 그", "는 그"))


def scope(pair: Pair, finding: Finding) -> bool:
    """A predicate with its object in other words, a torn beginning of a sentence, what the other side has in
    words that did not change."""
    texts = [value.strip() for value in finding.values]
    if any(
        TURN.match(t) or TORN.search(t) or t.count('"') % 2 or t.count("”") != t.count("“") for t in texts
    ):
        return True
    if all(texts):
        if bool(SENTENCE.search(texts[0])) != bool(SENTENCE.search(texts[1])):
            return True
        if any(SUBJECT.match(text) for text in texts) or ratio(*(_letters(text) for text in texts)) >= NEARLY:
            return True
        short = max(len(text.split()) for text in texts) <= SHORT
        return pair.language == "ko" and short and any(SENTENCE.search(text) for text in texts)
    index = 0 if texts[0] else 1
    if topics(texts[index], pair.language) & pair.readings[1 - index].topics:
        return True
    if OPENED.match(texts[index]) and pair.language == "ko" and not SENTENCE.search(texts[index]):
        return True
    chars = _chars(pair, finding, index)
    return chars is not None and known(pair, index, pair.sides[index].token_range(*chars)) >= SAID


def actor(pair: Pair, finding: Finding) -> bool:
    """One actor named with more or fewer words, or by a pronoun."""
    lex = lexicon(pair.language)
    if pair.language == "ko" and not all(ACTS.search(value.strip()) for value in finding.values):
        return True
    if any(STANDS_FOR.match(bare(value.strip(), lex)) for value in finding.values):
        return True
    sides: Sequence[set[str]] = [
        {bare(word.lower(), lex) for word in value.split()} - (lex.function if lex else set())
        for value in finding.values
    ]
    names = [_letters(value) for value in finding.values]
    if ratio(*names) >= NEARLY or all(BODY.search(value) for value in finding.values):
        return True
    part = pair.language == "ko" and (_part(names[0], names[1]) or _part(names[1], names[0]))
    return part or sides[0] <= sides[1] or sides[1] <= sides[0]


def polarity(pair: Pair, finding: Finding) -> bool:
    """A turn that both make: no less favourable treatment granted, a less favourable one not granted."""
    denials = [len(DENIAL.findall(side.text)) for side in pair.sides]
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
