"""What a built-in agreement shows: only pairs found before, read beside the texts and accepted."""

from policynlp.terminology import gather

RIGHT = {
    ("공급망", "supply-chain"),
    ("과학기술", "science and technology"),
    ("수출", "export"),
    ("대한민국", "Republic of Korea"),
    ("미합중국", "United States of America"),
    ("공동위원회", "joint committee"),
    ("목적과 범위", "Purpose and Scope"),
    ("미국", "United States"),
    ("미국 국립과학재단", "United States National Science Foundation"),
    ("미국 인공지능표준혁신센터", "United States Center for AI Standards and Innovation"),
    ("백악관 과학기술정책실", "White House Office of Science and Technology Policy"),
    ("신뢰할 수 있는 기술 리더십", "Trusted Technology Leadership"),
    ("아시아와 그 밖의 지역", "Asia and beyond"),
    ("운영", "Operation"),
    ("인공지능 응용과 혁신의 가속화", "Accelerating AI Application and Innovation"),
    ("저궤도", "low Earth orbit"),
    ("참여자", "Participants"),
    ("태평양", "Pacific"),
    ("한국 인공지능안전연구소", "Korean AI Safety Institute"),
    ("한국연구재단", "National Research Foundation of Korea"),
}


def test_the_memorandum_s_versions_give_terms_and_only_right_ones() -> None:
    found = {(term.term, term.gloss) for term in gather(["mou"])}
    assert found - RIGHT == set()
    assert len(found) >= 16
