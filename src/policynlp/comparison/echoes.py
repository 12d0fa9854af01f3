"""Clauses without a link that say again what a linked clause says: a text that uses two verbs for one object.

An agreement often names a subject twice (*developing* frameworks in a list, *championing* them in another)
where
its sister names it once (*advancing* them). The clause that the aligner left over is then not missing on
the other
side; what differs is its action.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from policynlp.comparison.findings import Finding
from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.noise import stem
from policynlp.comparison.texts import tokens
from policynlp.records import Bilingual, Clause, Link

CONTAINED = 0.8
"""Share of a clause's content words that the other must have for both to name one subject."""
LEAST = 2
"""Content words below which a clause is too short to be recognised in another."""


def content(clause: Clause, lex: Lexicon) -> frozenset[str]:
    """The stems of a clause's words without function words and without words of action."""
    return _content(clause.text, lex.language)


@lru_cache(maxsize=8192)
def _content(text: str, language: str) -> frozenset[str]:
    lex = lexicon(language)
    if lex is None:
        return frozenset()
    words = (token.key for token in tokens(text, language))
    return frozenset(
        stem(bare(word, lex), lex)
        for word in words
        if word not in lex.function and word not in lex.actions and bare(word, lex) not in lex.actions
    )


def contained(first: Clause, second: Clause) -> bool:
    """Whether the subject of the first clause is wholly named by the second."""
    lex = lexicon(first.language)
    if lex is None or first.language != second.language:
        return False
    mine, other = content(first, lex), content(second, lex)
    return len(mine) >= LEAST and len(mine & other) >= CONTAINED * len(mine)


@dataclass(frozen=True, slots=True)
class Echo:
    """A clause in no link, and the clause of the other side that names its subject."""

    side: int
    index: int
    other: int
    like: int | None = None
    """The clause of its own document that says the subject, where that led to ``other``."""


def echoes(
    clauses: tuple[Sequence[Clause], Sequence[Clause]],
    links: Sequence[Link],
    nearest: Sequence[Mapping[int, Sequence[tuple[int, float]]]],
) -> list[Echo]:
    """Echoes among the unmatched clauses of both sides; the other clause must be linked itself."""
    partners = (
        {i: link.b[0] for link in links for i in link.a},
        {i: link.a[0] for link in links for i in link.b},
    )
    found = []
    for side in (0, 1):
        for index in (i for i in range(len(clauses[side])) if i not in partners[side]):
            near = nearest[side].get(index, ()) if side < len(nearest) else ()
            other = _named_there(clauses, partners, side, index, [i for i, _ in near])
            like = _said_here(clauses[side], partners[side], index) if other is None else None
            if other is not None:
                found.append(Echo(side, index, other))
            elif like is not None:
                found.append(Echo(side, index, partners[side][like], like))
    return found


def _named_there(
    clauses: tuple[Sequence[Clause], Sequence[Clause]],
    partners: tuple[Mapping[int, int], Mapping[int, int]],
    side: int,
    index: int,
    near: Sequence[int],
) -> int | None:
    """The nearest linked clause of the other side that names the subject of a clause."""
    options = (i for i in near if i in partners[1 - side])
    return next((i for i in options if contained(clauses[side][index], clauses[1 - side][i])), None)


def _said_here(clauses: Sequence[Clause], partners: Mapping[int, int], index: int) -> int | None:
    """A linked list item of the same document that has the very same subject."""
    mine = clauses[index]
    if mine.kind != "item":
        return None
    same = (
        i
        for i in partners
        if clauses[i].kind == "item" and contained(mine, clauses[i]) and contained(clauses[i], mine)
    )
    return next(same, None)


def merged(own: Finding, echo: Finding, side: int) -> Finding | None:
    """Both as one finding (developing and championing against advancing) if the other side's words are the
    same.

    ``side`` is the side that says it twice. None where they cannot be one.
    """
    if own.spans[1 - side] != echo.spans[1 - side] or own.message != echo.message:
        return None
    spans, values = list(own.spans), list(own.values)
    spans[side] = (*echo.spans[side], *own.spans[side])
    values[side] = f"{echo.values[side]}, {own.values[side]}"
    name = "xy"[side]
    fields = {**own.fields, name: _listed(echo.fields[name], own.fields[name])}
    return replace(own, spans=(spans[0], spans[1]), values=(values[0], values[1]), fields=fields)


def _listed(first: str | Bilingual, second: str | Bilingual) -> Bilingual:
    one, two = (({"en": x, "ko": x} if isinstance(x, str) else x) for x in (first, second))
    return {"en": f"{one['en']} and {two['en']}", "ko": f"{one['ko']}, {two['ko']}"}
