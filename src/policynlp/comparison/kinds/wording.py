"""What is left: changed words that no other kind explains, and changes that change nothing."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.noise import is_noise
from policynlp.comparison.pairs import Chars, Pair
from policynlp.comparison.phrasing import quote
from policynlp.comparison.relation import reordered
from policynlp.records import Span


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Unexplained changed words of one link as one difference; nothing material where another kind
    explains some."""
    if not pair.same_language:
        return
    left = [number for number in range(len(pair.changes)) if number not in explained]
    if not pair.changes or reordered(pair):
        if pair.sides[0].text != pair.sides[1].text:
            yield spelling(pair)
        return
    if not left:
        return
    chars: list[list[Chars]] = [[pair.change_chars(k, pair.changes[n]) for n in left] for k in (0, 1)]
    texts = [
        " … ".join(side.text[slice(*c)] for c in found if c[0] < c[1])
        for side, found in zip(pair.sides, chars, strict=True)
    ]
    spans = tuple(tuple(s for c in found for s in pair.spans(k, c)) for k, found in enumerate(chars))
    material = not explained and not is_noise(pair, [pair.changes[n] for n in left])
    message = "changed" if all(texts) else ("first" if texts[0] else "second")
    yield Finding(
        message=message,
        spans=(spans[0], spans[1]),
        values=(texts[0], texts[1]),
        fields={"x": quote(texts[0]), "y": quote(texts[1])},
        explains=frozenset(left),
        material=material,
    )


def spelling(pair: Pair) -> Finding:
    """A text that differs in spelling, punctuation, spaces or order of equal items only."""
    whole: tuple[tuple[Span, ...], ...] = tuple(
        pair.spans(k, (0, len(side.text))) for k, side in enumerate(pair.sides)
    )
    return Finding(
        message="spelling", spans=(whole[0], whole[1]), values=("", ""), material=False, factor=0.2
    )


KIND = Kind(
    code="wording",
    weight=0.3,
    messages={
        "changed": both("Where {a} says {x}, {b} says {y}.", "{a}은(는) {x}, {b}은(는) {y}으로(로) 적는다."),
        "first": both("Only {a} has the words {x}.", "{a}에만 {x}이라는(라는) 말이 있다."),
        "second": both("Only {b} has the words {y}.", "{b}에만 {y}이라는(라는) 말이 있다."),
        "spelling": both(
            "{a} and {b} differ in spelling, punctuation, order or their own names only.",
            "{a}과(와) {b}은(는) 표기·문장부호·순서나 스스로 부르는 이름만 다르다.",
        ),
    },
    within=within,
)
