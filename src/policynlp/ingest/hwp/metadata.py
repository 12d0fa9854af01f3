"""What a file says of itself, so far as it can be believed."""

import re
from collections.abc import Mapping, Sequence

from policynlp.languages import LANGUAGES, table

_SPACE = re.compile(r"\s+")
_DATE = re.compile(r"(?:19[89]\d|20\d\d)-\d\d-\d\d")
_NAME = re.compile(r"[가-힣]{2,5}|[가-힣A-Za-z.,'()·& -]*[가-힣A-Za-z] [가-힣A-Za-z.,'()·& -]+|[가-힣]{3,20}")
"""A person's or body's name: a word of Hangul, or several words; a login (``HSK14``, ``user``) is none."""
_NAMELESS = re.compile(
    r"(?i)\b(?:user|admin|administrator|owner|unknown|windows|test)\b|사용자|관리자|홍길동"
)
_TITLE_LEAST = 4
"""Least characters of a title that the text itself bears out."""
_TITLE_MOST = 200
_TITLE_AMONG = 12
"""Pieces at the start of the text among which the title must stand."""


def titled(stated: Mapping[str, str], texts: Sequence[str]) -> str:
    """The stated title, if it names an instrument or the text's first lines bear it out; else empty.

    Hangul fills the field with the first line typed, whatever that was.
    """
    title = " ".join(stated.get("title", "").split())
    if not _TITLE_LEAST <= len(title) <= _TITLE_MOST:
        return ""
    lines = [_SPACE.sub("", text).lower() for text in texts[:_TITLE_AMONG]]
    bare = _SPACE.sub("", title).lower()
    if not any(bare in line or (line and line in bare) for line in lines):
        return ""
    names = (name for code in LANGUAGES for name in table(code, "numbering")["words"]["instruments"])
    return title if any(name in title.lower() for name in names) else ""


def believable(stated: Mapping[str, str]) -> dict[str, str]:
    """Author and day of the last change, if they look real.

    The day a file was made is left out: forms are used again for years, so it is mostly the form's.
    """
    found = {}
    author = " ".join(stated.get("author", "").split())
    if _NAME.fullmatch(author) and not _NAMELESS.search(author):
        found["author"] = author
    day = _DATE.match(stated.get("modified", ""))
    if day:
        found["modified"] = day[0]
    return found
