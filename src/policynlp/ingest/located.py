"""Text nodes of a markup parser, led back to their places in the source that the parser does not tell."""

import html
import re

from policynlp.ingest.traced import Traced

_TAGS = re.compile(
    r"<!--.*?-->|<!\[CDATA\[|\]\]>|<\?.*?\?>|<[/!]?[a-zA-Z][^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*>",
    re.DOTALL,
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_NEWLINES = re.compile(r"\r\n?")


class Locator:
    """Finds text nodes, given in document order, in the source: tags taken out, references read."""

    def __init__(self, source: str) -> None:
        self._source = source
        bare = Traced.of(source).sub(_NEWLINES, "\n").sub(_TAGS, "\0")
        self._bare = bare.sub(_REFERENCE, lambda match: html.unescape(match[0]))
        self._next = 0

    def take(self, text: str) -> Traced:
        """The next place of a text node; one that the parser changed stands where the last one ended."""
        place = self._bare.text.find(text, self._next)
        if place < 0:
            here = self._bare.at[min(self._next, len(self._bare) - 1)] if len(self._bare) else 0
            return Traced.of(text).at_place(here)
        self._next = place + len(text)
        return self._bare.cut(place, self._next)

    def attribute(self, value: str) -> Traced:
        """The value of an attribute of the element that comes next; it stands before that element's text."""
        here = self._bare.at[self._next - 1] if self._next else 0
        place = self._source.find(value, here)
        return Traced.of(value, place) if place >= 0 else Traced.of(value).at_place(here)
