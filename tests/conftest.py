"""Fixtures for all tests."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")
"""No example fails for being slow: the time it takes tells how busy the machine is (speed: bench/)."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of development data outside the project; tests that need it skip where it is missing."""
    place = Path(os.environ.get("POLICYNLP_SHARED") or Path(__file__).parents[2] / "shared")
    if not place.is_dir():
        pytest.skip(f"no development data at {place} (set POLICYNLP_SHARED)")
    return place
