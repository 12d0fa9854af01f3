"""What a Korean action amounts to with a certain word beside it, or in a certain form: "정보를 제공한다"."""

from dataclasses import dataclass
from functools import cache

from policynlp.languages import table
from policynlp.languages.ko.predicates import Predicate, Row
from policynlp.languages.ko.tables import OTHER, Action, action, words

PERMITTED = 1
"""Level of -ㄹ 수 있다: "이송에 합의할 수 있다" consents, "사항을 합의하여야 한다" coordinates."""

SENSES = frozenset({"JKO", "JKS", "JX"})
"""Tags of the particles behind the word that tells a verb's sense."""


def sense(row: Row, start: int, one: Predicate, stem: str, *, negative: bool, binding: bool) -> Action:
    """The action of ``stem``, a word of the predicate ``one``, in its sentence from index ``start`` on.

    ``negative`` for a duty not to, ``binding`` in the text of an instrument that binds.
    """
    if stem in words("binding", "valid"):
        return action("존속" if _lasts(row, start, one) else "발효")
    if one.enables:
        return Action("support", "")
    if one.passive and stem in table("ko", "action")["states"]["passive"]:
        return OTHER
    if negative and (action(stem).name == "legislate" or stem == "행위"):
        return Action("refrain", "")
    beside, bound = _beside(row, start, one), binding and not one.past
    owed = one.force != PERMITTED
    for known in senses():
        if known.counts(stem, bound=bound, owed=owed) and (
            beside.endswith(known.nouns) or _in(row, one, known.endings)
        ):
            return known.meant
    done = action(beside) if stem in words("stems", "empty") else OTHER
    return action(stem) if done == OTHER else done


def _lasts(row: Row, start: int, one: Predicate) -> bool:
    """Whether an effect is said to go on, not to begin: "10년간 효력을 가진다", "계속 유효하다"; not
    "당사국간에 합의한 날에 효력을 가진다"."""
    if one.stem == "유효":
        return True
    own = range(start, one.stop)
    return any(row[at].form in words("binding", "lasting") and _of_time(row, at) for at in own)


def _of_time(row: Row, at: int) -> bool:
    """Whether 간 at ``at`` stands behind a length of time; any other word does not matter."""
    return row[at].form != "간" or (at > 0 and row[at - 1].form in words("binding", "lengths"))


def _beside(row: Row, start: int, one: Predicate) -> str:
    """The noun in front of the nearest particle of object or subject, else of the topic."""
    for at in range(one.first - 1, start, -1):
        if row[at].tag in ("ETM", "EC", "EF") and row[at - 1].form not in words("stems", "postposition"):
            break
        if row[at].tag in SENSES:
            return row[at - 1].form
    topics = [at for at in range(1, one.first) if row[at].tag == "JX" and row[at].form in ("은", "는")]
    return row[topics[-1] - 1].form if topics else ""


def _in(row: Row, one: Predicate, form: tuple[str, ...]) -> bool:
    """Whether the predicate has one of the endings in front of it: "인수되도록 보장한다"."""
    before = [morpheme.form for morpheme in row[max(0, one.first - 3) : one.first]]
    return any(" ".join(before).endswith(words) for words in form)


@dataclass(frozen=True, slots=True)
class Sense:
    """A row of the table of senses."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    """Ends of the word beside the verb; an empty one for any word."""
    endings: tuple[str, ...]
    """Endings in front of the verb."""
    treaty: bool
    """True where it holds in the text of an instrument that binds only."""
    owed: bool
    """True where it does not hold of a permission."""
    meant: Action

    def counts(self, stem: str, *, bound: bool, owed: bool) -> bool:
        """Whether the row is about this stem, in such a text, said so."""
        return stem.endswith(self.verbs) and (bound or not self.treaty) and (owed or not self.owed)


@cache
def senses() -> tuple[Sense, ...]:
    """The rows of the table, in its order."""
    return tuple(
        Sense(
            tuple(row["verbs"]),
            tuple(row.get("with", ())) or ("\0",),
            tuple(row.get("behind", ())),
            row.get("treaty", False),
            row.get("owed", False),
            Action(row["class"], row.get("phase", "")),
        )
        for row in table("ko", "action")["sense"]
    )
