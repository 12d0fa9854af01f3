"""What to call each of several documents in a sentence, and how to list some of them."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from policynlp.comparison.instruments import instrument, kind_in, signed, the, titled
from policynlp.comparison.pairs import Reading
from policynlp.comparison.roles import short_country_name
from policynlp.comparison.texts import OWN_NAME, tokens
from policynlp.languages import NAMES
from policynlp.records import Bilingual

LISTED = 4
"""Documents that a sentence names; of more it names those left out if they are few, else the first ones."""
EXCEPT = 3
"""Documents named as left out at most."""

Qualifier = Callable[[Reading, Sequence[Reading]], Bilingual | None]


def names(readings: Sequence[Reading]) -> tuple[Bilingual, ...]:
    """What to call each: its kind of instrument, and of those that share one, what tells them apart: country,
    year, language; its title or id where nothing does."""
    codes = [_kind(reading) for reading in readings]
    called: list[tuple[Bilingual, ...]] = [(the(code),) if code else () for code in codes]
    for qualifier in (_country, _year, _language):
        before = [_written(parts) for parts in called]
        for number, reading in enumerate(readings):
            alike = [readings[n] for n, written in enumerate(before) if written == before[number]]
            added = qualifier(reading, alike) if called[number] and len(alike) > 1 else None
            called[number] += (added,) if added else ()
    written = [_written(parts) for parts in called]
    often = Counter(each["en"] for each in written)
    return tuple(
        each if parts and often[each["en"]] == 1 else _title(reading)
        for reading, parts, each in zip(readings, called, written, strict=True)
    )


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


def _written(parts: Sequence[Bilingual]) -> Bilingual:
    """A name with what qualifies it in brackets: the agreement (Japan, 1985)."""
    if not parts:
        return {"en": "", "ko": ""}
    return {
        code: parts[0][code] + (f" ({', '.join(part[code] for part in parts[1:])})" if parts[1:] else "")
        for code in ("en", "ko")
    }


def _title(reading: Reading) -> Bilingual:
    """A document's title where it is short, else its id."""
    title = titled(reading.analysis.document) or reading.analysis.document.id
    return {"en": title, "ko": title}


def _country(reading: Reading, alike: Sequence[Reading]) -> Bilingual | None:
    """The countries that conclude this one and not all of those that it could be taken for."""
    every = frozenset.intersection(*(other.parties for other in alike))
    own = sorted(reading.parties - every)
    named = [short_country_name(value) for value in own]
    return {code: ", ".join(name[code] for name in named) for code in ("en", "ko")} if own else None


def _year(reading: Reading, alike: Sequence[Reading]) -> Bilingual | None:
    """The year of signature where not all have the same."""
    years = [signed(other)[0][:4] for other in alike]
    own = signed(reading)[0][:4]
    return {"en": own, "ko": own} if own and len(set(years)) > 1 else None


def _language(reading: Reading, alike: Sequence[Reading]) -> Bilingual | None:
    """The language where not all have the same."""
    own = reading.analysis.document.language
    if len({other.analysis.document.language for other in alike}) == 1:
        return None
    name = NAMES.get(own, {"en": own, "ko": own})
    return {"en": name["en"], "ko": name["ko"]}


def listed(chosen: Collection[int], called: Sequence[Bilingual]) -> Bilingual:
    """Some of the documents by name: all of them if they are few, those left out if these are, else the
    first and how many more."""
    rest = [number for number in range(len(called)) if number not in chosen]
    if not rest:
        return {"en": f"all {len(called)}", "ko": f"{len(called)}건 모두"}
    if len(chosen) <= LISTED:
        return _series([called[number] for number in sorted(chosen)])
    if len(rest) <= EXCEPT:
        left = _series([called[number] for number in rest])
        return {"en": f"all but {left['en']}", "ko": f"{left['ko']} 외 {len(chosen)}건"}
    first = [called[number] for number in sorted(chosen)[: LISTED - 1]]
    more = len(chosen) - len(first)
    return {
        "en": f"{', '.join(name['en'] for name in first)} and {more} more",
        "ko": f"{'·'.join(name['ko'] for name in first)} 등 {len(chosen)}건",
    }


def _series(parts: Sequence[Bilingual]) -> Bilingual:
    english = [part["en"] for part in parts]
    joined = " and ".join(filter(None, (", ".join(english[:-1]), english[-1])))
    return {"en": joined, "ko": "·".join(part["ko"] for part in parts)}
