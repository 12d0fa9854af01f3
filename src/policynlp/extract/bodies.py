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
        found.update({countries.key(name): body for name in (*row["en"], *row["ko"])})
        found.update({f"={name}": body for name in row["short"]})
        found.update({f"={name}": Body(row["id"], row["role"], weak=True) for name in row.get("weak", ())})
    return found


def every_name() -> list[str]:
    """All names of the table as written there, without abbreviations."""
    rows = table("shared", "institutions")
    listed = [name for row in (*rows["institution"], *rows["shared"]) for name in (*row["en"], *row["ko"])]
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
        for code, start in (("en", f"(?<![{LATIN}])"), ("ko", "(?<![가-힣])")):
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
            found.append(resolved(clause, body, match.start(), match.end()))
            taken.append((found[-1].span.start, found[-1].span.end))
    compiled, values = created_pattern()
    for match in compiled.finditer(clause.text):
        if match.lastindex and not overlaps(*match.span(), taken):
            attributes = {"role": "joint-body"}
            found.append(mention(clause, "institution", values[match.lastindex - 1], match.span(), attributes=attributes))
    return found


def supported(text: str, body: Body) -> bool:
    """Whether the clause names the body's country or its full name, so that a bare abbreviation may be it."""
    if any(countries.code_of(m.group()) == body.country for m in countries.pattern().finditer(text)):
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
        return made(clause, body.id, "", body.role, (start, end), LIKELY)
    if body.ministry:
        return made(clause, body.id, "", body.role, (start, end), LIKELY)
    same = country == body.country
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


HEADS = (
    "Agency|Administration|Authority|Bureau|Center|Centre|Commission|Committee|Council|Department|Foundation|"
    "Institute|Institution|Laboratory|Ministry|Office|Organi[sz]ation|Society|Academy|Fund|Bank|Board|Service|"
    "University|Corporation|Association|Secretariat|Court|Tribunal"
)
CAPITAL = r"[A-Z][\w'’&-]*"
ENGLISH_FORMS = re.compile(
    rf"(?<![{LATIN}])(?:(?:Federal |State |National )*(?:Ministry|Department|Ministries) (?:of|for) (?:the )?{CAPITAL}"
    rf"(?:(?:,? and |, | of | & | ){CAPITAL})*"
    rf"|(?:{CAPITAL} (?:(?:and|of|for|the|on) )*){{1,6}}(?:{HEADS})(?: (?:of|for|on) (?:the )?{CAPITAL}(?:(?:,? and |, | of | & | ){CAPITAL})*)?)"
    rf"(?![{LATIN}])"
)
KOREAN_FORMS = re.compile(
    r"(?<![가-힣])[가-힣·ㆍA-Z]{2,14}(?:위원회|연구소|연구원|연구재단|재단|진흥원|공단|공사|협회|학회|대학교|과학원|안전처|관리청|조사청|우주청|학술원|은행|진흥기구|협력기구|협력단)"
    r"(?=[\s,.·ㆍ)\"'”’;:]|$|은|는|이|가|을|를|과|와|의|에|로|및|간|도)"
)
NOT_BODIES = re.compile(
    r"^(?:The|This|Each|Any|Such|Both|Either|That|These|Other|In|Under|Joint|Contracting|No|All|Its|Their|For|By|If|When|Where|An|A|Article|Section|Chapter|Annex|Note)\b"
    r"|^(?:공동|이|그|각|해당|동|본|양국|관련|소|양|기타|다른|같은|상기|국내|공공|민간|정부|전문|협력|합동|국제|국가|지역|외국|상업|중앙|시중|양측|타|당해)?(?:위원회|연구소|연구원|재단|공사|협회|학회|대학교|은행|공단|안전처|분과위원회|소위원회|협력단)$"
)


def patterned(clause: Clause, language: str, taken: list[tuple[int, int]]) -> list[Mention]:
    """Names that have the form of a body but stand in no table: ``known`` = no, confidence below 1."""
    forms = (ENGLISH_FORMS, KOREAN_FORMS) if language == "ko" else (ENGLISH_FORMS,)
    found: list[Mention] = []
    for form in forms:
        for match in form.finditer(clause.text):
            if overlaps(*match.span(), taken) or NOT_BODIES.match(match.group()):
                continue
            value = "name." + re.sub(r"[\s·ㆍ]+", "-", match.group().strip()).casefold()
            attributes = {"known": "no"}
            found.append(mention(clause, "institution", value, match.span(), confidence=PATTERN, attributes=attributes))
    return found


