"""What was fetched is kept as it was sent, under its hash."""

import os
from pathlib import Path

from policynlp.ingest.web.fetching import Fetched


def keep(fetched: Fetched, folder: Path) -> Path:
    """Store the bytes as ``SHA256.ext`` and give the place back; bytes that are there already stay.

    The file appears under its name only when it is whole. Raises OSError where it cannot be written.
    """
    place = folder / (fetched.sha256 + Path(fetched.name).suffix)
    if place.exists():
        return place
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f".{fetched.sha256}.{os.getpid()}.half"
    try:
        with half.open("wb") as file:
            file.write(fetched.data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)
    return place
