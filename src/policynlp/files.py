"""Files that appear under their name whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def draft(place: Path) -> Iterator[Path]:
    """A path beside ``place`` to write to; it takes the place's name when the block ends, and is gone where
    the block fails. The folder is made. A link is followed; a device or a pipe is written to as it is."""
    target = Path(os.path.realpath(place))
    if target.exists() and not target.is_file():
        yield target
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        yield half
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def write_whole(place: Path, content: bytes) -> None:
    """Write a file, on the disk before it takes its name. Raises OSError where it cannot be written."""
    with draft(place) as half, half.open("wb") as file:
        file.write(content)
        file.flush()
        if half.is_file():
            os.fsync(file.fileno())
