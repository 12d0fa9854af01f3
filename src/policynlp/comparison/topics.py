"""Set provisions that agreements close with or repeat, known by their words.

Where both texts have one, it is in neither alone, however each is worded and wherever it stands.
"""

import re

from policynlp.comparison.pairs import Reading

TOPICS = {
    "entry": re.compile(r"\benters? into force\b|(?:발효|효력을 발생)(?:한다|된다|하며)", re.IGNORECASE),
    "amendment": re.compile(
        r"\bamendments?\b.*\bAgreement\b|(?:개정|수정)(?:할|될|하거나|되거나|\s또는).{0,12}수 있",
        re.IGNORECASE,
    ),
    "termination": re.compile(
        r"\b(?:denounce|withdraw|terminate)\b.*\bAgreement\b|협정.{0,40}종료.{0,40}통[고보]", re.IGNORECASE
    ),
    "pending": re.compile(
        r"(?:종료|만료).{0,80}(?:영향을\s?(?:미치|주)지|계속 유효|유효하다|계속된다)"
        r"|\b(?:termination|expiry|expiration)\b.{0,120}"
        r"\b(?:not affect|not prejudice|remain in force|continue)",
        re.IGNORECASE,
    ),
    "other-forms": re.compile(
        r"(?:기타|여타|그\s?밖의|다른).{0,24}(?:형태|방법|방식|수단|분야|활동).{0,24}합의"
        r"|합의.{0,24}(?:기타|여타|그\s?밖의|다른).{0,24}(?:형태|방법|방식|수단|분야|활동)"
        r"|\b(?:other|further)\b.{0,30}\b(?:forms?|means|methods|areas?|fields|activities)\b.{0,60}"
        r"\b(?:agreed|decided|determined)\b"
        r"|\b(?:agreed|decided|determined)\b.{0,30}\b(?:other|further)\b.{0,30}\b(?:forms?|means|areas?|activities)\b",
        re.IGNORECASE,
    ),
    "disputes": re.compile(
        r"(?:해석|적용|이행)[^.]{0,60}(?:분쟁|문제|이견)[^.]{0,60}(?:협의|교섭|외교)[^.]{0,24}(?:해결|타결)"
        r"|\b(?:disputes?|differences?)\b[^.]{0,80}\b(?:interpretation|application)\b[^.]{0,120}"
        r"\b(?:settled|resolved)\b",
        re.IGNORECASE,
    ),
    "turns": re.compile(
        r"위원회[^.]{0,90}(?:교대|번갈아)|교대로 (?:개최|회합|소집)"
        r"|\bcommi(?:ttee|ssion)\b[^.]{0,120}\b(?:alternate|in turn)",
        re.IGNORECASE,
    ),
}
"""What each says."""
FORMS = {
    "joint-research": re.compile(r"공동\s?연구|\bjoint (?:scientific )?research\b", re.IGNORECASE),
    "experts": re.compile(
        r"(?:과학자|연구원|기술자|전문가)[^.]{0,40}(?:교류|교환|파견)"
        r"|\bexchanges? of (?:\w+,? (?:and )?){0,3}(?:scientists|experts|specialists|researchers|personnel)",
        re.IGNORECASE,
    ),
    "information": re.compile(
        r"(?:정보|간행물)[^.]{0,20}(?:교환|교류)|\bexchanges? of (?:\w+,? (?:and )?){0,3}information",
        re.IGNORECASE,
    ),
    "seminars": re.compile(
        r"(?:세미나|심포지[움엄]|학술회의)[^.]{0,30}(?:개최|조직)"
        r"|\b(?:organi[sz]ation|holding) of (?:\w+,? (?:and )?){0,3}"
        r"(?:seminars|symposia|conferences|workshops)",
        re.IGNORECASE,
    ),
}
"""Forms that cooperation takes everywhere, which lists of both texts name."""


def topics(text: str) -> frozenset[str]:
    """The set provisions that a text makes."""
    return frozenset(name for name, pattern in TOPICS.items() if pattern.search(text))


def forms(text: str) -> frozenset[str]:
    """The usual forms of cooperation that a text names."""
    return frozenset(name for name, pattern in FORMS.items() if pattern.search(text))


def topics_of(reading: Reading) -> frozenset[str]:
    """The set provisions that any clause of a document makes."""
    return frozenset().union(*(topics(clause.text) for clause in reading.analysis.clauses))
