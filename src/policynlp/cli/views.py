"""What a reader sees of each table's rows: few columns, names instead of codes."""

import re
from collections.abc import Callable, Mapping

from policynlp.cli.tabled import Shown, joined
from policynlp.messages import spoken
from policynlp.tables import Row
from policynlp.tables.named import name

NUMBER = re.compile(r"(?:Article|Section|Chapter|Part|Annex|Paragraph)\s+\S+|제\s?\S+|\S*[\dⅠ-ⅿ.)]\S*", re.I)
"""The number that a heading or label begins with."""
SHOWN = 2
"""Places named in a terminal's line; CSV and JSON have all."""


def short(place: str) -> str:
    """A clause's place without the words of its headings: ``Ⅱ. 1. 가.``; their first word where they have no
    number."""
    return " ".join(map(_number, filter(None, place.split(" › "))))


def _number(part: str) -> str:
    found = NUMBER.match(part)
    first, _, rest = part.partition(" ")
    return found[0] if found else first + ("…" if rest else "")


def clause(row: Row) -> Shown:
    """Id, place and text; items stand in from their lead-in."""
    return {
        "clause": row["clause"],
        "place": short(row["place"]),
        "text": ("· " if row["parent"] else "") + row["text"],
    }


def commitment(row: Row) -> Shown:
    """Where, how firmly, doing what, who on what, what is named, the words of force, how sure."""
    marks = [mark for mark in ("lead_in", "reported", "purpose") if row[mark]]
    marks += ["continuing"] if row["aspect"] == "continuing" else []
    negative = row["polarity_name"] if row["polarity"] == "negative" else ""
    told = [row["action_name"], row["phase_name"], *(name("mark", mark, spoken()) for mark in marks)]
    return {
        "clause": f"{row['clause']} {short(row['place'])}".rstrip(),
        "force": f"{row['force']} {row['force_name']}",
        "action": ", ".join(filter(None, [negative, *told])),
        "actor": " → ".join(filter(None, [row["actor"], row["object"]])),
        "named": joined(row, "condition_words", "quantity_words", "institution_words", "place_words"),
        "words": joined(row, "marker", "action_words"),
        "confidence": f"{row['confidence']:.2f}",
    }


def mention(row: Row) -> Shown:
    """Where, what kind, the canonical value and its name, the words, how sure."""
    return {
        "clause": row["clause"],
        "kind": row["kind_name"],
        "value": row["value"],
        "name": row["name"],
        "words": row["text"],
        "confidence": f"{row['confidence']:.2f}",
    }


def pair(row: Row) -> Shown:
    """A term and its translation in brackets."""
    return {"clause": row["clause"], "term": row["term"], "gloss": row["gloss"]}


def fact(row: Row) -> Shown:
    """What a text says of itself."""
    return {
        "kind": row["kind_name"],
        "value": row["value"],
        "detail": row["detail"],
        "span": f"{row['start']}-{row['end']}",
        "words": row["text"],
        "confidence": f"{row['confidence']:.2f}",
    }


def term(row: Row) -> Shown:
    """A term over many documents: translation, how often shown, by what, how sure, where."""
    more = len(row["evidence"]) - SHOWN
    return {
        "term": row["term"],
        "gloss": row["gloss"],
        "count": str(row["count"]),
        "methods": ", ".join(row["method_names"]),
        "confidence": f"{row['confidence']:.2f}",
        "evidence": " ".join(row["evidence"][:SHOWN]) + (f" +{more}" if more > 0 else ""),
    }


VIEWS: Mapping[str, Callable[[Row], Shown]] = {
    "clauses": clause,
    "commitments": commitment,
    "mentions": mention,
    "glossary": pair,
    "facts": fact,
}
"""View by table."""
