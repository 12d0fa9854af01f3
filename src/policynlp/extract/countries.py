"""Countries by name, adjective and Korean short form; read by the place and the institution components."""

import re
from functools import cache, lru_cache

from policynlp.extract.names import Names, english, squeeze
from policynlp.extract.patterns import LATIN, Hit, literal
from policynlp.languages import table

GUARDED = {
    "인도": (
        r"(?!적|네시아|[·․ㆍ‧・\- ]?태평양|양|차이나|하|되|된|될|할|한|함|받|청구|조약|요청|인|일|"
        r"주의|시|여부|기한|절차|대상|명령|결정|"
        r"를 (?:요청|청구|위|거절|허용|구하)|의 (?:요청|청구|대상|이유|의무|목적))"
    ),
    "이란": r"(?=[\s,·․ㆍ)]|은 |의 |이슬람|정부|산 )",
    "사우디": "",
    "한국": r"(?!은행|과학|연구|전력|무역|수출|국제)",
}
"""What must (not) follow names that are common words too."""


@cache
def adjectives() -> frozenset[str]:
    """The English adjectives, squeezed."""
    rows = table("shared", "places")["country"].values()
    return frozenset(squeeze(name) for row in rows for name in row["adjective"])


@cache
def names() -> Names:
    """Country names and adjectives of both languages."""
    rows = table("shared", "places")["country"]
    found = [
        (name, code, english(name, exact=True))
        for code, row in rows.items()
        for name in (*row["en"], *row["adjective"])
    ]
    found += [(name, code, _korean(name)) for code, row in rows.items() for name in row["ko"]]
    return Names(found)


def _korean(name: str) -> str:
    """An expression for a Korean name, guarded where it is a common word too."""
    return f"(?<![가-힣{LATIN}”’'」』\"]){literal(name, 'ko')}{GUARDED.get(name, '')}"


@lru_cache(maxsize=512)
def named(text: str) -> tuple[Hit, ...]:
    """The countries that a text names, by code, in order of place; kept, for several readers ask."""
    return tuple(names().find(text))


@cache
def pairs() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Combinations of one-syllable names (한미, 한·중·일) with their countries."""
    rows = {name: tuple(codes) for name, codes in table("shared", "places")["pairs"].items()}
    names = "|".join(re.escape(name) for name in sorted(rows, key=len, reverse=True))
    follow = (
        r"(?=[\s\"'’”)·,]|$|간|양국|양자|동맹|정상|관계|공동|협력|기술|과학|외교|자유|FTA|MOU|MOC|TPD|"
        r"원자력|경제|투자|무역)"
    )
    return re.compile(f"(?<![가-힣])(?:{names}){follow}"), rows
