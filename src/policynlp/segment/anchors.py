"""Readable, unique names for clauses: ``article-4-2-a``, ``iii-b``, ``전략적-자율성-3``."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from policynlp.segment.markers import written
from policynlp.segment.outline import Draft, Heading

_WORDS = re.compile(r"[^\W_]+")
_LENGTH = 40
"""Most characters that a heading's words give to an anchor."""


def anchors(drafts: Sequence[Draft]) -> list[str]:
    """One anchor a draft; headings further up are named only where those of several sections collide."""
    short = [_join([_own(draft.headings), *_numbers(draft)]) for draft in drafts]
    sections: dict[str, set[tuple[str, ...]]] = {}
    for draft, name in zip(drafts, short, strict=True):
        sections.setdefault(name, set()).add(tuple(heading.printed for heading in draft.headings))
    names = [
        _join([*map(_slug, draft.headings), *_numbers(draft)]) if len(sections[name]) > 1 else name
        for draft, name in zip(drafts, short, strict=True)
    ]
    return _numbered(names)


def _numbered(names: Sequence[str]) -> list[str]:
    """Equal names told apart by their order."""
    total, seen, taken = Counter(names), Counter[str](), set(names)
    result = []
    for name in names:
        seen[name] += 1
        unique = name if total[name] == 1 and name else _join([name, f"p{seen[name]}"])
        while unique in taken and unique != name:
            seen[name] += 1
            unique = _join([name, f"p{seen[name]}"])
        taken.add(unique)
        result.append(unique)
    return result


def _own(headings: Sequence[Heading]) -> str:
    return _slug(headings[-1]) if headings else ""


def _numbers(draft: Draft) -> list[str]:
    return [_ordinal(style, value) for style, _, value in draft.markers]


def _ordinal(style: str, value: int) -> str:
    if style.startswith("letter") and value <= 26:
        return chr(96 + value)
    return written(value) if style.startswith("roman") else str(value)


def _slug(heading: Heading) -> str:
    """The number where there is one, else the first words."""
    words = unicodedata.normalize("NFKC", heading.slug or heading.title or heading.printed)
    return "-".join(_WORDS.findall(words.lower()))[:_LENGTH].strip("-")


def _join(parts: Sequence[str]) -> str:
    return "-".join(part for part in parts if part)
