"""Reads institutions of the shared table by their names in both languages, and resolves names that
countries share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policynlp.extract import countries
from policynlp.extract.attributes import mention, overlaps
from policynlp.extract.forms import unknown
from policynlp.extract.names import Names, english
from policynlp.extract.patterns import LATIN, Group, Hit, Phrases, by_priority, literal
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


MINISTRY_FORMS = (
    "Ministry of {}",
    "Ministry for {}",
    "Ministries of {}",
    "Federal Ministry of {}",
    "Department of {}",
    "Minister of {}",
    "Minister for {}",
)
"""How English names the ministry of a field; the minister stands for the ministry."""
SURE, LIKELY = 1.0, 0.8
"""Confidence: the table and the country beside it leave no doubt; the country is not said or only guessed."""


@cache
def listed() -> tuple[tuple[str, Body, bool], ...]:
    """Every name of the table with its body, and whether it is an abbreviation."""
    rows = table("shared", "institutions")
    found: list[tuple[str, Body, bool]] = []
    for row in rows["institution"]:
        body, weak = Body(row["id"], row["role"]), Body(row["id"], row["role"], weak=True)
        found += [(name, body, False) for name in (*with_minister(row["en"]), *row["ko"])]
        found += [(name, body, True) for name in row["short"]]
        found += [(name, weak, True) for name in row.get("weak", ())]
    for row in rows["shared"]:
        body = Body(row["name"], row["role"], tuple(row["bodies"].items()))
        found += [(name, body, False) for name in (*row["en"], *row["ko"])]
        found += [(name, body, True) for name in row["short"]]
    for field, row in rows["ministry"].items():
        body = Body(f"ministry.{field}", "ministry", ministry=field)
        found += [(form.format(name), body, False) for name in row["en"] for form in MINISTRY_FORMS]
        found += [(name, body, False) for name in row["ko"]]
    return tuple(found)


def with_minister(names: list[str]) -> list[str]:
    """The names, and the minister for each ministry: who signs stands for the office."""
    titles = [name.replace("Ministry ", "Minister ", 1) for name in names if name.startswith("Ministry ")]
    return [*names, *titles]


def expression(name: str, short: bool) -> str:
    """How a name is looked for: abbreviations letter by letter, English names of several words in any
    capitals."""
    if short:
        return f"(?<![{LATIN}.&/-]){re.escape(name)}(?![{LATIN}&])"
    if re.search("[가-힣]", name):
        return f"(?<![가-힣]){literal(name, 'ko')}"
    return english(name, exact=" " not in name)


@cache
def names() -> Names:
    """All names; a hit's key is the place of its row in ``listed``. Of equal names the first row counts."""
    rows: dict[str, tuple[str, str, str]] = {}
    for number, (name, _, short) in enumerate(listed()):
        rows.setdefault(name, (name, str(number), expression(name, short)))
    return Names(rows.values())


@cache
def created() -> Phrases:
    """The bodies that an agreement creates, one group a body and language."""
    rows = table("shared", "institutions")["created"]
    return Phrases(Group(value, row[code], code) for value, row in rows.items() for code in ("en", "ko"))


def known(clause: Clause) -> list[Mention]:
    """Mentions of bodies that the table has, then of those that an agreement creates."""
    found = [resolved(clause, body, hit.start, hit.end) for hit, body in readings(clause.text)]
    taken = [(m.span.start, m.span.end) for m in found]
    for hit in by_priority(created(), clause.text):
        if overlaps(hit.start, hit.end, taken):
            continue
        whole = _body_of(found, hit, clause.text)
        if whole is not None:
            found[found.index(whole)] = _widened(clause, whole, hit.end)
        else:
            place, attributes = (hit.start, hit.end), {"role": "joint-body"}
            found.append(mention(clause, "institution", hit.key, place, attributes=attributes))
    return found


def _widened(clause: Clause, body: Mention, end: int) -> Mention:
    """The mention of a body with the organ behind it: "유네스코 총회" is one name."""
    place, sure = (body.span.start, end), body.confidence
    return mention(clause, "institution", body.value, place, confidence=sure, attributes=body.attributes)


ORGANS = frozenset({"committee", "secretariat"})
"""What a body may have, named right behind it in Korean: 총회, 이사회, 사무국."""


def _body_of(found: list[Mention], hit: Hit, text: str) -> Mention | None:
    """The body whose organ a hit names; in Korean nothing but a blank stands between the two."""
    if hit.key not in ORGANS or text[hit.start].isascii():
        return None
    return next(
        (m for m in found if text[m.span.end : hit.start] in ("", " ") and m.span.end <= hit.start), None
    )


def readings(text: str) -> Iterator[tuple[Hit, Body]]:
    """The names that count, with their bodies."""
    hits = [(hit, listed()[int(hit.key)][1]) for hit in names().find(text)]
    sure = {body.id for _, body in hits if not body.weak} | {hit.key for hit in countries.named(text)}
    for hit, body in hits:
        weak = body.weak and not sure & {body.id, body.country}
        party = hit.end - hit.start <= LONGEST_SHORT and PARTY.match(text, hit.end)
        other = party or INSTRUMENT.match(text, hit.end)
        addressed = ADDRESSED.match(text, hit.end)
        if not (weak or other or addressed or (body.ministry and MORE_FIELDS.match(text, hit.end))):
            yield hit, body


LONGEST_SHORT = 8
"""Characters that an abbreviation has at most."""
PARTY = re.compile(r" (?:Member )?(?:States?|Part(?:y|ies))\b")
"""What follows an abbreviation that here names parties: "the EFTA States"."""
INSTRUMENT = re.compile(
    r"(?:[-–/][A-Z]\w+)?(?: [A-Z][\w-]+){0,3} (?:Agreements?|Convention|Charter|Treaty|Treaties|Protocol|FTA|"
    r"Understanding|Articles of Agreement|Covenant|Statute)\b"
    r"|[\s]?(?:설립\s?)?(?:협정|헌장|협약|조약|규약)(?=[\s,.)」』”\"의에을를이가은는과와상]|$)"
)
"""What follows a body whose name here only says which instrument is meant: "the WTO Agreement"."""
ADDRESSED = re.compile(r"\s?장관(?:\s?대리)?(?:으로부터|로부터|에게)")
"""What follows a ministry where a letter only says whom it is from or to: "외무부장관에게"."""
MORE_FIELDS = re.compile(r"(?: and| &)? (?:(?!Minist|Depart)[A-Z][a-z]|policy)")
"""What follows where a ministry's title goes on: its field is another one."""


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
        near = {hit.key for hit in countries.named(clause.text) if hit.key in owners}
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
AFTER = re.compile(r"(?:\s*\([A-Z&*-]{2,10}\))?,?\s+(?:of|OF)\s+(?:(?:the|THE)\s+)?")
OURS = re.compile(r"우리(?:나라)?의?\s*$")


def qualifier(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The country named right before or after a body's name, and the span with it (without ``of``: both
    ends)."""
    before = BEFORE.search(text, max(0, start - 40), start)
    edge = before.start() if before else start
    for hit in countries.named(text):
        if hit.end == edge and "," not in text[edge:start]:
            return hit.key, hit.start, end
    after = AFTER.match(text, end)
    for hit in countries.named(text) if after else ():
        if after and hit.start == after.end():
            return hit.key, start, hit.end
    if OURS.search(text[max(0, start - 8) : start]):
        return "kr", start, end
    return "", start, end
