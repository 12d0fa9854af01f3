"""Terms by alignment are few and have a reason: each rule fires where it should and nowhere else."""

from dataclasses import replace

import pytest

from policynlp.records import Analysis, Clause, Document, Mention, Source, Span
from policynlp.terminology.finding import confirmed, key, terms
from policynlp.terminology.records import Versions


def versions(*pairs: tuple[str, str], headings: tuple[tuple[str, str], ...] = (), named=((), ())) -> Versions:
    """Clauses that answer to each other one by one, the last of ``headings`` over what is left."""
    sides = []
    for side, language in enumerate(("ko", "en")):
        known = tuple(
            Clause(
                f"c{n}",
                pair[side],
                0,
                len(pair[side]),
                language,
                heading=headings[min(n, len(headings)) - 1][side] if headings else "",
            )
            for n, pair in enumerate(pairs, 1)
        )
        mentions = tuple(
            Mention(kind, value, words, Span(id, texts.index(words), texts.index(words) + len(words)))
            for id, kind, value, words in named[side]
            for texts in (next(one.text for one in known if one.id == id),)
        )
        document = Document(f"x.{language}", "x", language, "", Source("x", "text", "", 0))
        sides.append(Analysis(document, known, mentions=mentions))
    links = tuple(((f"c{n}",), (f"c{n}",), 1.0) for n in range(1, len(pairs) + 1))
    return Versions(sides[0], sides[1], links)


def found(given: Versions) -> set[tuple[str, str, str]]:
    return {(one.method, one.term, one.gloss) for one in terms(given)}


@pytest.mark.parametrize(
    ("korean", "english", "term"),
    [
        ('"개인정보"란 정보이다.', "“personal data” means data.", ("개인정보", "personal data")),
        ("상호 수송: 화물의 수송", "Exchange Traffic: cargo moved.", ("상호 수송", "Exchange Traffic")),
        ("이하 ‘협정’이라 한다", 'hereinafter "the Agreement"', ("협정", "Agreement")),
    ],
)
def test_what_both_define_is_a_term(korean, english, term):
    assert found(versions((korean, english))) == {("defined", *term)}


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ('"갑"과 "을"', '"the Lender" and "the Borrower"'),
        ("다음 사항을 협력한다:", "The Parties cooperate on the following:"),
        ('"RIKEN"이라 한다', 'referred to as "RIKEN"'),
    ],
)
def test_where_a_side_leaves_a_choice_nothing_is_said(korean, english):
    assert found(versions((korean, english))) == set()


def test_headings_over_the_same_clauses_are_terms():
    given = versions(("가", "a"), ("나", "b"), headings=(("목적", "Purpose"), ("정의", "Definitions")))
    assert found(given) == {("heading", "목적", "Purpose"), ("heading", "정의", "Definitions")}


def test_a_heading_over_clauses_of_two_others_is_no_term():
    given = versions(
        ("가", "a"), ("나", "b"), headings=(("목적과 정의", "Purpose"), ("목적과 정의", "Definitions"))
    )
    assert found(given) == set()


def test_a_table_s_head_is_no_heading():
    assert found(versions(("가", "a"), headings=(("자산 | 독일", "Asset | Germany"),))) == set()


def test_the_same_country_is_a_term_but_not_by_its_adjective():
    ko = (("c1", "place", "country.kr", "한국"),)
    english = (("c1", "place", "country.kr", "Republic of Korea"),)
    adjective = (("c1", "place", "country.kr", "Korean"),)
    assert found(versions(("한국의 수출", "exports of the Republic of Korea"), named=(ko, english))) == {
        ("named", "한국", "Republic of Korea")
    }
    assert found(versions(("한국의 수출", "Korean exports"), named=(ko, adjective))) == set()


def test_a_minister_is_no_translation_of_the_ministry():
    ko = (("c1", "institution", "kr.msit", "과학기술정보통신부"),)
    minister = (("c1", "institution", "kr.msit", "Minister of Science and ICT"),)
    given = versions(("과학기술정보통신부 장관", "Minister of Science and ICT"), named=(ko, minister))
    assert found(given) == set()


def topic(*pairs: tuple[str, str, str, str]) -> Versions:
    texts = [(korean, english) for korean, english, _, _ in pairs]
    ko = [(f"c{n}", "area", "quantum", term) for n, (_, _, term, _) in enumerate(pairs, 1)]
    en = [(f"c{n}", "area", "quantum", gloss) for n, (_, _, _, gloss) in enumerate(pairs, 1)]
    return versions(*texts, named=(ko, en))


def test_a_topic_must_be_shown_by_two_clauses_that_differ():
    once = ("양자 기술 개발", "develop quantum technology", "양자 기술", "quantum technology")
    again = ("양자 기술 표준", "standards of quantum technologies", "양자 기술", "quantum technologies")
    assert found(topic(once)) == set()
    assert found(topic(once, once)) == set()
    assert ("topic", "양자 기술", "quantum technology") in found(topic(once, again))


def test_a_topic_with_two_translations_is_left_out():
    a = ("양자 기술 개발", "develop quantum technology", "양자 기술", "quantum technology")
    b = ("양자 기술 표준", "standards of quantum technology", "양자 기술", "quantum technology")
    c = ("양자 기술 인력", "quantum workers", "양자 기술", "quantum")
    assert found(topic(a, b, c)) == set()


def test_a_known_pair_is_confirmed_where_both_stand_as_words():
    given = versions(("이화학연구소는 보고한다.", "RIKEN reports."), ("신이화학연구소", "RIKENs"))
    shown = list(confirmed(given, [("이화학연구소", "riken")]))
    assert [(one.spans[0], one.spans[1].clause) for one in shown] == [(Span("c1", 0, 6), "c1")]


def test_a_doubtful_link_makes_a_term_less_sure():
    given = versions(("상호 수송: 수송", "Exchange Traffic: cargo"))
    doubted = replace(given, pairs=((("c1",), ("c1",), 0.6),))
    sure, unsure = (next(terms(one)).confidence for one in (given, doubted))
    assert unsure == pytest.approx(0.6 * sure)


@pytest.mark.parametrize(
    ("a", "b"), [("연구 보안", "연구보안"), ("Supply-chain", "supply chains"), ("Parties", "party")]
)
def test_spellings_of_one_term_are_one(a, b):
    assert key(a) == key(b)


@pytest.mark.parametrize(("a", "b"), [("process", "proces"), ("EU", "US"), ("AI", "AIs and more")])
def test_other_words_are_others(a, b):
    assert key(a) != key(b)
