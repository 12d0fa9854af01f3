"""What was fetched is kept as it was sent, under its hash."""

from pathlib import Path

from policynlp.files import write_whole
from policynlp.ingest.web.fetching import Fetched


def keep(fetched: Fetched, folder: Path) -> Path:
    """Store the bytes as ``SHA256.ext`` and give the place back; bytes that are there already stay.

    The file appears under its name only when it is whole. Raises OSError where it cannot be written.
    """
    place = folder / (fetched.sha256 + Path(fetched.name).suffix)
    if place.exists():
        return place
    write_whole(place, fetched.data)
    return place
