"""The side-by-side table: every clause once, where a reader looks for it."""

from hypothesis import given
from hypothesis import strategies as st

from policynlp.records import ClauseLink, Comparison
from policynlp.report.rows import rows
from tests.report import examples


def order(comparison: Comparison) -> list[str]:
    return [" | ".join("+".join(ids) or "-" for ids in row.clauses) for row in rows(comparison)]


def compared(a: list[str], b: list[str], links: list[tuple[str, str, bool]]) -> Comparison:
    """Documents of one-word clauses under headings, linked as told (clause ids, moved)."""
    first, second = (
        examples.analysis(id, id, [{"path": f"{word}/1", "text": word} for word in words], {}, "en")
        for id, words in (("a", a), ("b", b))
    )
    made = tuple(
        ClauseLink(f"l{number}", (tuple(x.split()), tuple(y.split())), 0.9, "changed", moved)
        for number, (x, y, moved) in enumerate(links)
    )
    return Comparison((first, second), made, ())


def test_a_clause_only_in_the_second_stands_after_its_predecessor_there():
    comparison = compared(["I", "II"], ["I", "new", "II"], [("c1", "c1", False), ("c2", "c3", False)])
    assert order(comparison) == ["c1 | c1", "- | c2", "c2 | c3"]


def test_what_is_gone_comes_before_what_is_new_within_a_section():
    comparison = compared(["I", "I", "II"], ["I", "I", "II"], [("c1", "c1", False), ("c3", "c3", False)])
    assert order(comparison) == ["c1 | c1", "c2 | -", "- | c2", "c3 | c3"]


def test_a_new_clause_does_not_slip_past_the_next_section():
    comparison = compared(["I", "II", "III"], ["I", "I", "III"], [("c1", "c1", False), ("c3", "c3", False)])
    assert order(comparison) == ["c1 | c1", "- | c2", "c2 | -", "c3 | c3"]


def test_a_moved_clause_does_not_draw_its_followers_along():
    links = [("c1", "c1", False), ("c3", "c2", True), ("c2", "c4", False)]
    comparison = compared(["I", "II", "III"], ["I", "x", "new", "II"], links)
    assert order(comparison) == ["c1 | c1", "- | c3", "c2 | c4", "c3 | c2"]


def test_a_split_clause_is_one_row():
    comparison = compared(["I", "II"], ["I", "I", "II"], [("c1", "c1 c2", False), ("c2", "c3", False)])
    assert order(comparison) == ["c1 | c1+c2", "c2 | c3"]


def test_three_documents_keep_every_clause():
    comparison = examples.family()
    shown = [(side, id) for row in rows(comparison) for side, ids in enumerate(row.clauses) for id in ids]
    assert sorted(shown) == sorted(
        (side, clause.id) for side, each in enumerate(comparison.documents) for clause in each.clauses
    )


@given(st.integers(1, 8), st.integers(1, 8), st.data())
def test_every_clause_stands_in_exactly_one_row_and_the_first_document_in_order(m, n, data):
    count = data.draw(st.integers(0, min(m, n)))
    ours = data.draw(st.permutations(range(1, m + 1)))[:count]
    theirs = data.draw(st.permutations(range(1, n + 1)))[:count]
    moved = data.draw(st.lists(st.booleans(), min_size=count, max_size=count))
    links = [(f"c{x}", f"c{y}", bent) for x, y, bent in zip(ours, theirs, moved, strict=True)]
    comparison = compared(["s"] * m, ["s"] * n, links)
    made = rows(comparison)
    assert [id for row in made for id in row.clauses[0]] == [f"c{number}" for number in range(1, m + 1)]
    assert sorted(id for row in made for id in row.clauses[1]) == sorted(
        f"c{number}" for number in range(1, n + 1)
    )
