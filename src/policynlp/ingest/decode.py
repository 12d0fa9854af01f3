"""Bytes to text: byte order mark, declared encoding, strict UTF-8, strict CP949, then a detector."""

import codecs
import re
from dataclasses import dataclass

from policynlp.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_WANSUNG_SHARE = 0.8
"""Least share of the non-ASCII characters that a true CP949 text has inside EUC-KR. Korean texts have .99 and
more; curly quotes of Windows-1252 read as CP949 have 0, as their second byte lies outside EUC-KR."""
_LOST_SHARE = 0.05
"""Most share of unreadable characters that is still a damaged text rather than something else."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text."""

    text: str
    encoding: str
    lost: float = 0.0
    """Share of characters that the encoding could not read (they are U+FFFD in the text)."""


def decode(data: bytes, location: str, declared: str = "") -> Decoded:
    """The text of ``data``; raises UnreadableError where it is no text in any encoding."""
    found = _marked(data) or _utf16(data) or _strict(data, declared) or _damaged_korean(data)
    found = found or _detected(data) or _damaged(data)
    if found.lost > _LOST_SHARE or len(_CONTROL.findall(found.text)) > 0.01 * len(found.text):
        raise UnreadableError(location, "no-encoding")
    return found


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            return Decoded(text, encoding, _lost(text))
    return None


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark shows as a null in every other byte of its line ends and spaces."""
    sample = data[:4000]
    if sample.count(0) < len(sample) / 20:
        return None
    encoding = "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
    text = _try(data, encoding)
    return Decoded(text, encoding) if text else None


def _strict(data: bytes, declared: str) -> Decoded | None:
    for encoding in filter(None, (declared and _wider(declared), "utf-8", "cp949")):
        text = _try(data, encoding)
        if text is not None and (encoding != "cp949" or _korean(text)):
            return Decoded(text, encoding)
    return None


def _wider(declared: str) -> str:
    """CP949 holds all of EUC-KR, and pages that declare EUC-KR are written in it."""
    name = declared.strip().lower()
    return "cp949" if name in ("euc-kr", "ks_c_5601-1987", "ksc5601", "euckr") else name


def _korean(text: str) -> bool:
    special = "".join(_NOT_ASCII.findall(text))
    if not special:
        return True
    return len(special.encode("euc-kr", "ignore")) >= _WANSUNG_SHARE * 2 * len(special)


def _damaged_korean(data: bytes) -> Decoded | None:
    """A Korean text with some lost bytes: every detector returns nothing, or another alphabet, for it."""
    found = _damaged(data)
    hangul = sum("가" <= character <= "힣" for character in found.text)
    return found if hangul > 5 * found.text.count("\ufffd") else None


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    text = _try(data, best.encoding) if best else None
    return Decoded(text, best.encoding) if best and text else None


def _damaged(data: bytes) -> Decoded:
    """The text with U+FFFD wherever a byte could not be read, in the encoding that loses least."""
    read = [(data.decode(encoding, "replace"), encoding) for encoding in ("utf-8", "cp949")]
    text, encoding = min(read, key=lambda pair: _lost(pair[0]))
    return Decoded(text, encoding, _lost(text))


def _lost(text: str) -> float:
    return text.count("\ufffd") / max(1, len(text))
