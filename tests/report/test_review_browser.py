"""A reader decides on findings in the page, from a file, and saves what diff replays."""

from pathlib import Path

import pytest

from policynlp import decisions
from policynlp.records import Decision
from tests.report import examples

pytestmark = pytest.mark.browser


def test_nothing_is_made_for_a_review_until_it_is_wanted(opened):
    page = opened(examples.memoranda())
    assert page.query_selector_all(".decide") == []
    page.click("#review-open")
    assert len(page.query_selector_all("#list .finding .decide")) == 14
    page.click("#review-open")
    assert not page.is_visible(".decide")


def test_decisions_are_saved_as_a_file_that_is_replayed(opened, tmp_path: Path):
    comparison = examples.memoranda()
    page = opened(comparison)
    page.click("#review-open")
    page.fill("#reviewer", "Kim")
    page.click("#d1 .decide [value=confirm]")
    page.click("#d2 .decide [value=reject]")
    page.fill("#d2 .decide [name=note]", "=both 아시아 <b>")
    page.select_option("#d4 .decide select", "area")
    assert page.inner_text("#decided") == "3 decided"
    with page.expect_download() as download:
        page.click("#export")
    assert download.value.suggested_filename == "mou.en--moc.en.decisions.json"
    download.value.save_as(tmp_path / "d.json")
    found = decisions.read(tmp_path / "d.json")
    assert [(each.verdict, each.kind, each.reviewer) for each in found] == [
        ("confirm", "action", "Kim"), ("reject", "only_in", "Kim"), ("correct", "scope", "Kim"),
    ]  # fmt: skip
    assert found[1].note == "=both 아시아 <b>"
    assert found[0].says == dict(comparison.differences[0].summary)
    replayed = decisions.replayed(comparison, found)
    assert [each.id for each in replayed.rejected] == ["d2"]
    assert [(each.outcome, each.target) for each in replayed.decided] == [
        ("confirmed", "d1"), ("rejected", "d2"), ("corrected", "d4"),
    ]  # fmt: skip


def test_a_decision_can_be_taken_back(opened):
    page = opened(examples.memoranda())
    page.click("#review-open")
    page.click("#d1 .decide [value=confirm]")
    page.click("#d1 .decide [value=confirm]")
    assert page.get_attribute("#d1 .decide [value=confirm]", "aria-pressed") == "false"
    assert page.inner_text("#decided") == "0 decided"


def test_earlier_decisions_stand_on_the_page_and_in_the_next_file(opened, tmp_path: Path):
    comparison = examples.memoranda()
    subjects = [decisions.subject(comparison, each) for each in comparison.differences[:2]]
    made = [
        Decision("difference", verdict, subject["key"], subject["kind"], reviewer="Lee", note="seen")
        for verdict, subject in zip(("confirm", "reject"), subjects, strict=True)
    ]
    stale = Decision(
        "difference", "confirm", "0" * 16, "force", (("c1",), ()), (("f" * 16,), ()), says={"en": "Old."}
    )
    page = opened(decisions.replayed(comparison, [*made, stale]))
    assert page.inner_text("#d1 .decided") == "Confirmed on review by Lee. seen"
    assert page.query_selector("#list #d2") is None
    page.click("#rejected summary")
    assert page.inner_text("#rejected #d2 .decided") == "Rejected on review by Lee. seen"
    page.click("#late summary")
    assert "Old. Stale" in page.inner_text("#late").replace("\n", " ")
    page.click("#review-open")
    assert page.get_attribute("#d2 .decide [value=reject]", "aria-pressed") == "true"
    with page.expect_download() as download:
        page.click("#export")
    download.value.save_as(tmp_path / "d.json")
    assert {(each.key, each.verdict) for each in decisions.read(tmp_path / "d.json")} == {
        (each.key, each.verdict) for each in (*made, stale)
    }


def test_a_hostile_note_stays_text(opened):
    comparison = examples.hostile()
    about = decisions.subject(comparison, comparison.differences[0])
    note = "</script><img src=x onerror=\"document.title='owned'\">\u202e"
    page = opened(
        decisions.replayed(
            comparison, [Decision("difference", "confirm", about["key"], note=note, reviewer=note)]
        )
    )
    page.click("#review-open")
    assert page.input_value("#d1 .decide [name=note]") == note
    assert page.inner_text("#d1 .decided").count("onerror=") == 2
    assert page.title() != "owned"


def test_the_review_speaks_the_language_of_the_page(opened):
    page = opened(examples.memoranda())
    page.click("#switch")
    page.click("#review-open")
    assert page.inner_text("#d1 .decide [value=confirm]") == "확인"
    assert page.inner_text("#decided") == "0건 결정"
    page.click("#switch")
    assert page.inner_text("#d1 .decide [value=confirm]") == "Confirm"


def test_findings_that_come_in_late_can_be_decided_on_too(opened):
    page = opened(examples.large(200))
    page.click("#review-open")
    page.wait_for_function("document.querySelectorAll('noscript.part').length === 0")
    page.wait_for_function(
        "[...document.querySelectorAll('.finding')].every((card) => card.querySelector('.decide'))"
    )
    assert len(page.query_selector_all(".finding .decide")) == 160


def test_axe_finds_no_serious_fault_in_a_review(opened):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = opened(examples.memoranda())
    page.click("#review-open")
    found = axe.Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
