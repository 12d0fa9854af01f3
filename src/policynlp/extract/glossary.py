"""Glossary pairs that the text itself gives: a term, and its translation or abbreviation in brackets.

양해각서(MOU; Memorandum of Understanding), '심화시키는' (advancing), National Science Foundation (NSF).
The bracket is easy; where the term begins is not. Quotes around it decide; else a pair already read in the
document; else as many words as the gloss has content, at about two syllables a word, a loanword
counting for the word it spells.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policynlp.extract.loanwords import spelled_alike
from policynlp.languages import table
from policynlp.records import Clause, GlossaryPair, Span

BRACKET = re.compile(r"[ \u00a0]?[(（]\s*([^()（）\n]{2,120}?)\s*[)）]")
SEPARATOR = re.compile(r"\s*[;,·/]\s*(?=[A-Z]{2,}\b|[A-Z][a-z]+ |[가-힣])|(?<=[A-Z]{2})\s*[;,·/]\s*")
QUOTES = {"'": "'‘", "’": "‘'’", '"': '"“', "”": '“"', "」": "「", "』": "『", "》": "《", ">": "<"}
"""Closing quotes and what may open them; Korean typing mixes the kinds."""
OPENERS = "'‘\"“「『《"
FUNCTION_WORDS = frozenset(
    ("a", "an", "the", "of", "on", "in", "for", "and", "or", "to", "with", "by", "at", "as", "from", "its")
)
WORDS = 9
"""A gloss of more words is a quotation, whose beginning in the other language nobody can tell."""
PER_WORD = 2
"""Syllables of Korean that one English word takes; the last may have one less."""


def pairs(clauses: Sequence[Clause]) -> tuple[GlossaryPair, ...]:
    """All pairs of a document, in order of appearance."""
    seen: dict[str, str] = {}
    return tuple(pair for clause in clauses for pair in _read(clause, seen))


def _read(clause: Clause, seen: dict[str, str]) -> Iterator[GlossaryPair]:
    """The pairs of one clause; ``seen`` maps glosses of the document to their terms."""
    for match in BRACKET.finditer(clause.text):
        inside = match.group(1)
        if _no_gloss().match(inside.lower()) or not re.search(r"[A-Za-z가-힣]{2}", inside):
            continue
        parts = _parts(inside, match.start(1))
        place = _term(clause.text, *match.span(), [words for words, _ in parts], seen)
        for words, start in parts:
            if place is not None and _is_pair(clause.text[slice(*place)], words):
                seen.setdefault(words.casefold(), clause.text[slice(*place)])
                yield _pair(clause, place, (start, start + len(words)))


def _pair(clause: Clause, term: tuple[int, int], gloss: tuple[int, int]) -> GlossaryPair:
    """The record of two stretches of a clause."""
    words, translation = clause.text[slice(*term)], clause.text[slice(*gloss)]
    spans = Span(clause.id, *term), Span(clause.id, *gloss)
    return GlossaryPair(words, _script(words), translation, _script(translation), spans)


def _script(text: str) -> str:
    """``ko`` where any Hangul stands, else ``en``."""
    return "ko" if re.search("[가-힣]", text) else "en"


@cache
def _no_gloss() -> re.Pattern[str]:
    return re.compile(table("ko", "glossary")["no_gloss"])


def _parts(inside: str, start: int) -> list[tuple[str, int]]:
    """The glosses in one bracket with their places: ``MOU; Memorandum of Understanding`` holds two."""
    found: list[tuple[str, int]] = []
    position = 0
    for match in [*SEPARATOR.finditer(inside), None]:
        end = match.start() if match else len(inside)
        words = inside[position:end].strip(" '\"‘’“”")
        if len(words) >= 2:
            found.append((words, start + inside.index(words, position)))
        position = match.end() if match else end
    return found


def _is_pair(term: str, gloss: str) -> bool:
    """Whether the two are of different scripts, or one abbreviates the other."""
    if not term or re.fullmatch(r"[ivxlc]+|[a-z]", gloss) or len(gloss.split()) > WORDS:
        return False
    if not re.search(r"[A-Za-z가-힣]{2}", gloss) or re.match(r"\d", gloss):
        return False
    return _script(term) != _script(gloss) or _script(term) == "en"


def _term(
    text: str, end: int, bracket_end: int, glosses: list[str], seen: dict[str, str]
) -> tuple[int, int] | None:
    """Where the term before a bracket stands; None where there is none."""
    while end > 0 and text[end - 1] in " *\u00a0":
        end -= 1
    if end == 0:
        return None
    if text[end - 1] in QUOTES and (opened := _opened(text, end - 1)) is not None:
        return opened + 1, end - 1
    for gloss in glosses:
        known = seen.get(gloss.casefold())
        if known and text[:end].endswith(known):
            return end - len(known), end
    if "가" <= text[end - 1] <= "힣":
        quoted = _quoted(text, end, bracket_end, glosses)
        return (quoted, end) if quoted is not None else _korean_term(text, end, glosses)
    return _latin_term(text, end, glosses)


def _opened(text: str, close: int) -> int | None:
    """Where the quote that closes there was opened, at most 120 characters before."""
    for position in range(close - 1, max(-1, close - 120), -1):
        if text[position] in QUOTES[text[close]]:
            return position
    return None


def _quoted(text: str, end: int, bracket_end: int, glosses: list[str]) -> int | None:
    """Start of the term where quotes enclose term and bracket alike: 'term (gloss)'; None where they do not.

    A quote with a case particle in it may say more than its gloss, unless the gloss has a preposition too.
    """
    if bracket_end >= len(text) or text[bracket_end] not in QUOTES:
        return None
    opened = _opened(text, bracket_end)
    if opened is None or opened >= end - 1:
        return None
    inside = text[opened + 1 : end]
    prepositions = any(word.lower() in FUNCTION_WORDS for gloss in glosses for word in gloss.split())
    particles = re.search(r"[가-힣](?:의|을|를|에) ", inside)
    return opened + 1 if prepositions or not particles else None


def _korean_term(text: str, end: int, glosses: list[str]) -> tuple[int, int] | None:
    """The noun phrase of the length that the gloss asks for."""
    rows = table("ko", "glossary")
    latin = [gloss for gloss in glosses if _script(gloss) == "en"]
    if not latin:
        return None
    gloss = max(latin, key=len)
    content = _content(gloss)
    words = [(m.group(), m.start()) for m in re.finditer(r"[^\s,.;:?!()|*]+|[,.;:?!()|]", text[:end])][-12:]
    if phrase := re.search(rows["phrase"], text[:end]):
        return phrase.start(), end
    start, needed = end, len(content) * PER_WORD - 1
    while words:
        word, position = words.pop()
        first = start == end
        if (not first and (needed <= 0 and not _modifies(word, content, rows))) or _bounds(word, first, rows):
            break
        opened = max((word.rfind(quote) for quote in OPENERS), default=-1)
        start = position + opened + 1
        if opened >= 0:
            break
        if content and spelled_alike(word, content[-1]):
            needed, content = (len(content) - 1) * PER_WORD - 1, content[:-1]
        else:
            needed -= len(re.findall("[가-힣]", word)) or PER_WORD
    return (start, end) if start < end else None


def _content(gloss: str) -> list[str]:
    """The words of a gloss that a translation renders; an abbreviation counts its letters."""
    if re.fullmatch(r"[A-Z][A-Z&.\-]+", gloss):
        return re.findall("[A-Z]", gloss)
    words = re.findall(r"[A-Za-z][A-Za-z'’.]*", gloss)
    return [word for word in words if word.lower() not in FUNCTION_WORDS] or words


def _bounds(word: str, first: bool, rows: dict[str, str]) -> bool:
    """Whether the term must begin after this word."""
    if not re.search(r"[A-Za-z가-힣\d]", word):
        return True
    return not first and word not in rows["not_boundary"] and bool(re.search(rows["boundary"], word))


def _modifies(word: str, content: list[str], rows: dict[str, str]) -> bool:
    """Whether a Korean modifier renders the adjective that the gloss begins with (전략적 자율성,
    strategic autonomy)."""
    adjective = bool(content) and bool(re.search(r"(?:ic|al|ive|ed|ing|ous|ary|ory)$", content[0].lower()))
    return adjective and len(content) > 1 and bool(re.search(rows["modifier"], word))


def _latin_term(text: str, end: int, glosses: list[str]) -> tuple[int, int] | None:
    """A name or abbreviation in Latin letters before a Korean gloss, or a full name before its
    abbreviation."""
    korean = any(_script(gloss) == "ko" for gloss in glosses)
    if korean:
        match = re.search(
            r"[A-Z][\w.&'’-]*(?: (?:(?:of|for|and|the|on) )*[A-Z][\w.&'’-]*)*$|[a-z][a-z-]+$", text[:end]
        )
        return match.span() if match else None
    short = next(
        (gloss for gloss in glosses if re.fullmatch(r"[A-Z][A-Za-z&.\-]*[A-Z][A-Za-z]?s?", gloss)), ""
    )
    start = _expansion(text[:end], short) if short and len(short) <= 10 else None
    return (start, end) if start is not None else None


def _expansion(before: str, short: str) -> int | None:
    """Start of the words whose initials an abbreviation gives, function words apart; None where they do
    not."""
    letters = re.findall(r"[A-Z]", short)
    words = list(re.finditer(r"[A-Za-z][\w'’]*", before))[-(len(letters) + 5) :]
    position = None
    while letters and words:
        word = words.pop()
        if word.group()[0].upper() == letters[-1]:
            letters.pop()
            position = word.start()
        elif word.group().lower() not in FUNCTION_WORDS:
            return None
    return None if letters else position
