"""The whole page as plain values: all that the template needs, nothing it has to work out."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policynlp.records import Comparison
from policynlp.report.areas import AreaRow, area_rows
from policynlp.report.clauses import RowView, row_views
from policynlp.report.family import Family, family
from policynlp.report.findings import Finding, finding
from policynlp.report.glance import GlanceRow, glance
from policynlp.report.heads import Head, head
from policynlp.report.lookup import Lookup, Name, look_up
from policynlp.report.reviewed import Reviewed, reviewed
from policynlp.report.ribbon import Ribbon, ribbon

BRIEF = 6
"""Sentences in each list of the first screen."""
ALIKE = 3
"""Sentences of one kind among them at most: of texts that share little, all would say what only one says."""
FIRST_SHOWN = 15
"""Findings on the page before "show more": what matters most stands among them, and they can be read."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term and the translation that a document gives it."""

    term: str
    term_language: str
    gloss: str
    gloss_language: str
    document: Name
    target: str


@dataclass(frozen=True, slots=True)
class Page:
    """A report."""

    language: str
    """Language that the interface opens in."""
    brief: int
    """Sentences in the list of what is shared on the first screen."""
    foremost: tuple[Finding, ...]
    """The weightiest findings for the first screen."""
    first_shown: int
    """Findings to show before "show more"."""
    heads: tuple[Head, ...]
    findings: tuple[Finding, ...]
    """Those that matter, the weightiest first."""
    minor: tuple[Finding, ...]
    common: tuple[Finding, ...]
    documents_differ: tuple[Finding, ...]
    glance: tuple[GlanceRow, ...]
    """The documents as wholes, topic by topic."""
    areas: tuple[AreaRow, ...]
    ribbon: Ribbon
    rows: tuple[RowView, ...]
    terms: tuple[Term, ...]
    generator: tuple[tuple[str, str], ...]
    reviewed: Reviewed
    """What people decided, and what they can decide on."""
    family: Family | None = None
    """What only a page of more than two documents has."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of difference on the page, in order of weight."""
        return tuple(dict.fromkeys(each.kind for each in self.findings + self.minor))

    @property
    def counts(self) -> Mapping[str, Counter[str]]:
        """Findings by kind, rows by area and by side: what each filter would show."""
        return {
            "kind": Counter(each.kind for each in self.findings + self.minor),
            "area": Counter(area for row in self.rows for area in row.areas),
            "side": Counter(row.where for row in self.rows),
        }

    @property
    def area_codes(self) -> tuple[str, ...]:
        """Areas on the page, the largest first."""
        return tuple(row.area for row in self.areas)


def page(comparison: Comparison, language: str) -> Page:
    """Everything a page shows of a comparison; it opens in ``language``."""
    lookup = look_up(comparison)
    findings = {lookup.ids[id(each)]: finding(lookup, each) for each in comparison.differences}
    common = tuple(finding(lookup, each) for each in comparison.common)
    documents_differ = tuple(finding(lookup, each) for each in comparison.documents_differ)
    areas = area_rows(lookup)
    return Page(
        language=language,
        brief=BRIEF,
        foremost=_foremost([each for each in findings.values() if each.material]),
        first_shown=FIRST_SHOWN,
        heads=tuple(head(lookup, index) for index in range(len(comparison.documents))),
        findings=tuple(each for each in findings.values() if each.material),
        minor=tuple(each for each in findings.values() if not each.material),
        common=common,
        documents_differ=documents_differ,
        areas=areas,
        glance=glance(lookup, documents_differ, areas),
        ribbon=ribbon(lookup),
        rows=row_views(lookup, findings),
        terms=_terms(lookup),
        generator=generator(comparison),
        reviewed=reviewed(lookup),
        family=family(lookup, tuple(findings.values()), (*common, *documents_differ)),
    )


def _foremost(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The weightiest findings, few of one kind; where there are no others, more of it."""
    seen: Counter[str] = Counter()
    late = []
    for each in findings:
        seen[each.kind] += 1
        late.append(seen[each.kind] > ALIKE)
    chosen = sorted(range(len(findings)), key=lambda place: (late[place], place))[:BRIEF]
    return tuple(findings[place] for place in sorted(chosen))


def _terms(lookup: Lookup) -> tuple[Term, ...]:
    return tuple(
        Term(
            term=pair.term,
            term_language=pair.term_language,
            gloss=pair.gloss,
            gloss_language=pair.gloss_language,
            document=lookup.shorts[side],
            target=lookup.targets[side].get(pair.spans[0].clause, ""),
        )
        for side, analysis in enumerate(lookup.comparison.documents)
        for pair in analysis.glossary
    )


def generator(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Name and value of what made a comparison."""
    values = {"schema": comparison.schema, **comparison.generator}
    return tuple((name, _written(value)) for name, value in values.items())


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=dict)
