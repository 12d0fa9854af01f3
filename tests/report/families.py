"""Families of three and of six agreements made by hand, as the comparison stage gives them."""

from collections.abc import Mapping, Sequence

from policynlp.comparison import compare_family
from policynlp.records import Comparison, FamilyGroup, Mention
from tests.comparison.making import document, mention

ROWS = (
    ("The Parties may exchange data.", "The Parties shall exchange data.", "The Parties may exchange data."),
    ("They work on developing quantum technology.",) * 2 + ("They work on advancing quantum technology.",),
    ("Each Party shall protect children.", "Each Party shall protect children.", ""),
    ("", "", "Each Party shall license reactors."),
    ("The Parties shall meet every year.",) * 3,
)
"""Clauses that go together, one column a document; an empty text is a silence."""
TITLES = ("Oslo Accord", "Lima Accord", "Rome Accord", "Bern Accord", "Kyiv Accord", "Doha Accord")


def family(rows: Sequence[Sequence[str]] = ROWS, language: str = "en") -> Comparison:
    """The comparison of the documents whose clauses stand in these rows."""
    columns = [[text for text in column if text] for column in zip(*rows, strict=True)]
    made = [
        document(own, language, id=title.split()[0].lower(), title=title, mentions=areas(own))
        for own, title in zip(columns, TITLES, strict=False)
    ]
    return compare_family(made, groups(rows), nearest=nearest)


def six() -> Comparison:
    """Six documents: the three, each with a sister that says the same."""
    return family([[*row, *row] for row in ROWS])


def areas(texts: Sequence[str]) -> list[Mention]:
    words = "quantum technology"
    return [
        mention("area", "quantum", f"c{number}", text, words)
        for number, text in enumerate(texts, 1)
        if words in text
    ]


def groups(rows: Sequence[Sequence[str]]) -> list[FamilyGroup]:
    """The rows that more than one document has a part in, by the places of their clauses."""
    reached = [0] * len(rows[0])
    found = []
    for row in rows:
        members = tuple((reached[n],) if text else () for n, text in enumerate(row))
        reached = [at + bool(text) for at, text in zip(reached, row, strict=True)]
        if sum(map(bool, members)) > 1:
            found.append(FamilyGroup(members, 0.9))
    return found


def nearest(one: int, other: int) -> Mapping[int, Sequence[tuple[int, float]]]:
    """The first clause of every document is the nearest to everything."""
    return {index: [(0, 0.4)] for index in range(len(ROWS))}
