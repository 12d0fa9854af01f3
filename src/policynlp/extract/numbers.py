"""Numbers as texts write them: 3,700; one hundred and eighty; 1조 2000억; 삼십; 세."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+|[가-힣]")
"""A figure, an English word or a Korean syllable."""


def parse(text: str, tables: Mapping[str, Any]) -> Decimal | None:
    """The value of a number in figures, words or both; None where a word is not in the tables.

    ``tables`` has ``numeral`` (whole words), and for Korean ``digit``, ``place`` (십, 백, 천) and
    ``scale`` (만, 억, 조).
    """
    low = text.strip().lower()
    if low in tables["numeral"]:
        return Decimal(tables["numeral"][low])
    if (tens := _joined(low, tables["numeral"])) is not None:
        return tens
    total = section = Decimal(0)
    current: Decimal | None = None
    for token in TOKEN.findall(low):
        kind, value = _token(token, tables)
        if kind == "figure":
            current = (current or Decimal(0)) + value
        elif kind == "place":
            section += (Decimal(1) if current is None else current) * value
            current = None
        elif kind == "scale":
            section += current or Decimal(0)
            total += (section or Decimal(1)) * value
            section, current = Decimal(0), None
        elif kind == "unknown":
            return None
    return total + section + (current or Decimal(0))


def _joined(low: str, numerals: Mapping[str, Any]) -> Decimal | None:
    """The value of a numeral for tens with one for units behind it: 스물다섯; None where it is none."""
    for cut in range(1, len(low)):
        tens, units = numerals.get(low[:cut], 0), numerals.get(low[cut:], 0)
        if tens and tens % 10 == 0 and 0 < units < 10:
            return Decimal(tens + units)
    return None


def _token(token: str, tables: Mapping[str, Any]) -> tuple[str, Decimal]:
    """What a token is, and its value."""
    if token[0].isdigit():
        return "figure", Decimal(token.replace(",", ""))
    if token == "and":
        return "filler", Decimal(0)
    for name, kind in (("place", "place"), ("scale", "scale"), ("digit", "figure"), ("numeral", "figure")):
        if token in tables.get(name, {}):
            value = Decimal(tables[name][token])
            return ("place" if kind == "figure" and value in (100, 1000) else kind), value
    return "unknown", Decimal(0)


def plain(value: Decimal) -> str:
    """Without exponent and trailing zeros: ``2400000000``, ``1.5``."""
    whole = value.to_integral_value()
    return format(whole, "f") if value == whole else format(value.normalize(), "f")
