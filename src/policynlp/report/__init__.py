"""Write a comparison to a file: one module a format in ``formats/``.

``FORMATS["html"].render(comparison)`` gives the bytes of a self-contained page, ``FORMATS["json"]`` those of
the comparison format, ``FORMATS["docx"]`` a memo, and so on. The same comparison gives the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from policynlp.records import Comparison
from policynlp.registry import Registry


@dataclass(frozen=True, slots=True)
class Format:
    """A file format that a comparison can be written in."""

    suffix: str
    """Ending of the file's name, with its dot; unlike every other format's."""
    write: Callable[[Comparison, str], bytes]
    """The whole content of the file, told in ``en`` or ``ko`` (a format for programs holds both anyway)."""
    switchable: bool = False
    """True where the reader switches languages in the file: it opens in that of the documents."""

    def render(self, comparison: Comparison, language: str = "") -> bytes:
        """The whole content of the file; told in Korean as soon as one document is Korean, else in English,
        unless ``language`` says otherwise. Raises UnsupportedError where the format cannot hold it."""
        spoken = {analysis.document.language for analysis in comparison.documents}
        return self.write(comparison, language or ("ko" if "ko" in spoken else "en"))


FORMATS: Registry[Format] = Registry("name-report-format", "policynlp.report.formats", "FORMAT")
"""Every format by name: csv, docx, html, json, md, tracked, xlsx."""
