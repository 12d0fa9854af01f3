"""What a page's elements are: site furniture, how deep a list item stands, and its number."""

import re
from typing import Any

_FURNITURE = frozenset({"nav", "footer", "aside", "menu"})
_CONTAINERS = frozenset({"div", "ul", "ol", "section", "header", "table", "span", "p"})
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|gnb|lnb|snb|menu|breadcrumb|footer|foot|cookie|consent|banner|related|share|sns|sidebar|side"
    r"|comment|comments|reply|login|search|pagination|paging|popup|advert|ads?|copyright|sitemap|toolbar)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_LINK_SHARE = 0.7
"""A list or division that has this share of its characters inside links leads elsewhere: navigation."""


def depth(node: Any) -> int:
    """How many lists a list item stands in."""
    found, parent = 0, node.parent
    while parent is not None:
        found += parent.tag in ("ol", "ul")
        parent = parent.parent
    return found


def number(item: Any, counts: dict[int, int]) -> str:
    """The number that a browser shows before a list item, or a bullet; ``counts`` holds each list's last."""
    parent = item.parent
    if parent is None or parent.tag != "ol":
        return "•"
    start, value = parent.attributes.get("start") or "", item.attributes.get("value") or ""
    before = counts.get(parent.mem_id, _whole(start, 1) - 1)
    counts[parent.mem_id] = _whole(value, before + 1)
    return _numeral(counts[parent.mem_id], parent.attributes.get("type") or "1")


def _whole(text: str, default: int) -> int:
    """The number in an attribute, if a list could reach it."""
    return int(text) if text.isdecimal() and len(text) < 10 else default


def _numeral(number: int, style: str) -> str:
    if style in ("a", "A") and 1 <= number <= 26:
        return f"{chr(ord(style) + number - 1)}."
    if style in ("i", "I") and 0 < number < 40:
        roman = "x" * (number // 10) + _ONES[number % 10]
        return f"{roman if style == 'i' else roman.upper()}."
    return f"{number}."


def is_furniture(node: Any, most: int) -> bool:
    """Menus, footers, cookie notices, lists of links; nothing that holds more than ``most`` characters."""
    if node.tag in _FURNITURE:
        return True
    if node.tag not in _CONTAINERS:
        return False
    attributes = node.attributes
    names = " ".join(attributes.get(name) or "" for name in ("class", "id", "role"))
    hidden = "display:none" in (attributes.get("style") or "").replace(" ", "") or "hidden" in attributes
    if hidden or _FURNITURE_NAMES.search(names):
        return len(node.text()) <= most
    return node.tag != "p" and _links_only(node)


def _links_only(node: Any) -> bool:
    """Navigation: at least three links that hold nearly all the text."""
    links = node.css("a[href]")
    if len(links) < 3:
        return False
    inside = sum(len("".join(link.text().split())) for link in links)
    return inside >= _LINK_SHARE * max(1, len("".join(node.text().split())))
