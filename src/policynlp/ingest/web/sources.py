"""Which official texts there are and where: the shipped list, and what a workspace adds to it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policynlp.errors import PolicyNLPError
from policynlp.messages import SPOKEN
from policynlp.workspace import Workspace, shipped

FILE = "sources.toml"


@dataclass(frozen=True, slots=True)
class OfficialText:
    """One official text."""

    id: str
    """Id that it is stored under."""
    title: str
    date: str
    """ISO 8601."""
    language: str
    """ISO 639-1 code."""
    issuer: Mapping[str, str]
    """Who issued it, by language of the reader."""
    address: str = ""
    """Where it is fetched; empty where no address is known."""
    where: str = ""
    """Site or page to search, where no address is known."""

    @property
    def metadata(self) -> dict[str, str]:
        """What the list says of the text, as a document's metadata."""
        return {"date": self.date, **{f"issuer.{code}": name for code, name in self.issuer.items()}}


def official_texts(home: Workspace | None) -> dict[str, OfficialText]:
    """Every listed text by id: the shipped list, then a workspace's own. Raises PolicyNLPError."""
    places = [shipped("corpus") / FILE, *([home.root / "corpus" / FILE] if home else [])]
    return {one.id: one for place in places if place.is_file() for one in read(place)}


def read(place: Path) -> list[OfficialText]:
    """The texts that a file lists; raises PolicyNLPError that names what is wrong in it."""
    try:
        entries = tomllib.loads(place.read_text("utf8")).get("sources", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PolicyNLPError("sources-broken", place=place, error=error) from error
    if not isinstance(entries, list):
        raise PolicyNLPError("sources-entry", place=place, number=1)
    return [_entry(entry, place, number) for number, entry in enumerate(entries, 1)]


def _entry(entry: Any, place: Path, number: int) -> OfficialText:
    """An entry; ``id``, ``title`` and an ``address`` or ``where`` are needed, ``issuer`` may be one name."""
    given = entry if isinstance(entry, dict) else {}
    fields = {name: given.get(name, "") for name in ("id", "title", "date", "language", "address", "where")}
    named = given.get("issuer", {})
    issuer: dict[str, Any] = named if isinstance(named, dict) else dict.fromkeys(SPOKEN, named)
    fit = all(isinstance(value, str) for value in (*fields.values(), *issuer.values()))
    if not (fit and fields["id"] and fields["title"] and (fields["address"] or fields["where"])):
        raise PolicyNLPError("sources-entry", place=place, number=number)
    return OfficialText(**fields, issuer=issuer)
