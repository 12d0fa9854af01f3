"""HWPX: a zip of XML files; sections are read wherever they stand, with or without a manifest."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from policynlp.errors import UnreadableError
from policynlp.ingest.hwp.glyphs import bullet
from policynlp.ingest.hwp.model import Content, HeadKind, Level, Section, Shape, Sheet
from policynlp.ingest.hwp.section import local, read_section
from policynlp.ingest.zipped import members

if TYPE_CHECKING:
    from lxml.etree import _Element

_SECTION = re.compile(r"(?:.*/)?section(\d+)\.xml", re.IGNORECASE)
_WANTED = re.compile(r"(?:.*/)?(?:section\d+\.xml|header\.xml|content\.hpf|manifest\.xml)", re.IGNORECASE)
_HEADS: dict[str, HeadKind] = {"OUTLINE": "outline", "NUMBER": "number", "BULLET": "bullet"}


def read_package(data: bytes, location: str) -> Content:
    """The document of a package; raises UnreadableError where there is no section in it that can be read."""
    parts = members(data, location, _WANTED)
    _check_password(parts, location)
    sections = sorted((int(match[1]), name) for name in parts if (match := _SECTION.fullmatch(name)))
    if not sections:
        raise UnreadableError(location, "hwp-no-section")
    header = _part(parts, "header.xml")
    manifest = _part(parts, "content.hpf")
    return Content(
        _sheet(parsed(header, location)) if header else Sheet(),
        tuple(_section(parts[name], location) for _, name in sections),
        _stated(parsed(manifest, location)) if manifest else {},
    )


def parsed(data: bytes, location: str) -> "_Element":
    """The root of an XML part, with nothing loaded from outside; a DOCTYPE is refused."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = " ".join(str(error).split(", line")[0].split())
        raise UnreadableError(location, "xml-broken", error=reason) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(location, "xml-doctype")
    return root


def _part(parts: Mapping[str, bytes], name: str) -> bytes:
    return next((data for path, data in parts.items() if path.lower().rsplit("/", 1)[-1] == name), b"")


def _check_password(parts: Mapping[str, bytes], location: str) -> None:
    manifest = _part(parts, "manifest.xml")
    if b"encryption-data" in manifest:
        raise UnreadableError(location, "hwp-password")


def _section(data: bytes, location: str) -> Section:
    return read_section(parsed(data, location))


def _sheet(root: "_Element") -> Sheet:
    shapes: dict[int, Shape] = {}
    numberings: dict[int, tuple[Level, ...]] = {}
    bullets: dict[int, str] = {}
    styles: dict[int, str] = {}
    for element in root.iter("{*}paraPr", "{*}numbering", "{*}bullet", "{*}style"):
        id = whole(element.get("id"))
        if local(element) == "paraPr":
            shapes[id] = _shape(element)
        elif local(element) == "numbering":
            numberings[id] = _levels(element)
        elif local(element) == "bullet":
            bullets[id] = bullet(element.get("char", ""))
        elif element.get("type", "PARA") == "PARA":
            styles[id] = element.get("name") or element.get("engName") or ""
    return Sheet(shapes, numberings, bullets, styles)


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of an attribute."""
    return int(text) if text and re.fullmatch(r"-?\d{1,10}", text) else default


def _shape(element: "_Element") -> Shape:
    heading = next(element.iter("{*}heading"), None)
    kind = _HEADS.get(heading.get("type", "")) if heading is not None else None
    if heading is None or kind is None:
        return Shape()
    return Shape(kind, whole(heading.get("idRef")), whole(heading.get("level")))


def _levels(element: "_Element") -> tuple[Level, ...]:
    heads = {whole(head.get("level")): head for head in element.iter("{*}paraHead")}
    return tuple(
        Level(
            (heads[level].text or "").strip(),
            heads[level].get("numFormat", "DIGIT"),
            whole(heads[level].get("start"), 1),
        )
        if level in heads
        else Level(f"^{level}.", "DIGIT")
        for level in range(1, max(heads, default=0) + 1)
    )


def _stated(root: "_Element") -> dict[str, str]:
    """Title, author and day of the last change from the package's metadata."""
    found: dict[str, str] = {}
    names = {"creator": "author", "ModifiedDate": "modified"}
    for element in root.iter("{*}title", "{*}meta"):
        name = "title" if local(element) == "title" else names.get(element.get("name", ""), "")
        if name and (element.text or "").strip():
            found.setdefault(name, (element.text or "").strip())
    return found
