"""Names of elements and attributes in WordprocessingML, in the notation of ElementTree."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def w(name: str) -> str:
    """A name of the main namespace; a path is given with slashes (``pPr/numPr``)."""
    return "/".join(_W + part for part in name.split("/"))


def value(element: "_Element | None", name: str = "val") -> str:
    """An attribute, or an empty text where there is no such element or attribute."""
    return str(element.get(_W + name) or "") if element is not None else ""


def whole(element: "_Element | None", default: int, name: str = "val") -> int:
    """An attribute as a number."""
    text = value(element, name)
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 10 else default


def on(element: "_Element | None") -> bool:
    """An on-off property: on where the element stands without a value that says off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def chosen(alternate: "_Element") -> "_Element | None":
    """Of several ways to say the same, the first: reading all would repeat the text."""
    return next((child for child in alternate if isinstance(child.tag, str)), None)
