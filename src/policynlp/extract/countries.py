"""Countries by name, adjective and Korean short form; read by the place and the institution components."""

import re
from functools import cache

from policynlp.extract.patterns import LATIN, literal
from policynlp.languages import table

PARTICLES = (
    "은|는|이|가|을|를|과|와|의|에|로|도|만|나|간|측|및|내|국|산|계|발|형|식|향|행|인|어|령|군|"
    "에서|에게|으로|이나|부터|까지|처럼|보다|정부|대통령|총리|장관|대사|공화국|연방"
)
"""What may follow a Korean country name that is written together with the next word."""

GUARDED = {
    "인도": r"(?!적|네시아|태평양|[·․ㆍ‧・\- ]?태평양|양|차이나|하|되|된|될|할|한|함|받|청구|조약|요청|를 (?:요청|청구|위|거절|허용|구하)|인|일|주의|시|여부|기한|절차|대상|명령|결정|의 (?:요청|청구|대상|이유|의무|목적))",
    "이란": r"(?=[\s,·․ㆍ)]|은 |의 |이슬람|정부|산 )",
    "사우디": "",
    "한국": r"(?!은행|과학|연구|전력|무역|수출|국제)",
}
"""What must (not) follow names that are common words too."""


@cache
def by_name() -> dict[str, str]:
    """Every name and adjective with its country: ``Korean`` and ``대한민국`` both give ``kr``."""
    rows = table("shared", "places")["country"]
    names: dict[str, str] = {}
    for code, row in rows.items():
        for name in (*row["en"], *row["adjective"], *row["ko"]):
            names[key(name)] = code
    return names


def key(name: str) -> str:
    """A name without the blanks and capitals that texts vary."""
    return re.sub(r"[\s\u00a0]+", "", name).casefold()


@cache
def adjectives() -> frozenset[str]:
    """Keys of the English adjectives."""
    return frozenset(key(name) for row in table("shared", "places")["country"].values() for name in row["adjective"])


@cache
def pattern() -> re.Pattern[str]:
    """Country names of both languages; English ones as printed in a table or all in capitals."""
    rows = table("shared", "places")["country"].values()
    english = [name for row in rows for name in (*row["en"], *row["adjective"])]
    korean = [name for row in rows for name in row["ko"]]
    branches = [_english(name) for name in sorted(english, key=len, reverse=True)]
    branches += [_korean(name) for name in sorted(korean, key=len, reverse=True)]
    return re.compile("|".join(branches))


def _english(name: str) -> str:
    """A branch for an English name: its own capitals, or capitals throughout (``REPUBLIC OF KOREA``)."""
    own = literal(name, "en")
    capitals = literal(name.upper(), "en")
    either = own if own == capitals else f"(?:{own}|{capitals})"
    return f"(?<![{LATIN}]){either}(?![{LATIN}])"


def _korean(name: str) -> str:
    """A branch for a Korean name, guarded where it is a common word too."""
    return f"(?<![가-힣{LATIN}”’'」』\"]){literal(name, 'ko')}{GUARDED.get(name, '')}(?![가-힣]{{0,2}}베키)"


def code_of(words: str) -> str | None:
    """The country that a matched name stands for."""
    return by_name().get(key(words))


@cache
def pairs() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Combinations of one-syllable names (한미, 한·중·일) with their countries."""
    rows = {name: tuple(codes) for name, codes in table("shared", "places")["pairs"].items()}
    names = "|".join(re.escape(name) for name in sorted(rows, key=len, reverse=True))
    follow = r"(?=[\s\"'’”)·,]|$|간|양국|양자|동맹|정상|관계|공동|협력|기술|과학|외교|자유|FTA|MOU|MOC|TPD|원자력|경제|투자|무역)"
    return re.compile(f"(?<![가-힣])(?:{names}){follow}"), rows
