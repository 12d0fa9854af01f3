"""What holds for every family: clauses in one group at most, columns that only permute, no repeated rows."""

from collections import Counter
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.comparison import compare_family
from policynlp.records import Comparison, FamilyGroup
from tests.comparison.making import document
from tests.comparison.test_family import back, nothing_near, rows

VERBS = ("may exchange", "shall exchange", "endeavour to exchange", "shall not exchange")
OBJECTS = (
    "data on reactors",
    "data, staff and samples",
    "staff every 2 years",
    "data through the Seoul Institute",
)
clauses = st.one_of(
    st.just(""),
    st.tuples(st.sampled_from(VERBS), st.sampled_from(OBJECTS)).map(
        lambda parts: f"The Parties {' '.join(parts)}."
    ),
)
families = st.integers(3, 5).flatmap(
    lambda width: st.lists(st.lists(clauses, min_size=width, max_size=width), min_size=1, max_size=3)
)


def compared(table: list[list[str]], order: tuple[int, ...]) -> Comparison:
    columns = [[row[n] for row in table] for n in order]
    made = [
        document([text for text in own if text] or ["The Parties meet."], id=f"d{n}", title=f"Accord {n}")
        for n, own in zip(order, columns, strict=True)
    ]
    return compare_family(made, rows(columns), nearest=nothing_near)


@settings(max_examples=25, deadline=None)
@given(families)
def test_another_order_permutes_the_columns_and_changes_nothing_else(table: list[list[str]]) -> None:
    width = len(table[0])
    first = compared(table, tuple(range(width)))
    for order in list(permutations(range(width)))[:: 1 if width == 3 else 17]:
        assert back(compared(table, order), order) == first


@settings(max_examples=25, deadline=None)
@given(families)
def test_every_clause_is_in_one_group_at_most_and_every_span_lies_in_its_clause(
    table: list[list[str]],
) -> None:
    made = compared(table, tuple(range(len(table[0]))))
    grouped = Counter((n, id) for link in made.links for n, ids in enumerate(link.clauses) for id in ids)
    assert all(count == 1 for count in grouped.values())
    for found in made.differences:
        assert len(found.clauses) == len(found.spans) == len(found.values) == len(made.documents)
        for analysis, ids, spans, words in zip(
            made.documents, found.clauses, found.spans, found.values, strict=True
        ):
            assert {span.clause for span in spans} <= set(ids)
            assert [analysis.clause(s.clause).text[s.start : s.end] for s in spans] == (
                [words] if len(spans) == 1 else [w for w in words.split(", ") if spans]
            )


@settings(max_examples=25, deadline=None)
@given(families)
def test_a_group_has_a_difference_of_a_kind_at_one_place_once(table: list[list[str]]) -> None:
    made = compared(table, tuple(range(len(table[0]))))
    places = Counter((d.kind, d.link, d.spans) for d in made.differences)
    assert all(count == 1 for count in places.values())


def test_documents_that_are_the_same_have_no_differences() -> None:
    texts = ["The Parties shall exchange data.", "The Parties meet every 2 years."]
    made = compare_family(
        [document(texts, id=name, title=name) for name in "ABCD"],
        [FamilyGroup(((n,),) * 4, 1.0) for n in range(2)],
        nearest=nothing_near,
    )
    assert made.differences == ()
    assert [link.relation for link in made.links] == ["same", "same"]
