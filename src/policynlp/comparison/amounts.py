"""Quantities in a text: durations, dates, money, shares, counts, and whether two of them are nearly equal."""

import re
from collections.abc import Iterator

from policynlp.comparison.lexicon import Lexicon, lexicon
from policynlp.comparison.named import Named
from policynlp.comparison.pairs import Pair
from policynlp.comparison.texts import Side

DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
"""Days in a calendar unit, on average: 365.25 days a year, a twelfth of it a month."""
NEAR = 0.05
"""Share by which two durations may differ and still be called nearly equal: 180 days and six months differ
by .015."""
DURATION = re.compile(r"P(\d+(?:\.\d+)?)([DWMY])")
BEFORE_EN = re.compile(
    r"(?:(?:USD|EUR|CAD|GBP|KRW|JPY|CHF|AUD|US\$|C\$|[$€£₩¥])\s?|(?:within|by|until|before|after"
    r"|since|for|at least|at most|up to|over|not less than"
    r"|not more than|no later than|no more than|the end of|end of|every|a period of|minimum of"
    r"|maximum of)\s(?:a |an |the )?)+$",
    re.IGNORECASE,
)
AFTER_EN = re.compile(
    r"^(?:\s?%|(?:[\s-](?:million|billion|trillion|thousand|per ?cent|working|business|calendar"
    r"|consecutive|additional|full|times?|days?|weeks?|months?"
    r"|years?|hours?|January|February|March|April|May|June|July|August|September|October|November|December|dollars|euros|won|yen|pounds)\b)+)",
    re.IGNORECASE,
)
LISTED = frozenset({"and", "or", "to"})
"""Words between the numbers of a list of references: Articles 81, 82 and 86."""
LABEL = re.compile(r"\d{1,2}")
NAMED_YEAR = re.compile(
    r"\b(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|In|By|Until|From"
    r"|Since|Before|After|During)\b)[A-Z][A-Za-z]+ $"
)
"""What a year belongs to that stands right behind a name: GATT 1994."""
ARTICLES = re.compile(r"\bArticles? \d[^.;]*[,d] $")
"""What stands before a further number of a list of articles: Article 16 (State Aid) and 20 (Shortage)."""
OFTEN = {"annual": "annually", "yearly": "annually", "biennial": "biennially"}
"""Words that give one measure in another form."""
OPENERS = frozenset({"including", "such"})
"""Words that no figure counts."""
POINT = re.compile(r"\.\s?(?=[가-힣A-Z])")
"""Behind a number that opens an item inside a text: 2. 과학기술."""
AFTER_KO = re.compile(
    r"^\s?(?:%|퍼센트|프로|(?:천|백|십)?(?:만|억|조)?\s?(?:원|달러|유로|엔|파운드|캐나다\s?달러|미국\s?달러)|개월|영업일|년간|주일|주간|차례|시간|일|월|년|주|분기|분|회|명|인|건|개국|개|배|번|종|곳|톤|세)"
    r"(?:\s?(?:말|초|중|내|이내|이상|이하|미만|초과|전|후|까지))?(?:까지|에)?"
)


def amounts(pair: Pair, index: int) -> list[Named]:
    """Quantities of a side: mentions by their value, other figures by their words."""
    side = pair.sides[index]
    found = [
        Named(chars, mention.value, mention.attributes.get("type", ""))
        for mention in pair.mentions(index, "quantity")
        if (chars := side.locate(mention.span))
    ]
    lex = lexicon(side.language)
    if lex and pair.same_language:
        known = [n.chars for n in found]
        found += [
            n
            for n in _figures(side, lex)
            if not any(n.chars[0] < high and n.chars[1] > low for low, high in known)
        ]
    return found


def _figures(side: Side, lex: Lexicon) -> Iterator[Named]:
    for index, token in enumerate(side.tokens):
        digits = token.text[:1].isdigit()
        word = token.text.lower()
        if not digits and not (word in lex.numbers and _counts(side, index, lex)):
            continue
        if _reference(side, index, lex) or _name(side, index) or _note(side, index, lex):
            continue
        start, end = token.start, token.end
        if lex.language == "en":
            before = BEFORE_EN.search(side.text[max(0, start - 40) : start])
            after = AFTER_EN.match(side.text[end : end + 40])
            start -= len(before.group()) if before else 0
        else:
            after = AFTER_KO.match(side.text[end : end + 20])
        end += len(after.group()) if after else 0
        value = OFTEN.get(word, side.text[start:end].lower())
        yield Named((start, end), " ".join(value.split()))


def _counts(side: Side, index: int, lex: Lexicon) -> bool:
    """Whether a number word counts something: a unit, or for words like annually, nothing at all, follows."""
    word = side.tokens[index].text.lower()
    after = side.tokens[index + 1].key if index + 1 < len(side.tokens) else ""
    if word == "two" and after in ("parties", "countries", "sides", "governments", "contracting"):
        return False
    if word in ("one", "first", "second", "third", "half", "한", "두", "하나"):
        return index + 1 < len(side.tokens) and side.tokens[index + 1].text.lower() in lex.units
    return True


def _reference(side: Side, index: int, lex: Lexicon) -> bool:
    """Whether a number points to another place of the text: Article 3, 제3조, paragraph 2."""
    if index == 0 and side.text[: side.tokens[0].start].strip() == "" and re.match(r"\s*[.)]", side.gap(1)):
        return True
    low = index
    while low > 1 and (side.tokens[low - 1].text.lower() in LISTED or _digits(side, low - 1)):
        low -= 1
    if low and side.tokens[low - 1].text.lower() in lex.references and not side.gap(low).strip(" ."):
        return True
    if side.gap(index).endswith("(") and side.gap(index + 1).startswith(")"):
        return True
    if LABEL.fullmatch(side.tokens[index].text) and POINT.match(side.text, side.tokens[index].end):
        return True
    token = side.tokens[index]
    if ARTICLES.search(side.text, 0, token.start) and side.text[token.end : token.end + 2] == " (":
        return True
    after = side.text[side.tokens[index].end : side.tokens[index].end + 2]
    return lex.language == "ko" and bool(re.match(r"\s?[조항호목]", after))


def _note(side: Side, index: int, lex: Lexicon) -> bool:
    """English: whether a small number is the mark of a footnote: industry 1 including its services."""
    if lex.language != "en" or not LABEL.fullmatch(side.tokens[index].text) or index + 1 >= len(side.tokens):
        return False
    before = index and BEFORE_EN.search(side.text[: side.tokens[index].start])
    after = side.tokens[index + 1].key
    bare_gap = side.gap(index) == side.gap(index + 1) == " "
    return bool(index and bare_gap and not before and after in (lex.function | OPENERS) - LISTED - {"of"})


def _digits(side: Side, index: int) -> bool:
    return index > 0 and side.tokens[index].text.isdigit()


def _name(side: Side, index: int) -> bool:
    """Whether digits belong to a name: 6G, 6세대, G20, COVID-19."""
    token, text = side.tokens[index], side.text
    if "/" in (text[token.end : token.end + 1], text[token.start - 1 : token.start]):
        return True
    if NAMED_YEAR.search(text[max(0, token.start - 20) : token.start]) and len(token.text) == 4:
        return True
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    if re.match(r"\s?세대", text[token.end : token.end + 3]):
        return True
    joined = (before.isalpha() and before.isascii()) or (
        before != "" and before in "-‑" and text[token.start - 2 : token.start - 1].isalpha()
    )
    return token.text[:1].isdigit() and (joined or (after.isalpha() and after.isascii()))


def near(first: str, second: str) -> bool:
    """Whether two ISO 8601 durations are equal within ``NEAR``: P180D and P6M."""
    days = [_days(value) for value in (first, second)]
    if days[0] is None or days[1] is None:
        return False
    return abs(days[0] - days[1]) <= NEAR * max(days[0], days[1])


def _days(value: str) -> float | None:
    found = DURATION.fullmatch(value)
    return float(found.group(1)) * DAYS[found.group(2)] if found else None
