"""The page holds all it shows, says it safely, and points at the words."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser as Parser

from policynlp.records import Comparison, Span
from policynlp.report import FORMATS
from tests.report import examples


def rendered(comparison: Comparison) -> tuple[str, Parser]:
    text = FORMATS["html"].render(comparison).decode("utf8")
    return text, Parser(text)


def test_the_weightiest_finding_comes_first_with_both_quotations():
    _, page = rendered(examples.memoranda())
    card = page.css_first("#findings .finding")
    assert card.attributes["id"] == "d1"
    assert "developing and championing" in card.css_first(".s0 mark").text()
    assert card.css_first(".s1 mark").text() == "advancing"
    assert card.css_first("a.go").attributes["href"] == "#mou.en/ii-1-a"
    assert page.css_first("[id='mou.en/ii-1-a'] .text").text().startswith("developing and championing")


def test_every_clause_of_both_documents_stands_on_the_page_once_with_its_whole_text():
    comparison = examples.memoranda()
    _, page = rendered(comparison)
    shown = {node.attributes["id"]: node.css_first(".text").text() for node in page.css(".clause")}
    texts = [clause.text for each in comparison.documents for clause in each.clauses]
    assert sorted(shown.values()) == sorted(texts)
    assert len(shown) == len(texts)


def test_a_silence_shows_where_it_was_searched():
    _, page = rendered(examples.memoranda())
    silence = page.css_first("#d2 .silent")
    assert [node.text() for node in silence.css(".score")] == ["0.61", "0.38", "0.35"]
    assert silence.css_first("li a").attributes["href"] == "#moc.en/ii-1-c"


def test_both_languages_of_every_finding_are_on_the_page():
    _, page = rendered(examples.memoranda())
    says = page.css_first("#d1 .says")
    assert [node.attributes["lang"] for node in says.css("span")] == ["en", "ko"]


@pytest.mark.parametrize(
    ("make", "language"), [(examples.memoranda, "en"), (examples.across, "ko"), (examples.itself, "en")]
)
def test_the_interface_opens_in_korean_as_soon_as_a_document_is_korean(make, language):
    _, page = rendered(make())
    assert page.css_first("html").attributes["lang"] == language


def test_each_clause_names_its_language():
    _, page = rendered(examples.across())
    assert page.css_first("[id='mou.ko/제2조-1-가'] .text").attributes["lang"] == "ko"
    assert page.css_first("[id='moc.en/ii-1-b'] .text").attributes["lang"] == "en"


def test_a_restatement_says_so_at_the_top_and_where_the_official_text_is():
    _, page = rendered(examples.memoranda())
    notes = [node.text() for node in page.css(".masthead .note")]
    assert len(notes) == 2
    assert all(
        "Restatement, not the official text" in note and "not the official text" in note for note in notes
    )


def test_what_public_reports_leave_open_is_said_at_the_top_in_both_languages():
    comparison = examples.memoranda()
    first = comparison.documents[0]
    told = {
        **first.document.metadata,
        "unreported.en": "No report tells the notice.",
        "unreported.ko": "통보는 알려지지 않음.",
    }
    open_ = replace(first, document=replace(first.document, metadata=told))
    _, page = rendered(replace(comparison, documents=(open_, comparison.documents[1])))
    note = page.css_first(".masthead .note").text()
    assert "No report tells the notice." in note
    assert "통보는 알려지지 않음." in note
    assert "unreported" not in page.css_first("#provenance").text()


def test_hashes_version_and_options_are_in_the_provenance():
    comparison = examples.memoranda()
    _, page = rendered(comparison)
    text = page.css_first("#provenance").text()
    assert all(each.document.source.sha256 in text for each in comparison.documents)
    assert '{"moved": true, "window": 3}' in text


def test_word_marks_stand_between_texts_of_one_language_only():
    _, page = rendered(examples.memoranda())
    assert [node.text() for node in page.css("[id='mou.en/i-1'] .w")] == ["enable", "of mutual interest"]
    _, page = rendered(examples.across())
    assert page.css(".clause .w") == []


def test_the_heat_map_leads_from_an_area_to_each_clause_that_names_it():
    _, page = rendered(examples.memoranda())
    row = next(node for node in page.css(".areas tbody tr") if "AI exports" in node.text())
    marks = [[a.attributes["href"] for a in strip.css("a")] for strip in row.css("svg")]
    assert marks == [["#mou.en/ii-1-b", "#mou.en/ii-1-c"], ["#moc.en/ii-1-c"]]
    assert row.css_first("svg a").attributes["aria-label"] == "II. Artificial intelligence › 1 › (b)"


def test_each_bar_of_the_ribbon_leads_to_its_clause_and_is_hollow_where_nothing_corresponds():
    comparison = examples.memoranda()
    _, page = rendered(comparison)
    bars = {bar.attributes["href"]: bar.css_first("rect") for bar in page.css(".ribbon a[aria-label]")}
    assert len(bars) == sum(len(each.clauses) for each in comparison.documents)
    hollow = {href for href, rect in bars.items() if "alone" in rect.attributes["class"]}
    only = {f"#{row.css_first('.clause').attributes['id']}" for row in page.css(".row.r-only")}
    assert hollow == only


def test_the_drawings_of_long_documents_stay_small():
    _, page = rendered(examples.large(600))
    assert 100 < len(page.css(".ribbon rect")) < 400
    assert all(len(strip.css("a")) <= 48 for strip in page.css(".areas svg"))


def test_the_first_screen_links_each_sentence_to_its_evidence():
    comparison = examples.memoranda()
    _, page = rendered(comparison)
    first = page.css("#brief ol a")
    assert [a.attributes["href"] for a in first] == ["#d1", "#d2", "#d3", "#d4", "#d5", "#d6"]
    assert first[0].css_first("[lang=en]").text() == comparison.differences[0].summary["en"]


def test_the_first_screen_names_few_findings_of_one_kind():
    comparison = examples.memoranda()
    silence = next(each for each in comparison.differences if each.kind == "only_in")
    many = tuple(replace(silence, id=f"d{number}") for number in range(1, 9))
    force = replace(comparison.differences[0], id="d9")
    _, page = rendered(replace(comparison, differences=(*many, force)))
    assert [a.attributes["href"] for a in page.css("#brief ol a")] == [
        "#d1",
        "#d2",
        "#d3",
        "#d4",
        "#d5",
        "#d9",
    ]


def test_the_area_table_counts_clauses():
    _, page = rendered(examples.memoranda())
    row = next(node for node in page.css(".areas tbody tr") if "AI exports" in node.text())
    assert [" ".join(node.text().split()) for node in row.css(".num")] == ["2 14%", "1 7%"]


def test_an_element_id_is_never_used_twice():
    for make in (examples.memoranda, examples.across, examples.family, examples.itself, examples.hostile):
        _, page = rendered(make())
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids))


def test_every_link_into_the_page_arrives():
    for make in (examples.memoranda, examples.across, examples.family, examples.itself):
        _, page = rendered(make())
        ids = {node.attributes["id"] for node in page.css("[id]")}
        links = {str(node.attributes["href"])[1:] for node in page.css("a[href^='#']")}
        assert links - ids == set()


def test_nothing_is_loaded_and_only_this_style_and_script_may_run():
    text, page = rendered(examples.memoranda())
    policy = str(page.css_first("meta[http-equiv]").attributes["content"])
    for kind, tag in (("style", "style"), ("script", "script:not([type])")):
        content = page.css_first(tag).text(deep=True)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert page.css("[style], [onclick], [src], link[rel=stylesheet]") == []
    assert not re.search(r"https?://", text)


def test_hostile_texts_stay_text():
    text, page = rendered(examples.hostile())
    assert len(page.css("script")) == 3
    assert len(page.css("style")) == 1
    assert page.css("img, iframe, object") == []
    shown = [node.text() for node in page.css(".clause .text")]
    assert examples.HOSTILE[0] in shown
    assert any("⟨U+202E⟩gnidnib⟨U+202C⟩" in each for each in shown)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)
    assert "{{ 7*7 }}" in text


def test_three_documents_stand_in_three_columns():
    _, page = rendered(examples.family())
    assert {len(row.css(".cell")) for row in page.css(".row")} == {3}


def test_values_are_shown_only_where_no_quotation_says_them_and_codes_by_their_names():
    comparison = examples.memoranda()
    coded = replace(comparison.differences[10], values=("P90D", "area-nobody-knows"))
    _, page = rendered(replace(comparison, differences=(coded,)))
    assert [node.text() for node in page.css(".finding .value")] == ["90 days", "area-nobody-knows"]
    _, page = rendered(comparison)
    assert page.css("#findings .value") == []
    parties = [" ".join(node.text().split()) for node in page.css(".head dl")]
    assert "Republic of Korea, United States of America" in parties[0]


def test_evidence_that_is_a_whole_clause_is_not_underlined_but_can_be_found():
    comparison = examples.memoranda()
    clause = comparison.documents[0].clauses[9]
    whole = replace(comparison.differences[8], spans=((Span(clause.id, 0, len(clause.text)),), ()))
    _, page = rendered(replace(comparison, differences=(whole,)))
    mark = page.css_first("[id='mou.en/ii-1-g'] mark")
    assert (mark.attributes["class"].split(), mark.attributes["data-d"]) == (["q"], "d9")


def test_a_difference_is_listed_at_every_row_whose_clauses_it_names():
    comparison = examples.memoranda()
    both = replace(comparison.differences[0], clauses=(("c4", "c10"), ("c5",)))
    _, page = rendered(replace(comparison, differences=(both,)))
    listed = [row.css_first(".place .full").text() for row in page.css(".row") if row.css("[href='#d1']")]
    assert listed == ["II. Artificial intelligence › 1 › (a)", "II. Artificial intelligence › 1 › (g)"]


def test_a_clause_without_heading_or_number_is_told_by_its_count():
    bare = [{"path": "x", "text": "Recognizing their mutual interest;"}]
    made = examples.analysis("a", "A", bare, {}, "en")
    made = replace(made, clauses=(replace(made.clauses[0], path=(), label="", heading=""),))
    _, page = rendered(Comparison((made, made), (), ()))
    assert page.css_first(".place .full").text() == "¶ 1"


def test_full_similarity_is_said_of_the_same_text_only():
    comparison = examples.memoranda()
    links = (replace(comparison.links[0], similarity=1.0), *comparison.links[1:])
    _, page = rendered(replace(comparison, links=links))
    relations = [row.css_first(".relation").text() for row in page.css(".row.r-changed")]
    assert "Different wording Similarity 0.99" in relations
    assert not any("1.00" in each for each in relations)


def test_documents_without_clauses_still_give_a_page():
    empty = examples.analysis("empty", "", [], {}, "ko")
    _, page = rendered(Comparison((empty, empty), (), ()))
    assert page.css_first("h1").text() == "empty · empty~2 비교"
