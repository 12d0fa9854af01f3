"""Areas, institutions, regions, quantities and conditions read from clauses, against the gold."""

from collections.abc import Iterable, Mapping, Sequence

from policynlp.evaluate.gold import GoldClause
from policynlp.evaluate.keys import Resolution
from policynlp.evaluate.metrics import Score, of_sets
from policynlp.records import Mention

KINDS = {
    "areas": "area",
    "institutions": "institution",
    "places": "place",
    "quantities": "quantity",
    "conditions": "condition",
}
"""Kind of a Mention by the name that the labels have for it."""
COUNTRY = "country."
"""Places that are countries are not labelled: both parties are named all over."""


def score_mentions(
    name: str, gold: Sequence[GoldClause], mentions: Iterable[Mention], resolution: Resolution
) -> Score:
    """Values of one kind by clause, each once however often named; clauses without a key are not judged."""
    keys = resolution.keys
    found = {
        (keys[one.span.clause], one.value)
        for one in mentions
        if one.kind == KINDS[name] and one.span.clause in keys and not one.value.startswith(COUNTRY)
    }
    wanted = _labelled({clause.key: clause.mentions.get(name, ()) for clause in gold})
    return of_sets(found, wanted, _labelled({clause.key: clause.also.get(name, ()) for clause in gold}))


def _labelled(values: Mapping[str, Iterable[str]]) -> set[tuple[str, str]]:
    return {(key, value) for key, several in values.items() for value in several}
