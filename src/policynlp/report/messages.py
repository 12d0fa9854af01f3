"""The words of the interface, in both languages: one catalogue, ``messages.toml``.

Names of codes, areas, countries and kinds of instrument come from the tables that the other stages read, so
that a report calls a thing by one name.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from policynlp.languages import table

INTERFACE = ("en", "ko")
"""Languages that the report speaks."""

PLACE = re.compile(r"\{(\d)\}")
"""Where a message takes a value."""

Catalogue = Mapping[str, Mapping[str, str]]
"""Message by dotted key, then by language: ``{"kind.force": {"en": "Force", "ko": "구속 강도"}}``."""


def _flat(tables: Mapping[str, Any], prefix: str = "") -> dict[str, dict[str, str]]:
    messages: dict[str, dict[str, str]] = {}
    for name, value in tables.items():
        if any(isinstance(item, Mapping) for item in value.values()):
            messages |= _flat(value, f"{prefix}{name}.")
        else:
            messages[prefix + name] = dict(value)
    return messages


@cache
def catalogue() -> Catalogue:
    """Every message; ``{0}``, ``{1}`` … stand for values put in."""
    own = _flat(tomllib.loads(files("policynlp.report").joinpath("messages.toml").read_text("utf8")))
    own |= _flat(table("shared", "names"))
    tables = (
        ("area", "areas", "area"),
        ("country", "places", "country"),
        ("instrument", "instruments", "kind"),
        ("language", "facts", "language"),
    )
    for prefix, name, section in tables:
        own |= {f"{prefix}.{code}": _name(entry) for code, entry in table("shared", name)[section].items()}
    cities = table("shared", "facts")["city"].items()
    return own | {f"place.{name}": {"en": name, "ko": names[0]} for name, names in cities}


def _name(entry: Mapping[str, Any]) -> dict[str, str]:
    """The full name of a table's entry in each language: the first, where it lists several."""
    said = {language: entry[language] for language in INTERFACE}
    return {language: name if isinstance(name, str) else name[0] for language, name in said.items()}


def say(key: str, language: str, *values: object) -> str:
    """A message in a language; of a key that the catalogue lacks (a newer code), its name.

    A value may be a name in each language (an object with an attribute for each); the message takes its own.
    """
    message = catalogue().get(key, {}).get(language)
    if message is None:
        return key.partition(".")[2]
    return PLACE.sub(
        lambda found: str(getattr(values[int(found[1])], language, values[int(found[1])])), message
    )
