"""A decision is about texts: it outlives renumbering and another order, and ends with a changed word."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from policynlp.decisions import subject
from policynlp.decisions.keys import link_key, text_key
from policynlp.records import Comparison, Difference
from tests.report import examples


def renumbered(comparison: Comparison) -> Comparison:
    """The same with other ids: clauses, differences and links count from 100."""

    def other(id: str) -> str:
        return f"{id[0]}{100 + int(id[1:])}"

    def moved(difference: Difference) -> Difference:
        return replace(
            difference,
            id=other(difference.id),
            clauses=tuple(tuple(map(other, side)) for side in difference.clauses),
            spans=tuple(
                tuple(replace(span, clause=other(span.clause)) for span in side) for side in difference.spans
            ),
        )

    documents = tuple(
        replace(
            each,
            clauses=tuple(replace(clause, id=other(clause.id), label="(z)") for clause in each.clauses),
        )
        for each in comparison.documents
    )
    return replace(comparison, documents=documents, differences=tuple(map(moved, comparison.differences)))


def keys(comparison: Comparison) -> list[str]:
    return [subject(comparison, each)["key"] for each in comparison.differences]


def test_other_numbers_give_the_same_keys():
    comparison = examples.memoranda()
    assert keys(renumbered(comparison)) == keys(comparison)


def test_every_difference_has_a_key_of_its_own():
    found = keys(examples.memoranda())
    assert len(set(found)) == len(found)


def test_the_order_of_the_documents_does_not_count():
    comparison = examples.memoranda()
    turned = replace(
        comparison,
        documents=comparison.documents[::-1],
        differences=tuple(
            replace(each, clauses=each.clauses[::-1], spans=each.spans[::-1], values=each.values[::-1])
            for each in comparison.differences
        ),
    )
    assert keys(turned) == keys(comparison)


def test_a_changed_word_another_kind_and_other_evidence_give_other_keys():
    comparison = examples.memoranda()
    first = comparison.differences[0]
    clause = comparison.documents[0].clause(first.clauses[0][0])
    changed = replace(
        comparison,
        documents=(
            replace(
                comparison.documents[0],
                clauses=tuple(
                    replace(each, text=each.text + " jointly") if each is clause else each
                    for each in comparison.documents[0].clauses
                ),
            ),
            comparison.documents[1],
        ),
    )
    own = subject(comparison, first)["key"]
    assert subject(changed, first)["key"] != own
    assert subject(comparison, replace(first, kind="force"))["key"] != own
    assert subject(comparison, replace(first, spans=(first.spans[0], ())))["key"] != own


@given(st.text())
def test_blanks_do_not_count_in_a_text(text):
    assert text_key(f"  {text}\n") == text_key(" ".join(text.split()))


@given(st.lists(st.text(), min_size=2, max_size=2, unique=True))
def test_a_link_has_one_key_from_either_side(texts):
    assert link_key([[texts[0]], [texts[1]]]) == link_key([[texts[1]], [texts[0]]])
