"""Who is named in a stretch of text: countries, their ministries and bodies, organisations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from policynlp.extract import countries
from policynlp.extract.attributes import overlaps
from policynlp.extract.bodies import known
from policynlp.extract.facts.text import Chars, Text, compiled
from policynlp.extract.forms import patterned
from policynlp.extract.names import Names, english, squeeze
from policynlp.extract.patterns import literal
from policynlp.languages import table
from policynlp.records import Clause

OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
"""Between a body and the country that it belongs to."""
ALIAS = re.compile(r"\([^()]{0,30}?(?:here(?:in)?after|이하|[“\"‘])[^()]*\)?", re.IGNORECASE)
"""A bracket that names somebody again: (hereinafter referred to as the EFTA States), (이하 "차주"라 한다)."""
QUOTED = re.compile(r"「[^「」\n]*」|『[^『』\n]*』|《[^《》\n]*》")
"""The title of another instrument: who is named in 「국제연합헌장」 is no party to this one."""
UNKNOWN = 0.6
"""Confidence of a party that no table has: its name is where a party's name must stand."""
LONGEST = 60
"""Characters of an unknown party's name."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One party by its name."""

    value: str
    """``country.kr``, ``kr.msit``, ``eu``, ``name.…``."""
    place: Chars
    country: str = ""
    """``country.kr`` of a body that belongs to one."""
    confidence: float = 1.0


def actors(text: Text, place: Chars, code: str, *, unknown: bool = True) -> list[Actor]:
    """The parties named in a stretch, in order of place."""
    words = unaliased(text.all[slice(*place)]).replace("’", "'")
    found = listed(words, code)
    if unknown:
        found = [ministry(actor, words, code) for actor in found]
        found += unlisted(words, found, code)
    found.sort(key=lambda actor: actor.place)
    start = place[0]
    return [Actor(a.value, (start + a.place[0], start + a.place[1]), a.country, a.confidence) for a in found]


def unaliased(words: str) -> str:
    """The words with blanks for brackets that name a party again or quote another instrument's title."""
    for pattern in (ALIAS, QUOTED):
        words = pattern.sub(lambda match: " " * len(match.group()), words)
    return words


def listed(words: str, code: str) -> list[Actor]:
    """Organisations, bodies and countries of the tables."""
    found = [Actor(hit.key, (hit.start, hit.end)) for hit in organisations().find(words)]
    clause = Clause("", words, 0, len(words), code)
    taken = [actor.place for actor in found]
    mentions = known(clause)
    mentions += patterned(clause, code, [(m.span.start, m.span.end) for m in mentions] + taken)
    for mention in mentions:
        place = mention.span.start, mention.span.end
        if not overlaps(*place, taken) and mention.attributes.get("role") != "joint-body":
            owner = mention.attributes.get("country", "")
            country = f"country.{owner}" if owner in table("shared", "places")["country"] else ""
            found.append(Actor(mention.value, place, country, mention.confidence))
            taken.append(place)
    return [*found, *states(words, taken)]


def states(words: str, taken: list[Chars]) -> Iterator[Actor]:
    """Countries outside the names of bodies, and those of 한·미."""
    for hit in countries.named(words):
        adjective = squeeze(words[hit.start : hit.end]) in countries.adjectives()
        owner = any(end <= hit.start and OF.fullmatch(words, end, hit.start) for _, end in taken)
        if not adjective and not owner and not overlaps(hit.start, hit.end, taken):
            taken.append((hit.start, hit.end))
            yield Actor(f"country.{hit.key}", (hit.start, hit.end))
    pattern, rows = countries.pairs()
    for match in pattern.finditer(words):
        letters = [match.start() + n for n, letter in enumerate(match.group()) if "가" <= letter <= "힣"]
        for at, key in zip(letters, rows[match.group()], strict=True):
            if not overlaps(at, at + 1, taken):
                yield Actor(f"country.{key}", (at, at + 1))


def ministry(actor: Actor, words: str, code: str) -> Actor:
    """The body that is named right after its country (프랑스공화국 고등교육연구부), else the actor."""
    match = compiled(code, "parties", "body").match(words, actor.place[1])
    if not match or not actor.value.startswith("country."):
        return actor
    place = actor.place[0], match.end()
    return Actor(called(words[slice(*place)]), place, actor.value, UNKNOWN)


def called(words: str) -> str:
    """The value of a party that no table has."""
    return "name." + re.sub(r"[\s·ㆍ]+", "-", words).casefold()


def unlisted(words: str, found: list[Actor], code: str) -> list[Actor]:
    """Parts between the connectives that name somebody no table has, beside at least one that is known."""
    if not found:
        return []
    result = []
    for start, end in parts(words, code):
        inside = any(start <= actor.place[0] < end for actor in found)
        match = compiled(code, "parties", "unknown").fullmatch(words[start:end])
        if not inside and match and end - start <= LONGEST:
            result.append(Actor(called(words[start:end]), (start, end), confidence=UNKNOWN))
    return result


def parts(words: str, code: str) -> Iterator[Chars]:
    """The stretch cut at its connectives, brackets left out."""
    bare = re.sub(r"\([^)]*\)?", lambda match: " " * len(match.group()), words)
    edges = [
        (0, 0),
        *(m.span() for m in compiled(code, "parties", "and").finditer(bare)),
        (len(bare), len(bare)),
    ]
    for (_, start), (end, _) in pairwise(edges):
        part = bare[start:end]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


@cache
def organisations() -> Names:
    """Parties that are no country."""
    rows = table("shared", "facts")["party"]
    return Names(
        [(name, key, english(name, exact=False)) for key, row in rows.items() for name in row["en"]]
        + [(name, key, literal(name, "ko")) for key, row in rows.items() for name in row["ko"]]
    )
