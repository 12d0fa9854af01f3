"""The built-in corpus and its labels as the tests of this folder see them."""

import tomllib
from typing import Any

import pytest

from policynlp.evaluate import Gold, load_gold

from . import CORPUS


@pytest.fixture(scope="session")
def manifest() -> dict[str, dict[str, Any]]:
    """The manifest's entries by document id."""
    entries = tomllib.loads((CORPUS / "manifest.toml").read_text("utf8"))["documents"]
    return {entry["id"]: entry for entry in entries}


@pytest.fixture(scope="session")
def texts(manifest: dict[str, dict[str, Any]]) -> dict[str, str]:
    """The documents' files by id."""
    return {id: (CORPUS / entry["file"]).read_text("utf8") for id, entry in manifest.items()}


@pytest.fixture(scope="session")
def gold() -> Gold:
    """The hand labels."""
    return load_gold(CORPUS / "gold")
