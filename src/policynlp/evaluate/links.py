"""Links between clauses against the gold links."""

from collections.abc import Iterable

from policynlp.evaluate.gold import GoldLinks, Keys
from policynlp.evaluate.keys import Resolution
from policynlp.evaluate.metrics import Score, of_sets
from policynlp.records import ClauseLink

Pairs = set[tuple[str, str]]


def pairs(links: Iterable[tuple[Keys, Keys]]) -> Pairs:
    """Each clause of one side with each of the other: a 2:1 link is two pairs."""
    return {(a, b) for first, second in links for a in first for b in second}


def score_links(links: Iterable[ClauseLink], gold: GoldLinks, sides: tuple[Resolution, Resolution]) -> Score:
    """Pairs of clauses found against those of the gold.

    A link on a clause that no key names counts as found and wrong: the clause ought not to exist.
    """
    names = [side.keys for side in sides]
    found: Pairs = {
        (names[0].get(a, f"?{a}"), names[1].get(b, f"?{b}"))
        for link in links
        for a in link.clauses[0]
        for b in link.clauses[1]
    }
    return of_sets(found, pairs(gold.links), pairs(gold.acceptable))
