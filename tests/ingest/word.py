"""Word files put together from raw XML, so that tests show exactly what stands in them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from policynlp.ingest import read_file
from policynlp.records import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_ROOTS = {"numbering": "numbering", "styles": "styles", "header": "hdr", "footer": "ftr"}


def links(targets: Mapping[str, str]) -> str:
    """A relationship part: targets by the last word of their type."""
    rows = "".join(
        f'<Relationship Id="r{place}" Type="{_R}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def parts(body: str, core: str = "", **others: str) -> dict[str, str]:
    """The parts of a file with a body; others (numbering, styles, footnotes …) by the name of their kind."""
    found = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": links(
            {"officeDocument": "word/document.xml"}
            | ({"metadata/core-properties": "docProps/core.xml"} if core else {})
        ),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": links({kind: f"{kind}.xml" for kind in others}),
    }
    for kind, content in others.items():
        root = _ROOTS.get(kind, kind)
        found[f"word/{kind}.xml"] = f"<w:{root} {_SPACES}>{content}</w:{root}>"
    if core:
        found["docProps/core.xml"] = core
    return found


def zipped(found: Mapping[str, str | bytes]) -> bytes:
    """The parts as a file."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in found.items():
            package.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **others: str) -> bytes:
    """A Word file with a body."""
    return zipped(parts(body, **others))


def p(text: str = "", style: str = "", num: str = "", properties: str = "", raw: str = "") -> str:
    """A paragraph; ``num`` is list and level (``2:0``), ``raw`` are runs as XML after the text."""
    number, _, level = num.partition(":")
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        inside += f'<w:numPr><w:ilvl w:val="{level or 0}"/><w:numId w:val="{number}"/></w:numPr>'
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{inside}{properties}</w:pPr>{run}{raw}</w:p>"


def level(place: int, text: str, format: str = "decimal", start: int = 1, more: str = "") -> str:
    """A level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(name: int, *levels: str, more: str = "") -> str:
    """A list definition."""
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def number(name: int, of: int, overrides: str = "") -> str:
    """A list that counts in a definition."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def style(id: str, name: str, properties: str = "", based: str = "", kind: str = "paragraph") -> str:
    """A style; ``properties`` are those of its paragraphs."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row; a cell that is no XML becomes one paragraph."""
    inside = "".join(cell if cell.startswith("<w:tc>") else tc(p(cell)) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def read(folder: Path, body: str, **others: str) -> Document:
    """What is read of a file with this body and these other parts."""
    path = folder / "a.docx"
    path.write_bytes(docx(body, **others))
    return read_file(path)


def labels(folder: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    """The label of every block."""
    found = read(folder, body, numbering=numbering, **({"styles": styles} if styles else {}))
    return [block.label for block in found.blocks]
