"""Pairs in one language to fit on: versions of texts made by known edits, and Korean sister agreements.

The gold holds hardly any pair in one language with merged, split or reworded clauses. Versions are made from
one side of development pairs; sisters are Korean treaties whose articles bear the same titles.
"""

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Document = Mapping[str, Any]
VERSIONS = 40
"""Versions to fit on, of texts of LONGEST units at most."""
LONGEST = 40
SISTERS = 20
"""Pairs of Korean treaties to fit on."""
SAME = 0.5
"""Share of the titles of the shorter treaty that make two treaties sisters."""
BREAK = re.compile(r"(?<=[.;:다,]) +")
"""Where a unit may be split."""
SPLIT = 40
"""Characters that both halves must have."""
ARTICLE = re.compile(r"^제 ?(\d+) ?조 *[(【\[]? *([가-힣][^\n()\]】]{1,30}?) *[)】\]]?$", re.MULTILINE)
"""The line of an article's number and title in a Korean treaty."""


def versions(found: Mapping[str, Sequence[Document]]) -> list[Document]:
    """Texts of the gold against versions of themselves."""
    sources = [
        (list(document[side]), document["langs"][number])
        for kind in sorted(found)
        if kind.startswith("news") or kind.endswith("_order")
        for document in found[kind]
        for number, side in enumerate("ab")
    ]
    chance = random.Random(5)
    by_language = {code: [texts for texts, other in sources if other == code] for _, code in sources}
    codes = sorted(by_language)
    return [
        _version(codes[n % len(codes)], by_language[codes[n % len(codes)]], chance) for n in range(VERSIONS)
    ]


Edited = list[tuple[list[int], list[str]]]
"""Units of a text and the passages that they became; none where a passage is new."""


def _version(language: str, sources: Sequence[Sequence[str]], chance: random.Random) -> Document:
    """A stretch of a text against what edits make of it."""
    texts = chance.choice(sources)
    first = chance.randrange(max(len(texts) - LONGEST, 1))
    a = list(texts[first : first + LONGEST])
    b = _edited(a, sources, chance)
    _move(b, chance)
    out: list[str] = []
    links = []
    for group, passages in b:
        if group:
            links.append([group, list(range(len(out), len(out) + len(passages)))])
        out += passages
    name = f"version of {language}"
    return {"name": name, "langs": [language, language], "a": a, "b": out, "links": sorted(links)}


def _edited(a: Sequence[str], sources: Sequence[Sequence[str]], chance: random.Random) -> Edited:
    """Each unit dropped, split, joined to the next, reworded, preceded by a foreign one, or left."""
    out: Edited = []
    at = 0
    while at < len(a):
        what = chance.random()
        if what < 0.06:
            at += 1
            continue
        if what < 0.12:
            out.append(([], [chance.choice(chance.choice(sources))]))
        size = chance.choice((2, 2, 2, 3)) if 0.12 < what < 0.24 else 1
        group = list(range(at, min(at + size, len(a))))
        strength = chance.choice((0, 0, 0.1, 0.25, 0.4))
        text = _reworded(" ".join(a[i] for i in group), strength, chance.choice(sources), chance)
        halves = _halves(text, chance) if len(group) == 1 and 0.24 < what < 0.45 else [text]
        out.append((group, halves))
        at += len(group)
    return out


def _move(b: Edited, chance: random.Random) -> None:
    """Take one to four neighbours elsewhere, in three of five texts."""
    if chance.random() < 0.6 and len(b) > 6:
        start, size = chance.randrange(len(b) - 3), chance.randint(1, 4)
        moved = b[start : start + size]
        del b[start : start + size]
        place = chance.randrange(len(b) + 1)
        b[place:place] = moved


def _halves(text: str, chance: random.Random) -> list[str]:
    """Two parts where the text has a break, else one."""
    breaks = [m.end() for m in BREAK.finditer(text) if SPLIT <= m.end() <= len(text) - SPLIT]
    if not breaks:
        return [text]
    at = chance.choice(breaks)
    return [text[:at].strip(), text[at:].strip()]


def _reworded(text: str, strength: float, other: Sequence[str], chance: random.Random) -> str:
    """About so many of its words gone, or replaced by words of other texts of the kind."""
    foreign = " ".join(chance.sample(list(other), min(3, len(other)))).split()
    out = []
    for word in text.split():
        if chance.random() >= strength:
            out.append(word)
        elif chance.random() < 0.5 and foreign:
            out.append(chance.choice(foreign))
    return " ".join(out) or text


def sisters(folder: Path) -> list[Document]:
    """Korean treaties with titled articles, those with many of the same titles against one another; articles
    whose title both have once are linked, and only these are certain."""
    treaties = [found for path in sorted(folder.glob("*.md")) if len(found := _articles(path)) >= 10]
    chance = random.Random(7)
    chance.shuffle(treaties)
    out: list[Document] = []
    used: set[int] = set()
    for one, first in enumerate(treaties):
        for two in range(one + 1, len(treaties)):
            shared = set(first) & set(treaties[two])
            if one in used or two in used or len(shared) < SAME * min(len(first), len(treaties[two])):
                continue
            out.append(_sister(first, treaties[two], shared, chance))
            used |= {one, two}
    return out[:SISTERS]


def _articles(path: Path) -> dict[str, str]:
    """Bodies of the articles whose title stands once in a treaty."""
    text = path.read_text("utf8")
    found = list(ARTICLE.finditer(text))
    ends = [*[one.start() for one in found], len(text)][1:]
    titles = Counter(re.sub(r"\s", "", one.group(2)) for one in found)
    return {
        re.sub(r"\s", "", one.group(2)): body
        for one, end in zip(found, ends, strict=True)
        if titles[re.sub(r"\s", "", one.group(2))] == 1
        and len(body := " ".join(text[one.end() : end].split())) >= 20
    }


def _sister(a: Mapping[str, str], b: Mapping[str, str], shared: set[str], chance: random.Random) -> Document:
    """Two treaties with every seventh of the partners gone."""
    names = [list(a), [title for title in b if title not in shared or chance.random() > 1 / 7]]
    links = [[[n], [names[1].index(title)]] for n, title in enumerate(names[0]) if title in names[1]]
    certain = {
        side: [n for n, title in enumerate(kept) if title in shared]
        for side, kept in zip("ab", names, strict=True)
    }
    texts = [[side[title] for title in kept] for side, kept in zip((a, b), names, strict=True)]
    return {"name": "sisters", "lang": "ko", "a": texts[0], "b": texts[1], "links": links, "certain": certain}
