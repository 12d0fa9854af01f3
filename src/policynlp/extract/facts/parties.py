"""Parties: who a definition, the title, the preamble or the signature block says concludes the instrument."""

from collections.abc import Iterable, Iterator

from policynlp.extract.facts.actors import Actor, actors
from policynlp.extract.facts.text import Chars, Text, compiled, part
from policynlp.languages import LANGUAGES
from policynlp.records import Fact

BILATERAL = 2
"""Parties that an instrument has at least: a place that names fewer is not where they are named."""
CONFIDENCE = {"defined": 1.0, "preamble": 1.0, "title": 1.0, "signature": 0.95, "phrase": 0.8}
"""What parties are read from, with its confidence; a party of unknown name is less sure."""
AFTER_SIGNATURE = 2500
"""Characters after the date in which the signature block names the parties."""
PHRASED = 6000
"""Characters in which a text without preamble first names its parties together; later pairs are others."""
DEFINING = 20_000
"""Characters in which a text says whom it calls its parties."""
BEGINNING = 10
"""Lines after the title among which the preamble names them."""


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """The parties, each once, from the source that says best who they are."""
    found = {
        "defined": defined(text),
        "title": titled(text, known),
        "preamble": preamble(text, known),
        "signature": signature(text, known),
    }
    found = {source: group for source, group in found.items() if len(values(group)) >= BILATERAL}
    if not found:
        found = {"phrase": phrased(text)}
    source = surest(found)
    yield from stated(text, found[source], CONFIDENCE[source])


def surest(found: dict[str, list[Actor]]) -> str:
    """The definition; else the title where it names countries; else, for it may name a group of states, who
    names most of them."""
    if "defined" in found:
        return "defined"
    title = found.get("title", [])
    if title and not bodies(title):  # the preamble stands in a clause, which can be quoted
        return "preamble" if values(found.get("preamble", [])) == values(title) else "title"
    rest = [source for source in found if values(found[source]) >= values(title) - bodies(title)]
    return max(rest, key=lambda source: len(values(found[source])) if title else -rest.index(source))


def bodies(found: Iterable[Actor]) -> set[str]:
    """Those that are no countries: a group of states may be named one by one elsewhere."""
    return {actor.value for actor in found if not actor.value.startswith("country.")}


def values(found: Iterable[Actor]) -> set[str]:
    """What the parties are."""
    return {actor.value for actor in found}


def stated(text: Text, found: list[Actor], confidence: float) -> Iterator[Fact]:
    """A fact a party, at its first place."""
    seen: set[str] = set()
    for actor in found:
        if actor.value not in seen:
            seen.add(actor.value)
            sure = round(confidence * actor.confidence, 2)
            yield text.fact("party", actor.value, actor.place, confidence=sure, detail=actor.country)


def defined(text: Text) -> list[Actor]:
    """Those whom the text says it means by its parties: “Participants” means the Ministry of … and …"""
    for code in LANGUAGES:
        end = text.gazette[1] + DEFINING
        for match in text.matches(code, "parties", "defined", text.gazette[1], end):
            found = actors(text, match.span(part(match, "names")), code)
            if len(values(found)) >= BILATERAL:
                return found
    return []


def titled(text: Text, known: tuple[Fact, ...]) -> list[Actor]:
    """Those between whom the title says that it is."""
    for fact in known:
        if fact.kind == "title":
            for code in LANGUAGES:
                match = compiled(code, "parties", "title").search(fact.text)
                if match:
                    start, end = match.span(part(match, "names"))
                    return actors(text, (fact.start + start, fact.start + end), code)
    return []


def preamble(text: Text, known: tuple[Fact, ...]) -> list[Actor]:
    """Those that the first sentence after the title names."""
    start, end = text.opening
    start = max([start, *(fact.end for fact in known if fact.kind == "title" and fact.end < end)])
    for line in text.lines(start, end)[:BEGINNING]:
        for code in LANGUAGES:
            region = (line[0], end) if code == "en" else line
            match = compiled(code, "parties", "preamble").match(text.all, *region)
            found = actors(text, match.span(part(match, "names")), code) if match else []
            if len(values(found)) >= BILATERAL:
                return found
    return []


def signature(text: Text, known: tuple[Fact, ...]) -> list[Actor]:
    """Those for whom the text is signed, after its date."""
    dated = [fact.end for fact in known if fact.kind == "date" and fact.start >= text.gazette[1]]
    start = max(dated, default=max(text.gazette[1], len(text.all) - AFTER_SIGNATURE))
    for code in LANGUAGES:
        for region in ((start, start + AFTER_SIGNATURE), (max(text.gazette[1], start - 1000), len(text.all))):
            found = signing(text, region, code)
            if len(values(found)) >= BILATERAL:
                return found
    return []


def signing(text: Text, region: Chars, code: str) -> list[Actor]:
    """Those named in the lines of a signature block."""
    found: list[Actor] = []
    for match in text.matches(code, "parties", "signature", *region):
        found += actors(text, match.span(part(match, "names")), code, unknown=False)
    return found


def phrased(text: Text) -> list[Actor]:
    """Those whom the text first names together: between the Government of … and the Government of …"""
    for code in LANGUAGES:
        end = text.gazette[1] + PHRASED
        for match in text.matches(code, "parties", "phrase", text.gazette[1], end):
            found = actors(text, match.span(part(match, "names")), code, unknown=False)
            if len(values(found)) == BILATERAL:
                return found
    return []
