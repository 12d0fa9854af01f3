"""What a page shows of people's decisions, and what it needs so that a reader can decide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policynlp.decisions import SCHEMA, as_object, documented, subject
from policynlp.records import Bilingual
from policynlp.report.findings import Finding, finding
from policynlp.report.lookup import Lookup
from policynlp.report.messages import INTERFACE
from policynlp.report.review import by_difference, unmet


@dataclass(frozen=True, slots=True)
class Late:
    """A decision on a link, or one that applies to nothing here."""

    what: Bilingual
    said: Bilingual


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Decisions, as the page shows and takes them."""

    words: Mapping[str, Bilingual]
    """What was decided, by element id of the finding."""
    rejected: tuple[Finding, ...]
    late: tuple[Late, ...]
    subjects: Mapping[str, Any]
    """What a file of decisions holds before any is made on the page: schema, documents, what each finding is
    about by its element id, and the decisions that were given."""


def reviewed(lookup: Lookup) -> Reviewed:
    """The decisions on a comparison, and what can be decided on."""
    comparison = lookup.comparison
    words = {language: by_difference(comparison, language) for language in INTERFACE}
    late = {language: unmet(comparison, language) for language in INTERFACE}
    told = (*comparison.differences, *comparison.documents_differ, *comparison.common, *comparison.rejected)
    return Reviewed(
        words={
            lookup.ids[id(each)]: {language: words[language][each.id] for language in INTERFACE}
            for each in told
            if each.id in words["en"]
        },
        rejected=tuple(finding(lookup, each) for each in comparison.rejected),
        late=tuple(
            Late(
                {language: each.what for language, each in zip(INTERFACE, both, strict=True)},
                {language: each.said for language, each in zip(INTERFACE, both, strict=True)},
            )
            for both in zip(*late.values(), strict=True)
        ),
        subjects=dict(_subjects(lookup)),
    )


def _subjects(lookup: Lookup) -> Iterator[tuple[str, Any]]:
    comparison = lookup.comparison
    yield "schema", SCHEMA
    yield "documents", [documented(analysis) for analysis in comparison.documents]
    told = (*comparison.differences, *comparison.common, *comparison.rejected)
    yield "subjects", {lookup.ids[id(each)]: subject(comparison, each) for each in told}
    yield "given", [as_object(each.decision) for each in comparison.decided]
