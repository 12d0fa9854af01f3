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


def assign(origins: Sequence[Origin], stored: Mapping[str, str], taken: Mapping[str, str]) -> list[str]:
    """An id for each origin: the one that it is stored under, else the shortest that no other has.

    ``stored`` has ids by place; ``taken`` the place of every id that is in the store. Two files that would
    have the same id both get a longer one, so that the order in which they come does not matter.
    """
    chosen = {place: stored[place] for place in (origin.place for origin in origins) if place in stored}
    used = set(chosen.values())
    waiting = {origin.place: candidates(origin.path) for origin in origins if origin.place not in chosen}
    names = {origin.place: plain(origin.path.name) for origin in origins}
    offers = _offers(waiting, set())
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
        waiting = {place: offered for place, offered in waiting.items() if place not in free}
        offers = _offers(waiting, set(asked))
    for place in sorted(names.keys() - chosen.keys()):  # names that differ only in what ids do not have
        numbered = (f"{names[place]}-{number}" for number in count(2))
        chosen[place] = next(id for id in numbered if id not in used and id not in taken)
        used.add(chosen[place])
    return [chosen[origin.place] for origin in origins]


def _offers(waiting: Mapping[str, Iterator[str]], spent: set[str]) -> dict[str, str]:
    """The next id for each place that nobody was just refused; none for a place without more."""
    offers = {
        place: next((id for id in offered if id not in spent), "") for place, offered in waiting.items()
    }
    return {place: offer for place, offer in offers.items() if offer}
