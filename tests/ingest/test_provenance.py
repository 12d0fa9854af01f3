"""What a text is to the agreement, and what shows it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.errors import PolicyNLPError
from policynlp.ingest import read_file, read_text
from policynlp.ingest.provenance import judged, publisher, publishers, stand
from policynlp.pipeline import read_builtin
from policynlp.records import Document, Source, Standing
from policynlp.workspace import builtin

AGREEMENT = {
    "en": "Memorandum of Understanding\n\n1. The Participants intend to share data.\n\n2. They will meet.",
    "ko": "양해각서\n\n1. 당사자는 자료를 공유하고자 한다.\n\n2. 당사자는 매년 회의를 연다.",
}


def sent_from(host: str, text: str) -> Document:
    """A text that came from a host."""
    document = read_text(text, id="a")
    return stand(replace(document, source=replace(document.source, address=f"https://{host}/x")))


@pytest.mark.parametrize(
    ("host", "standing", "name"),
    [
        ("www.whitehouse.gov", "official", "The White House"),
        ("www.mofa.go.kr", "official", "Ministry of Foreign Affairs of the Republic of Korea"),
        ("overseas.mofa.go.kr", "official", "Ministry of Foreign Affairs of the Republic of Korea"),
        ("www.innogov.go.kr", "official", "Government of the Republic of Korea"),
        ("www.korea.kr.", "official", "Government of the Republic of Korea, policy briefing"),
        ("WWW.GOV.UK", "official", "Government of the United Kingdom"),
        ("bidenwhitehouse.archives.gov", "official", "The White House, National Archives"),
        ("treaties.un.org", "official", "United Nations Treaty Collection"),
        ("worldjpn.net", "reprint", "The World and Japan database"),
        ("en.wikisource.org", "reprint", "Wikisource"),
        ("n.news.naver.com", "press", "Naver"),
        ("www.yna.co.kr", "press", "Yonhap News Agency"),
        ("ko.wikipedia.org", "restatement", "Wikipedia"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_domain_says_whose_text_it_is(host: str, standing: str, name: str, language: str) -> None:
    source = sent_from(host, AGREEMENT[language]).source
    assert source.standing == standing
    kind, shown, english, korean = source.basis.split(" | ")
    assert (kind, shown, english) == ("domain", host.lower(), name)
    assert korean


@pytest.mark.parametrize(
    "host", ["example.org", "whitehouse.gov.example.org", "notwhitehouse.gov.xyz", "mofa-go.kr", "fakegov.uk"]
)
def test_a_host_that_only_looks_like_one_is_unknown(host: str) -> None:
    assert (sent_from(host, AGREEMENT["en"]).source.standing) == "unknown"


@pytest.mark.parametrize(
    ("text", "standing", "words"),
    [
        ("{en}\n\nUnofficial translation", "restatement", "Unofficial translation"),
        ("(Courtesy translation)\n\n{en}", "restatement", "(Courtesy translation)"),
        ("{en}\n\nThis is not the official text.", "restatement", "This is not the official text."),
        ("Summary of the Memorandum\n\n{en}", "restatement", "Summary of the Memorandum"),
        ("(비공식 번역)\n\n{ko}", "restatement", "(비공식 번역)"),
        ("{ko}\n\n※ 이 글은 공식 문안이 아닙니다.", "restatement", "※ 이 글은 공식 문안이 아닙니다."),
        ("양해각서 주요 내용\n\n{ko}", "restatement", "양해각서 주요 내용"),
        ("[가번역]\n\n{ko}", "restatement", "[가번역]"),
        ("{ko}\n\n<저작권자 ⓒ 하루일보, 무단 전재 및 재배포 금지>", "press", "무단 전재"),
        ("(서울=연합뉴스) 홍길동 기자 = 한미 양국은 양해각서를 맺었다.\n\n{ko}", "press", "(서울=연합뉴스)"),
        ("{ko}\n\n홍길동 기자 hong@paper.co.kr", "press", "홍길동 기자"),
        ("{ko}\n\n[하루뉴스 홍길동 기자]", "press", "홍길동 기자"),
        ("SEOUL, Oct 29 (Reuters) - The two sides signed a memorandum.\n\n{en}", "press", "(Reuters)"),
        ("{en}\n\nReporting by Jane Doe; Editing by John Roe", "press", "Reporting by Jane Doe"),
        ("By Jane Doe\n\nSEOUL — The two sides signed.\n\n{en}", "press", "By Jane Doe … SEOUL"),
    ],
)
def test_a_local_text_is_what_it_says_of_itself(text: str, standing: str, words: str) -> None:
    source = read_text(text.format(**AGREEMENT), id="a").source
    assert source.standing == standing
    assert source.basis.startswith("text | ")
    assert words in source.basis


@pytest.mark.parametrize(
    "text",
    [
        "{en}",
        "{ko}",
        "1. The Parties shall facilitate exchanges of journalists.\n\n2. A press conference is held.\n\n{en}",
        "1. 당사자는 기자 교류와 기자회견을 지원한다.\n\n2. 이 협정은 요약하여 공표한다.\n\n{ko}",
        "1. Unofficial contacts shall be encouraged.\n\n2. A summary of the record shall be kept.\n\n{en}",
        "1. 당사자는 비공식 접촉을 장려한다.\n\n2. 담당 부서는 매년 보고한다.\n\n{ko}",
        "By the authority of the President\n\n{en}",
        "Seoul, 29 October 2025\n\n{en}",
        "작성일: 2025. 10. 29.\n\n{ko}",
    ],
)
def test_an_agreement_that_speaks_of_such_things_is_no_such_text(text: str) -> None:
    source = read_text(text.format(**AGREEMENT), id="a").source
    assert (source.standing, source.basis) == ("unknown", "")


def test_words_in_the_middle_of_a_long_text_do_not_count() -> None:
    provisions = "\n\n".join(f"{n}. The Parties shall meet in city {n}." for n in range(1, 80))
    middle = provisions.replace("in city 40", "on the unofficial translation")
    assert read_text(middle, id="a").source.standing == "unknown"


def test_a_ministrys_news_release_is_press_though_the_site_is_official() -> None:
    text = f"보도자료\n\n보도시점 2025. 10. 29.\n\n담당부서 국제협력총괄과\n\n{AGREEMENT['ko']}"
    source = sent_from("www.msit.go.kr", text).source
    assert (source.standing, source.basis) == ("press", "text | 보도자료 … 보도시점 2025. 10. 29.")


def test_news_signs_on_an_official_site_do_not_make_it_news() -> None:
    text = "(서울=연합뉴스) 홍길동 기자 = 제공\n\n" + AGREEMENT["ko"]
    assert sent_from("www.mofa.go.kr", text).source.standing == "official"


def test_a_persons_word_wins_and_stays() -> None:
    document = stand(read_text("(비공식 번역)\n\n" + AGREEMENT["ko"], id="a"), stated="official")
    assert (document.source.standing, document.source.basis) == ("official", "user")
    assert stand(document) == document
    assert stand(document, stated="press").source.standing == "press"


def test_the_built_in_corpus_is_a_restatement_by_its_manifest() -> None:
    for entry in builtin().values():
        source = read_builtin(entry).source
        assert (source.standing, source.basis) == ("restatement", "manifest")


def test_a_files_own_head_may_say_that_it_restates(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text(f"---\nrestatement: true\n---\n\n{AGREEMENT['en']}\n", "utf8")
    assert read_file(place).source.basis == "manifest"


def test_a_workspace_adds_publishers_and_overrides_them(tmp_path: Path) -> None:
    own = tmp_path / "publishers.toml"
    own.write_text(
        '[[publishers]]\ndomain = "trade.example"\nstanding = "official"\nko = "예시 무역부"\n'
        '[[publishers]]\ndomain = "naver.com"\nstanding = "reprint"\nen = "Naver blog"\n',
        "utf8",
    )
    known = publishers(own)
    assert known["trade.example"].en == known["trade.example"].ko == "예시 무역부"
    assert known["naver.com"].standing == "reprint"
    assert known["whitehouse.gov"].standing == "official"
    source = sent_from("www.trade.example", AGREEMENT["en"]).source
    assert source.standing == "unknown"
    document = stand(replace(read_text(AGREEMENT["en"], id="a"), source=source), own)
    assert document.source.basis == "domain | www.trade.example | 예시 무역부 | 예시 무역부"


@pytest.mark.parametrize(
    "text",
    ["[[publishers]", "x = 1", 'publishers = ["a"]', '[[publishers]]\ndomain = "a.b"\nstanding = "good"'],
)
def test_a_broken_table_of_publishers_is_named(tmp_path: Path, text: str) -> None:
    own = tmp_path / "publishers.toml"
    own.write_text(text, "utf8")
    with pytest.raises(PolicyNLPError, match=r"publishers\.toml"):
        publishers(own)


@given(st.text(), st.sampled_from(["https://{}/x", "http://{}:8080/", "https://a.{}"]))
def test_any_address_is_judged_without_an_error(host: str, form: str) -> None:
    try:
        source = Source("x", "text", "", 0, address=form.format(host))
        found = publisher(source, publishers())
    except ValueError:
        found = None  # an address that urllib cannot take apart is never stored: fetching refuses it
    assert found is None or host.lower().rstrip(".").endswith(found.domain.rpartition(".")[2])


def test_treaties_are_not_taken_for_news_or_restatements(shared: Path) -> None:
    """300 Korean treaties: whatever else they say, none is press or a restatement."""
    places = sorted((shared / "data" / "treaties" / "kr").glob("*.md"))[::3][:300]
    standings: dict[str, Standing] = {}
    for place in places:
        document = read_file(place)
        standings[place.name] = judged(document, publishers())[0]
    assert {name: found for name, found in standings.items() if found != "unknown"} == {}
