"""Provisions in the words of such agreements, in English and Korean, one to one."""

ENGLISH = [
    "The Participants recognise the strategic importance of science and technology to the alliance.",
    "The Participants intend to develop pro-innovation AI policy frameworks and to support adoption.",
    "The Participants intend to promote exports of trusted AI across hardware, models and software.",
    "Research on quantum computing will follow interoperable standards and protect the quantum supply chain.",
    "The two sides strengthen research security and exchange information on risks to universities.",
    "Biotechnology and pharmaceutical supply chains are to be made more resilient.",
    "The space agencies will cooperate on lunar exploration and small satellites.",
    "A joint committee reviews the implementation of this memorandum every year.",
    "This memorandum does not commit funds; activities depend on available resources.",
    "Either Participant may end this memorandum by giving 180 days' written notice.",
]
KOREAN = [
    "참여자는 과학기술이 동맹에 가지는 전략적 중요성을 인식한다.",
    "참여자는 혁신 친화적 인공지능 정책 체계를 개발하고 인공지능 도입을 지원하고자 한다.",
    "참여자는 하드웨어, 모델, 소프트웨어 전반에 걸쳐 신뢰할 수 있는 인공지능의 수출을 촉진하고자 한다.",
    "양자 컴퓨팅 연구는 상호 운용 가능한 표준을 따르고 양자 공급망을 보호한다.",
    "양측은 연구 보안을 강화하고 대학에 대한 위험에 관한 정보를 교환한다.",
    "생명공학과 의약품 공급망의 회복력을 높인다.",
    "우주 기관은 달 탐사와 소형 위성에 협력한다.",
    "공동위원회는 매년 이 양해각서의 이행을 검토한다.",
    "이 양해각서는 자금을 약속하지 아니하며, 활동은 가용 재원에 따른다.",
    "어느 참여자든 180일 전 서면 통보로 이 양해각서를 종료할 수 있다.",
]
OTHERS = [
    "Customs duties on fish products shall be eliminated over ten years.",
    "The arbitration panel consists of three members appointed by the disputing parties.",
]
