"""The documents as wholes: what each says on what a reader looks up first, and from which words."""

from dataclasses import replace

import pytest

from policynlp.records import Comparison, Difference, Fact, Mention, Span
from policynlp.report.areas import area_rows
from policynlp.report.findings import finding
from policynlp.report.glance import TOPICS, GlanceRow, glance
from policynlp.report.lookup import look_up
from tests.report import examples

NOTICE = "180 days"


def comparison(*differing: Difference) -> Comparison:
    """The memoranda; the text of the first states its notice and that it binds nobody."""
    made = examples.memoranda()
    first, second = made.documents
    start = first.document.text.index(NOTICE)
    facts = (
        Fact("notice", "P180D", NOTICE, start, start + len(NOTICE)),
        Fact("nonbinding_word", "participants", "The Participants", 0, 5, detail="3"),
        Fact("nonbinding_word", "no-legal-obligations", "The Participants", 0, 5, detail="1"),
    )
    said = tuple(Mention("status", "funding:none", "commits no funds", Span("c1", 0, 5)) for _ in range(2))
    documents = (
        replace(first, facts=facts, mentions=(*first.mentions, said[0])),
        replace(second, mentions=(*second.mentions, said[1])),
    )
    return replace(made, documents=documents, documents_differ=differing)


def rows(made: Comparison) -> dict[str, GlanceRow]:
    lookup = look_up(made)
    found = tuple(finding(lookup, each) for each in made.documents_differ)
    return {row.topic: row for row in glance(lookup, found, area_rows(lookup))}


def test_every_topic_has_a_row_even_where_no_document_says_anything():
    made = rows(comparison())
    assert list(made) == list(TOPICS)
    assert made["dispute"].told[0].read == ()


def test_a_fact_is_shown_in_its_words_with_the_way_to_its_clause():
    (read,) = rows(comparison())["ending"].told[0].read
    assert (read.words, read.target) == (NOTICE, "mou.en/iv-1")


def test_what_all_say_alike_is_told_to_be_the_same_and_silence_is_not():
    made = rows(comparison())
    assert made["funds"].same
    assert not made["dispute"].same
    assert not made["ending"].same


def test_words_that_show_a_status_twice_stand_once():
    assert [read.words for read in rows(comparison())["status"].told[0].read] == ["The Participants"]


def test_where_the_text_is_silent_what_was_stated_beside_it_is_told_as_such():
    told = rows(comparison())["parties"].told[0]
    assert told.read == ()
    assert [value["en"] for value in told.beside] == ["Republic of Korea, United States of America"]


def test_areas_stand_with_their_share_the_widest_first():
    read = rows(comparison())["areas"].told[0].read
    shares = [int(each.value["en"].rsplit(" ", 1)[1].rstrip("%")) for each in read]
    assert len(read) == 5
    assert shares == sorted(shares, reverse=True)
    assert all(each.target.startswith("mou.en/") for each in read)


@pytest.mark.parametrize(("topic", "row"), [("ending", "ending"), ("weather", "")])
def test_a_difference_stands_in_the_row_of_its_topic_else_in_its_own(topic: str, row: str):
    differ = replace(examples.memoranda().differences[0], id="s1", topic=topic)
    assert [each.id for each in rows(comparison(differ))[row].findings] == ["s1"]
