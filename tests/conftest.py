"""Fixtures for all tests."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of development data outside the project; tests that need it skip where it is missing."""
    place = Path(os.environ.get("POLICYNLP_SHARED") or Path(__file__).parents[2] / "shared")
    if not place.is_dir():
        pytest.skip(f"no development data at {place} (set POLICYNLP_SHARED)")
    return place
