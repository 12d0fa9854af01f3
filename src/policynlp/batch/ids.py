"""Ids for a batch: readable, unique, and the same next time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import PurePath
from unicodedata import normalize

from policynlp.batch.origins import Origin

JOIN = "."
"""Between a folder's name and a document's in an id: ``kr.1999``."""
UNFIT = re.compile(r"[\s@/\\]+")
"""What an id does not have: ``@`` parts the version, slashes make a path, spaces break a command."""


def plain(name: str) -> str:
    """A name as an id can have it."""
    return UNFIT.sub("-", normalize("NFC", name)).strip("-") or "document"


def candidates(path: PurePath) -> Iterator[str]:
    """Ids for a file, the shortest first: its name, with the extension, with one folder more each time."""
    folders = [part for part in path.parts[:-1] if part != path.anchor]
    short, long = plain(path.stem), plain(path.name)
    yield short
    yield long
    for depth in range(1, len(folders) + 1):
        above = [plain(part) for part in folders[-depth:]]
        yield JOIN.join([*above, short])
        yield JOIN.join([*above, long])
    yield from (f"{long}-{number}" for number in count(2))


def assign(origins: Sequence[Origin], stored: Mapping[str, str], taken: Mapping[str, str]) -> list[str]:
    """An id for each origin: the one that it is stored under, else the shortest that no other has.

    ``stored`` has ids by place; ``taken`` the place of every id that is in the store. Two files that would
    have the same id both get a longer one, so that the order in which they come does not matter.
    """
    chosen = {place: stored[place] for place in (origin.place for origin in origins) if place in stored}
    used = set(chosen.values())
    waiting = {origin.place: candidates(origin.path) for origin in origins if origin.place not in chosen}
    offers = {place: next(offered) for place, offered in waiting.items()}
    while offers:
        asked: dict[str, list[str]] = defaultdict(list)
        for place, offer in offers.items():
            asked[offer].append(place)
        free = {
            places[0]: offer
            for offer, places in asked.items()
            if len(places) == 1 and offer not in used and taken.get(offer, places[0]) == places[0]
        }
        chosen |= free
        used |= set(free.values())
        spent = set(asked)
        offers = {place: _next(waiting[place], spent) for place in offers if place not in free}
    return [chosen[origin.place] for origin in origins]


def _next(offered: Iterator[str], spent: set[str]) -> str:
    """The next id that nobody was just refused."""
    return next(offer for offer in offered if offer not in spent)
