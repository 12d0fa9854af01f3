"""The page, the JSON and the CSV of three and more documents."""

import csv
import io
import json

from policynlp.report import FORMATS
from policynlp.report.family import stance
from policynlp.report.rows import rows
from policynlp.report.view import page
from policynlp.report.words import lacking
from tests.report.families import family, six


def test_every_clause_of_every_document_stands_in_one_row() -> None:
    made = family()
    placed = [(side, id) for row in rows(made) for side, ids in enumerate(row.clauses) for id in ids]
    every = [(side, c.id) for side, analysis in enumerate(made.documents) for c in analysis.clauses]
    assert sorted(placed) == sorted(every)


def test_what_stands_alone_follows_what_precedes_it_in_its_document() -> None:
    found = [[made.clauses[2] for made in rows(family())]]
    assert found == [[("c1",), ("c2",), ("c3",), (), ("c4",)]]


def test_the_findings_are_divided_by_who_stands_where() -> None:
    made = page(family(), "en").family
    assert made is not None
    assert {section.stance: len(section.findings) for section in made.sections} == {
        "firmer": 1,
        "action": 1,
        "silent": 1,
        "alone": 1,
    }
    assert [stance(each) for section in made.sections for each in section.findings] == [
        "firmer",
        "action",
        "silent",
        "alone",
    ]


def test_the_brief_takes_the_weightiest_of_each_section_and_tells_them_by_weight() -> None:
    shown = page(family(), "en")
    assert shown.family is not None
    assert [each.id for each in shown.family.brief] == [each.id for each in shown.findings if each.material]
    assert [stance(each) for each in shown.family.brief] == ["action", "alone", "silent", "firmer"]


def test_documents_that_say_the_same_are_shown_once_with_the_words_of_each() -> None:
    shown = page(family(), "en")
    assert shown.family is not None
    (force,) = [each for each in shown.findings if each.kind == "force"]
    stands = shown.family.stands[force.id]
    assert [[side.index for side in stand.sides] for stand in stands.speaking] == [[0, 2], [1]]
    assert [stand.leads for stand in stands.speaking] == [False, True]
    (alone,) = [each for each in shown.findings if each.where == "2"]
    stands = shown.family.stands[alone.id]
    assert [side.index for side in stands.silent] == [0, 1]
    assert [near.score for side in stands.silent for near in side.nearest] == ["0.40", "0.40"]


def test_each_document_is_counted() -> None:
    made = page(family(), "en").family
    assert made is not None
    assert made.columns == ("alone", "mute", "firmest", "apart")
    assert [(line.grouped, line.clauses, line.counts) for line in made.tallies] == [
        (4, 4, (0, 0, 0, 0)),
        (4, 4, (0, 0, 1, 1)),
        (3, 4, (1, 1, 0, 1)),
    ]


def test_words_that_most_of_the_others_lack_are_marked() -> None:
    texts = ["they may exchange data", "they shall exchange data", "they may exchange data and staff"]
    marked = [
        [text[slice(*span)] for span in spans] for text, spans in zip(texts, lacking(texts), strict=True)
    ]
    assert marked == [[], ["shall"], ["and staff"]]
    assert lacking(texts[:2]) == [[(5, 8)], [(5, 10)]]


def test_json_has_one_list_a_document() -> None:
    data = json.loads(FORMATS["json"].render(family()))
    (force,) = [each for each in data["differences"] if each["kind"] == "force"]
    assert force["clauses"] == [["c1"], ["c1"], ["c1"]]
    assert force["values"] == ["may", "shall", "may"]
    assert (force["stands"], force["leads"], force["direction"]) == ([0, 1, 0], [1], None)
    assert [len(link["clauses"]) for link in data["links"]] == [3, 3, 3, 3]
    (alone,) = [each for each in data["differences"] if sum(map(bool, each["clauses"])) == 1]
    assert alone["searched"] == [
        {"clause": "c1", "score": 0.4, "document": 0},
        {"clause": "c1", "score": 0.4, "document": 1},
    ]


def test_csv_has_columns_for_each_document() -> None:
    table = list(csv.DictReader(io.StringIO(FORMATS["csv"].render(six()).decode("utf-8-sig"))))
    force = next(row for row in table if row["kind"] == "force")
    assert [force[f"{name}_text"] for name in ("first", "second", "fifth")] == [
        "The Parties may exchange data.",
        "The Parties shall exchange data.",
        "The Parties shall exchange data.",
    ]


def test_the_page_is_the_same_each_time_and_speaks_both_languages() -> None:
    first, second = FORMATS["html"].render(six()), FORMATS["html"].render(six())
    assert first == second
    text = first.decode()
    assert "an obligation (“shall”) in Kyiv Accord and Lima Accord" in text
    assert "Kyiv Accord·Lima Accord" in text
    assert 'class="n6 family many"' in text
