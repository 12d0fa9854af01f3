"""Short names that a text gives to bodies stand for them everywhere in it."""

from policynlp.extract.aliases import short_names, with_short_names
from policynlp.records import Clause

TEXT = (
    '차관은 한국수출입은행(이하 "은행"이라 한다)이 공여한다. 은행은 차관을 지급한다.\n'
    "대한민국 정부(이하 “한국 정부”라 한다)는 협의한다."
)


def clause(id: str, text: str) -> Clause:
    return Clause(id, text, 0, len(text), "ko")


def test_a_short_name_is_read_where_a_text_gives_it_to_a_body() -> None:
    assert {name: body.text for name, body in short_names(TEXT).items()} == {"은행": "한국수출입은행"}


def test_a_short_name_has_the_value_of_its_body_in_every_clause() -> None:
    later = clause("c2", "차관은 은행에 의하여 지급된다. 민간은행은 제외한다.")
    found = with_short_names(TEXT, [later], {"c2": ()})["c2"]
    assert [(m.text, m.value) for m in found] == [("은행", short_names(TEXT)["은행"].value)]


def test_a_text_without_short_names_keeps_its_mentions() -> None:
    assert with_short_names("은행은 지급한다.", [clause("c1", "은행은 지급한다.")], {"c1": ()}) == {"c1": ()}


def test_an_abbreviation_that_acts_in_an_instrument_is_a_body_though_nothing_says_which() -> None:
    text = "본 협정에 의거하여 QRS가 지정하는 은행에 지급한다. QRS가 요청하면 이를 통보한다. GMP가 적용된다."
    later = clause("c2", "차주는 QRS에 보고하고 GMP를 지킨다.")
    found = with_short_names(text, [later], {"c2": ()})["c2"]
    assert [(m.text, m.value, m.attributes["known"]) for m in found] == [("QRS", "name.qrs", "no")]
    assert not with_short_names(text.replace("본 협정", "이 표준"), [later], {"c2": ()})["c2"]
