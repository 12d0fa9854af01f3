"""Reads institutions: names of the shared table in both languages, and names that have the form of one."""

import re
from dataclasses import dataclass
from functools import cache

from policynlp.extract import countries
from policynlp.extract.attributes import mention, overlaps
from policynlp.extract.patterns import LATIN, fragment, literal
from policynlp.languages import table
from policynlp.records import Clause, Mention


@dataclass(frozen=True, slots=True)
class Body:
    """One reading of a name."""

    id: str
    """``us.nsf``; for a name that several countries use, the name itself."""
    role: str
    """What sort of body it is."""
    bodies: tuple[tuple[str, str], ...] = ()
    """For a name that several countries use: country and id."""
    weak: bool = False
    """True for an abbreviation that counts only where its country or full name stands in the clause."""
    ministry: str = ""
    """Field of a ministry that any country may have."""

    @property
    def country(self) -> str:
        """The country that the id starts with; empty where it starts with none."""
        return self.id.split(".")[0] if "." in self.id and not self.ministry else ""


MINISTRY_FORMS = ("Ministry of {}", "Ministry for {}", "Federal Ministry of {}", "Department of {}", "Minister of {}", "Minister for {}")
"""How English names the ministry of a field; the minister stands for the ministry."""
SURE, LIKELY, PATTERN = 1.0, 0.8, 0.6
"""Confidence: from the table; from the table but the country is not said; from the form of the name alone."""


@cache
def names() -> dict[str, Body]:
    """Every name and abbreviation of the table, by ``countries.key``; abbreviations keep their capitals."""
    found: dict[str, Body] = {}
    rows = table("shared", "institutions")
    for field, row in rows["ministry"].items():
        body = Body(f"ministry.{field}", "ministry", ministry=field)
        for form in (f.format(name) for name in row["en"] for f in MINISTRY_FORMS):
            found.setdefault(countries.key(form), body)
        found.update({countries.key(name): body for name in row["ko"]})
    for row in rows["shared"]:
        body = Body(row["name"], row["role"], tuple(row["bodies"].items()))
        found.update({countries.key(name): body for name in (*row["en"], *row["ko"])})
        found.update({f"={name}": body for name in row["short"]})
    for row in rows["institution"]:
        body = Body(row["id"], row["role"])
        found.update({countries.key(name): body for name in (*with_minister(row["en"]), *row["ko"])})
        found.update({f"={name}": body for name in row["short"]})
        found.update({f"={name}": Body(row["id"], row["role"], weak=True) for name in row.get("weak", ())})
    return found


def with_minister(english: list[str]) -> list[str]:
    """The names, and the minister for each ministry: who signs stands for the office."""
    titles = [name.replace("Ministry ", "Minister ", 1) for name in english if name.startswith("Ministry ")]
    return [*english, *titles]


def every_name() -> list[str]:
    """All names of the table as written there, without abbreviations."""
    rows = table("shared", "institutions")
    listed = [name for row in (*rows["institution"], *rows["shared"]) for name in (*with_minister(row["en"]), *row["ko"])]
    for row in rows["ministry"].values():
        listed += [form.format(name) for name in row["en"] for form in MINISTRY_FORMS]
        listed += row["ko"]
    return listed


@cache
def name_pattern() -> re.Pattern[str]:
    """Full names of both languages, longest first; English ones of several words in any capitals."""
    listed = sorted(set(every_name()), key=lambda name: (-len(name), name))
    korean = [name for name in listed if re.search("[가-힣]", name)]
    english = [name for name in listed if not re.search("[가-힣]", name)]
    single = [name for name in english if " " not in name]
    several = [name for name in english if " " in name]
    branches = [
        f"(?<![{LATIN}])(?i:{'|'.join(literal(name, 'en') for name in several)})(?![{LATIN}])",
        f"(?<![{LATIN}])(?:{'|'.join(re.escape(name) for name in single)})(?![{LATIN}])",
        f"(?<![가-힣])(?:{'|'.join(literal(name, 'ko') for name in korean)})",
    ]
    return re.compile("|".join(branches))


@cache
def short_pattern() -> re.Pattern[str]:
    """Abbreviations, letter by letter."""
    shorts = sorted((name[1:] for name in names() if name.startswith("=")), key=lambda name: (-len(name), name))
    return re.compile(f"(?<![{LATIN}.&/-])(?:{'|'.join(map(re.escape, shorts))})(?![{LATIN}&])")


@cache
def created_pattern() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Bodies that an agreement creates, with their values in the order of the groups."""
    branches: list[str] = []
    values: list[str] = []
    for value, row in table("shared", "institutions")["created"].items():
        for code, start in (("en", f"(?<![{LATIN}])"), ("ko", "(?:(?<![가-힣])|(?<=조))")):
            branches += [f"{start}({fragment(source, code)})" for source in row[code]]
            values += [value] * len(row[code])
    return re.compile("|".join(branches)), tuple(values)


def known(clause: Clause) -> list[Mention]:
    """Mentions of bodies that the table has, the longest names first."""
    taken: list[tuple[int, int]] = []
    found: list[Mention] = []
    for pattern, mark in ((name_pattern(), ""), (short_pattern(), "=")):
        for match in pattern.finditer(clause.text):
            body = names()[mark + match.group() if mark else countries.key(match.group())]
            if overlaps(*match.span(), taken) or (body.weak and not supported(clause.text, body)):
                continue
            if body.ministry and MORE_FIELDS.match(clause.text, match.end()):
                continue
            found.append(resolved(clause, body, match.start(), match.end()))
            taken.append((found[-1].span.start, found[-1].span.end))
    compiled, values = created_pattern()
    for match in compiled.finditer(clause.text):
        if match.lastindex and not overlaps(*match.span(), taken):
            attributes = {"role": "joint-body"}
            found.append(mention(clause, "institution", values[match.lastindex - 1], match.span(), attributes=attributes))
    return found


MORE_FIELDS = re.compile(r"(?: and| &)? (?:(?!Minist|Depart)[A-Z][a-z]|policy)")
"""What follows where a ministry's title goes on: its field is another one."""


def named(text: str) -> set[str | None]:
    """The countries that a text names."""
    return {countries.code_of(match.group()) for match in countries.pattern().finditer(text)}


def supported(text: str, body: Body) -> bool:
    """Whether the clause names the body's country or its full name, so that a bare abbreviation may be it."""
    if body.country in named(text):
        return True
    return any(names()[countries.key(m.group())].id == body.id for m in name_pattern().finditer(text))


def resolved(clause: Clause, body: Body, start: int, end: int) -> Mention:
    """The mention, its span widened over a country that qualifies the name."""
    country, left, right = qualifier(clause.text, start, end)
    owners = dict(body.bodies)
    if body.ministry and country:
        return made(clause, f"{country}.ministry.{body.ministry}", country, body.role, (left, right), SURE)
    if owners:
        if country in owners:
            return made(clause, owners[country], country, body.role, (left, right), SURE)
        if country:
            return made(clause, f"{country}.{body.id}", country, body.role, (left, right), LIKELY)
        near = {code for code in named(clause.text) if code in owners}
        value, owner = (owners[min(near)], min(near)) if len(near) == 1 else (body.id, "")
        return made(clause, value, owner, body.role, (start, end), LIKELY)
    if body.ministry:
        return made(clause, body.id, "", body.role, (start, end), LIKELY)
    same = country == body.country
    if country and not same and body.country not in ("int", "eu"):
        return unknown(clause, (left, right), country)
    return made(clause, body.id, body.country, body.role, (left, right) if same else (start, end), SURE)


def made(
    clause: Clause, value: str, country: str, role: str, place: tuple[int, int], confidence: float
) -> Mention:
    """A mention of a body of the table."""
    attributes = {"country": country, "role": role} if country else {"role": role}
    return mention(clause, "institution", value, place, confidence=confidence, attributes=attributes)


BEFORE = re.compile(r"(?:['’]s|의|정부의|정부|,)?[\s\u00a0]*$")
AFTER = re.compile(r"(?:\s*\([A-Z&*-]{2,10}\))?,?\s+of\s+(?:the\s+)?")
OURS = re.compile(r"우리(?:나라)?의?\s*$")


def qualifier(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The country named right before or after a body's name, and the span with it (without ``of``: both ends)."""
    before = BEFORE.search(text, max(0, start - 40), start)
    edge = before.start() if before else start
    for match in countries.pattern().finditer(text, max(0, edge - 50), edge):
        if match.end() == edge and "," not in text[edge:start]:
            return countries.code_of(match.group()) or "", match.start(), end
    after = AFTER.match(text, end)
    if after and (match := countries.pattern().match(text, after.end())):
        return countries.code_of(match.group()) or "", start, match.end()
    if OURS.search(text[max(0, start - 8) : start]):
        return "kr", start, end
    return "", start, end


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
    r"^(?:The|This|Each|Any|Such|Both|Either|That|These|Other|In|Under|Joint|Contracting|Requesting|Requested|No|All|Its|"
    r"Their|For|By|If|When|Where|An|A|Article|Section|Chapter|Annex|Note|Competent|Central Bank|Executive|Standing)\b"
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


