"""Records of an HWP 5 stream as a tree: each lies under the last one of a lower level."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from policynlp.errors import UnreadableError

_MOST = 2_000_000
"""Records of a stream: a statute of 1,000 pages has about 400,000."""
_DEEPEST = 120
"""Levels: a table inside a table takes two, a text box three."""


@dataclass(slots=True)
class Record:
    """A record and those under it."""

    tag: int
    data: bytes
    under: "list[Record]" = field(default_factory=list)


def records(data: bytes, location: str) -> Iterator[tuple[int, Record]]:
    """``(level, record)`` in order; UnreadableError where a record is cut off or there are too many."""
    from hwp2md.errors import Hwp2mdError
    from hwp2md.hwp5.records import iter_records

    try:
        for count, found in enumerate(iter_records(data)):
            if count >= _MOST or found.level > _DEEPEST:
                raise UnreadableError(location, "hwp-too-many", records=_MOST, levels=_DEEPEST)
            yield found.level, Record(found.tag_id, found.payload)
    except Hwp2mdError as error:
        raise UnreadableError(location, "hwp-broken", error=str(error)) from error


def tree(data: bytes, location: str) -> list[Record]:
    """The records of the first level, with those under them."""
    root = Record(0, b"")
    open_ = [root]
    for level, record in records(data, location):
        del open_[level + 1 :]
        open_[-1].under.append(record)
        open_.append(record)
    return root.under
