"""The texts say what the facts say, in both languages, and never claim to be the official text."""

import hashlib
import re
from typing import Any

import pytest

from policynlp import ingest, segment
from policynlp.records import Document

from . import CORPUS

FAMILIES = ("mou", "moc", "tpd-uk", "apec", "sta", "camp-david")
LANGUAGES = ("en", "ko")
Manifest = dict[str, dict[str, Any]]

LEAD_VERBS = {
    "mou": (
        ("developing pro-innovation AI policy frameworks", "정책 프레임워크의 개발"),
        ("promoting the export of trusted AI technology stacks", "기술 스택의 수출 촉진"),
        ("developing AI-ready datasets", "데이터셋의 개발"),
        ("strengthening the enforcement of technology protection measures", "집행 강화"),
        ("advancing shared work on industry standards", "공동 작업의 심화"),
        ("fostering the digital wellbeing of children", "디지털 웰빙 함양"),
        ("driving research and development", "연구개발의 추진"),
        ("championing pro-innovation AI policy frameworks", "정책 프레임워크의 옹호"),
        ("supporting the adoption of AI", "도입의 지원"),
        ("exploring collaboration on AI export deals across Asia and beyond", "협력의 모색"),
        ("removing barriers", "장벽의 제거"),
        ("to enable collaboration on joint opportunities", "가능하게 하는"),
        ("aim to collaborate in disciplines including but not limited to", "협력하는 것을 목표로 한다"),
        ("intend to collaborate closely on", "긴밀히 협력하고자 한다"),
        ("180 days", "180일"),
    ),
    "moc": (
        ("to strengthen collaboration on joint opportunities", "협력을 강화하는"),
        ("advancing pro-innovation AI policy frameworks", "정책 프레임워크의 심화"),
        ("exporting AI across the full technology stack", "전 분야에 걸친 인공지능의 수출"),
        ("deepening cooperation on high-performance computing", "협력의 심화"),
    ),
    "apec": (
        ("foster resilient economic growth", "증진"),
        ("advancing AI innovation", "혁신을 심화"),
        ("promoting secure, accessible and reliable", "촉진"),
        ("increase participation", "참여를 확대"),
        ("encourage AI development and adoption", "장려"),
    ),
    "camp-david": (
        ("affirm our respective efforts", "확인한다"),
        ("ensure safe, secure and trustworthy", "보장"),
    ),
    "tpd-uk": (("by 2028", "2028년까지"), ("within six months", "6개월 이내"), ("every year", "매년")),
    "sta": (
        ("at the end of 2026", "2026년 말"),
        ("LawZero", "LawZero"),
        ("8 December 2025", "2025년 12월 8일"),
    ),
}
"""The words that public reporting says each instrument uses, with their Korean counterpart."""


def body(text: str) -> str:
    """A document without its YAML head."""
    return text.split("---\n", 2)[2]


def document(id: str) -> Document:
    """A built-in document as ingest reads it."""
    path = CORPUS / "documents" / f"{id}.md"
    return ingest.read_file(path, id=id, title=None, language=None, metadata={})


def blocks(text: str) -> list[str]:
    """Headings, paragraphs and items, with their numbers and table rows each for itself."""
    return [block for block in re.split(r"\n\s*\n|\n(?=\|)", body(text).strip()) if block.strip()]


def shape(block: str) -> str:
    """What a block is, whatever its language."""
    patterns = {
        "title": r"# ",
        "section": r"## ",
        "row": r"\|",
        "paragraph": r"\d+\. ",
        "item": r"\([a-z]\) |[가-하]\. ",
    }
    return next((name for name, pattern in patterns.items() if re.match(pattern, block)), "plain")


def test_every_family_is_there_in_both_languages(manifest: Manifest) -> None:
    assert set(manifest) == {f"{family}.{code}" for family in FAMILIES for code in LANGUAGES}


def test_an_id_is_family_and_language(manifest: Manifest) -> None:
    assert all(id == f"{entry['family']}.{entry['language']}" for id, entry in manifest.items())


def test_no_text_changed_since_the_manifest_was_written(manifest: Manifest) -> None:
    for entry in manifest.values():
        assert hashlib.sha256((CORPUS / entry["file"]).read_bytes()).hexdigest() == entry["sha256"], entry[
            "id"
        ]


def test_no_document_lies_about_unlisted(manifest: Manifest) -> None:
    listed = {entry["file"] for entry in manifest.values()}
    assert {f"documents/{file.name}" for file in (CORPUS / "documents").iterdir()} == listed


def test_the_title_of_the_text_is_the_manifests(manifest: Manifest, texts: dict[str, str]) -> None:
    for id, entry in manifest.items():
        assert blocks(texts[id])[0] == f"# {entry['title']}"


def test_every_document_says_that_it_is_a_restatement(manifest: Manifest, texts: dict[str, str]) -> None:
    for id, entry in manifest.items():
        assert entry["restatement"] is True
        assert "not the official text" in entry["note"]["en"]
        assert "공식 문안이 아니다" in entry["note"]["ko"]
        head = texts[id].split("---\n")[1]
        assert "kind: restatement" in head
        assert ("not the official text" in head) or ("공식 문안이 아니다" in head)


def test_the_note_leads_to_the_official_text(manifest: Manifest) -> None:
    for entry in manifest.values():
        official, note = entry["official"], entry["note"][entry["language"]]
        assert all(official[field] for field in ("issuer", "title", "date", "where"))
        assert official["issuer"] in note
        assert official["title"] in note


def test_no_text_claims_to_be_authentic(texts: dict[str, str]) -> None:
    for text in texts.values():
        assert not re.search(r"equally authentic|equally valid|certified|official text|정본", body(text))


@pytest.mark.parametrize("family", FAMILIES)
def test_the_two_languages_are_parallel_clause_for_clause(family: str, texts: dict[str, str]) -> None:
    english, korean = ([shape(block) for block in blocks(texts[f"{family}.{code}"])] for code in LANGUAGES)
    assert english == korean


@pytest.mark.parametrize("family", FAMILIES)
def test_both_languages_are_cut_into_clauses_of_the_same_numbers(family: str) -> None:
    english, korean = (
        [len(clause.path) for clause in segment.segment(document(f"{family}.{code}"))] for code in LANGUAGES
    )
    assert english == korean


@pytest.mark.parametrize("family", FAMILIES)
def test_the_reported_words_are_kept(family: str, texts: dict[str, str]) -> None:
    for english, korean in LEAD_VERBS[family]:
        assert english in texts[f"{family}.en"]
        assert korean in texts[f"{family}.ko"]


def test_what_only_one_memorandum_has_is_not_in_the_other(texts: dict[str, str]) -> None:
    for word in ("Asia", "dataset", "platforms", "championing"):
        assert word in texts["mou.en"]
        assert word not in texts["moc.en"]
    for word in ("fusion", "high-performance computing", "safeguards"):
        assert word in texts["moc.en"]
        assert word not in texts["mou.en"]
    for word in ("아시아", "데이터셋", "플랫폼", "옹호"):
        assert word in texts["mou.ko"]
        assert word not in texts["moc.ko"]
    for word in ("핵융합", "고성능컴퓨팅", "안전장치"):
        assert word in texts["moc.ko"]
        assert word not in texts["mou.ko"]
