"""Every sentence that the command line says, by code, in English and Korean: ``messages.toml``."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

SPOKEN = ("en", "ko")
"""Languages that messages come in."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A detail of a message that is itself a message: said in the language of the whole."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


@cache
def table() -> dict[str, dict[str, str]]:
    """Texts by code, then by language; ``{names}`` in them are filled from the details."""
    return tomllib.loads(files("policynlp").joinpath("messages.toml").read_text("utf8"))


def said(code: str, language: str, /, **details: Any) -> str:
    """The sentence of a code with its details filled in; raises KeyError for an unknown code or detail."""
    words = {
        name: said(value.code, language, **value.details) if isinstance(value, Phrase) else value
        for name, value in details.items()
    }
    return table()[code][language].format(**words)


def spoken() -> str:
    """Language of messages: POLICYNLP_LANGUAGE, else the locale's, else ``en``."""
    named = ("POLICYNLP_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((value for value in map(os.environ.get, named) if value), "en")
    return "ko" if chosen.lower().startswith("ko") else "en"
