"""What a clause that says a subject again says besides: a second commitment that stands nowhere else."""

from collections.abc import Iterator, Sequence

from policynlp.comparison.lexicon import bare, lexicon
from policynlp.comparison.noise import stem
from policynlp.comparison.pairs import Reading
from policynlp.comparison.texts import tokens
from policynlp.records import Clause, Commitment, Span


def words(text: str, language: str) -> frozenset[str]:
    """The stems of the words of content of a text, words of action among them."""
    lex = lexicon(language)
    if lex is None:
        return frozenset()
    keys = (token.key for token in tokens(text, language))
    return frozenset(stem(bare(key, lex), lex) for key in keys if key not in lex.function)


def besides(readings: tuple[Reading, Reading], side: int, clause: Clause, like: Clause) -> tuple[Span, ...]:
    """Where a clause commits to something that neither ``like``, whose subject it names again, nor any
    clause of the other document in its language commits to."""
    own = readings[side].commitments.get(clause.id, ())
    if len(own) == 1:
        return ()
    known = [like, *(c for c in readings[1 - side].analysis.clauses if c.language == clause.language)]
    said = [words(other.text, other.language) for other in known]
    return tuple(span for commitment in own for span in _new(clause, commitment, said))


def _new(clause: Clause, commitment: Commitment, said: Sequence[frozenset[str]]) -> Iterator[Span]:
    """The words of a commitment from its object to its action, if no text has all words of its object."""
    action, target = commitment.spans.get("action"), commitment.spans.get("object")
    if not action or not target or {action.clause, target.clause} != {clause.id}:
        return
    meant = words(clause.text[target.start : target.end], clause.language)
    if commitment.purpose or not meant or any(meant <= known for known in said):
        return
    yield Span(clause.id, min(action.start, target.start), max(action.end, target.end))
