"""The parts of a DOCX, each proved whole: what is damaged or missing is named, not passed over."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from policynlp.errors import UnreadableError
from policynlp.ingest.docx.names import w
from policynlp.ingest.zipped import members

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
"""Namespaces of the strict standard, which say the same as the common ones."""
_COMMON = rb"http://schemas.openxmlformats.org/\1/2006/"
_XML = re.compile(r".*\.(?:xml|rels)", re.DOTALL)
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Package:
    """The main part and those that it points at, by the last word of the relationship's type."""

    document: "_Element"
    parts: Mapping[str, tuple["_Element", ...]] = field(default_factory=dict)
    """``numbering``, ``styles``, ``footnotes``, ``header`` …; ``core-properties`` of the whole file."""

    def part(self, kind: str) -> "_Element | None":
        """The part of a kind that a document has one of."""
        return next(iter(self.parts.get(kind, ())), None)


def opened(data: bytes, location: str) -> Package:
    """The parts of a DOCX; raises UnreadableError that names the part that is damaged or missing."""
    roots = _roots(members(data, location, _XML), location)
    main = next((target for kind, target in _related("", roots) if kind == "officeDocument"), "")
    if main not in roots or roots[main].tag != w("document"):
        raise UnreadableError(location, "docx-no-document")
    parts: dict[str, tuple[_Element, ...]] = {}
    for kind, target in (*_related(main, roots), *_related("", roots)):
        if target in roots:
            parts[kind] = (*parts.get(kind, ()), roots[target])
    return Package(roots[main], parts)


def _roots(found: Mapping[str, bytes], location: str) -> dict[str, "_Element"]:
    """Every XML part as an element; every XML part that one of them points at must be there."""
    strict = any(_STRICT.search(part) for name, part in found.items() if name.endswith(".rels"))
    roots = {
        name: _root(_STRICT.sub(_COMMON, part) if strict else part, name, location)
        for name, part in found.items()
    }
    for name in roots:
        targets = (target for _, target in _related(name, roots) if target.endswith(".xml"))
        missing = [target for target in targets if target not in found]
        if missing:
            raise UnreadableError(location, "docx-missing", part=missing[0])
    return roots


def _root(part: bytes, name: str, location: str) -> "_Element":
    from lxml import etree

    if any(doctype in part for doctype in _DOCTYPES):
        raise UnreadableError(location, "docx-doctype", part=name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(location, "zip-part", part=name) from error


def _related(name: str, roots: Mapping[str, "_Element"]) -> Iterator[tuple[str, str]]:
    """Kind and name of the parts inside the package that a part points at; the whole file has no name."""
    folder, _, file = name.rpartition("/")
    links = roots.get(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    for one in links if links is not None else ():
        target = unquote(one.get("Target") or "").partition("#")[0]
        if one.get("TargetMode") != "External" and target and target != "NULL":
            kind = (one.get("Type") or "").rpartition("/")[2]
            yield kind, normpath(join("/", dirname(name), target)).lstrip("/")
