"""All scores of the built-in corpus by name, from what the stages made of it."""

from collections.abc import Mapping, Sequence

from policynlp.evaluate.commitments import score_commitments
from policynlp.evaluate.findings import check
from policynlp.evaluate.gold import MENTIONED, Gold, GoldLinks
from policynlp.evaluate.keys import Resolution, resolve
from policynlp.evaluate.links import score_links
from policynlp.evaluate.mentions import score_mentions
from policynlp.evaluate.parallel import score_parallel
from policynlp.records import Analysis, Comparison


def scores(comparisons: Sequence[Comparison], gold: Gold) -> dict[str, float]:
    """Scores 0 to 1 by name: ``clauses.mou.en``, ``commitments.force.mou.en``, ``areas.mou.en``,
    ``links.mou.en-moc.en``, ``findings.mou.en-moc.en``, ``parallel.mou``; F1, of findings the share found.
    """
    analyses = {a.document.id: a for c in comparisons for a in c.documents if a.document.id in gold.clauses}
    where = {id: resolve(gold.clauses[id], a.clauses) for id, a in analyses.items()}
    result: dict[str, float] = {}
    for id, analysis in sorted(analyses.items()):
        result |= document_scores(analysis, gold, where[id])
    for comparison in comparisons:
        result |= comparison_scores(comparison, gold, where)
    return result


def document_scores(analysis: Analysis, gold: Gold, resolution: Resolution) -> dict[str, float]:
    """The scores of one document: clauses, commitments by axis, mentions by kind."""
    id = analysis.document.id
    labels = gold.clauses[id]
    axes = score_commitments(labels, analysis.commitments, resolution)
    return {
        f"clauses.{id}": resolution.score.f1,
        **{f"commitments.{axis}.{id}": score.f1 for axis, score in axes.items()},
        **{
            f"{kind}.{id}": score_mentions(kind, labels, analysis.mentions, resolution).f1
            for kind in MENTIONED
        },
    }


def comparison_scores(
    comparison: Comparison, gold: Gold, where: Mapping[str, Resolution]
) -> dict[str, float]:
    """The scores of one comparison: of two languages of one agreement its false alarms, of documents that the
    gold links their links and findings; none for others.
    """
    ids = (comparison.documents[0].document.id, comparison.documents[1].document.id)
    families = {id.split(".")[0] for id in ids}
    if len(families) == 1:
        return {f"parallel.{families.pop()}": score_parallel(comparison).f1}
    linked = _linked(gold, ids)
    if linked is None:
        return {}
    links = score_links(comparison.links, linked, (where[ids[0]], where[ids[1]]))
    verdicts = check(comparison, gold)
    name = "-".join(ids)
    share = sum(verdict.found for verdict in verdicts) / len(verdicts)
    return {f"links.{name}": links.f1, f"findings.{name}": share}


def _linked(gold: Gold, ids: tuple[str, str]) -> GoldLinks | None:
    return next((links for links in gold.links if ids in links.documents), None)
