"""Plant errors of translation into one language version of clean pairs, and count which are found.

python bench/parity.py DATA                 the built-in agreements in both directions, and false alarms
python bench/parity.py DATA --seeds 1,2,3   other errors at other places
python bench/parity.py DATA --show          every error that was missed, and every finding that is none

DATA is the folder of treaties that replacement words and phrases are drawn from, so that what is planted
comes from other texts and not from the program's own tables.
"""

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from policynlp import pipeline
from policynlp.comparison.parity import CLASSES, LEAST, check
from policynlp.languages.ko.kiwi import kiwi
from policynlp.pipeline.encoding import DEFAULT_ENCODER, loaded_encoder
from policynlp.pipeline.links import answers
from policynlp.records import Analysis, Clause, Comparison, Document

FAMILIES = ("mou", "moc", "tpd-uk", "sta", "apec", "camp-david")
EVERY = 3
"""One clause in so many gets an error: enough errors, and clean clauses in between."""
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
CHOSEN = (
    "modality",
    "polarity",
    "mistranslation",
    "number",
    "proper_noun",
    "omission",
    "addition",
    "spelling",
)


@dataclass(frozen=True)
class Bank:
    """Words of other agreements."""

    nouns: tuple[str, ...]
    phrases: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Planted:
    """An error in a clause."""

    kind: str
    start: int
    """Of its clause, in the clean document."""
    before: str
    after: str


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


def planted(analysis: Analysis, data: Path, seed: int) -> tuple[Document, list[Planted]]:
    """A document with an error in one clause of ``EVERY``, of the next kind that it has room for."""
    rng = random.Random(f"{analysis.document.id} {seed}")
    language, words = analysis.document.language, bank(analysis.document.language, data)
    kinds, errors = list(CHOSEN), []
    rng.shuffle(kinds)
    for clause in analysis.clauses[rng.randrange(EVERY) :: EVERY]:
        for kind in kinds:
            made = PLANTERS[kind][language](clause.text, words, rng)
            if made and made != clause.text:
                errors.append(Planted(kind, clause.start, clause.text, made))
                kinds.append(kinds.pop(kinds.index(kind)))
                break
    document = analysis.document
    for error in reversed(errors):
        document = changed(document, error.start, error.before, error.after)
    return document, errors


def changed(document: Document, start: int, before: str, after: str) -> Document:
    """A document with other words at a place; blocks and text move along."""
    grown = len(after) - len(before)
    text = document.text[:start] + after + document.text[start + len(before) :]
    blocks = tuple(
        replace(b, start=b.start + grown * (b.start > start), end=b.end + grown * (b.end > start), cells=())
        for b in document.blocks
    )
    return replace(document, text=text, blocks=blocks)


@dataclass
class Count:
    """What was planted and found."""

    planted: Counter[str]
    located: Counter[str]
    typed: Counter[str]
    right: Counter[str]
    found: Counter[str]


def score(errors: Sequence[Planted], side: int, result: Comparison, count: Count, *, show: bool) -> None:
    """Add one planted document: an error is located by a finding of its clause, typed by one of its class."""
    clauses = {clause.id: clause for clause in result.documents[side].clauses}
    shift, places = 0, []
    for error in errors:
        places.append((error.start + shift, error.start + shift + len(error.after)))
        shift += len(error.after) - len(error.before)
    touched: dict[int, list[str]] = defaultdict(list)
    for found in result.differences:
        near = [n for id in found.clauses[side] for n, at in enumerate(places) if _meets(clauses[id], at)]
        count.found[CLASSES[found.kind]] += 1
        count.right[CLASSES[found.kind]] += bool(near)
        for n in near:
            touched[n].append(CLASSES[found.kind])
        if show and not near:
            print(f"  no error: {found.weight} {found.kind} {found.values} {found.clauses}")
    for n, error in enumerate(errors):
        kind = CLASSES[error.kind]
        count.planted[error.kind] += 1
        count.located[error.kind] += bool(touched[n])
        count.typed[error.kind] += kind in touched[n]
        if show and kind not in touched[n]:
            what = touched[n] or "missed"
            print(f"  {side} {what}: {error.kind}\n    {error.before}\n    {error.after}")


def _meets(clause: Clause, place: tuple[int, int]) -> bool:
    return clause.start < place[1] and clause.end > place[0]


def table(count: Count) -> Iterator[str]:
    """Figures by kind, then of all."""
    yield f"{'kind':16}{'planted':>8}{'recall':>8}{'typed':>8}"
    for kind in CHOSEN:
        if count.planted[kind]:
            n = count.planted[kind]
            yield f"{kind:16}{n:8}{count.located[kind] / n:8.2f}{count.typed[kind] / n:8.2f}"
    n, f = count.planted.total(), count.found.total()
    yield f"{'all':16}{n:8}{count.located.total() / n:8.2f}{count.typed.total() / n:8.2f}"
    yield f"precision {count.right.total() / max(f, 1):.2f} of {f} findings"
    yield "  ".join(f"{kind} {count.right[kind]}/{count.found[kind]}" for kind in sorted(count.found))


KNOWN: dict[str, NDArray[np.float32]] = {}
"""Vectors of texts seen: most of a planted document is that of the clean one."""


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors, each made once."""
    model = loaded_encoder(DEFAULT_ENCODER)
    new = [text for text in dict.fromkeys(texts) if text not in KNOWN]
    if new:
        KNOWN.update(zip(new, model.vectors(model.features(new)), strict=True))
    return np.stack([KNOWN[text] for text in texts])


def checked(a: Analysis, b: Analysis, original: int, least: float) -> Comparison:
    """What ``policynlp parity`` does with two documents."""
    return check((a, b), answers(a, b), vectors=vectors, original=original, least=least)


def main() -> None:
    """Plant, check, print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("data", type=Path)
    options.add_argument("--seeds", default="1")
    options.add_argument("--families", default=",".join(FAMILIES))
    options.add_argument("--show", action="store_true")
    options.add_argument("--sure", type=float, default=LEAST, help="confidence from which findings count")
    given = options.parse_args()
    count = Count(Counter(), Counter(), Counter(), Counter(), Counter())
    links = false = 0
    for family in given.families.split(","):
        pair = pipeline.resolve([f"{family}.ko", f"{family}.en"])
        clean = checked(*pair, 0, given.sure)
        links, false = links + len(clean.links), false + len(clean.differences)
        for found in clean.differences if given.show else ():
            print(f"  false alarm: {found.weight} {found.kind} {found.values}")
        for seed in map(int, given.seeds.split(",")):
            for side in (0, 1):
                document, errors = planted(pair[side], given.data, seed)
                both = [pipeline.analyse(document) if k == side else pair[k] for k in (0, 1)]
                score(errors, side, checked(both[0], both[1], 1 - side, given.sure), count, show=given.show)
    print(f"clean pairs: {false} findings in {links} linked clauses")
    print("\n".join(table(count)))


if __name__ == "__main__":
    main()
