"""Precision and recall of the facts read from a text, by kind, on the development collections.

    python bench/facts.py [--sample N] [--errors]

Gold, none of it seen by the readers:

- kr, date: the YAML head. Title and place: the promulgation, which is cut off before the text is read. Kind
  and parties (of bilateral instruments): that title, cut off as well, so that preamble, provisions and
  signature must give them.
- tota, date and parties: the ``meta`` element.
- built in: the manifest's title, kind, parties, date and place.

The second precision and recall count only gold that the text which was read has at all: many texts lack
preamble or signature, and some heads give a day or a party that stands nowhere in the text.
"""

import argparse
import os
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz import fuzz

from policynlp import ingest, pipeline, workspace
from policynlp.extract import countries
from policynlp.extract.facts import facts
from policynlp.extract.facts.instrument import head
from policynlp.extract.facts.signature import city, formulas
from policynlp.extract.facts.text import Text
from policynlp.extract.facts.title import promulgated
from policynlp.extract.names import squeeze
from policynlp.languages import table
from policynlp.records import Document, Fact

SHARED = Path(os.environ.get("POLICYNLP_SHARED") or Path(__file__).parents[2] / "shared")
SEED = 20261122
ALIKE = 90
"""Likeness from which two titles are one, percent: misprints (대국 for 대구) and a 공화국 more or less."""
ISO3 = (
    "ae:ARE af:AFG ag:ATG al:ALB am:ARM ao:AGO ar:ARG at:AUT au:AUS az:AZE ba:BIH bb:BRB bd:BGD "
    "be:BEL bf:BFA bg:BGR bh:BHR bi:BDI bj:BEN bn:BRN bo:BOL br:BRA bs:BHS bt:BTN bw:BWA by:BLR "
    "bz:BLZ ca:CAN cd:COD cf:CAF cg:COG ch:CHE ci:CIV cl:CHL cm:CMR cn:CHN co:COL cr:CRI cu:CUB "
    "cv:CPV cy:CYP cz:CZE de:DEU dj:DJI dk:DNK dm:DMA do:DOM dz:DZA ec:ECU ee:EST eg:EGY er:ERI "
    "es:ESP et:ETH fi:FIN fj:FJI fo:FRO fr:FRA ga:GAB gd:GRD ge:GEO gh:GHA gm:GMB gn:GIN gq:GNQ "
    "gr:GRC gt:GTM gw:GNB gy:GUY hk:HKG hn:HND hr:HRV ht:HTI hu:HUN id:IDN ie:IRL il:ISR in:IND "
    "iq:IRQ ir:IRN is:ISL it:ITA jm:JAM jo:JOR jp:JPN ke:KEN kg:KGZ kh:KHM ki:KIR km:COM kn:KNA "
    "kr:KOR kw:KWT kz:KAZ la:LAO lb:LBN lc:LCA li:LIE lk:LKA lr:LBR ls:LSO lt:LTU lu:LUX lv:LVA "
    "ly:LBY ma:MAR md:MDA me:MNE mg:MDG mk:MKD ml:MLI mm:MMR mn:MNG mo:MAC mr:MRT mt:MLT mu:MUS "
    "mv:MDV mw:MWI mx:MEX my:MYS mz:MOZ na:NAM ne:NER ng:NGA ni:NIC nl:NLD no:NOR np:NPL nz:NZL "
    "om:OMN pa:PAN pe:PER pg:PNG ph:PHL pk:PAK pl:POL ps:PSE pt:PRT py:PRY qa:QAT ro:ROU rs:SRB "
    "ru:RUS rw:RWA sa:SAU sb:SLB sc:SYC sd:SDN se:SWE sg:SGP si:SVN sk:SVK sl:SLE sn:SEN so:SOM "
    "sr:SUR ss:SSD sv:SLV sy:SYR sz:SWZ td:TCD tg:TGO th:THA tj:TJK tl:TLS tm:TKM tn:TUN to:TON "
    "tr:TUR tt:TTO tv:TUV tw:TWN tz:TZA ua:UKR ug:UGA uk:GBR us:USA uy:URY uz:UZB vc:VCT ve:VEN "
    "vn:VNM vu:VUT ws:WSM ye:YEM za:ZAF zm:ZMB zw:ZWE "
)
MONTHS = tuple(table("en", "quantities")["month"])[:12]
ALPHA2 = {three: two for two, three in (pair.split(":") for pair in ISO3.split())}
UNION = frozenset(re.findall("..", "atbebgcyczdedkeeesfifrgrhrhuieitltlulvmtnlplptrosesiskuk"))
"""Members that ``meta`` lists where the text may name the European Union alone."""


@dataclass
class Score:
    """Counts of one kind in one collection."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    absent: int = 0
    """Of the missed, those that the text that was read does not have."""
    doubtful: int = 0
    """Of the wrong, those of documents whose text has no gold value at all."""
    errors: list[str] = field(default_factory=list)

    def add(self, id: str, gold: set[str], read: set[str], there: set[str]) -> None:
        """Counts one document."""
        read = {next((g for g in gold if g.startswith(value)), value) for value in read}  # 1997-11 is right
        self.right += len(gold & read)
        self.wrong += len(read - gold)
        self.missed += len(gold - read)
        self.absent += len(gold - read - there)
        self.doubtful += 0 if there or gold & read else len(read - gold)
        if gold != read:
            self.errors.append(f"{id}: gold {sorted(gold)} read {sorted(read)} there {sorted(there)}")

    def line(self) -> str:
        """Number of gold values; precision and recall against all gold, then against what the texts have."""
        total, read = self.right + self.missed, self.right + self.wrong
        shares = (
            self.right / max(1, part) for part in (read, total, read - self.doubtful, total - self.absent)
        )
        return f"{total:6d} " + " ".join(f"{share:9.3f}" for share in shares)


Scores = dict[str, Score]


def values(found: Iterable[Fact], kind: str) -> set[str]:
    """Values of one kind."""
    return {fact.value for fact in found if fact.kind == kind}


def states(found: Iterable[Fact]) -> set[str]:
    """Countries that are parties, themselves or through a body."""
    named = {
        fact.value if fact.value.startswith("country.") else fact.detail
        for fact in found
        if fact.kind == "party"
    }
    return {value.removeprefix("country.") for value in named if value.startswith("country.")}


def cut(document: Document, start: int) -> Document:
    """The document without its first characters."""
    return replace(document, text=document.text[start:].lstrip(), blocks=(), title=document.id)


def has_day(text: str, day: str) -> set[str]:
    """The date, if the text holds it in figures, or its month beside a year in words."""
    year, month, number = day.split("-")
    plain, name = int(number), MONTHS[int(month) - 1]
    forms = (
        rf"{year}\s*년\s*0?{int(month)}\s*월\s*0?{plain}\s*일",
        rf"{year}\.\s*0?{int(month)}\.\s*0?{plain}\b",
        rf"(?i)\b{plain}(?:st|nd|rd|th)?\s*(?:day\s*)?(?:of\s*)?{name},?\s*(?:of\s*)?{year}",
        rf"(?i){name}\s+{plain},?\s+{year}",
        rf"(?i)day\s+of\s+{name}[^\n]{{0,40}}(?:thousand|hundred|{year})",
    )
    return {day} if any(re.search(form, text) for form in forms) else set()


def korean(document: Document, scores: Scores) -> None:
    """Scores one gazetted text."""
    found = facts(document)
    if gold := document.metadata.get("서명일자"):
        scores["date"].add(document.id, {gold}, values(found, "date"), has_day(document.text, gold))
    text = Text(document)
    quoted = promulgated(text) if text.gazette[1] else None
    if quoted is None:
        return
    title = squeezed(document.text[slice(*quoted)])
    bare = cut(document, text.gazette[1])
    read = facts(bare)
    there = {title} if title in squeezed(bare.text) else set()
    printed = {title if alike(title, squeezed(value)) else squeezed(value) for value in values(read, "title")}
    scores["title"].add(document.id, {title}, printed, there)
    places = {
        city(document.text[slice(*s.place_at)]) for s in formulas(text, "ko", "promulgation") if s.place_at
    }
    closing = {place for place in places if city_there(bare.text, place)}
    if places:
        scores["place"].add(document.id, places, values(read, "place"), closing)
    named_in_title(document, document.text[slice(*quoted)], bare, read, scores)


def named_in_title(
    document: Document, title: str, bare: Document, read: Iterable[Fact], scores: Scores
) -> None:
    """Kind and parties, read with the title cut off as well."""
    ends = [fact.end for fact in read if fact.kind == "title"]
    body = cut(bare, max(ends, default=0))
    found = facts(body)
    kind = head(title)
    if kind:
        scores["instrument"].add(
            document.id, {kind[0]}, values(found, "instrument"), values(found, "instrument")
        )
    gold = {hit.key for hit in countries.named(title)}
    if document.metadata.get("조약구분명") == "양자조약" and len(gold) > 1:
        there = {hit.key for hit in countries.named(body.text)} & gold
        scores["party"].add(document.id, gold, states(found), there)


def city_there(text: str, name: str) -> bool:
    """Whether a text names a place in the closing part."""
    return any(
        city(word.strip()) == name
        for word in re.findall(r"[가-힣]{2,8}(?=에서|,\s?\d{4}\s?년)", text[-6000:])
    )


def alike(quoted: str, printed: str) -> bool:
    """Whether a promulgation quotes a title, which it often does not do letter by letter."""
    return fuzz.ratio(quoted, printed) >= ALIKE


def squeezed(words: str) -> str:
    """Letters alone, for titles vary in blanks and marks."""
    return re.sub(r"[\W_]+", "", words)


def trade(document: Document, scores: Scores) -> None:
    """Scores one trade agreement."""
    found = facts(document)
    if gold := document.metadata.get("date_signed"):
        scores["date"].add(document.id, {gold}, values(found, "date"), has_day(document.text, gold))
    listed = document.metadata.get("parties_original", "").split("; ")
    parties = {ALPHA2.get(code, code) for code in listed if code}
    read = states(found)
    if "eu" in values(found, "party") or len(parties & UNION) >= 5:  # the Union stands for its members
        parties, read = parties - UNION, read - UNION
    there = by_noun(document.text[:6000] + "\n" + document.text[-6000:]) & parties
    scores["party"].add(document.id, parties, read, there)


def by_noun(text: str) -> set[str]:
    """Countries that a text names, adjectives (the Bulgarian language) aside."""
    named = countries.named(text)
    return {hit.key for hit in named if squeeze(text[hit.start : hit.end]) not in countries.adjectives()}


def built_in() -> Scores:
    """Scores of the built-in corpus."""
    scores: Scores = defaultdict(Score)
    for entry in workspace.builtin().values():
        found = facts(replace(pipeline.read_builtin(entry), title=entry.id))
        kind = head(entry.metadata.get("instrument", ""))
        place = entry.metadata.get("place", "")
        parties = set(re.findall(r"country\.(\w\w)", entry.metadata["parties"]))
        titles = {squeezed(value) for value in values(found, "title")}
        for name, gold, read in (
            ("title", {squeezed(entry.title)}, titles),
            ("instrument", {kind[0]} if kind else set(), values(found, "instrument")),
            ("party", parties, states(found)),
            ("date", {entry.metadata["date"]}, values(found, "date")),
            ("place", {city(place)} if place else set(), values(found, "place")),
        ):
            scores[name].add(entry.id, gold, read, gold)
    return scores


def report(name: str, scores: Scores, errors: bool) -> None:
    """Prints a table."""
    heads = ("precision", "recall", "precision", "recall of what the text has")
    print(f"{name:22s} {'gold':>6s} " + " ".join(f"{head:>9s}" for head in heads))
    for kind, score in scores.items():
        print(f"  {kind:20s} {score.line()}")
        for line in score.errors if errors else ():
            print("     ", line)


def collection(folder: str, pattern: str, sample: int) -> list[Path]:
    """Files of a collection, a fixed sample of them where one is asked for."""
    paths = sorted((SHARED / "data" / "treaties" / folder).glob(pattern))
    return sorted(random.Random(SEED).sample(paths, min(sample, len(paths)))) if sample else paths


def main() -> int:
    """Reads, scores and prints; 0 always, for the floors stand in the tests."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--sample", type=int, default=100, help="files of each collection; 0 for all")
    arguments.add_argument("--errors", action="store_true", help="list what differs from the gold")
    given = arguments.parse_args()
    for folder, pattern, score in (("kr", "*.md", korean), ("tota", "*.xml", trade)):
        scores: Scores = defaultdict(Score)
        for path in collection(folder, pattern, given.sample):
            score(ingest.read_file(path), scores)
        report(folder, scores, given.errors)
    report("built in", built_in(), given.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
