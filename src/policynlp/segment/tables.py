"""The numbering tables of all languages, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from policynlp.languages import LANGUAGES, table


@dataclass(frozen=True, slots=True)
class Style:
    """One way of numbering list items."""

    name: str
    pattern: re.Pattern[str]
    counts: str
    """How the captured text counts: arabic, roman, letter, hangul …"""
    inline: bool


@dataclass(frozen=True, slots=True)
class Division:
    """A sort of heading that says what it is: Chapter, 제N장."""

    rank: int
    """The smaller the higher."""
    slug: str
    pattern: re.Pattern[str]
    """Its whole label; the groups that match are its number: ``제6조의2`` gives 6 and 2."""
    references: re.Pattern[str]
    """What follows the label where it is only referred to (``Article 5 of the Treaty``)."""


@cache
def styles() -> tuple[Style, ...]:
    """List styles in order of trial."""
    return tuple(
        Style(row["name"], re.compile(row["pattern"]), row["value"], row.get("inline", False))
        for row in table("shared", "numbering")["style"]
    )


@cache
def bullets() -> dict[str, str]:
    """Characters: ``marks``, ``spaced`` (a space must follow), ``inline``, ``dashes``."""
    return {name: str(marks) for name, marks in table("shared", "numbering")["bullets"].items()}


@cache
def divisions() -> tuple[Division, ...]:
    """Divisions of all languages, the highest first."""
    english, korean = table("en", "numbering"), table("ko", "numbering")
    found = [_english(row, english) for row in english["division"]]
    found += [_korean(row, korean) for row in korean["division"]]
    found.append(Division(1, "annex", re.compile(korean["annexes"]), _any(korean["references"])))
    return tuple(sorted(found, key=lambda division: division.rank))


def _english(row: dict[str, Any], table: dict[str, Any]) -> Division:
    pattern = table["pattern"].replace("WORDS", "|".join(row["words"]))
    if row.get("bare"):
        pattern += "|(?:" + "|".join(row["words"]) + r")(?=\s*$|:)()"
    return Division(row["rank"], row["slug"], re.compile(pattern), _any(table["references"]))


def _korean(row: dict[str, Any], table: dict[str, Any]) -> Division:
    pattern = table["pattern"].replace("UNITS", "|".join(row["units"]))
    return Division(row["rank"], row["slug"], re.compile(pattern), _any(table["references"]))


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(r"\s*(?:" + "|".join(patterns) + ")")


@cache
def before_reference() -> re.Pattern[str]:
    """What stands before a number that is only referred to (``under paragraph (a)``)."""
    rows = [pattern for code in LANGUAGES for pattern in table(code, "numbering")["before_reference"]]
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows), re.IGNORECASE)


@cache
def announcements() -> re.Pattern[str]:
    """Ends of a text that announce a list."""
    rows = [pattern for code in LANGUAGES for pattern in table(code, "numbering")["lead_in"]["endings"]]
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows), re.IGNORECASE)


@cache
def words(name: str) -> tuple[str, ...]:
    """A word list of all languages together."""
    return tuple(word for code in LANGUAGES for word in table(code, "numbering")["words"][name])


@cache
def openings() -> re.Pattern[str]:
    """What articles begin with, where a text on one line leaves no other end to their titles."""
    rows = [pattern for code in LANGUAGES for pattern in table(code, "numbering").get("openings", [])]
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows))


@cache
def glued_title() -> re.Pattern[str]:
    """What such a title may be."""
    found = [table(code, "numbering").get("glued_title") for code in LANGUAGES]
    return re.compile("|".join(f"(?:{pattern})" for pattern in found if pattern))


@cache
def tails() -> re.Pattern[str]:
    """Where the last item of a list inside a sentence ends and the sentence goes on."""
    rows = [pattern for code in LANGUAGES for pattern in table(code, "numbering")["lead_in"].get("tails", [])]
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows))


@cache
def table_terminal() -> tuple[str, str, str]:
    """Characters that stop a sentence, that pause it, and that may close after a stop."""
    terminal = table("shared", "numbering")["terminal"]
    return terminal["stops"], terminal["pauses"], terminal["closers"]


@cache
def closing() -> re.Pattern[str]:
    """Where the words begin that attest an instrument, after the end of a sentence."""
    rows = [pattern for code in LANGUAGES for pattern in table(code, "numbering")["closing"]]
    return re.compile(r"(?<=[.;。])\s*(?:" + "|".join(rows) + ")")
