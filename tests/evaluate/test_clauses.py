"""How single clauses are judged, and that what is read from real agreements stays above its floors."""

import subprocess
import sys
from pathlib import Path

from policynlp.evaluate.clauses import LabelledClause, Reading, added, judged, same_words
from policynlp.evaluate.gold import GoldCommitment
from policynlp.records import Commitment

ROOT = Path(__file__).parents[2]
LABEL = LabelledClause(
    id="1#1",
    file="1.md",
    anchor="article-1",
    sha256="",
    commitments=(
        GoldCommitment(force=(6,), action=("exchange",), actor="The Parties"),
        GoldCommitment(force=(1,), action=("consult", "other"), actor="위원회"),
    ),
    institutions=("Joint Committee",),
    quantities=("P6M",),
)


def test_words_name_the_same_but_for_articles_and_particles() -> None:
    assert same_words("The Joint Committee", "joint committee")
    assert same_words("위원회는", "위원회")
    assert not same_words("the Council", "the Committee")
    assert not same_words("", "the Committee")


def test_a_reading_that_says_the_same_is_right_in_everything() -> None:
    read = Reading(
        (
            Commitment("c1", 6, "exchange", actor="the Parties"),
            Commitment("c1", 1, "other", actor="위원회가"),
        ),
        ("The Joint Committee",),
        ("P6M",),
    )
    assert {name: score.f1 for name, score in judged(LABEL, read).counts.items()} == dict.fromkeys(
        ("found", "force", "force-near", "polarity", "action", "actor", "institution", "quantity"), 1.0
    )


def test_what_is_missed_and_what_is_made_up_both_count() -> None:
    missed = judged(LABEL, Reading((Commitment("c1", 5, "exchange"),)))
    assert missed.counts["found"].recall == 0.5
    assert missed.counts["force"].f1 == 0
    assert missed.counts["force-near"].f1 == 1
    assert missed.counts["action"].recall == 0.5
    assert missed.counts["institution"].recall == 0
    assert missed.confusion == {(6, 5): 1}
    more = judged(LABEL, Reading((), ("Joint Committee", "the Joint Committee", "WTO"), ("P6M", "P1Y")))
    assert more.counts["institution"].precision == 0.5
    assert more.counts["quantity"].precision == 0.5
    both = added([missed, more])
    assert both.counts["found"].gold == 4


def test_real_clauses_are_read_no_worse_than_their_floors(shared: Path) -> None:
    script = ROOT / "bench" / "score_treaties.py"
    done = subprocess.run(
        [sys.executable, str(script), str(shared / "data" / "treaties")], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_confidence_is_judged_by_force_and_polarity() -> None:
    sure = Commitment("c1", 6, "exchange", confidence=0.9)
    wrong = Commitment("c1", 5, "consult", confidence=0.7)
    scores = judged(LABEL, Reading((sure, wrong)))
    assert scores.verdicts == ((0.9, True), (0.7, False))
    assert scores.actions == {("exchange", "exchange"): 1, ("consult", "consult"): 1}


def test_of_several_levels_that_are_right_the_nearest_counts() -> None:
    label = LabelledClause("1#2", "1.md", "a", "", (GoldCommitment(force=(0, 4), action=("develop",)),))
    for read, exact, near in ((4, 1, 1), (0, 1, 1), (5, 0, 1), (2, 0, 0)):
        counts = judged(label, Reading((Commitment("c1", read, "develop"),))).counts
        assert (counts["force"].f1, counts["force-near"].f1) == (exact, near)
