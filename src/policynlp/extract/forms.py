"""Names that have the form of an institution but stand in no table: reported as unknown, with less
confidence."""

import re

from policynlp.extract.attributes import mention, overlaps
from policynlp.extract.patterns import LATIN
from policynlp.records import Clause, Mention

PATTERN = 0.6
"""Confidence of a name read by its form: 10 of the 17 read in 2,426 sampled treaty lines named one body."""
STRONG_HEADS = "Institute|Institution|Laborator(?:y|ies)|Foundation|University|Academy|Society|Institutes"
"""Words that make a name of a body with one word before them."""
WEAK_HEADS = (
    "Agency|Administration|Authority|Bureau|Center|Centre|Commission|Committee|Council|Department|Office|"
    "Organi[sz]ation|Fund|Bank|Board|Service|Corporation|Association|Court|Alliance|Initiative|Consortium"
)
"""Words that need two words before them, or what the body is for, to be more than a common noun."""
CAPITAL = r"[A-Z][\w'’&-]*"
PURPOSE = rf"(?: (?:of|for|on)(?: the)? {CAPITAL}(?:(?:, and |, | and | & | of | ){CAPITAL})*)"
ENGLISH_FORMS = re.compile(
    rf"(?<![{LATIN}])(?:(?:Federal |State |National )*(?:Ministry|Department) (?:of|for) (?:the )?{CAPITAL}"
    rf"(?:(?:, and |, | and | & ){CAPITAL})*"
    rf"|(?:{CAPITAL} (?:(?:and|of|for|on) )?){{2,6}}(?:{WEAK_HEADS}){PURPOSE}?"
    rf"|(?:{CAPITAL} )(?:{WEAK_HEADS}){PURPOSE}"
    rf"|(?:{CAPITAL} (?:(?:and|of|for|on) )?){{1,6}}(?:{STRONG_HEADS}){PURPOSE}?)"
    rf"(?![{LATIN}])(?! [A-Z])"
)
"""English names by their form: capitals around a head word."""
KOREAN_FORMS = re.compile(
    r"(?<![가-힣])[가-힣A-Z][가-힣·ㆍA-Z]{2,14}(?:위원회|연구소|연구원|재단|진흥원|공단|협회|학회|대학교|과학원|관리청|"
    r"조사청|우주청|학술원|은행(?!간)|진흥기구|협력기구|개발기구|에너지기구|통제통계기구|협력단)(?=[\s,.·ㆍ)\"'”’;:]|$|은|는|이|가|을|를|과|와|의|에|로|및|간|도)"
)
"""Korean names by their ending, at least three syllables before it."""
NOT_BODIES = re.compile(
    r"^(?:The|This|Each|Any|Such|Both|Either|That|These|Other|In|Under|Joint|Contracting|Requesting|Requested|No|"
    r"All|Its|Their|For|By|If|When|Where|An|A|Article|Section|Chapter|Annex|Note|Competent|Central Bank|"
    r"Executive|Standing)\b"
    r"|^(?:[가-힣]*(?:공동|집행|상임|분과|운영|사업|특별|전문가|국가별|상기|소|본|동|각|이|그|해당|관련|기술|실무|자문|중재|"
    r"조정|감독|심의|행정|재정|국제|관계|양국|정부간|전문))(?:위원회|기구|은행|재단|연구소|연구원)$"
    r"|(?:국제|전문|관련|지역|보조|특별|정부간|중앙|상업|민간|공공)기구$"
)
"""Capitalised openings of a sentence, and generic bodies that have no name of their own."""


def unknown(clause: Clause, place: tuple[int, int], country: str = "") -> Mention:
    """A mention of a body that no table has, its name being its value."""
    words = clause.text[slice(*place)].strip()
    value = "name." + re.sub(r"[\s·ㆍ]+", "-", words).casefold()
    attributes = {"known": "no", "country": country} if country else {"known": "no"}
    return mention(clause, "institution", value, place, confidence=PATTERN, attributes=attributes)


def patterned(clause: Clause, language: str, taken: list[tuple[int, int]]) -> list[Mention]:
    """Names that have the form of a body but stand in no table: ``known`` = no, confidence below 1."""
    forms = (ENGLISH_FORMS, KOREAN_FORMS) if language == "ko" else (ENGLISH_FORMS,)
    found: list[Mention] = []
    for form in forms:
        for match in form.finditer(clause.text):
            if overlaps(*match.span(), taken) or NOT_BODIES.match(match.group()):
                continue
            found.append(unknown(clause, match.span()))
    return found
