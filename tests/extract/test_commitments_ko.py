"""What the Korean reader makes of clauses: golden cases a policy analyst can check."""

from collections.abc import Callable

import pytest

from policynlp.languages.drafts import Chars, Draft
from policynlp.languages.ko.patterns import pattern

Read = Callable[[str], list[Draft]]


@pytest.fixture(scope="module")
def read() -> Read:
    from policynlp.languages import build
    from policynlp.languages.ko.commitments import drafts

    nlp = build("ko")
    return lambda text: drafts(nlp(text))


def shown(found: list[Draft]) -> list[tuple[int | None, str]]:
    return [(draft.force, draft.action) for draft in found]


def words(text: str, chars: Chars | None) -> str:
    return "" if chars is None else text[chars[0] : chars[1]]


FORCE = [
    # 6: obligation
    ("당사국은 과학기술 협력을 촉진하여야 한다.", [(6, "support")]),
    ("당사국은 기금을 설립해야 한다.", [(6, "develop")]),
    ("당사국은 매년 정보를 교환한다.", [(6, "exchange")]),
    ("당사국은 개인정보의 안전을 보장한다.", [(6, "protect")]),
    ("각 당사국은 비용을 부담할 의무를 진다.", [(6, "other")]),
    ("시설은 안전기준에 적합하여야 한다.", [(6, "other")]),
    ("공동위원회가 설치되어야 한다.", [(6, "develop")]),
    ("공동위원회는 매년 회의를 개최하도록 한다.", [(6, "consult")]),
    ("4) 기관은 효과적이어야 하며 기능을 수행하여야 한다.", [(6, "other"), (6, "implement")]),
    # 5: firm commitment
    ("참여자들은 AI 표준을 개발하기로 한다.", [(5, "develop")]),
    ("양측은 공급망 협력을 확대하기로 합의하였다.", [(5, "strengthen")]),
    ("양국은 정기적으로 협의할 것을 약속한다.", [(5, "consult")]),
    ("참여자는 연구자 교류를 지원할 것이다.", [(5, "support")]),
    ("기술협력을 추진해 나가겠습니다.", [(5, "coordinate")]),
    ("당사는 온실가스를 감축하겠습니다.", [(5, "support")]),
    ("사업 수행기관은 사업시행을 위한 세부사항에 합의한다.", [(5, "other")]),
    # 4: intention or plan
    ("참여자는 AI 정책 프레임워크를 심화시키고자 한다.", [(4, "advance")]),
    ("참여자는 자발적으로 협력할 의향이 있다.", [(4, "coordinate")]),
    ("정부는 데이터셋을 개방할 방침이다.", [(4, "other")]),
    ("해외 시장을 확대할 계획입니다.", [(4, "strengthen")]),
    ("참여자는 인공지능 표준의 개발을 추진한다.", [(4, "develop")]),
    ("이 협정은 양국 간의 협력을 증진하는 것을 목적으로 한다.", [(4, "support")]),
    ("실무그룹은 매년 진전 상황을 검토할 것으로 기대된다.", [(4, "explore")]),
    ("양국은 공동체를 건설하겠다는 의지를 재확인한다.", [(4, "develop")]),
    # 3: effort
    ("당사자는 무역을 증진하도록 노력한다.", [(3, "support")]),
    ("당사자는 무역을 증진하도록 노력하여야 한다.", [(3, "support")]),
    ("양측은 공급망 협력을 강화하기 위하여 공동으로 노력하기로 한다.", [(3, "strengthen")]),
    ("당사자는 협력의 증진을 위하여 노력한다.", [(3, "support")]),
    ("당사자는 규제를 완화하는 데 노력을 기울인다.", [(3, "support")]),
    ("우리는 국제 거버넌스의 형성을 돕기 위한 각자의 노력을 확인한다.", [(3, "support")]),
    ("참가국은 목적 달성을 촉진하기 위하여 최선의 노력과 협력을 경주하여야 한다.", [(3, "support")]),
    # 2: support or exhortation, as main verb only
    ("당사국은 연구기관 간의 협력을 장려한다.", [(2, "support")]),
    ("참여자들은 혁신친화적 환경을 확보하는 데 협력한다.", [(2, "protect")]),
    ("정책을 다듬을 필요가 있다.", [(2, "other")]),
    # 1: permission or exploration; a weak action under a strong ending keeps the ending's level
    ("당사국은 특별 협정을 체결할 수 있다.", [(1, "develop")]),
    ("참여자는 공동연구 방안을 모색한다.", [(1, "explore")]),
    ("당사국은 상호 협의하여야 한다.", [(6, "consult")]),
    # 0: declaration
    ("당사국은 협력의 중요성을 인식한다.", [(0, "other")]),
    ("협력의 중요성을 고려하여,", [(0, "explore")]),
    ("양국은 협력을 희망하며 다음과 같이 합의하였다.", [(0, "other"), (5, "other")]),
    ("이 양해각서의 목적은 협력을 가능하게 하는 것이다.", [(0, "support")]),
    # no commitment
    ("노동시장이 성장할 것으로 기대된다고 업계는 전망했다. 지난해의 일이다.", []),
    ('"사업"이란 제2조에 규정된 공동연구를 말한다.', []),
    ('대한민국 정부와 칠레공화국 정부(이하 "당사자"라 한다)는,', []),
    ("양해각서를 체결했습니다.", []),
    ("당사는 전략을 수립하고 조직을 구축하였습니다.", []),
    ("근무상 조치 안내", []),
    ("임시직에게는 제공되지", []),
    ("구성원은 ‘데이터로 결정한다’의 원칙을 배웠습니다.", []),
    ("당사국이 합의하는 분야에서의 정보", []),
]


@pytest.mark.parametrize(("text", "expected"), FORCE, ids=[text for text, _ in FORCE])
def test_ending_sets_force_and_verb_sets_action(
    read: Read, text: str, expected: list[tuple[int | None, str]]
) -> None:
    assert shown(read(text)) == expected


COORDINATION = [
    ("AI 정책 프레임워크를 개발하고 증진하기로 한다.", [(5, "develop"), (5, "support")]),
    ("AI 정책 프레임워크를 개발 및 증진하기로 한다.", [(5, "develop"), (5, "support")]),
    ("당사국은 기술을 개발·확산하여야 한다.", [(6, "develop"), (6, "strengthen")]),
    ("당사국은 정보를 교환하고 협력을 증진한다.", [(6, "exchange"), (2, "support")]),
    (
        "당사국은 협력을 증진하고, 확대하며 다양화하기 위하여 노력한다.",
        [(3, "support"), (3, "strengthen"), (3, "strengthen")],
    ),
    # -고 inside a relative clause stays inside it
    ("당사국은 교역을 확대하고 투자를 촉진하는 조치를 취한다.", [(6, "implement")]),
    ("당사국은 정보를 교환하고 상호 합의하는 분야에서 협력한다.", [(6, "exchange"), (2, "coordinate")]),
    (
        "보험료를 징수하거나 그 영역에 소재하는 위험을 보장하는 행위를 하는 회사는 등록한다.",
        [(6, "implement")],
    ),
    ("지식의 공유와 대화를 증진할 수 있는 활동을 장려한다.", [(2, "support")]),
    ("당사국은 협력의 중요성을 인식하고 교역을 확대하여야 한다.", [(0, "other"), (6, "strengthen")]),
    (
        "당사국은 신청을 거부할 수 있다. 다만, 그 사유를 통보하여야 한다.",
        [(1, "refrain"), (6, "exchange")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COORDINATION, ids=[text for text, _ in COORDINATION])
def test_each_coordinated_action_is_a_draft(
    read: Read, text: str, expected: list[tuple[int | None, str]]
) -> None:
    assert shown(read(text)) == expected


POLARITY = [
    ("정보를 공개하여서는 아니 된다.", [(6, "negative")]),
    ("정보를 공개해서는 안 된다.", [(6, "negative")]),
    ("정보를 제3자에게 공개하지 아니한다.", [(6, "negative")]),
    ("당사국은 정보를 공개할 수 없다.", [(6, "negative")]),
    ("정보를 복사하거나 배포하여서는 아니 된다.", [(6, "negative"), (6, "negative")]),
    ("이 조는 정보를 공개하지 아니하고 이용하는 것을 허용한다.", [(6, "positive")]),
    ("이 양해각서는 국제법상 어떠한 권리나 의무도 창설하지 아니한다.", [(0, "denied")]),
    ("이 양해각서는 법적 구속력이 없다.", [(0, "denied")]),
    ("이 각서의 어떠한 규정도 재정적 의무를 부과하는 것으로 해석되지 아니한다.", [(0, "denied")]),
    ("이 양해각서는 참여자를 법적으로 구속하지 않는다.", [(0, "denied")]),
    ("이 양해각서는 어느 참여자의 재원도 구속하지 아니한다.", [(0, "denied")]),
    ("이 양해각서는 구속력이 없으며, 의무를 창설하지 아니한다.", [(0, "denied")]),
    ("이 협정은 당사국의 권리에 영향을 미치지 아니한다.", [(0, "denied")]),
    ("이 협정의 규정은 관세동맹의 특혜에는 적용되지 아니한다.", [(0, "denied")]),
    ("이 조의 규정은 당사국의 권리를 제한하지 아니한다.", [(0, "denied")]),
    ("당사국은 교역을 제한하지 아니한다.", [(6, "negative")]),
]


@pytest.mark.parametrize(("text", "expected"), POLARITY, ids=[text for text, _ in POLARITY])
def test_negation_turns_a_duty_and_denial_is_apart(
    read: Read, text: str, expected: list[tuple[int | None, str]]
) -> None:
    assert [(draft.force, draft.polarity) for draft in read(text)] == expected


ITEMS = [
    ("전문가의 교환", [("exchange", "")]),
    ("AI 정책 프레임워크의 개발 및 증진", [("develop", "initiate"), ("support", "promote")]),
    ("프레임워크의 옹호와 AI 도입의 지원", [("advocate", "promote"), ("support", "")]),
    ("우주 탐사", []),
    ("AI 생태계를 개발하는 것", [("develop", "initiate")]),
    ("AI 생태계를 확장함;", [("strengthen", "advance")]),
    ("혁신친화적 정책을 옹호하기", [("advocate", "promote")]),
    ("데이터셋을 개발할 것.", [("develop", "initiate")]),
    ("전문가를 교환하고,", [("exchange", "")]),
]


@pytest.mark.parametrize(("text", "expected"), ITEMS, ids=[text for text, _ in ITEMS])
def test_items_leave_their_force_to_the_lead_in(
    read: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    found = read(text)
    assert [draft.force for draft in found] == [None] * len(expected)
    assert [(draft.action, draft.phase) for draft in found] == expected


NOTES = [
    ("재해 예방을 위한 점검 체계 구축", [(3, "develop")]),
    ("- 현장 교육을 통한 안전의식 강화", [(3, "strengthen")]),
    ("절차의 이행을 위한 시스템 확인", [(0, "explore")]),
    ("점검 체계 구축", [(None, "develop")]),
    ("예방을 위한 점검 체계", []),
]


@pytest.mark.parametrize(("text", "expected"), NOTES, ids=[text for text, _ in NOTES])
def test_a_note_of_means_or_end_states_practice_where_no_lead_in_governs(
    read: Read, text: str, expected: list[tuple[int | None, str]]
) -> None:
    assert [(draft.bare_force, draft.action) for draft in read(text)] == expected
    assert all(draft.force is None for draft in read(text))


LEADS = [
    ("참여자는 다음 각 호의 사항을 협력한다:", 2),
    ("참여자들은 다음에 관하여 긴밀히 협력하고자 한다:", 4),
    ("양측은 다음과 같이 합의하였다:", 5),
    ("이 구상의 목표는 다음 세 가지이다:", 4),
    ("당사국은 특히 다음을 하여야 한다:", 6),
]


@pytest.mark.parametrize(("text", "force"), LEADS, ids=[text for text, _ in LEADS])
def test_lead_in_governs_the_list(read: Read, text: str, force: int) -> None:
    (draft,) = read(text)
    assert draft.governs_list
    assert draft.force == force


def test_a_clause_without_a_list_governs_none(read: Read) -> None:
    assert not any(draft.governs_list for draft in read("당사국은 정보를 교환하여야 한다."))


REGISTERS = [
    ("당사자는 표준을 개발한다.", [6]),
    ("한국측은 기자재의 통관을 허용한다.", [6]),
    ("정부는 표준을 개발한다고 밝혔다.", []),
    ("우리는 민주적 가치를 공유한다.", [0]),
    ("우리는 우수 사례를 공유한다.", [3]),
    ("정상들은 공급망의 위험을 점검한다.", [3]),
    ("우리 APEC 정상은 이 이니셔티브를 제시한다.", []),
    ("이 협력각서는 서명일부터 효력을 갖는다.", []),
    ("이 협정은 서명일에 발효한다.", [6]),
    ("다음과 같은 양해에 도달하였다.", []),
    ("당사는 임직원 교육을 운영합니다.", [3]),
    ("당사는 공급망 관리를 강화하고 있습니다.", [3]),
    ("당사는 상생협력을 지원합니다.", [2]),
    ("온실가스 배출량이 증가하고 있습니다.", []),
    ("당사는 다양한 필름을 생산하고 있습니다.", []),
    ("당사는 최고의 서비스를 제공하고 있습니다.", []),
    ("당사는 수상을 이어오고 있습니다.", []),
    ("근로자의 자료는 관리하고 있으나, 공시 대상이 아닌 자료의 목록", []),
    ("사회보장에 관한 협정을 이에 공포합니다.", []),
    ("각하의 각서와 이 회답각서는 양국 정부 간의 합의를 구성한다.", [6]),
    ("당사는 교육 프로그램을 제공하고 있습니다.", [3]),
    ("당사는 Total Service를 제공합니다.", []),
    ("당사는 최고의 서비스를 제공하겠습니다.", [5]),
    ("당사는 환경의 소중함을 알리고자 하였습니다.", []),
    ("당사는 친환경 포장의 도입을 위해 노력해 왔습니다.", [3]),
    ("일본은 AI 기본계획을 추진하고 있다.", [4]),
]


@pytest.mark.parametrize(("text", "expected"), REGISTERS, ids=[text for text, _ in REGISTERS])
def test_plain_endings_bind_in_treaties_and_state_elsewhere(
    read: Read, text: str, expected: list[int]
) -> None:
    assert [draft.force for draft in read(text)] == expected


def test_reported_and_continuing_commitments_say_so(read: Read) -> None:
    (reported,) = read("양측은 공급망 협력을 강화하기로 했다고 밝혔다.")
    assert (reported.force, reported.reported) == (5, True)
    (going,) = read("당사는 친환경 제품을 확대하고 있습니다.")
    assert going.aspect == "continuing"


def test_evidence_points_at_the_words_read(read: Read) -> None:
    text = "참여자들은 AI 정책 프레임워크를 개발하도록 노력하기로 한다."
    (draft,) = read(text)
    assert words(text, draft.actor) == "참여자들"
    assert words(text, draft.object) == "AI 정책 프레임워크"
    assert words(text, draft.predicate) == "개발"
    assert words(text, draft.attenuator) == "도록 노력하"
    assert words(text, draft.marker) == "기로 한다"


def test_a_level_that_is_the_verbs_own_has_no_marker(read: Read) -> None:
    (draft,) = read("당사국은 교역을 증진한다.")
    assert (draft.force, draft.marker) == (2, None)


def test_passive_has_an_object_and_no_actor(read: Read) -> None:
    text = "합동위원회가 설치된다."
    (draft,) = read(text)
    assert draft.actor is None
    assert words(text, draft.object) == "합동위원회"


ARGUMENTS = [
    ("어느 참여자든지 이 양해각서를 종료할 수 있다.", "어느 참여자", "이 양해각서"),
    ("참여자는 열거된 분야에서 협력하고자 한다.", "참여자", "열거된 분야"),
    ("참여자는 이 각서의 이행에 관하여 협의한다.", "참여자", "이 각서의 이행"),
    ("이 각서는 어느 참여자의 재원도 구속하지 아니한다.", "", "어느 참여자의 재원"),
    ("양국은 우주 탐사를 추진하기로 한다.", "양국", "우주 탐사"),
    ("양국은 공동 연구개발을 추진하기로 한다.", "양국", "공동 연구개발"),
    ("우리는 안전한 생태계를 촉진함으로써 성장을 증진하고자 한다.", "우리", "성장"),
]


@pytest.mark.parametrize(("text", "who", "what"), ARGUMENTS, ids=[text for text, *_ in ARGUMENTS])
def test_particles_name_who_acts_on_what(read: Read, text: str, who: str, what: str) -> None:
    (draft,) = read(text)
    assert words(text, draft.actor) == who
    assert words(text, draft.object) == what


def test_research_and_development_is_one_object_not_an_act_of_developing(read: Read) -> None:
    assert [d.action for d in read("양국은 연구개발을 추진하기로 한다.")] == ["advance"]
    assert read("신기술의 연구개발") == []


def test_the_object_of_an_act_in_a_field_is_the_whole_phrase(read: Read) -> None:
    text = "기초과학 분야의 교류"
    (draft,) = read(text)
    assert words(text, draft.object) == text


def test_line_breaks_inside_a_sentence_change_nothing(read: Read) -> None:
    text = "당사는 공급망 관리를 강화할 계획입니다."
    broken = text.replace(" ", "\n\n")
    assert shown(read(broken)) == shown(read(text)) == [(4, "strengthen")]


def test_pattern_without_tags_is_refused() -> None:
    with pytest.raises(ValueError, match="forms/TAGS"):
        pattern("하 한다/EF")


SWAPS = [
    ({"force"}, "하여야 한다", "할 수 있다"),
    ({"force"}, "할 수 있다", "하여야 한다"),
    ({"polarity"}, "하여야 한다", "하여서는 아니 된다"),
    ({"force", "polarity"}, "할 수 있다", "할 수 없다"),
]


@pytest.mark.parametrize(("axes", "old", "new"), SWAPS)
def test_changing_an_ending_in_a_real_clause_changes_what_it_says_only(
    shared,
    read: Read,
    axes: set[str],
    old: str,
    new: str,  # type: ignore[no-untyped-def]
) -> None:
    import json

    lines = (shared / "data/planted/clauses.jsonl").read_text("utf8").splitlines()
    texts = [row["text"] for row in map(json.loads, lines) if row["lang"] == "ko" and old in row["text"]][:40]
    right = sum(set() < changed(read(text), read(text.replace(old, new, 1))) <= axes for text in texts)
    assert right / len(texts) >= 0.95


def changed(one: list[Draft], two: list[Draft]) -> set[str]:
    axes = ("force", "polarity", "action", "phase")
    return {axis for axis in axes if [getattr(d, axis) for d in one] != [getattr(d, axis) for d in two]}
