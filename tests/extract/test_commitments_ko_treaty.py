"""Clauses of Korean treaties, read as a lawyer reads them: who acts, what the verb amounts to, what binds."""

from collections.abc import Callable

import pytest

from policynlp.languages.drafts import Draft

Read = Callable[[str], list[Draft]]


@pytest.fixture(scope="module")
def treaty() -> Read:
    from policynlp.extract.attributes import register
    from policynlp.languages import build
    from policynlp.languages.ko.commitments import drafts

    register()
    nlp = build("ko")

    def read(text: str) -> list[Draft]:
        doc = nlp(text)
        doc._.binding = True
        return drafts(doc)

    return read


FORCE_AND_ACTION = [
    # what a verb alone says obliges in an instrument that binds
    ("당사국은 이 협정의 이행에 관하여 협의한다.", [(6, "consult")]),
    ("정부는 어선의 입항 요청을 고려한다.", [(6, "explore")]),
    ("당사국은 과학자의 교류를 장려한다.", [(6, "support")]),
    ("당사국은 교역을 증진하도록 노력한다.", [(3, "support")]),
    ("당사국은 협정을 체결할 수 있다.", [(1, "develop")]),
    # entry into force, duration, end
    ("이 협정은 서명일부터 발효한다.", [(6, "implement")]),
    ("협정의 종료는 통보를 받은 날부터 90일 후에 효력이 발생한다.", [(6, "implement")]),
    ("이 협정은 5년간 효력을 가진다.", [(6, "maintain")]),
    (
        "이 협정은 10년간 유효하며 일방 당사국이 통보하지 아니하는 한 계속 유효하다.",
        [(6, "maintain"), (6, "maintain")],
    ),
    ("이 협정은 상호 합의에 의하여 개정될 수 있다.", [(1, "other")]),
    # what is beside the verb tells its sense
    ("당사국은 관련 정보를 제공한다.", [(6, "exchange")]),
    ("당사국은 훈련을 제공한다.", [(6, "support")]),
    ("공동위원회는 매년 회의를 개최한다.", [(6, "consult")]),
    ("당사국은 협의를 요청할 수 있다.", [(1, "consult")]),
    ("항공사는 업무의 운영을 개시할 수 있다.", [(1, "implement")]),
    ("당사국은 전문가가 보수를 받을 것을 보장한다.", [(6, "implement")]),
    ("당사국은 지식재산권의 안전을 보장한다.", [(6, "protect")]),
    ("당사국은 요원이 시설을 이용할 수 있도록 한다.", [(6, "support")]),
    ("공동위원회는 양측의 대표로 구성된다.", [(6, "other")]),
    ("지연배상금이 부과된다.", [(6, "fund")]),
    ("요원은 안전을 저해하는 행위를 하지 아니한다.", [(6, "refrain")]),
    ("한국은 그 수입을 허가하지 아니한다.", [(6, "refrain")]),
    # two verbs with subjects of their own; a permission behind -며; what is to be
    (
        "이 의정서는 서명일에 발효하고 양해각서가 효력이 있는 동안 유효하다.",
        [(6, "implement"), (6, "maintain")],
    ),
    ("위원회는 대표로 구성되며, 전문가를 초청할 수 있다.", [(6, "other"), (1, "coordinate")]),
    ("차관의 차주는 방글라데시 정부이다.", [(6, "other")]),
    ("이 협정의 유효기간은 5년이며, 1년씩 연장된다.", [(6, "other"), (6, "maintain")]),
    ("이 협정은 종전의 협정을 종료 및 대체한다.", [(6, "other"), (6, "other")]),
    # definitions, courtesies and what only says how commit nobody
    ("“사업”이라 함은 이 협정에 따른 사업을 말하며 용역을 포함한다.", []),
    ("“전문가”는 한국 국민을 의미한다.", []),
    ("대사관은 외교부에 경의를 표하며, 정보를 제공한다.", [(6, "exchange")]),
    ("달리 합의하는 경우를 제외하고, 당사국은 정보를 제공한다.", [(6, "exchange")]),
    ("국제법이 허용하는 권리를 방해하지 아니한다.", [(0, "other")]),
    ("정부는 모든 적절한 노력을 취한다.", [(3, "other")]),
    # how or on what condition something is done is no declaration
    ("위원회는 모든 정보를 고려하여 통보를 심리한다.", [(6, "explore")]),
    ("체약국은 다른 쪽이 원하면 요청을 철회한다.", [(6, "other")]),
    # somebody else's permission
    ("청구국은 그 자를 인수하고, 피청구국은 인도를 거절할 수 있다.", [(6, "other"), (1, "other")]),
    # what stands in the brackets of a numbered paragraph hides nothing
    ("제10조(1) 이 협정은 서명한 날부터 발효한다.(2)", [(6, "implement")]),
    # an effect withheld from anybody is denied, forbids nobody
    ("위원의 재임은 금지되지 아니한다.", [(0, "other")]),
    ("법인은 창고만을 이유로 사업장을 둔 것으로 간주되지 아니한다.", [(0, "other")]),
    ("이 협정은 다른 조약에 영향을 주거나 당사국의 권리를 해하는 것으로 해석되지 아니한다.", [(0, "other")]),
    # a definition goes on in the next sentence; a notice in the gazette
    ("“회사”란 모든 법인을 말한다. 이는 조합을 포함한다.", []),
    ("이 협정의 목적상 용어는 부속서에서 정의된다.", []),
    ("양국 정부 간의 항공협정을 이에 공포한다.", []),
    # reasons, and clauses inside those that describe or that say when
    ("관세는 교역을 제한하므로 당사국은 관세를 인하하기로 한다.", [(5, "other")]),
    ("사증을 소지하고 30일을 초과하여 체류하고자 하는 국민은 허가를 받아야 한다.", [(6, "other")]),
    ("이 협정은 정부가 절차를 완료하고, 기구가 통보를 접수한 날부터 발효한다.", [(6, "implement")]),
    # agreed between the two is no length of time
    ("개정은 당사국간에 합의한 날에 효력을 가진다.", [(6, "implement")]),
    ("종료는 통보 후 6개월이 지난 날에 효력을 발한다.", [(6, "implement")]),
    # 행한다 says nothing itself; who needs an approval does not approve; states accede and exempt
    ("당사국은 사고의 조사를 행한다.", [(6, "explore")]),
    ("부의장은 필요한 임명을 행한다.", [(6, "other")]),
    ("항공사는 당국의 승인을 얻는다.", [(6, "other")]),
    ("모든 국가는 이 협약에 가입할 수 있다.", [(1, "other")]),
    ("정부는 장비의 관세를 면제한다.", [(6, "other")]),
    ("정부는 사업의 차관을 제공한다.", [(6, "fund")]),
    ("공동위원회는 매년 서울에서 개최된다.", [(6, "consult")]),
    # the courtesy of letters
    ("본인은 위와 같이 개정할 것을 제안하는 바입니다.", [(6, "advocate")]),
    ("각하에게 위 사항을 통보하는 영광을 가집니다.", [(0, "exchange")]),
]


@pytest.mark.parametrize(("text", "expected"), FORCE_AND_ACTION, ids=[text for text, _ in FORCE_AND_ACTION])
def test_a_treaty_clause_binds_and_its_verb_is_classed_by_its_sense(
    treaty: Read, text: str, expected: list[tuple[int, str]]
) -> None:
    assert [(draft.force, draft.action) for draft in treaty(text)] == expected


ACTORS = [
    ("비용은 각 당사국이 부담한다.", "각 당사국"),
    ("기준은 국제사무국이 통보한다.", "국제사무국"),
    ("위원회는 보고서를 제출한다.", "위원회"),
    ("이 협정의 적용을 받는 자는 법령을 준수하여야 한다.", "자"),
    ("각 당사자의 대표 1인이 공동의장이 된다.", "각 당사자의 대표 1인"),
    ("전문가는 양 당사국에 의하여 초청될 수 있다.", "양 당사국"),
    # who receives something acts; who arranges something acts, too
    ("여권의 소지자는 외교부의 승인을 받는다.", "여권의 소지자"),
    ("일방국 국민은 영사관으로부터 사증을 발급받아야 한다.", "일방국 국민"),
    ("각 당사국은 모든 시설이 안전조치를 적용받도록 한다.", "각 당사국"),
    # whoever; by whom, behind what it is about; a subject in front of an adjective only
    ("어느 당사국도 제한조치를 취할 수 없다.", "어느 당사국"),
    ("각 당사국은 어느 누구도 활동하지 아니하도록 노력한다.", "각 당사국"),
    ("수입국의 당국에 의하여 가격에 관한 약속이 제안될 수 있다.", "수입국의 당국"),
    ("부의장이 필요한 조치를 취한다.", "부의장"),
    ("위원회가 정하는 절차를 적용한다.", ""),
    ("이 기술은 당사자가 합의하기 전까지 이 협정의 적용을 받는다.", ""),
    ("체약국의 선박은 다른 체약국의 항구에 입항할 수 있다.", "체약국의 선박"),
    # an instrument, its end or a term acts on nothing
    ("이 협정은 서명일부터 발효한다.", ""),
    ("그들의 임기는 5년으로 한다.", ""),
    ("투자는 공정한 대우를 받아야 한다.", ""),
    ("당사국은 비용을 부담하며, 이 협정의 종료는 계약의 효력을 유지한다.", ""),
    ("어느 당사국이든지 이 협정을 종료시킬 수 있다.", "어느 당사국"),
]


@pytest.mark.parametrize(("text", "who"), ACTORS, ids=[text for text, _ in ACTORS])
def test_only_states_bodies_and_people_act(treaty: Read, text: str, who: str) -> None:
    last = treaty(text)[-1]
    assert (text[slice(*last.actor)] if last.actor else "") == who


BINDING = [
    ("대한민국 정부와 독일 정부 간의 항공협정", "체약당사국은 협의한다.", True),
    ("쌀에 관한 교환각서", "한국은 협의한다.", True),
    ("협력에 관한 양해각서", "이 약정은 서명일부터 유효하다.", False),
    ("협력에 관한 약정", "이 약정은 법적 구속력을 가지지 아니한다.", False),
    ("지속가능경영 보고서", "당사는 협의한다.", False),
]


@pytest.mark.parametrize(("title", "text", "expected"), BINDING)
def test_a_document_binds_that_calls_itself_a_treaty_and_denies_nothing(
    title: str, text: str, expected: bool
) -> None:
    from policynlp.languages.ko.register import binds

    assert binds(title, text) is expected


def test_an_item_that_leaves_out_who_acts_has_the_actor_of_its_lead_in() -> None:
    from policynlp.extract import extract
    from policynlp.records import Clause, Document, Source

    lead, item = "대한민국 정부는 직원에게 체류허가를 부여하며, 직원에 대하여,", "개인용품의 관세를 면제한다."
    text = f"{lead}\n{item}"
    document = Document("d", "양국 간의 협정", "ko", text, Source("d", "text", "", len(text)))
    clauses = [
        Clause("c1", lead, 0, len(lead), "ko", kind="lead_in"),
        Clause("c2", item, len(lead) + 1, len(text), "ko", kind="item", parent="c1"),
    ]
    found = extract(document, clauses).commitments
    assert [(one.clause, one.force, one.actor) for one in found] == [
        ("c1", 6, "대한민국 정부"),
        ("c2", 6, "대한민국 정부"),
    ]
    assert found[1].spans["actor"].clause == "c1"
