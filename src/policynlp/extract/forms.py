"""Names that have the form of an institution but stand in no table: reported as unknown, with less
confidence."""

import re
from collections.abc import Iterator
from functools import cache

from policynlp.extract.anchors import Lookup, required
from policynlp.extract.attributes import mention, overlaps
from policynlp.extract.patterns import LATIN
from policynlp.records import Clause, Mention

PATTERN = 0.6
"""Confidence of a name read by its form: 10 of the 17 read in 2,426 sampled treaty lines named one body."""
OFFICE = re.compile(r"(?:[A-Z]\w+ )*(?:Secretariat|Secretary-General|Director-General|Assembly) of ")
"""An office or organ of a body that has a name of its own."""
STRONG_HEADS = "Institute|Institution|Laborator(?:y|ies)|Foundation|University|Academy|Society|Institutes"
"""Words that make a name of a body with one word before them."""
WEAK_HEADS = (
    "Agency|Administration|Authority|Bureau|Center|Centre|Commission|Committee|Council|Department|Office|"
    "Organi[sz]ation|Fund|Bank|Board|Service|Corporation|Association|Court|Alliance|Initiative|Consortium"
)
"""Words that need two words before them, or what the body is for, to be more than a common noun."""
MOST = 20
"""Words of a name; without a bound a line of capitals takes time with the square of its length."""
CAPITAL = r"[A-Z][\w'’&-]*"
OPENING = (
    "(?:The|This|Each|Any|Such|Both|Either|That|These|An?|In|Under|For|By|If|When|Where|No|All|Its|Their|And|Of|On|To|With|"
    "At|As|From)"
)
"""Words with a capital at the head of a sentence and no part of a name."""
ORGANS = "Secretariat|Secretary-General|Director-General|Assembly|Committee|Council|Commission"
"""Organs that are named by what they are of or on."""
PURPOSE = (
    rf"(?: (?:of|for|on)(?: the)? {CAPITAL}(?:(?:, and |, | and | & | of | to | ){CAPITAL}){{0,{MOST}}})"
)
ENGLISH_FORMS = re.compile(
    rf"(?<![{LATIN}])(?!{OPENING} )(?:"
    rf"(?:Federal |State |National )*(?:Minist(?:ry|ries|ers?)|Department) (?:of|for)"
    rf" (?:the )?{CAPITAL}(?:(?:, and |, | and | & | ){CAPITAL}){{0,{MOST}}}"
    rf"|(?:{CAPITAL} ){{0,{MOST}}}(?:{ORGANS}) (?:of|on)"
    rf" (?:the )?(?:organi[sz]ation of )?{CAPITAL}(?:(?: of | on | and | to | in | ){CAPITAL}){{0,{MOST}}}"
    rf"|(?:{CAPITAL} ){{1,5}}(?:Committee|Council|Commission)"
    rf"|(?:{CAPITAL} (?:(?:and|of|for|on) )?){{2,6}}(?:{WEAK_HEADS}){PURPOSE}?"
    rf"|(?:{CAPITAL} )(?:{WEAK_HEADS}){PURPOSE}"
    rf"|(?:{CAPITAL} (?:(?:and|of|for|on) )?){{1,6}}(?:{STRONG_HEADS}){PURPOSE}?)"
    rf"(?![{LATIN}])(?! [A-Z])"
)
"""English names by their form: capitals around a head word."""
FIELDS = (
    "외교|외무|재무|재정|경제|교육|문화|보건|복지|산업|상업|상공|상무|농업|농림|수산|과학|기술|국방|내무|법무|사법|환경|"
    "노동|고용|법원|건설|교통|통신|통상|무역|에너지|자원|정보|기획|계획|투자|관광|체육|청소년|여성|가족|이민|국토|해양|식품|우정|"
    "세무|관세|통계|특허|기상|산림|원자력|대외|국제|협력|개발|및|공공|행정|안전|치안|사회|연방|국가"
)
"""Fields that the name of a Korean ministry or administration is put together from."""
KOREAN_FORMS = re.compile(
    r"(?<![가-힣])(?:[가-힣A-Z][가-힣·ㆍA-Z]{2,14}(?:연구소|연구원|재단|진흥원|협회|학회|과학원|관리청|"
    r"조사청|우주청|학술원|은행(?!간)|진흥기구|협력기구|개발기구|에너지기구|통제통계기구|협력단|사절단|봉사단)"
    r"|(?:[가-힣]{2,10} )?[가-힣]{2,14}공단"
    r"|(?:국립|국제|한국|세계|아시아|유럽)[가-힣·ㆍ]{2,14}(?:센터|센타|교육원|훈련원|박물관)"
    r"|(?:당사국|체약국|가입국)회의|대법원|헌법재판소"
    r"|[가-힣A-Z][가-힣·ㆍA-Z]{1,14}(?:위원회|이사회|대학교|총회|협의회|평의회|사무총장|사무국)"
    rf"|(?:{FIELDS})+(?:부|처|청)|(?:외무|재무|상무|내무|법무|경제산업|통상산업|문부과학|국토교통|후생노동|농림수산|총무)성)"
    r"(?=[\s,.·ㆍ(|)\"'”’;:]|$|은|는|이|가|을|를|과|와|의|에|로|및|간|도)"
)
"""Korean names by their ending, at least three syllables before it."""
FORMS = (ENGLISH_FORMS, KOREAN_FORMS)
"""English names stand in texts of both languages."""
NOT_BODIES = re.compile(
    r"^(?:The|This|Each|Any|Such|Both|Either|That|These|Other|In|Under|Joint|Contracting|Requesting|Requested|No|"
    r"All|Its|Their|For|By|If|When|Where|An|A|Article|Section|Chapter|Annex|Note|Competent|Central Bank|"
    r"Executive|Standing)\b|^Ministers? (?:of|for) (?:Government|State)$"
    r"|.*(?:Information|Civil|Knowledge) Society$|.*(?:Customs|Trade) Administration$"
    r"|^Committee on Principles$"
    r"|^(?:[가-힣]*(?:공동|집행|상임|분과|운영|사업|특별|전문가|국가별|상기|소|본|동|각|이|그|해당|관련|기술|실무|자문|중재|"
    r"조정|감독|심의|행정|재정|국제|관계|양국|정부간|전문))(?:기구|은행|재단|연구소|연구원)$"
    r"|^(?:상기|본|동|각|이|그|해당|관련|국가별|관계|양국|정부간)(?:위원회|이사회|총회|협의회|사무국)$"
    r"|^(?:공공|개발|경제|사회|국가|협력|행정|기술|정보|국제)(?:처|청|성)$|(?:우정|세무|관세)청$"
    r"|(?:국제|전문|관련|지역|보조|특별|정부간|중앙|상업|민간|공공)기구$"
)
"""Capitalised openings of a sentence, and generic bodies that have no name of their own."""


def unknown(clause: Clause, place: tuple[int, int], country: str = "") -> Mention:
    """A mention of a body that no table has, its name being its value."""
    words = clause.text[slice(*place)].strip()
    value = "name." + re.sub(r"[\s·ㆍ]+", "-", words).casefold()
    attributes = {"known": "no", "country": country} if country else {"known": "no"}
    return mention(clause, "institution", value, place, confidence=PATTERN, attributes=attributes)


def named(clause: Clause, language: str, known: list[Mention]) -> list[Mention]:
    """The known bodies and the names that have the form of a body but stand in no table.

    One that goes on from an abbreviation, or names an office of a known body ("WTO SPS Committee",
    "Secretary-General of the United Nations"), takes the place of what it holds.
    """
    found = list(known)
    for match in matches(clause.text, language):
        inside = [m for m in found if overlaps(*match.span(), [(m.span.start, m.span.end)])]
        if all(is_part(m, match) for m in inside):
            found = [*(m for m in found if m not in inside), unknown(clause, match.span())]
    return found


def patterned(clause: Clause, language: str, taken: list[tuple[int, int]]) -> list[Mention]:
    """Names that have the form of a body but stand in no table: ``known`` = no, confidence below 1."""
    free = (m for m in matches(clause.text, language) if not overlaps(*m.span(), taken))
    return [unknown(clause, match.span()) for match in free]


def matches(text: str, language: str) -> Iterator[re.Match[str]]:
    """What has the form of a name."""
    for number in lookup(language).candidates(text):
        yield from (match for match in FORMS[number].finditer(text) if not NOT_BODIES.match(match.group()))


@cache
def lookup(language: str) -> Lookup:
    """The strings of which names of each form that a language's texts have must contain one."""
    return Lookup(required(form.pattern) or () for form in (FORMS if language == "ko" else FORMS[:1]))


def is_part(mention: Mention, match: re.Match[str]) -> bool:
    """Whether a known name is only a part of a longer one: its abbreviation in front, or what it is of."""
    start, end = match.span()
    inside = start <= mention.span.start and mention.span.end <= end
    short = mention.text.isupper() and mention.span.start == start
    office = OFFICE.match(match.group()) is not None and (mention.span.start, mention.span.end) != (
        start,
        end,
    )
    return inside and mention.span.end - mention.span.start < end - start and (short or office)
