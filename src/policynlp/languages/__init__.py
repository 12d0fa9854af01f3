"""What the tool knows of each language: a spaCy pipeline builder and TOML tables, one folder a language.

A folder ``CODE/`` holds ``__init__.py`` with ``build() -> spacy.Language`` (tokenizer, tagger, parser; no
policynlp component) and ``NAME.toml`` tables. A table that a language lacks raises UnsupportedError: that is
"not supported in ko", never "nothing found".
"""

import importlib
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from policynlp.errors import UnknownNameError, UnsupportedError

if TYPE_CHECKING:
    from spacy.language import Language

LANGUAGES = ("en", "ko")
"""Codes of the languages with tables; the aligner also takes others that the encoder knows."""

NAMES = {"en": {"en": "English", "ko": "영어"}, "ko": {"en": "Korean", "ko": "한국어"}}
"""Name of each language in each language."""


def require(code: str) -> str:
    """``code`` if it is supported; raises UnknownNameError that lists those that are."""
    if code not in LANGUAGES:
        raise UnknownNameError("name-language", code, LANGUAGES)
    return code


def known(code: str) -> str:
    """``code`` if it is a language's (ISO 639-1), with tables or without; raises UnknownNameError else."""
    codes = table("shared", "facts")["language"]
    if code not in codes:
        raise UnknownNameError("name-language", code, codes)
    return code


@cache
def table(code: str, name: str) -> dict[str, Any]:
    """The TOML table ``name`` of a language; ``shared`` as code holds what all languages have in common.

    Raises UnsupportedError where the language has no such table.
    """
    place = files("policynlp.languages").joinpath(code, f"{name}.toml")
    if not place.is_file():
        raise UnsupportedError("no-table", name=name, language=code)
    return tomllib.loads(place.read_text("utf8"))


def build(code: str) -> "Language":
    """A new bare spaCy pipeline of a language (seconds to load: keep it)."""
    module = importlib.import_module(f"policynlp.languages.{require(code)}")
    pipeline: Language = module.build()
    return pipeline


def unread(metadata: Mapping[str, str]) -> Mapping[str, str]:
    """What to tell a reader about clauses in languages without tables; empty where there are none.

    ``extract`` leaves their codes in the metadata's ``extraction`` ("not supported in es").
    """
    said = metadata.get("extraction", "")
    if not said:
        return {}
    codes = said.removeprefix("not supported in ")
    return {
        "en": f"Commitments, bodies, figures and conditions are not supported in {codes}: "
        "none were read, which does not mean that there are none.",
        "ko": f"약속, 기관, 수치, 조건의 추출은 {codes} 언어를 지원하지 않습니다. "
        "읽지 않은 것이며, 없다는 뜻이 아닙니다.",
    }
