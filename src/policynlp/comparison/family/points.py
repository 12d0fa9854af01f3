"""Where the documents of a group differ: what the kinds find between each two of them, put together.

Every two documents of a group are compared by the kinds that compare two texts; no document is the base.
Findings of one kind that rest on the same words of a document are about one place: ``developing`` in A
against ``advancing`` in C, and in B against ``advancing`` in C, are one difference of three documents, not
two of two. A place that only some of the pairs bear out (A and C differ, but neither does from B) is none.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from policynlp.comparison.comparing import SHAPES, findings
from policynlp.comparison.findings import Finding, Kind
from policynlp.comparison.noise import FORMS
from policynlp.comparison.pairs import Pair
from policynlp.comparison.texts import Side
from policynlp.comparison.variants import word_key
from policynlp.records import Bilingual, Span

LEFT_OUT = frozenset({*SHAPES, "wording"})
"""Kinds that say where a clause stands in one of two documents, or what no other kind explains."""
GRADED = frozenset({"force", "polarity"})
"""Kinds whose readings are levels: documents of different levels never say the same."""
COVERED = {"action": 0.7}
COVERED_ELSE = 0.5
"""Share of the documents of a group that a place must tell something of: what two of nine differ in, whose
place the others do not have, is wording; verbs, which go freely with other turns of phrase, need more."""
SUPPORT = 0.5
"""Share of the pairs of documents with different readings between which the kind must find a difference."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One finding between two documents."""

    kind: Kind
    finding: Finding
    documents: tuple[int, int]

    def end(self, document: int) -> int:
        """Which side of the finding a document is."""
        return self.documents.index(document)


@dataclass(frozen=True, slots=True)
class Part:
    """Some words that one document says at a place."""

    spans: tuple[Span, ...]
    words: str
    key: str
    """What they are compared by across languages; empty where only words can be."""
    label: str | Bilingual
    """The words as a sentence quotes them."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one document says at a place, in one part or more (developing and championing)."""

    parts: tuple[Part, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands."""
        return tuple(span for part in self.parts for span in part.spans)

    @property
    def words(self) -> str:
        """As written."""
        return ", ".join(part.words for part in self.parts)

    @property
    def key(self) -> str:
        """The keys of all parts; empty where one has none."""
        keys = sorted({part.key for part in self.parts})
        return " + ".join(keys) if all(keys) else ""


@dataclass(frozen=True, slots=True)
class Point:
    """A place at which documents of a group differ in one way."""

    kind: Kind
    edges: tuple[Edge, ...]
    said: Mapping[int, Said]
    """What each document says that says anything."""
    classes: tuple[tuple[int, ...], ...]
    """Documents that say the same, largest class first."""
    without: tuple[int, ...]
    """Documents whose clause has nothing of it."""
    leads: tuple[int, ...]
    """Documents of the highest force."""

    @property
    def places(self) -> list[tuple[int, Span]]:
        """Document and span of all its evidence."""
        return [(document, span) for document, own in self.said.items() for span in own.spans]

    @property
    def material(self) -> bool:
        """Whether most of its findings are; of actions, whether every word is of a known class."""
        if self.kind.code == "action" and not all(
            "/" in part.key for own in self.said.values() for part in own.parts
        ):
            return False
        return sum(edge.finding.material for edge in self.edges) * 2 >= len(self.edges)

    @property
    def factor(self) -> float:
        """The highest factor of its findings."""
        return max(edge.finding.factor for edge in self.edges)


Compared = Callable[[tuple[int, Side], tuple[int, Side]], Pair]
"""Two documents, given with their clauses, made ready for the kinds."""


def points(
    sides: Mapping[int, Side], compared: Compared, again: Sequence[tuple[int, Side]] = ()
) -> list[Point]:
    """The places at which the clauses of a group differ; ``sides`` by the number of the document.

    ``again`` are clauses in no group that name the subject of this one once more: what they do to it counts
    too.
    """
    by_kind: dict[str, list[Edge]] = {}
    for edge in [*_of_members(sides, compared), *_of_echoes(sides, compared, again)]:
        by_kind.setdefault(edge.kind.code, []).append(edge)
    known = {**dict(again), **sides}
    made = (_point(part, known) for own in by_kind.values() for part in places(own))
    return _without_doubles(_said_once(point for point in made if point))


def _of_members(sides: Mapping[int, Side], compared: Compared) -> Iterator[Edge]:
    for one, other in combinations(sorted(sides), 2):
        yield from _edges((one, sides[one]), (other, sides[other]), compared)


def _of_echoes(
    sides: Mapping[int, Side], compared: Compared, again: Sequence[tuple[int, Side]]
) -> Iterator[Edge]:
    for echo in again:
        for member in sides.items():
            one, other = sorted((echo, member), key=itemgetter(0))
            found = _edges(one, other, compared) if one[0] < other[0] else ()
            yield from (edge for edge in found if edge.kind.code == "action")


def _edges(one: tuple[int, Side], other: tuple[int, Side], compared: Compared) -> Iterator[Edge]:
    """What the kinds find between two documents, given with their clauses."""
    if one[1].text == other[1].text:
        return
    for kind, finding in findings(compared(one, other)):
        if kind.code not in LEFT_OUT and finding.message != "equal":
            yield Edge(kind, finding, (one[0], other[0]))


def _said_once(found: Iterable[Point]) -> list[Point]:
    """Without a second place at which the same documents say the same words against one another."""
    first: dict[tuple[str, tuple[tuple[int, ...], ...], tuple[str, ...]], Point] = {}
    for point in found:
        words = tuple(folded(said.words) for said in point.said.values())
        first.setdefault((point.kind.code, (*point.classes, point.without), words), point)
    return list(first.values())


def _without_doubles(found: Sequence[Point]) -> list[Point]:
    """Without differences of action on the words of one of force: 증진한다, 증진하기 위하여 노력한다."""
    forces = [place for point in found if point.kind.code == "force" for place in point.places]
    return [
        point
        for point in found
        if point.kind.code != "action"
        or not any(_meet(one, other) for one in point.places for other in forces)
    ]


def places(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Findings of one kind by the place they are about: those that share words of a document, and those by
    which several have one thing that others lack."""
    groups: list[tuple[list[Edge], set[tuple[int, Span]], set[str]]] = []
    for edge in edges:
        spans = {(d, span) for d in edge.documents for span in edge.finding.spans[edge.end(d)]}
        only = _only(edge)
        joined: list[Edge] = [edge]
        rest = []
        for members, known, names in groups:
            if _one_thing(names, only) or any(_meet(one, other) for one in spans for other in known):
                joined, spans, only = [*members, *joined], spans | known, only | names
            else:
                rest.append((members, known, names))
        groups = [*rest, (joined, spans, only)]
    return [members for members, _, _ in groups]


def _only(edge: Edge) -> set[str]:
    """What a finding of a thing that one side lacks is about."""
    ends = [n for n in (0, 1) if edge.finding.spans[n]]
    return {_key(edge, ends[0]) or folded(edge.finding.values[ends[0]])} if len(ends) == 1 else set()


def _one_thing(names: set[str], others: set[str]) -> bool:
    """Whether lone things are one: equal, or nearly (호혜평등의 기초하에, 평등과 호혜의 기초위에서)."""
    from rapidfuzz.fuzz import ratio

    return bool(names & others) or any(ratio(a, b) >= FORMS for a in names for b in others)


def _meet(one: tuple[int, Span], other: tuple[int, Span]) -> bool:
    (a, x), (b, y) = one, other
    return a == b and x.clause == y.clause and x.start < y.end and y.start < x.end


def folded(words: str) -> str:
    """Words with case, spelling variants and spaces folded."""
    return "".join(word_key(word.strip(".,;:()"), "en") for word in words.split())


def _key(edge: Edge, end: int) -> str:
    if edge.kind.code == "polarity" and edge.finding.message in ("first", "second"):
        return "no" if (edge.finding.message == "first") == (end == 0) else "yes"
    return edge.finding.keys[end]


def _point(edges: Sequence[Edge], sides: Mapping[int, Side]) -> Point | None:
    """The place that findings are about; None where they do not bear each other out."""
    said = {d: reading for d in sorted(sides) if (reading := _said(edges, d))}
    without = tuple(d for d in sorted(sides) if d not in said and any(d in edge.documents for edge in edges))
    classes = _classes(said, edges, sides)
    known = len(said) + len(without)
    if known < COVERED.get(edges[0].kind.code, COVERED_ELSE) * len(sides):
        return None
    if len(classes) + bool(without) < 2 or not _borne_out(classes, without, edges, sides):
        return None
    return Point(edges[0].kind, tuple(edges), said, classes, without, _leads(said, edges))


def _said(edges: Sequence[Edge], document: int) -> Said | None:
    """What a document says: for each stretch of its words that findings rest on, those that most do; of
    equals the shortest."""
    found = [
        Part(spans, edge.finding.values[end], _key(edge, end), edge.finding.fields["xy"[end]])
        for edge in edges
        if document in edge.documents and (spans := edge.finding.spans[end := edge.end(document)])
    ]
    often = Counter(part.words for part in found)
    kept: list[Part] = []
    for part in sorted(found, key=lambda p: (-often[p.words], len(p.words), p.words, p.key)):
        if not any(_meet((0, one), (0, other)) for own in kept for one in own.spans for other in part.spans):
            kept.append(part)
    return Said(tuple(sorted(kept, key=lambda p: (p.spans[0].clause, p.spans[0].start)))) if kept else None


def _classes(
    said: Mapping[int, Said], edges: Sequence[Edge], sides: Mapping[int, Side]
) -> tuple[tuple[int, ...], ...]:
    """Documents that say the same, largest class first."""
    differ = {edge.documents for edge in edges}
    graded = edges[0].kind.code in GRADED

    def alike(one: int, other: int) -> bool:
        if graded:
            return said[one].key == said[other].key
        one_language = sides[one].language == sides[other].language
        return _alike(said[one], said[other], one_language=one_language, apart=(one, other) in differ)

    classes: list[list[int]] = []
    for document in said:
        own = next((own for own in classes if all(alike(other, document) for other in own)), None)
        if own is None:
            classes.append([document])
        else:
            own.append(document)
    return tuple(sorted((tuple(own) for own in classes), key=lambda own: (-len(own), own)))


def _alike(first: Said, second: Said, *, one_language: bool, apart: bool) -> bool:
    """Whether two documents say the same: in the same form or words, or compared without a difference; across
    languages only the form tells."""
    words = folded(first.words), folded(second.words)
    if words[0].endswith(words[1]) or words[1].endswith(words[0]):
        return True
    if first.key and second.key and (first.key == second.key or not one_language):
        return first.key == second.key
    return not apart


def _borne_out(
    classes: Sequence[Sequence[int]], without: Sequence[int], edges: Sequence[Edge], sides: Mapping[int, Side]
) -> bool:
    """Whether enough of the pairs with different readings were found to differ; across languages, where
    little can be found, what was not found says nothing."""
    found = {edge.documents for edge in edges}
    apart = [
        (min(a, b), max(a, b))
        for one, other in combinations([*classes, without], 2)
        for a in one
        for b in other
    ]
    counted = [two for two in apart if two in found or sides[two[0]].language == sides[two[1]].language]
    return sum(two in found for two in counted) >= SUPPORT * len(counted) > 0


def _leads(said: Mapping[int, Said], edges: Sequence[Edge]) -> tuple[int, ...]:
    """The documents of the highest force, for differences of force."""
    if edges[0].kind.code != "force":
        return ()
    most = max(reading.key for reading in said.values())
    return tuple(document for document, reading in said.items() if reading.key == most)
