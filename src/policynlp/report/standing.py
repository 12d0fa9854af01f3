"""What the page and the terminal say of where a text came from and what it is to the agreement."""

from collections.abc import Sequence

from policynlp.records import Analysis, Bilingual, Source
from policynlp.report.lookup import Name
from policynlp.report.messages import INTERFACE, say

RETOLD = frozenset({"press", "restatement"})
"""Standings of texts in other words than the agreement's own."""
PARTS = {"domain": 3, "text": 1}
"""Kind of a basis -> how many details it has: host and the publisher's names; the words."""


def details(source: Source) -> tuple[str, tuple[str, ...]]:
    """Kind of the basis (domain, text, manifest, user; empty for none) and its details."""
    kind, _, rest = source.basis.partition(" | ")
    count = PARTS.get(kind, 0)
    return kind, tuple(rest.split(" | ", count - 1)) if count else ()


def sentence(source: Source) -> Bilingual:
    """What the text is, and what shows it: ``Official text, from mofa.go.kr (Ministry …)``."""
    kind, shown = details(source)
    values: tuple[object, ...] = (
        (shown[0], Name(*shown[1:])) if kind == "domain" and len(shown) == 3 else shown
    )
    return {
        language: say(f"standing.{source.standing}", language)
        + (say(f"basis.{kind}", language, *values) if kind else "")
        for language in INTERFACE
    }


def caution(analyses: Sequence[Analysis], index: int) -> Bilingual:
    """What to bear in mind where a text in other words is compared; empty for a text in its own."""
    standing = analyses[index].document.source.standing
    if standing not in RETOLD:
        return {}
    others = (analysis.document.source.standing for n, analysis in enumerate(analyses) if n != index)
    keys = [f"caution.{standing}", "caution.intent", *(["caution.official"] if "official" in others else [])]
    return {language: " ".join(say(key, language) for key in keys) for language in INTERFACE}
