"""The pipeline as a whole: which components there are, what they ask for, and what happens to other
languages."""

import pytest

from policynlp.extract import extract
from policynlp.extract.pipeline import COMPONENTS, pipeline
from policynlp.records import Clause, Document, Source

REGISTERED = {
    "areas": (["doc._.mentions"], ["doc._.mentions"]),
    "commitments": (["doc._.drafts"], []),
    "conditions": (["doc._.mentions"], []),
    "institutions": (["doc._.mentions"], []),
    "places": (["doc._.mentions"], ["doc._.mentions"]),
    "quantities": (["doc._.mentions"], []),
    "status": (["doc._.mentions"], []),
}
"""What each component assigns and requires."""


def document(*texts: tuple[str, str]) -> tuple[Document, list[Clause]]:
    """A document of clauses given as (language, text)."""
    clauses, position = [], 0
    for number, (language, text) in enumerate(texts, start=1):
        clauses.append(Clause(f"c{number}", text, position, position + len(text), language))
        position += len(text) + 1
    whole = "\n".join(text for _, text in texts)
    return Document("d", "d", texts[0][0], whole, Source("d", "text", "", 0)), clauses


@pytest.mark.parametrize("code", ["en", "ko"])
def test_components_are_registered_as_listed(code: str) -> None:
    nlp = pipeline(code)
    found = {name: nlp.get_pipe_meta(name) for name in COMPONENTS}
    listed = {name: (list(meta.assigns), list(meta.requires)) for name, meta in found.items()}
    assert {name: row for name, row in listed.items() if name != "commitments"} == {
        name: row for name, row in REGISTERED.items() if name != "commitments"
    }
    assert listed["commitments"][0] == REGISTERED["commitments"][0]
    assert [name for name in nlp.pipe_names if name in COMPONENTS] == list(COMPONENTS)


@pytest.mark.parametrize("code", ["en", "ko"])
def test_every_component_finds_what_it_requires(code: str) -> None:
    problems = pipeline(code).analyze_pipes()["problems"]
    assert {name: found for name, found in problems.items() if found and name in COMPONENTS} == {}


def test_a_pipeline_is_built_once() -> None:
    assert pipeline("en") is pipeline("en")


def test_languages_without_tables_are_named_and_nothing_is_claimed_about_them() -> None:
    made, clauses = document(
        ("es", "Las Partes cooperarán en un plazo de 30 días."), ("en", "The Parties shall meet.")
    )
    analysis = extract(made, clauses)
    assert analysis.document.metadata["extraction"] == "not supported in es"
    assert {mention.span.clause for mention in analysis.mentions} == {"c2"}
    assert {commitment.clause for commitment in analysis.commitments} == {"c2"}
    assert [clause.id for clause in analysis.clauses] == ["c1", "c2"]


def test_supported_documents_carry_no_such_note() -> None:
    assert "extraction" not in extract(*document(("ko", "당사자는 협력한다."))).document.metadata


def test_mentions_keep_the_order_of_clauses_in_documents_of_two_languages() -> None:
    texts = (
        ("ko", "한국은 30일 이내에 통보한다."),
        ("en", "Japan responds within 20 days."),
        ("ko", "미국은 동의한다."),
    )
    analysis = extract(*document(*texts))
    order = [(m.span.clause, m.span.start) for m in analysis.mentions]
    assert order == sorted(order)
    assert [m.value for m in analysis.mentions if m.kind == "place"] == [
        "country.kr",
        "country.jp",
        "country.us",
    ]


def test_the_classifier_is_asked_only_where_no_rule_named_an_area() -> None:
    asked: list[str] = []

    def classify(texts: list[str]) -> list[dict[str, float]]:
        asked.extend(texts)
        return [{"talent": 0.9} for _ in texts]

    made, clauses = document(
        ("en", "They work on quantum computing."), ("en", "They travel between our cities.")
    )
    analysis = extract(made, clauses, area_classifier=classify)
    assert asked == ["They travel between our cities."]
    found = [(m.value, m.span.clause, m.confidence) for m in analysis.mentions if m.attributes.get("by")]
    assert found == [("talent", "c2", 0.9)]


def test_an_empty_document_gives_an_empty_analysis() -> None:
    made = Document("d", "d", "en", "", Source("d", "text", "", 0))
    analysis = extract(made, [])
    assert (analysis.clauses, analysis.mentions, analysis.commitments, analysis.glossary) == ((), (), (), ())


@pytest.mark.parametrize("junk", [")" * 5000, "x" * 5000, "(" * 5000])
def test_a_run_without_spaces_that_is_no_word_hides_nothing_beside_it(junk: str) -> None:
    text = f"The Participants will develop standards. {junk} The Participants may consult."
    analysis = extract(*document(("en", text)))
    assert [(one.force, one.action) for one in analysis.commitments] == [(5, "develop"), (1, "consult")]
    span = analysis.commitments[1].spans["action"]
    assert text[span.start : span.end] == "consult"
