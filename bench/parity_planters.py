"""Errors of translation that bench/parity.py plants: one in a clause, of each kind, in both languages."""

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from policynlp.languages.ko.kiwi import kiwi

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Bank:
    """Words of other agreements."""

    nouns: tuple[str, ...]
    phrases: tuple[str, ...]
    names: tuple[str, ...]


Planter = Callable[[str, Bank, random.Random], str | None]
"""A clause's text with one error more; None where it has no place for one."""


def chosen(
    text: str, found: Sequence[re.Match[str]], word: Callable[[re.Match[str]], str], rng: random.Random
) -> str | None:
    """The text with one of the matches replaced."""
    if not found:
        return None
    one = rng.choice(found)
    return text[: one.start()] + word(one) + text[one.end() :]


def swapped(pairs: Sequence[tuple[str, str]]) -> Planter:
    """One of some expressions replaced by its counterpart."""

    def plant(text: str, bank: Bank, rng: random.Random) -> str | None:
        fitting = [(wrong, found) for right, wrong in pairs if (found := list(re.finditer(right, text)))]
        if not fitting:
            return None
        wrong, found = rng.choice(fitting)
        one = rng.choice(found)
        return text[: one.start()] + one.expand(wrong) + text[one.end() :]

    return plant


MODALITY = {
    "en": swapped(
        [
            (r"\bshall (?!not)", "may "),
            (r"\bmust\b", "may"),
            (r"\bmay (?!not)", "shall "),
            (r"\bwill (?!not)", "may "),
            (r"\bshould\b", "shall"),
            (r"\baims? to\b", "must"),
            (r"\bintends? to\b", "shall"),
            (r"\bshall (?!not)", "should "),
        ]
    ),
    "ko": swapped(
        [
            (r"하고자 한다", "하여야 한다"),
            (r"하고자 한다", "할 수 있다"),
            (r"할 수 있다", "하여야 한다"),
            (r"될 수 있다", "되어야 한다"),
            (r"하여야 한다", "할 수 있다"),
            (r"(?<=[가-힣])한다\.", "할 수 있다."),
            (r"한다\.$", "하도록 노력한다."),
        ]
    ),
}
POLARITY = {
    "en": swapped(
        [
            (r"\b(shall|may|will|must|should) (?!not)", r"\1 not "),
            (r"\b(does|do|is|are|shall) not ", r"\1 "),
            (r"\bintend to\b", "do not intend to"),
        ]
    ),
    "ko": swapped(
        [
            (r"하지 아니한다", "한다"),
            (r"하고자 한다", "하고자 하지 아니한다"),
            (r"할 수 있다", "할 수 없다"),
            (r"한다\.", "하지 아니한다."),
            (r"하지 아니하는", "하는"),
            (r"없으며", "있으며"),
        ]
    ),
}


def number(text: str, bank: Bank, rng: random.Random) -> str | None:
    """Another figure, month or number word."""
    words = ["two", "three", "four", "five", "six", "seven", "eight"]
    found = list(re.finditer(rf"\d+|\b(?:{'|'.join(MONTHS)}|{'|'.join(words)})\b", text))

    def other(one: re.Match[str]) -> str:
        own = MONTHS if one[0] in MONTHS else words
        if one[0].isdigit():
            return str(int(one[0]) + rng.choice([1, 2, 3, 10, 30]))
        return rng.choice([word for word in own if word != one[0]])

    return chosen(text, found, other, rng)


def english_term(text: str, bank: Bank, rng: random.Random) -> str | None:
    """One noun or verb by a noun of other agreements."""
    found = [m for m in re.finditer(r"\b[a-z]{5,}\b", text) if m[0] not in STOP]
    return chosen(text, found, lambda one: rng.choice([n for n in bank.nouns if n not in text]), rng)


def korean_term(text: str, bank: Bank, rng: random.Random) -> str | None:
    """One noun by a noun of other agreements."""
    nouns = [t for t in kiwi().tokenize(text) if t.tag == "NNG" and t.len > 1 and t.form not in STOP]
    if not nouns:
        return None
    one = rng.choice(nouns)
    other = rng.choice([n for n in bank.nouns if n not in text])
    return text[: one.start] + other + text[one.start + one.len :]


STOP = frozenset(
    [
        "between",
        "under",
        "other",
        "these",
        "those",
        "their",
        "which",
        "shall",
        "including",
        "through",
        "within",
        "based",
        "among",
        "where",
        "would",
        "could",
        "should",
        "about",
        "after",
        "before",
        "during",
        "against",
        "참여자",
        "당사국",
        "양국",
        "분야",
        "사항",
        "다음",
        "관련",
        "이하",
        "목적",
    ]
)


def name(text: str, bank: Bank, rng: random.Random) -> str | None:
    """A name by a name of other agreements."""
    names = [m for m in re.finditer(NAME, text) if m[0] not in ("Participants", "Participant", "Memorandum")]
    return chosen(text, names, lambda one: rng.choice([n for n in bank.names if n not in text]), rng)


NAME = re.compile(
    r"(?<=[a-z] )(?!(?:Memorandum|Participant|Party|Parties|Section|Article|AI|II|III)\b)"
    r"(?:[A-Z][a-z]+)(?: (?:of |for )?[A-Z][a-z]+)*"
    r"|(?:[가-힣]+(?:재단|연구소|위원회|연구원|센터|정책실|학회|협회|기구))"
    r"|(?:대한민국|미합중국|미국|일본|영국|독일|캐나다|한국|경주)"
)


def omission(text: str, bank: Bank, rng: random.Random) -> str | None:
    """A phrase or an item of a list left out."""
    parts = list(re.finditer(r"(?<=[,·] )[^,·.;:]{6,60}(?=[,·])[,·] ?", text))
    parts += list(
        re.finditer(r"(?: (?:in|for|through|under|by|with|on|and) (?:[a-z'-]+ ){1,4}[a-z'-]+)(?=[.,;])", text)
    )
    parts += list(
        re.finditer(r"(?:[가-힣]+ ){1,2}[가-힣]+(?:에 따라|을 포함한|를 통하여|을 통하여|의|에서|및) ", text)
    )
    parts = [m for m in parts if len(m[0]) < 0.6 * len(text)]
    return chosen(text, parts, lambda one: "", rng)


def addition(text: str, bank: Bank, rng: random.Random) -> str | None:
    """A phrase of another agreement put in."""
    places = list(re.finditer(" ", text))
    return chosen(text, places, lambda one: f" {rng.choice(bank.phrases)} ", rng)


def english_spelling(text: str, bank: Bank, rng: random.Random) -> str | None:
    """Letters that change places, one lost, one doubled; a lost space."""
    words = list(re.finditer(r"\b[a-z]{6,}\b", text))

    def wrong(one: re.Match[str]) -> str:
        word, at = one[0], rng.randrange(1, len(one[0]) - 2)
        turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return rng.choice([turned, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]])

    made = chosen(text, words, wrong, rng)
    return None if made == text else made


def korean_spelling(text: str, bank: Bank, rng: random.Random) -> str | None:
    """A letter exchanged in a noun, a particle that does not fit, a space too few or too many."""
    nouns = [t for t in kiwi().tokenize(text) if t.tag == "NNG" and t.len > 1 and t.form not in STOP]
    ways: list[Callable[[], str | None]] = [
        lambda: _letter(text, nouns, rng),
        lambda: swapped([(r"(?<=[가-힣])을 ", "를 "), (r"(?<=[가-힣])를 ", "을 "), (r"자는 ", "자은 ")])(
            text, bank, rng
        ),
        lambda: swapped(
            [(r"(?<=[가-힣]{2})([을를]) (?=[가-힣]{2})", r"\1"), (r"(?<=[가-힣]{2})([을를]) ", r" \1 ")]
        )(text, bank, rng),
    ]
    rng.shuffle(ways)
    return next((made for way in ways if (made := way()) and made != text), None)


def _letter(text: str, nouns: Sequence[object], rng: random.Random) -> str | None:
    if not nouns:
        return None
    one = rng.choice(nouns)
    at = one.start + rng.randrange(one.len)  # type: ignore[attr-defined]
    code = ord(text[at]) - 0xAC00
    if not 0 <= code < 11172:
        return None
    vowel = rng.choice([v for v in range(21) if v != code % 588 // 28])
    return text[:at] + chr(0xAC00 + code // 588 * 588 + vowel * 28 + code % 28) + text[at + 1 :]


PLANTERS: dict[str, dict[str, Planter]] = {
    "modality": MODALITY,
    "polarity": POLARITY,
    "number": {"en": number, "ko": number},
    "mistranslation": {"en": english_term, "ko": korean_term},
    "proper_noun": {"en": name, "ko": name},
    "omission": {"en": omission, "ko": omission},
    "addition": {"en": addition, "ko": addition},
    "spelling": {"en": english_spelling, "ko": korean_spelling},
}


@cache
def bank(language: str, data: Path) -> Bank:
    """Words of every tenth agreement of the folder."""
    if language == "en":
        files = sorted((data / "tota").glob("*.xml"))[::12]
        text = " ".join(re.sub(r"<[^>]+>", " ", f.read_text("utf8")) for f in files)
        nouns = Counter(
            re.findall(r"\b(?:the|of|and) ([a-z]{6,}(?:ion|ment|ance|ity|ure|ers|ties|ces|ods|gy))\b", text)
        )
        phrases = re.findall(r", ((?:in|for|on|by|with|including|subject) [a-z ]{15,50}),", text)
        names = Counter(
            re.findall(
                r"(?:Republic|Kingdom|Ministry|Department|Bank|Institute|Government) of [A-Z][a-z]{3,}", text
            )
        )
    else:
        files = sorted((data / "kr").glob("*.md"))[::25]
        text = " ".join(f.read_text("utf8") for f in files)
        nouns = Counter(t.form for t in kiwi().tokenize(text[:200_000]) if t.tag == "NNG" and t.len > 1)
        phrases = re.findall(
            r"(?<=[,.] )((?:[가-힣]+ ){1,3}[가-힣]+(?:에 따라|을 위하여|에 관하여|에서))",
            text,
        )
        names = Counter(re.findall(r"[가-힣]{2,8}(?:공화국|재단|위원회|연구소|연합|왕국)", text))
    least = 3 if language == "en" else 8
    kept = sorted(word for word, count in nouns.items() if count >= least and word not in STOP)
    return Bank(tuple(kept), tuple(sorted(set(phrases))), tuple(sorted(names)))
