"""Sentences from templates: Korean particles that fit the word before them, quotes, a capital to begin
with."""

import re
from collections.abc import Mapping, Sequence

from policynlp.records import Bilingual

PARTICLES = re.compile(
    r"(은\(는\)|이\(가\)|을\(를\)|과\(와\)|으로\(로\)|이다\(다\)|이고\(고\)|이며\(며\)|이라는\(라는\))"
)
"""Written in templates after a filled-in word: the form in front follows a final consonant."""

DIGIT_ENDS_OPEN = frozenset("2459")
"""Digits whose Korean name ends in a vowel (이, 사, 오, 구)."""

LATIN_ENDS_CLOSED = frozenset("LMNR")
"""Letters whose Korean name ends in a consonant (엘, 엠, 엔, 알): how abbreviations are read."""

WORD_ENDS_CLOSED = re.compile(r"[a-z](?:ng|[lmn]e?|(?<=[aiou])[ckpt])$|[a-z]{2}ck$")
"""English words that Korean spells with a final consonant: 이노베이션, 타임, 스택, 로봇."""

QUOTED = 90
"""Characters of a clause that a sentence quotes before it breaks off: about one printed line."""


def _closed(word: str) -> tuple[bool, bool]:
    """Whether the last letter before an addition in brackets ends in a consonant, and whether that is ㄹ."""
    word = BRACKET.sub("", word) or word
    last = next((c for c in reversed(word) if c.isalnum()), "")
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        return final != 0, final == 8
    if last.isdigit():
        return last not in DIGIT_ENDS_OPEN, last in "178"
    spelled = LAST_WORD.search(word)
    if spelled and last.islower():
        return WORD_ENDS_CLOSED.search(spelled.group(1)) is not None, spelled.group(1).endswith(("l", "le"))
    return last in LATIN_ENDS_CLOSED, last == "L"


BRACKET = re.compile(r"\s*\([^()]*\)[\s’”'\"]*$")
"""An addition in brackets: the particle behind it follows the word before it (협정(일본)은)."""
LAST_WORD = re.compile(r"([A-Za-z]+)[^A-Za-z0-9가-힣]*$")


def particle(before: str, pattern: str) -> str:
    """The form of a particle that follows ``before``: ``은(는)`` gives 은 or 는."""
    first, second = pattern.rstrip(")").split("(")
    closed, liquid = _closed(before)
    if first == "으로" and liquid:
        return second
    return first if closed else second


def shorten(text: str, limit: int = QUOTED) -> str:
    """The text on one line, cut at a word with an ellipsis if it is longer than ``limit`` characters."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    return flat[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"


TAIL = re.compile(r"[\s;,.]+(?:and|or|및)?[\s;,.]*$")
"""What closes an item of a list and is not worth quoting: a semicolon, ``; and``, a full stop."""


def quote_clause(text: str) -> Bilingual:
    """A whole clause as both languages quote it, without the punctuation that closes it."""
    return quote(TAIL.sub("", text))


def quote(text: str) -> Bilingual:
    """Words of a text as both languages quote them."""
    short = shorten(text)
    return {"en": f"“{short}”", "ko": f"‘{short}’"}


def inner(name: str) -> str:
    """A name inside an English sentence: its capital goes, unless it is one of several (AI, not Data)."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def listing(names: Sequence[Bilingual]) -> Bilingual:
    """Names as a sentence lists them: ``a, b and c``; ``a, b 및 c``."""
    return {code: _joined([name[code] for name in names], last) for code, last in LAST.items()}


LAST: Mapping[str, str] = {"en": " and ", "ko": " 및 "}
"""What stands before the last name of a list."""


def _joined(names: Sequence[str], last: str) -> str:
    head = ", ".join(names[:-1])
    return f"{head}{last}{names[-1]}" if head else "".join(names)


def render(template: str, code: str, fields: Mapping[str, str | Bilingual]) -> str:
    """A sentence: a template with its fields in language ``code``, the first letter a capital."""
    text = filled(template, code, fields)
    return text[:1].upper() + text[1:]


def filled(template: str, code: str, fields: Mapping[str, str | Bilingual]) -> str:
    """A template with its fields in language ``code``; particles fitted."""
    words = {name: value if isinstance(value, str) else value[code] for name, value in fields.items()}
    text = template.format(**words)
    if code == "ko":
        text = PARTICLES.sub(lambda found: particle(text[: found.start()], found.group()), text)
    return text
