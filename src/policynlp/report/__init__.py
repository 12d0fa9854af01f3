"""Write a comparison to a file: one module a format in ``formats/``.

``FORMATS["html"].render(comparison)`` gives the bytes of a self-contained page, ``FORMATS["json"]`` those of
the comparison format, ``FORMATS["csv"]`` a table for a spreadsheet. The same comparison gives the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from policynlp.records import Comparison
from policynlp.registry import Registry


@dataclass(frozen=True, slots=True)
class Format:
    """A file format that a comparison can be written in."""

    suffix: str
    """Ending of the file's name, with its dot."""
    render: Callable[[Comparison], bytes]
    """The whole content of the file."""


FORMATS: Registry[Format] = Registry("name-report-format", "policynlp.report.formats", "FORMAT")
"""Every format by name: csv, html, json."""
