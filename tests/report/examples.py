"""Comparisons made by hand: two memoranda in English, one in Korean beside one in English, and odd ones.

The sentences are this project's own; they carry publicly reported facts in the register of such instruments.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from policynlp.records import (
    Analysis,
    Clause,
    ClauseLink,
    Commitment,
    Comparison,
    Difference,
    Document,
    GlossaryPair,
    Mention,
    MentionKind,
    Passage,
    Relation,
    Source,
    Span,
)

GENERATOR = {"version": "0.1.0", "encoder": "use", "options": {"moved": True, "window": 3}}


@dataclass(frozen=True)
class Line:
    """A clause as an example writes it."""

    path: str
    """Headings and numbers, parted by slashes."""
    text: str
    commit: tuple[int, str, str, str, str] | None = None
    """Force, action, phase, marker words (in the lead-in if not here), action words."""
    mentions: Sequence[tuple[MentionKind, str, str]] = ()
    """Kind, value, words."""
    parent: str | None = None
    lead_in: bool = False
    polarity: str = "positive"


def words_at(clause: Clause, words: str) -> Span:
    """The span of some words in a clause; the example is wrong if they are not there."""
    start = clause.text.index(words)
    return Span(clause.id, start, start + len(words))


def analysis(
    id: str, title: str, lines: Sequence[Line], metadata: Mapping[str, str], language: str
) -> Analysis:
    """An analysis from lines; clauses are numbered c1, c2, … in order."""
    text, clauses = "", []
    for number, line in enumerate(lines, start=1):
        path = tuple(line.path.split("/"))
        start = len(text)
        text += line.text + "\n"
        anchor = "-".join(part.split()[0].strip(".()").lower() for part in path)
        clauses.append(
            Clause(
                id=f"c{number}", text=line.text, start=start, end=start + len(line.text), language=language,
                kind="lead_in" if line.lead_in else "item" if line.parent else "paragraph", label=path[-1],
                path=path, heading=path[0], parent=line.parent, anchor=anchor,
            )
        )  # fmt: skip
    content = text.encode("utf8", "surrogatepass")
    source = Source(f"{id}.md", "markdown", hashlib.sha256(content).hexdigest(), len(content), "utf-8")
    return Analysis(
        document=Document(id, title, language, text.rstrip("\n"), source, metadata=metadata),
        clauses=tuple(clauses),
        commitments=tuple(
            _commitment(line, clause, clauses)
            for line, clause in zip(lines, clauses, strict=True)
            if line.commit
        ),
        mentions=tuple(
            Mention(kind, value, said, words_at(clause, said))
            for line, clause in zip(lines, clauses, strict=True)
            for kind, value, said in line.mentions
        ),
    )


def _commitment(line: Line, clause: Clause, clauses: Sequence[Clause]) -> Commitment:
    assert line.commit is not None
    force, action, phase, marker, verb = line.commit
    lead = next((each for each in clauses if each.id == line.parent), clause)
    home = clause if marker in clause.text else lead
    spans = {
        "marker": words_at(home, marker),
        "action": words_at(clause if verb in clause.text else lead, verb),
    }
    return Commitment(
        clause=clause.id, force=force, action=action, phase=phase, spans=spans, actor="The Participants",
        object=clause.text.removeprefix(verb).strip(" ;.")[:60], inherited_from=None if home is clause else lead.id,
        lead_in=line.lead_in, polarity=line.polarity,  # type: ignore[arg-type]
    )  # fmt: skip


@dataclass
class Builder:
    """Collects links and differences between analyses."""

    documents: tuple[Analysis, ...]
    links: list[ClauseLink] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def link(
        self, a: str, b: str, similarity: float, relation: Relation = "changed", moved: bool = False
    ) -> str:
        """Link clauses (ids parted by blanks); gives the link's id."""
        id = f"l{len(self.links) + 1}"
        self.links.append(ClauseLink(id, (tuple(a.split()), tuple(b.split())), similarity, relation, moved))
        return id

    def differ(
        self, kind: str, a: Mapping[str, str], b: Mapping[str, str], en: str, ko: str, **more: object
    ) -> None:
        """A difference: clause id -> words on each side (empty words: the clause without a span)."""
        sides = []
        for one, document in zip((a, b), self.documents, strict=True):
            pairs = ((document.clause(id), said) for id, said in one.items())
            sides.append(tuple(words_at(clause, said) for clause, said in pairs if said))
        values = tuple(" · ".join(said for said in side.values() if said) for side in (a, b))
        plain = Difference(
            id=f"d{len(self.differences) + 1}", kind=kind, link=None, clauses=(tuple(a), tuple(b)),
            spans=tuple(sides), values=values, summary={"en": en, "ko": ko},
        )  # fmt: skip
        self.differences.append(replace(plain, **more))  # type: ignore[arg-type]


RESTATED = {
    "restatement": "true",
    "note.en": "Written by this project from public reports; not the official text. Official text: the two "
    "governments, Technology Prosperity Deal, October 2025.",
    "note.ko": "공개 보도를 바탕으로 이 프로젝트가 다시 쓴 글이며 공식 문안이 아닙니다. 공식 문안: 양국 정부, 기술번영 협정, 2025년 10월.",
}
MOU_FACTS = RESTATED | {
    "instrument": "memorandum of understanding", "date": "2025-10-29", "place": "Gyeongju",
    "parties": "country.kr, country.us", "binding": "not legally binding",
}  # fmt: skip
MOC_FACTS = RESTATED | {
    "instrument": "memorandum of cooperation", "date": "2025-10-28", "place": "Tokyo",
    "parties": "country.us, country.jp", "binding": "not legally binding",
}  # fmt: skip

CLOSELY = "intend to collaborate closely on"
ON = "intend to collaborate on"
MOU_TITLE = (
    "Memorandum of Understanding on the Technology Prosperity Deal between Korea and the United States"
)
MOC_TITLE = "Memorandum of Cooperation on the Technology Prosperity Deal between the United States and Japan"
CAISI = ("institution", "us.caisi", "Center for AI Standards and Innovation")

MOU = (
    Line("Preamble/1", "Recognizing their mutual interest in science and technology and in a stable Pacific;", (0, "other", "", "Recognizing", "Recognizing")),
    Line("I. Purpose/1", "The purpose of this Memorandum is to enable collaboration on joint opportunities of mutual interest.", (0, "support", "promote", "is to", "enable")),
    Line("II. Artificial intelligence/1", "The Participants intend to collaborate closely on the following:", (4, "coordinate", "", CLOSELY, "collaborate"), lead_in=True),
    Line("II. Artificial intelligence/1/(a)", "developing and championing pro-innovation AI policy frameworks and supporting the adoption of AI;", (4, "develop", "initiate", CLOSELY, "developing"), [("area", "ai-policy", "AI policy frameworks")], "c3"),
    Line("II. Artificial intelligence/1/(b)", "promoting Korean and United States AI exports across the full technology stack, including hardware, models, software, applications and standards;", (4, "advocate", "promote", CLOSELY, "promoting"), [("area", "ai-exports", "AI exports")], "c3"),
    Line("II. Artificial intelligence/1/(c)", "exploring collaboration on AI export deals across Asia and beyond, so as to drive a shared AI ecosystem in the region;", (4, "explore", "explore", CLOSELY, "exploring"), [("area", "ai-exports", "AI export deals"), ("place", "asia-and-beyond", "Asia and beyond")], "c3"),
    Line("II. Artificial intelligence/1/(d)", "driving research and development that speeds the use of AI in science, advanced manufacturing, biotechnology and related areas, through the National Science Foundation and the National Research Foundation of Korea;", (4, "advance", "advance", CLOSELY, "driving"), [("area", "research", "research and development"), ("area", "manufacturing", "advanced manufacturing"), ("area", "biotechnology", "biotechnology"), ("institution", "us.nsf", "National Science Foundation"), ("institution", "kr.nrf", "National Research Foundation of Korea")], "c3"),
    Line("II. Artificial intelligence/1/(e)", "standards for AI and secure AI, through the Center for AI Standards and Innovation and the Korean AI Safety Institute;", (4, "standardise", "", CLOSELY, "standards"), [("area", "standards-safety", "standards for AI"), CAISI, ("institution", "kr.aisi", "Korean AI Safety Institute")], "c3"),
    Line("II. Artificial intelligence/1/(f)", "removing barriers that burden innovative technology companies and securing a favorable environment for digital application platforms; and", (4, "refrain", "", CLOSELY, "removing"), [("area", "platforms", "digital application platforms")], "c3"),
    Line("II. Artificial intelligence/1/(g)", "developing AI-ready datasets.", (4, "develop", "initiate", CLOSELY, "developing"), [("area", "data", "datasets")], "c3"),
    Line("III. Trusted technology/1/(a)", "The Participants intend to strengthen research security.", (4, "strengthen", "advance", "intend to", "strengthen"), [("area", "research-security", "research security")]),
    Line("III. Trusted technology/1/(b)", "The Participants intend to collaborate on quantum technology, including interoperable standards and a protected supply chain.", (4, "coordinate", "", "intend to", "collaborate"), [("area", "quantum", "quantum technology"), ("area", "supply-chains", "supply chain")]),
    Line("IV. Operation/1", "Either Participant may end this Memorandum by giving 180 days' written notice.", (1, "other", "complete", "may", "end"), [("quantity", "P180D", "180 days")]),
    Line("IV. Operation/2", "This Memorandum is not legally binding and does not commit the funds of either Participant.", (5, "fund", "", "not legally binding", "commit the funds"), [("status", "non-binding", "not legally binding")], polarity="denied"),
)  # fmt: skip

MOC = (
    Line("Preamble/1", "Recognizing that rapid advances in AI, quantum and biotechnology have strategic implications for the Indo-Pacific;", (0, "other", "", "Recognizing", "Recognizing"), [("place", "indo-pacific", "Indo-Pacific"), ("area", "quantum", "quantum"), ("area", "biotechnology", "biotechnology")]),
    Line("I. Purpose/1", "The purpose of this Memorandum is to strengthen collaboration on joint opportunities.", (0, "strengthen", "advance", "is to", "strengthen")),
    Line("II. Artificial intelligence/1", "The Participants intend to collaborate on the following:", (4, "coordinate", "", ON, "collaborate"), lead_in=True),
    Line("II. Artificial intelligence/1/(a)", "research and development on AI in science, industry and society, through the National Science Foundation and the Japan Science and Technology Agency;", (4, "coordinate", "", ON, "research"), [("area", "research", "research and development"), ("institution", "us.nsf", "National Science Foundation"), ("institution", "jp.jst", "Japan Science and Technology Agency")], "c3"),
    Line("II. Artificial intelligence/1/(b)", "advancing pro-innovation AI policy frameworks;", (4, "advance", "advance", ON, "advancing"), [("area", "ai-policy", "AI policy frameworks")], "c3"),
    Line("II. Artificial intelligence/1/(c)", "exporting AI across the full technology stack;", (4, "implement", "implement", ON, "exporting"), [("area", "ai-exports", "exporting AI")], "c3"),
    Line("II. Artificial intelligence/1/(d)", "supply-chain resilience and security for AI, with safeguards;", (4, "protect", "", ON, "security"), [("area", "supply-chains", "supply-chain resilience")], "c3"),
    Line("II. Artificial intelligence/1/(e)", "standards for AI and secure AI, through the Center for AI Standards and Innovation and the Japan AI Safety Institute; and", (4, "standardise", "", ON, "standards"), [("area", "standards-safety", "standards for AI"), CAISI, ("institution", "jp.aisi", "Japan AI Safety Institute")], "c3"),
    Line("II. Artificial intelligence/1/(f)", "deepening cooperation on high-performance computing and the infrastructure that AI needs.", (4, "advance", "advance", ON, "deepening"), [("area", "compute", "high-performance computing")], "c3"),
    Line("III. Further fields/1/(a)", "The Participants intend to collaborate on quantum technology.", (4, "coordinate", "", "intend to", "collaborate"), [("area", "quantum", "quantum technology")]),
    Line("III. Further fields/1/(b)", "The Participants intend to collaborate on fusion energy.", (4, "coordinate", "", "intend to", "collaborate"), [("area", "fusion", "fusion energy")]),
    Line("III. Further fields/1/(c)", "The Participants intend to strengthen research security.", (4, "strengthen", "advance", "intend to", "strengthen"), [("area", "research-security", "research security")]),
    Line("IV. Operation/1", "Either Participant may end this Memorandum by giving written notice.", (1, "other", "complete", "may", "end")),
    Line("IV. Operation/2", "This Memorandum is not legally binding and does not commit the funds of either Participant.", (5, "fund", "", "not legally binding", "commit the funds"), [("status", "non-binding", "not legally binding")], polarity="denied"),
)  # fmt: skip


def memoranda() -> Comparison:
    """The Korean-US memorandum against the US-Japan one, both in English."""
    mou = analysis("mou.en", MOU_TITLE, MOU, MOU_FACTS, "en")
    moc = analysis("moc.en", MOC_TITLE, MOC, MOC_FACTS, "en")
    made = Builder((mou, moc))
    link = _memoranda_links(made)
    _memoranda_differences(made, link)
    return Comparison(
        documents=made.documents,
        links=tuple(made.links),
        differences=tuple(made.differences),
        documents_differ=_documents_differ(made),
        common=_common(made),
        generator=GENERATOR,
    )


def _memoranda_links(made: Builder) -> Mapping[str, str]:
    return {
        "purpose": made.link("c2", "c2", 0.88),
        "lead": made.link("c3", "c3", 0.97),
        "policy": made.link("c4", "c5", 0.83),
        "export": made.link("c5", "c6", 0.79),
        "research": made.link("c7", "c4", 0.81, "moved", True),
        "standards": made.link("c8", "c8", 0.94),
        "quantum": made.link("c12", "c10", 0.8),
        "security": made.link("c11", "c12", 1.0, "same", True),
        "notice": made.link("c13", "c13", 0.93),
        "binding": made.link("c14", "c14", 1.0, "same"),
    }


def _memoranda_differences(made: Builder, link: Mapping[str, str]) -> None:
    add = made.differ
    add(
        "action",
        {"c4": "developing and championing"},
        {"c5": "advancing"},
        "MOU speaks of developing and championing AI policy frameworks (initiate), MOC of advancing them (deepen).",
        "MOU는 AI 정책 체계의 '개발'과 '주창'(착수)을, MOC는 '진전'(심화)을 말한다.",
        link=link["policy"],
        weight=0.94,
        direction="second",
    )
    add(
        "only_in",
        {"c6": "across Asia and beyond, so as to drive a shared AI ecosystem"},
        {},
        "Only MOU sets out a shared AI ecosystem across Asia and beyond.",
        "아시아와 그 너머의 공동 AI 생태계는 MOU에만 있다.",
        weight=0.92,
        searched=(Passage("c6", 0.61), Passage("c9", 0.38), Passage("c7", 0.35)),
    )
    add(
        "only_in",
        {},
        {"c7": "supply-chain resilience and security for AI"},
        "Only MOC names supply-chain resilience and security for AI, with safeguards.",
        "AI 공급망의 회복력과 보안은 MOC에만 있다.",
        weight=0.9,
        searched=(Passage("c12", 0.44), Passage("c8", 0.41)),
    )
    add(
        "scope",
        {"c7": "science, advanced manufacturing, biotechnology and related areas"},
        {"c4": "science, industry and society"},
        "Fields of application: science, advanced manufacturing, biotechnology and others in MOU; science, industry and society in MOC.",
        "적용 분야: MOU는 과학·첨단 제조·바이오 등, MOC는 과학·산업·사회.",
        link=link["research"],
        weight=0.88,
        direction="first",
    )
    add(
        "institution",
        {"c7": "National Research Foundation of Korea"},
        {"c4": "Japan Science and Technology Agency"},
        "The National Science Foundation works with the National Research Foundation of Korea in MOU, with the Japan Science and Technology Agency in MOC.",
        "미국 국립과학재단의 상대 기관이 MOU는 한국연구재단, MOC는 일본 과학기술진흥기구다.",
        link=link["research"],
        weight=0.85,
    )
    add(
        "institution",
        {"c8": "Korean AI Safety Institute"},
        {"c8": "Japan AI Safety Institute"},
        "The same standards work has another partner institute: Korean in MOU, Japanese in MOC.",
        "같은 표준 협력의 상대가 MOU는 한국, MOC는 일본의 AI안전연구소다.",
        link=link["standards"],
        weight=0.82,
    )
    add(
        "only_in",
        {"c9": "removing barriers that burden innovative technology companies"},
        {},
        "Only MOU addresses barriers to technology companies and digital application platforms.",
        "기술 기업에 대한 장벽과 디지털 응용 플랫폼은 MOU에만 있다.",
        weight=0.8,
        searched=(Passage("c7", 0.29),),
    )
    add(
        "only_in",
        {},
        {"c9": "high-performance computing"},
        "Only MOC names high-performance computing.",
        "고성능 컴퓨팅은 MOC에만 있다.",
        weight=0.78,
        searched=(Passage("c10", 0.33),),
    )
    add(
        "only_in",
        {"c10": "AI-ready datasets"},
        {},
        "Only MOU names AI-ready datasets.",
        "AI용 데이터셋은 MOU에만 있다.",
        weight=0.77,
        searched=(Passage("c9", 0.4),),
    )
    add(
        "only_in",
        {},
        {"c11": "fusion energy"},
        "Only MOC names fusion energy.",
        "핵융합 에너지는 MOC에만 있다.",
        weight=0.7,
        searched=(Passage("c12", 0.3),),
    )
    add(
        "quantity",
        {"c13": "180 days'"},
        {"c13": ""},
        "MOU asks for 180 days' written notice, MOC for written notice of no stated length.",
        "MOU는 180일 전 서면 통보를, MOC는 기간을 정하지 않은 서면 통보를 요구한다.",
        link=link["notice"],
        weight=0.66,
        direction="first",
    )
    add(
        "scope",
        {"c12": "including interoperable standards and a protected supply chain"},
        {"c10": ""},
        "On quantum technology, MOU adds interoperable standards and a protected supply chain.",
        "양자 기술에서 MOU는 상호운용 표준과 공급망 보호를 더한다.",
        link=link["quantum"],
        weight=0.6,
        direction="first",
    )
    add(
        "action",
        {"c2": "enable"},
        {"c2": "strengthen"},
        "The purpose is to enable collaboration in MOU, to strengthen it in MOC.",
        "목적이 MOU는 협력의 '가능화', MOC는 '강화'다.",
        link=link["purpose"],
        weight=0.55,
    )
    add(
        "moved",
        {"c11": ""},
        {"c12": ""},
        "Research security stands before quantum technology in MOU, after it in MOC.",
        "연구 보안이 MOU에서는 양자 기술 앞, MOC에서는 뒤에 있다.",
        link=link["security"],
        weight=0.2,
    )
    add("wording", {"c3": "closely"}, {"c3": ""}, "MOU says “closely”.", "MOU에 'closely'가 더 있다.",
        link=link["lead"], weight=0.1, material=False)  # fmt: skip


def _documents_differ(made: Builder) -> tuple[Difference, ...]:
    made = Builder(made.documents)
    made.differ(
        "title",
        {},
        {},
        "Title and kind differ.",
        "제목과 종류가 다르다.",
        values=("memorandum of understanding", "memorandum of cooperation"),
    )
    made.differ(
        "date", {}, {}, "Signed a day apart.", "하루 차이로 서명되었다.", values=("2025-10-29", "2025-10-28")
    )
    made.differ("parties", {}, {}, "The partner differs: Korea, Japan.", "상대국이 다르다: 한국, 일본.",
                values=("Republic of Korea, United States", "United States, Japan"))  # fmt: skip
    return tuple(replace(each, id=f"x{each.id[1:]}") for each in made.differences)


def _common(made: Builder) -> tuple[Difference, ...]:
    made = Builder(made.documents)
    made.differ(
        "status",
        {"c14": "not legally binding"},
        {"c14": "not legally binding"},
        "Neither is legally binding.",
        "둘 다 법적 구속력이 없다.",
        link="l10",
    )
    made.differ("provision", {"c5": "full technology stack"}, {"c6": "full technology stack"},
                "Both promote AI exports across the full technology stack.", "둘 다 전체 기술 스택의 AI 수출을 다룬다.", link="l4")  # fmt: skip
    return tuple(replace(each, id=f"s{each.id[1:]}") for each in made.differences)


MOU_KO = (
    Line("전문/1", "과학기술에 대한 상호 관심을 인식하고,", (0, "other", "", "인식하고", "인식")),
    Line("제1조 목적/1", "이 양해각서의 목적은 상호 관심 분야에서 공동의 기회에 대한 협력을 가능하게 하는 것이다.", (0, "support", "promote", "하는 것이다", "가능하게")),
    Line("제2조 인공지능/1", "참여자는 다음 사항에 관하여 긴밀히 협력하고자 한다.", (4, "coordinate", "", "하고자 한다", "협력"), lead_in=True),
    Line("제2조 인공지능/1/가", "혁신 친화적 AI 정책 체계의 개발 및 주창", (4, "develop", "initiate", "하고자 한다", "개발"), [("area", "ai-policy", "AI 정책 체계")], "c3"),
    Line("제2조 인공지능/1/나", "하드웨어, 모델, 소프트웨어, 응용, 표준을 포함한 전체 기술 스택의 AI 수출 촉진", (4, "advocate", "promote", "하고자 한다", "촉진"), [("area", "ai-exports", "AI 수출")], "c3"),
    Line("제2조 인공지능/1/다", "아시아와 그 너머에서 공동의 AI 생태계를 이끌기 위한 AI 수출 협력의 모색", (4, "explore", "explore", "하고자 한다", "모색"), [("area", "ai-exports", "AI 수출"), ("place", "asia-and-beyond", "아시아와 그 너머")], "c3"),
    Line("제2조 인공지능/1/라", "미국 국립과학재단(National Science Foundation)과 한국연구재단을 통한 과학, 첨단 제조, 바이오 분야 연구개발의 추진", (4, "advance", "advance", "하고자 한다", "추진"), [("area", "research", "연구개발"), ("institution", "us.nsf", "미국 국립과학재단"), ("institution", "kr.nrf", "한국연구재단")], "c3"),
    Line("제4조 운영/1", "어느 참여자든 180일 전에 서면으로 통보하여 이 양해각서를 종료할 수 있다.", (1, "other", "complete", "할 수 있다", "종료"), [("quantity", "P180D", "180일")]),
    Line("제4조 운영/2", "이 양해각서는 법적 구속력이 없으며 참여자의 재원을 약속하지 아니한다.", (5, "fund", "", "법적 구속력이 없으며", "약속"), [("status", "non-binding", "법적 구속력이 없으며")], polarity="denied"),
)  # fmt: skip


def across() -> Comparison:
    """The Korean memorandum in Korean against the Japanese one in English."""
    mou = analysis(
        "mou.ko",
        "대한민국과 미합중국 간의 기술번영 협정에 관한 양해각서",
        MOU_KO,
        MOU_FACTS | {"instrument": "양해각서", "place": "경주", "binding": "법적 구속력 없음"},
        "ko",
    )
    moc = analysis("moc.en", MOC_TITLE, MOC, MOC_FACTS, "en")
    pair = (
        words_at(mou.clauses[6], "미국 국립과학재단"),
        words_at(mou.clauses[6], "National Science Foundation"),
    )
    mou = replace(
        mou, glossary=(GlossaryPair("미국 국립과학재단", "ko", "National Science Foundation", "en", pair),)
    )
    made = Builder((mou, moc))
    made.link("c2", "c2", 0.78)
    made.link("c3", "c3", 0.8)
    policy, export = made.link("c4", "c5", 0.81), made.link("c5", "c6", 0.74)
    research, notice = made.link("c7", "c4", 0.72, "moved", True), made.link("c8", "c13", 0.77)
    made.link("c9", "c14", 0.85)
    made.differ(
        "action",
        {"c4": "개발 및 주창"},
        {"c5": "advancing"},
        "MOU speaks of developing and championing AI policy frameworks, MOC of advancing them.",
        "AI 정책 체계를 두고 MOU는 '개발 및 주창'(착수), MOC는 'advancing'(심화)을 말한다.",
        link=policy,
        weight=0.94,
        direction="second",
    )
    made.differ(
        "only_in",
        {"c6": "아시아와 그 너머에서 공동의 AI 생태계"},
        {},
        "Only MOU sets out a shared AI ecosystem across Asia and beyond.",
        "아시아와 그 너머의 공동 AI 생태계는 MOU에만 있다.",
        weight=0.92,
        searched=(Passage("c6", 0.58), Passage("c9", 0.31)),
    )
    made.differ(
        "institution",
        {"c7": "한국연구재단"},
        {"c4": "Japan Science and Technology Agency"},
        "The National Science Foundation has another partner body.",
        "미국 국립과학재단의 상대 기관이 다르다: 한국연구재단, 일본 과학기술진흥기구.",
        link=research,
        weight=0.85,
    )
    made.differ(
        "scope",
        {"c5": "하드웨어, 모델, 소프트웨어, 응용, 표준"},
        {"c6": ""},
        "Only MOU lists what the stack is made of.",
        "기술 스택의 구성 요소는 MOU만 열거한다.",
        link=export,
        weight=0.7,
        direction="first",
    )
    made.differ("quantity", {"c8": "180일"}, {"c13": ""}, "MOU asks for 180 days' notice.", "MOU는 180일 전 통보를 요구한다.", link=notice, weight=0.66, direction="first")  # fmt: skip
    return Comparison(made.documents, tuple(made.links), tuple(made.differences), generator=GENERATOR)


HOSTILE = (
    "<script>document.title = 'owned'</script></script><img src=x onerror=\"document.title='owned'\">",
    '=HYPERLINK("http://example.invalid","pay") \u202egnidnib\u202c \u0007\u0000 \'"&lt;]]>-->',
    "</style><style>*{display:none}</style>{{ 7*7 }} {% raw %} ${alert(1)} \ud800 \u200bzero",
)


def hostile() -> Comparison:
    """Texts, titles, ids and notes that try to be markup, formulas or direction marks."""
    lines = [Line(f'<b>{number}</b>/"x"', text) for number, text in enumerate(HOSTILE)]
    facts = {"note": HOSTILE[0], "place": HOSTILE[1], "parties": HOSTILE[2]}
    first = analysis('a"><script>1</script>', HOSTILE[0], lines, facts, "en")
    second = analysis("=cmd|' /C calc'!A0", HOSTILE[1], lines[:1], facts, "en")
    made = Builder((first, second))
    link = made.link("c1", "c1", 1.0, "same")
    made.differ(
        "wording",
        {"c1": "<script>"},
        {"c1": "</script>"},
        HOSTILE[0],
        HOSTILE[1],
        link=link,
        values=HOSTILE[:2],
    )
    made.differ("only_in", {"c2": "=HYPERLINK"}, {}, HOSTILE[1], HOSTILE[2], searched=(Passage("c1", 0.5),))
    made.differ("only_in", {"c3": "</style>"}, {}, "=1+1", "@SUM(A1)", values=("+1", "-1"))
    return Comparison(
        made.documents, tuple(made.links), tuple(made.differences), generator={"version": HOSTILE[0]}
    )


def family() -> Comparison:
    """Three documents, links that join two or three of them."""
    comparison = memoranda()
    third = replace(
        analysis(
            "tpd-uk.en",
            "Technology Prosperity Deal between the United Kingdom and the United States",
            MOC[:6],
            {"date": "2025-09-18"},
            "en",
        )
    )
    links = tuple(
        replace(
            link, clauses=(*link.clauses, ("c2",) if link.id == "l1" else ("c3",) if link.id == "l2" else ())
        )
        for link in comparison.links
    )
    widened = tuple(
        replace(each, clauses=(*each.clauses, ()), spans=(*each.spans, ()), values=(*each.values, ""))
        for each in comparison.differences
    )
    return replace(
        comparison,
        documents=(*comparison.documents, third),
        links=links,
        differences=widened,
        documents_differ=(),
        common=(),
    )


def itself() -> Comparison:
    """A text against itself: every clause the same, no difference."""
    mou = analysis("mou.en", MOU_TITLE, MOU, MOU_FACTS, "en")
    links = tuple(
        ClauseLink(f"l{number}", ((clause.id,), (clause.id,)), 1.0, "same")
        for number, clause in enumerate(mou.clauses, start=1)
    )
    return Comparison((mou, mou), links, (), generator=GENERATOR)


def large(clauses: int) -> Comparison:
    """Two long documents made of the memoranda's sentences over and over, most of them linked and differing."""
    first = analysis("long-a.en", MOU_TITLE, _repeated(MOU, clauses), MOU_FACTS, "en")
    second = analysis("long-b.en", MOC_TITLE, _repeated(MOC, clauses), MOC_FACTS, "en")
    made = Builder((first, second))
    for number in range(1, clauses + 1):
        if number % 5:
            link = made.link(f"c{number}", f"c{number}", 0.8)
            made.differ("wording", {f"c{number}": ""}, {f"c{number}": ""}, f"Clause {number} is worded differently.",
                        f"조항 {number}의 문구가 다르다.", link=link, weight=0.5, material=number % 3 > 0)  # fmt: skip
    return Comparison(made.documents, tuple(made.links), tuple(made.differences), generator=GENERATOR)


def _repeated(lines: Sequence[Line], count: int) -> list[Line]:
    chosen = (lines[index % len(lines)] for index in range(count))
    return [
        replace(
            line, path=f"{index // 20}. Part/{index}", text=f"{line.text} ({index})", parent=None, commit=None
        )
        for index, line in enumerate(chosen)
    ]
