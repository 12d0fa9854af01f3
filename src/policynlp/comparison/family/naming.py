"""What to call each of several documents in a sentence, and how to list some of them."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from policynlp.comparison.findings import both
from policynlp.comparison.instruments import instrument, kind_in, signed, the, titled
from policynlp.comparison.pairs import Reading
from policynlp.comparison.phrasing import filled, listing
from policynlp.comparison.roles import short_country_name
from policynlp.comparison.texts import OWN_NAME, tokens
from policynlp.languages import NAMES
from policynlp.records import Bilingual

LISTED = 4
"""Documents that a sentence names; of more it names those left out if they are few, else the first ones."""
EXCEPT = 3
"""Documents named as left out at most."""
ARTICLE = re.compile(
    r"(?:United|Republic|Kingdom|Union|Federation|Philippines|Netherlands|States|Emirates)\b"
)
"""Names of countries that English says with an article."""


def names(readings: Sequence[Reading]) -> tuple[Bilingual, ...]:
    """What to call each: its kind of instrument, and of those that share one, what tells them apart: country,
    year, language; its title or id where nothing does."""
    codes = [_kind(reading) for reading in readings]
    called = [
        _qualified(reading, [other for other, own in zip(readings, codes, strict=True) if own == code], code)
        for reading, code in zip(readings, codes, strict=True)
    ]
    often = Counter(name["en"] for name in called)
    return tuple(
        name if name["en"] and often[name["en"]] == 1 else _title(reading)
        for reading, name in zip(readings, called, strict=True)
    )


def _qualified(reading: Reading, alike: Sequence[Reading], code: str) -> Bilingual:
    """The name of a document among those of its kind: the agreement with Japan (1985)."""
    if not code:
        return both("", "")
    name = the(code)
    if len(alike) == 1:
        return name
    own = _lone(reading, alike)
    if own:
        named = [short_country_name(value) for value in own]
        name = both(
            f"{name['en']} with {', '.join(_with_article(country['en']) for country in named)}",
            f"{'·'.join(country['ko'] for country in named)} {name['ko']}",
        )
    rest = [other for other in alike if _lone(other, alike) == own]
    marks = [mark for mark in (_year(reading, rest), _language(reading, rest)) if mark]
    if not own and not marks:
        marks = [_title(reading)]
    return {code: name[code] + _bracketed([mark[code] for mark in marks]) for code in name}


def _bracketed(marks: Sequence[str]) -> str:
    return f" ({', '.join(marks)})" if marks else ""


def _with_article(country: str) -> str:
    return f"the {country}" if ARTICLE.search(country) else country


def _lone(reading: Reading, alike: Sequence[Reading]) -> tuple[str, ...]:
    """The countries that conclude this document and not all that it could be taken for."""
    known = [other.parties for other in alike if other.parties]
    return tuple(sorted(reading.parties - frozenset.intersection(*known))) if known else ()


def _kind(reading: Reading) -> str:
    """The kind of instrument; where neither title nor metadata name one, what the text calls itself most."""
    stated = instrument(reading.analysis)
    if stated:
        return stated
    found = Counter(
        code
        for clause in reading.analysis.clauses
        for token in tokens(clause.text, clause.language)
        if token.key.startswith(OWN_NAME) and (code := kind_in(token.text))
    )
    return min(found, key=lambda code: (-found[code], code)) if found else ""


def _title(reading: Reading) -> Bilingual:
    """A document's title where it is short, else its id."""
    title = titled(reading.analysis.document) or reading.analysis.document.id
    return {"en": title, "ko": title}


def _year(reading: Reading, alike: Sequence[Reading]) -> Bilingual | None:
    """The year of signature, of documents that nothing else tells apart."""
    years = {signed(other)[0][:4] for other in alike}
    own = signed(reading)[0][:4]
    return both(own, own) if own and len(years) > 1 else None


def _language(reading: Reading, alike: Sequence[Reading]) -> Bilingual | None:
    """The language, of documents that nothing else tells apart."""
    own = reading.analysis.document.language
    name = NAMES.get(own, {"en": own, "ko": own})
    apart = {other.analysis.document.language for other in alike}
    return both(name["en"], name["ko"]) if len(apart) > 1 else None


def listed(chosen: Collection[int], called: Sequence[Bilingual]) -> Bilingual:
    """Some of the documents by name: all of them if they are few, those left out if these are, else the
    first and how many more."""
    rest = [number for number in range(len(called)) if number not in chosen]
    if not rest:
        return both(f"all {len(called)}", f"{len(called)}건 모두")
    if len(chosen) <= LISTED:
        return _series([called[number] for number in sorted(chosen)])
    if len(rest) <= EXCEPT:
        left = _series([called[number] for number in rest])
        without = filled("{x}을(를) 뺀 {n}건", "ko", {"x": left["ko"], "n": str(len(chosen))})
        return both(f"all but {left['en']}", without)
    first = _series([called[number] for number in sorted(chosen)[: LISTED - 1]], last=False)
    return both(f"{first['en']} and {len(chosen) - LISTED + 1} more", f"{first['ko']} 등 {len(chosen)}건")


def _series(parts: Sequence[Bilingual], *, last: bool = True) -> Bilingual:
    """Names in a row; what all have in common is said once: the agreements with China, Chile and Japan."""
    english, korean = [part["en"] for part in parts], [part["ko"] for part in parts]
    head = SHARED_HEAD.match(english[0])
    if len(parts) > 1 and head and all(name.startswith(head.group()) for name in english):
        plural = f"{head.group(1)[:-1]}ies" if head.group(1)[-2:] == "ty" else f"{head.group(1)}s"
        english = [name.removeprefix(head.group()) for name in english]
        english[0] = f"{plural} with {english[0]}"
        tail = korean[0].rpartition(" ")[2]
        if all(name.endswith(f" {tail}") for name in korean):
            korean = [name.removesuffix(f" {tail}") for name in korean[:-1]] + korean[-1:]
    if not last:
        return both(", ".join(english), "·".join(korean))
    names = [both(one, other) for one, other in zip(english, korean, strict=True)]
    return both(listing(names)["en"], "·".join(korean))


SHARED_HEAD = re.compile(r"(the (?:[a-zA-Z]+)) with ")
"""What names of one kind of instrument have in common."""
