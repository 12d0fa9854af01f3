"""What a document is: the kind its title names, its date, and what to call it in a sentence."""

import re
from datetime import date

from policynlp.comparison.pairs import Reading
from policynlp.comparison.roles import SIGNATURE, short_country_name
from policynlp.comparison.stated import only, spans_of
from policynlp.languages import NAMES, table
from policynlp.records import Analysis, Bilingual, Document, Span

SHORT = 48
"""Characters up to which a title can stand in a sentence."""
DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""As English sentences name them, whatever the machine's language."""


def instrument(analysis: Analysis) -> str:
    """Code of the instrument that the metadata, the text itself or else its title names; empty where none
    does."""
    document = analysis.document
    read = only(analysis, "instrument")
    return (
        kind_in(document.metadata.get("instrument", ""))
        or (read.value if read else "")
        or kind_in(document.title)
    )


def kind_in(text: str) -> str:
    """The first kind of the table that words name."""
    for code, kind in table("shared", "instruments")["kind"].items():
        if any(_names(word, text) for word in kind["words"]):
            return str(code)
    return ""


def _names(word: str, text: str) -> bool:
    if word.isupper():
        return re.search(rf"\b{word}\b", text) is not None
    return word.lower() in text.lower()


def instrument_name(code: str) -> Bilingual:
    """What an instrument is called in both languages."""
    kind = table("shared", "instruments")["kind"][code]
    return {"en": kind["en"], "ko": kind["ko"]}


def names(first: Reading, second: Reading) -> tuple[Bilingual, Bilingual]:
    """What to call the two documents: by kind, by language, by party, by short title, else by order."""
    documents = first.analysis.document, second.analysis.document
    kinds = instrument(first.analysis), instrument(second.analysis)
    if all(kinds) and kinds[0] != kinds[1]:
        return the(kinds[0]), the(kinds[1])
    if documents[0].language != documents[1].language and kinds[0] == kinds[1]:
        return _version(documents[0].language), _version(documents[1].language)
    lone = first.parties - second.parties, second.parties - first.parties
    if all(kinds) and all(lone):
        return _of(kinds[0], lone[0]), _of(kinds[1], lone[1])
    titles = [titled(document) for document in documents]
    if titles[0] and titles[1] and titles[0] != titles[1]:
        return {"en": titles[0], "ko": titles[0]}, {"en": titles[1], "ko": titles[1]}
    return {"en": "the first text", "ko": "첫째 문서"}, {"en": "the second text", "ko": "둘째 문서"}


def the(code: str) -> Bilingual:
    """An instrument as a sentence names the only one of its kind: the MOU."""
    kind = table("shared", "instruments")["kind"][code]
    return {"en": f"the {kind.get('short', kind['en'])}", "ko": kind["ko"]}


def _version(language: str) -> Bilingual:
    """One language version of an instrument."""
    name = NAMES.get(language, {"en": language, "ko": language})
    return {"en": f"the {name['en']} text", "ko": f"{name['ko']}본"}


def _of(code: str, countries: frozenset[str]) -> Bilingual:
    """An instrument told from one of its kind by the country that concludes it."""
    kind = the(code)
    named = [short_country_name(value) for value in sorted(countries)]
    return {
        language: f"{kind[language]} ({', '.join(name[language] for name in named)})" for language in kind
    }


def titled(document: Document) -> str:
    """A title that can stand in a sentence: stated as short, or short; the id of a document that has a
    longer one."""
    stated = document.metadata.get("short", "")
    if stated:
        return stated
    if document.title and document.title != document.id and len(document.title) <= SHORT:
        return document.title
    return document.id if document.title and document.title != document.id else ""


def signed(reading: Reading) -> tuple[str, tuple[Span, ...]]:
    """The date of signature (ISO 8601) and the words that give it, if the text does."""
    fact = only(reading.analysis, "date")
    if fact:
        return fact.value, spans_of(reading.analysis, [fact])[:1]
    stated = reading.analysis.document.metadata.get("date", "")
    for clause in reversed(reading.analysis.clauses):
        if SIGNATURE.search(clause.text):
            found = [
                m
                for m in reading.mentions.get(clause.id, ())
                if m.kind == "quantity" and DATE.fullmatch(m.value)
            ]
            if found:
                return found[0].value, (found[0].span,)
    return stated, ()


def told(day: str) -> Bilingual:
    """A date as a sentence gives it: 29 October 2025; one that is not whole stays as it is."""
    if not DATE.fullmatch(day):
        return {"en": day, "ko": day}
    when = date.fromisoformat(day)
    return {
        "en": f"{when.day} {MONTHS[when.month - 1]} {when.year}",
        "ko": f"{when.year}년 {when.month}월 {when.day}일",
    }


def days_apart(first: str, second: str) -> int | None:
    """Days between two dates; None unless both are whole dates."""
    if not (DATE.fullmatch(first) and DATE.fullmatch(second)):
        return None
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)
