"""The interface says the same things in both languages."""

import re
from importlib.resources import files
from typing import get_args

from policynlp.records import MentionKind, Relation
from policynlp.report.glance import TOPICS
from policynlp.report.heads import FACTS
from policynlp.report.messages import INTERFACE, PLACE, catalogue, say

KINDS = [
    "force", "polarity", "action", "actor", "institution", "scope", "region", "quantity", "condition",
    "area", "term", "only_in", "moved", "split", "merged", "wording", "status",
]  # fmt: skip
AREAS = [
    "ai-policy", "ai-exports", "data", "compute", "energy", "standards-safety", "research-security",
    "supply-chains", "communications", "quantum", "biotechnology", "space", "fusion", "civil-nuclear",
    "talent", "regulation-ethics", "open-source", "platforms", "children", "capacity-inclusion",
    "investment", "research", "manufacturing", "trade", "environment", "agriculture", "health",
    "education-culture", "intellectual-property", "security-defence", "governance",
]  # fmt: skip
ACTIONS = [
    "explore", "consult", "exchange", "coordinate", "support", "advocate", "develop", "implement",
    "advance", "strengthen", "maintain", "fund", "legislate", "standardise", "protect", "refrain",
    "other",
]  # fmt: skip
PHASES = [
    "explore", "initiate", "promote", "advance", "implement", "complete", "maintain",
]  # fmt: skip


def test_every_message_is_there_in_both_languages_with_the_same_values():
    for key, message in catalogue().items():
        assert set(message) == set(INTERFACE), key
        assert all(text.strip() for text in message.values()), key
        assert len({frozenset(PLACE.findall(text)) for text in message.values()}) == 1, key


def test_every_code_of_the_records_has_a_name():
    wanted = [
        *(f"kind.{code}" for code in KINDS),
        *(f"area.{code}" for code in AREAS),
        *(f"action.{code}" for code in ACTIONS),
        *(f"phase.{code}" for code in PHASES),
        *(f"phase_words.{code}" for code in PHASES),
        *(f"force.{level}" for level in range(7)),
        *(f"force_words.{level}" for level in range(7)),
        *(f"relation.{code}" for code in get_args(Relation)),
        *(f"mention.{code}" for code in get_args(MentionKind)),
    ]
    assert [key for key in wanted if key not in catalogue()] == []


SECTIONS = (
    "ui", "brief", "lede", "filter", "finding", "legend", "glance", "areas", "ribbon", "keys", "doc",
)  # fmt: skip


def templates() -> str:
    """All that the page is made of."""
    folder = files("policynlp.report").joinpath("templates")
    return "".join(each.read_text("utf8") for each in folder.iterdir() if not each.name.endswith(".css"))


def test_every_message_a_template_or_the_script_names_exists():
    named = set(re.findall(rf'"((?:{"|".join(SECTIONS)}|clause|relation)\.[a-z_0-9]+)"', templates()))
    assert len(named) > 60
    assert named - set(catalogue()) == set()


def test_no_message_of_the_interface_is_left_over():
    folder = files("policynlp.report")
    code = (folder.joinpath(name).read_text("utf8") for name in ("heads.py", "formats/html.py"))
    text = templates() + "".join(code)
    composed = {f"doc.{name}" for name in FACTS} | {f"glance.{topic}" for topic in TOPICS}
    ours = {key for key in catalogue() if key.split(".")[0] in SECTIONS} - composed
    unused = [key for key in ours if f'"{key}"' not in text]
    assert unused == []


def test_an_unknown_code_is_shown_as_it_is():
    assert say("area.time-travel", "ko") == "time-travel"


def test_values_are_put_in_once():
    assert say("filter.only", "en", "{0}") == "Only in {0}"
