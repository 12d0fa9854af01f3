"""Real texts through every stage: press articles, treaties of both countries, trade agreements."""

from pathlib import Path

import pytest

from policynlp import pipeline
from policynlp.records import Analysis

AMOUNTS = {
    "24억 캐나다 달러": "CAD 2400000000",
    "1000억엔": "JPY 100000000000",
    "1조 2000억엔": "JPY 1200000000000",
    "40억 유로": "EUR 4000000000",
    "12억 유로": "EUR 1200000000",
    "최대 40%까지": "40%",
    "약 500여개": "500",
    "3700명": "3700",
}
GLOSSES = {
    ("양해각서", "Memorandum of Understanding"),
    ("협력각서", "Memorandum of Cooperation"),
    ("심화시키는", "advancing"),
    ("옹호하는", "championing"),
    ("첨단제조", "advanced manufacturing"),
    ("디지털응용플랫폼", "digital application platforms"),
    ("주권 기술 동맹", "Sovereign Technology Alliance"),
}


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[Analysis]:
    """The five press articles."""
    return [
        pipeline.analyse(pipeline.read(path)) for path in sorted((shared / "data" / "seeds").glob("*.txt"))
    ]


def test_every_amount_of_the_articles_is_read_and_normalised(articles: list[Analysis]) -> None:
    read = {m.text: m.value for article in articles for m in article.mentions if m.kind == "quantity"}
    assert {words: read.get(words) for words in AMOUNTS} == AMOUNTS


def test_terms_and_their_translations_are_read_from_brackets(articles: list[Analysis]) -> None:
    assert {(pair.term, pair.gloss) for article in articles for pair in article.glossary} >= GLOSSES


def test_the_asset_table_has_a_clause_for_each_row_under_its_header(articles: list[Analysis]) -> None:
    table = [
        clause.text.split(" | ")[0]
        for article in articles
        for clause in article.clauses
        if clause.path and clause.path[-1] == "자산 범주 | 캐나다의 기여 | 독일의 기여"
    ]
    assert table == ["핵심 강점", "인프라", "규제 접근 방식", "주요 기관", "동맹 역할"]


def test_the_three_pillars_are_read_as_areas(articles: list[Analysis]) -> None:
    alliance = next(article for article in articles if "canada" in article.document.id)
    areas = {mention.value for mention in alliance.mentions if mention.kind == "area"}
    assert areas >= {"compute", "talent", "standards-safety"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("kr/1997_1369.md", "kr/1995_1294.md"),  # two Korean science and technology agreements
        ("tota/pta_7.xml", "tota/pta_102.xml"),  # two trade agreements
        ("kr/1995_1286.md", "tota/pta_102.xml"),  # Korean against English
    ],
)
def test_real_agreements_compare_with_evidence(shared: Path, first: str, second: str) -> None:
    folder = shared / "data" / "treaties"
    found = pipeline.diff(folder / first, folder / second)
    assert found.differences
    texts = [{clause.id: clause.text for clause in side.clauses} for side in found.documents]
    for difference in found.differences:
        for side, spans in enumerate(difference.spans):
            for span in spans:
                assert texts[side][span.clause][span.start : span.end].strip()


def test_sister_agreements_share_most_of_their_clauses(shared: Path) -> None:
    folder = shared / "data" / "treaties" / "kr"
    found = pipeline.diff(folder / "1997_1369.md", folder / "1995_1294.md")
    linked = {id for link in found.links for id in link.clauses[0]}
    assert len(linked) > 0.6 * len(found.documents[0].clauses)
