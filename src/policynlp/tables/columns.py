"""The columns of every table and what kind of value each holds."""

from collections.abc import Mapping
from typing import Any, Literal, cast

Row = dict[str, Any]
"""Values by column."""
Kind = Literal["text", "whole", "real", "flag", "list", "map"]
"""``list`` is a tuple of texts, ``map`` a mapping of texts."""


def ordered(names: str, **kinds: str) -> Mapping[str, Kind]:
    """Columns in the order of ``names``; those that no kind lists are texts."""
    known = {name: kind for kind, listed in kinds.items() for name in listed.split()}
    return {name: cast(Kind, known.get(name, "text")) for name in names.split()}


TABLES: Mapping[str, Mapping[str, Kind]] = {
    "documents": ordered(
        "document title language standing format location address retrieved sha256 bytes pages characters "
        "clauses commitments mentions metadata",
        whole="bytes pages characters clauses commitments mentions",
        map="metadata",
    ),
    "clauses": ordered(
        "document clause place label heading kind language page parent anchor start end text",
        whole="page start end",
    ),
    "commitments": ordered(
        "document clause place page force force_name action action_name phase phase_name polarity "
        "polarity_name actor object conditions condition_words quantities quantity_words institutions "
        "institution_names institution_words places place_words areas area_names marker action_words "
        "confidence precision follow_up aspect reported lead_in purpose inherited_from "
        "marker_clause marker_start marker_end text",
        whole="page force precision follow_up marker_start marker_end",
        real="confidence",
        flag="reported lead_in purpose",
        list="conditions condition_words quantities quantity_words institutions institution_names "
        "institution_words places place_words areas area_names",
    ),
    "mentions": ordered(
        "document clause place kind kind_name value name text start end confidence attributes",
        whole="start end",
        real="confidence",
        map="attributes",
    ),
    "glossary": ordered(
        "document clause place term term_language gloss gloss_language term_start term_end gloss_start "
        "gloss_end",
        whole="term_start term_end gloss_start gloss_end",
    ),
    "facts": ordered(
        "document kind kind_name value detail text start end page confidence",
        whole="start end page",
        real="confidence",
    ),
}
"""Columns by table, in order."""
