"""One self-contained HTML page: style, script and data inside, no request, readable from file://."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup

from policynlp.records import Bilingual, Comparison
from policynlp.report import Format
from policynlp.report.lookup import Name
from policynlp.report.messages import catalogue, say
from policynlp.report.pieces import visible
from policynlp.report.review import KINDS
from policynlp.report.view import Page, page

if TYPE_CHECKING:
    from jinja2 import Environment

Item = TypeVar("Item")

AT_ONCE = 60
"""Findings or rows that stand on the page from the start: more than the longest screen shows."""
PART = 50
"""Findings or rows that the script brings in at a time: 10 to 20 ms, so that the page keeps answering."""
SCRIPTED = ("filter.shown", "filter.search", "finding.copied", "finding.copy_failed")
"""Messages that only the script says."""
LINE_END = re.compile(r"(?<=[>}])\n(?=[<{])")
"""Between an element or tag of a template and the next."""


@cache
def _part(name: str) -> str:
    """A file of ``templates/``."""
    return files("policynlp.report").joinpath("templates", name).read_text("utf8")


def _template(name: str) -> str:
    """A template without the line ends between its elements: a browser makes a node of each, and a long
    report would have a hundred thousand."""
    return LINE_END.sub("", _part(name))


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def shown(value: object) -> object:
    """What the template writes: plain text with its invisible characters written out, markup as it is."""
    return visible(value) if type(value) is str else value


def parts(items: Sequence[Item]) -> Iterator[list[tuple[int, Item]]]:
    """The items with their numbers, those that stand on the page from the start, then parts of the rest.

    The page keeps each later part in a ``noscript`` element: one text to a browser with a script, which
    brings it in while it has nothing else to do, and plain markup to one without.
    """
    numbered = list(enumerate(items, start=1))
    yield numbered[:AT_ONCE]
    for start in range(AT_ONCE, len(numbered), PART):
        yield numbered[start : start + PART]


def policy(style: str, script: str) -> str:
    """A content security policy that lets this very style and this very script run, and nothing load."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf8")).digest()).decode("ascii")


class Speaker:
    """Message functions for the template: each writes a text in the opening language, with what the script
    needs to say it in the other. The same words come thousands of times, so what was written is kept."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.keys: set[str] = set()
        self._written: dict[tuple[object, ...], Markup] = {}

    def option(self, key: str, *values: object) -> Markup:
        """Attributes and content of an element that holds a message and nothing else."""
        written = self._written.get((key, *values))
        if written is None:
            self.keys.add(key)
            said = visible(say(key, self.language, *values))
            written = Markup('data-t="{}"{}>{}').format(visible(key), _values(values), said)
            self._written[key, *values] = written
        return written

    def text(self, key: str, *values: object) -> Markup:
        """An element that holds a message."""
        return Markup("<span ") + self.option(key, *values) + Markup("</span>")

    def attribute(self, name: str, key: str, *values: object) -> Markup:
        """An attribute that holds a message."""
        self.keys.add(key)
        said = visible(say(key, self.language, *values))
        return Markup('{}="{}" data-ta="{}" data-tk="{}"{}').format(name, said, name, key, _values(values))

    @staticmethod
    def both(message: Bilingual) -> Markup:
        """A message of the comparison: its sentence in each language, of which the page shows one; a sentence
        that is there in one language only, or alike in both, shows always."""
        said = {language: visible(text) for language, text in sorted(message.items()) if text}
        if len(said) > 1 and len(set(said.values())) == 1:
            return Markup("<span>{}</span>").format(next(iter(said.values())))
        switched = Markup(' data-ui="{}"') if len(said) > 1 else Markup("")
        return Markup("").join(
            Markup('<span lang="{}"{}>{}</span>').format(language, switched.format(language), text)
            for language, text in said.items()
        )


def _values(values: tuple[object, ...]) -> Markup:
    """The attribute that keeps a message's values."""
    listed = json.dumps([_spoken(value) for value in values], ensure_ascii=False)
    return Markup(' data-v="{}"').format(listed) if values else Markup("")


def _spoken(value: object) -> str | dict[str, str]:
    """A value as the script puts it in: a name by language, everything else as it is."""
    if isinstance(value, Name):
        return {language: visible(name) for language, name in value._asdict().items()}
    return visible(str(value))


def _data(made: Page, keys: Iterable[str]) -> Mapping[str, object]:
    """What the script needs: the messages on the page, and the documents to cite."""
    return {
        "messages": {key: catalogue()[key] for key in (*keys, *SCRIPTED) if key in catalogue()},
        "totals": {"findings": len(made.findings) + len(made.minor), "rows": len(made.rows)},
        "documents": [
            {"id": visible(head.id), "title": visible(head.title), "sha256": head.sha256}
            for head in made.heads
        ],
    }


def headline(made: Page) -> tuple[str | Name, ...]:
    """Message key and values of the page's title."""
    shorts = tuple(head.short for head in made.heads)
    return ("ui.title", *shorts) if len(shorts) == 2 else ("ui.title_many", str(len(shorts)))


def _style(made: Page) -> str:
    """The style of the page; more documents need some more."""
    return _part("report.css") + _part("review.css") + (_part("family.css") if made.family else "")


def render(comparison: Comparison, language: str) -> bytes:
    """The page in UTF-8, opening in ``language``; the same comparison gives the same bytes."""
    made = page(comparison, language)
    style, script = _style(made), _part("report.js") + _part("review.js")
    speaker = Speaker(made.language)
    text = (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=made,
            data=lambda: _data(made, speaker.keys),  # called last, when every key is known
            style=style,
            script=script,
            policy=policy(style, script),
            headline=headline(made),
            t=speaker.text,
            o=speaker.option,
            a=speaker.attribute,
            both=speaker.both,
            parts=parts,
            kinds=KINDS,
            say=say,
        )
    )
    return text.encode("utf8", "replace")


FORMAT = Format(".html", render, switchable=True)
