"""The sentence of each finding, in both languages."""

from collections.abc import Mapping

from policynlp.comparison.findings import both
from policynlp.comparison.parity.divergence import Divergence
from policynlp.comparison.phrasing import quote, render
from policynlp.languages import NAMES
from policynlp.records import Bilingual

MESSAGES: Mapping[str, Mapping[str, Bilingual]] = {
    "modality": {
        "exchanged": both(
            "Another force: {a} has {x}, {b} {y}.", "강도가 다르다: {a}은(는) {x}, {b}은(는) {y}."
        ),
        "first": both(
            "{a} says {x}; {b} has no such word.", "{a}에는 {x}이(가) 있으나 {b}에는 그런 말이 없다."
        ),
        "second": both(
            "{b} says {y}; {a} has no such word.", "{b}에는 {y}이(가) 있으나 {a}에는 그런 말이 없다."
        ),
    },
    "polarity": {
        "first": both(
            "{a} denies ({x}), {b} does not.", "{a}은(는) 부정하고({x}) {b}은(는) 부정하지 않는다."
        ),
        "second": both(
            "{b} denies ({y}), {a} does not.", "{b}은(는) 부정하고({y}) {a}은(는) 부정하지 않는다."
        ),
    },
    "number": {
        "replaced": both(
            "Another figure: {a} has {x}, {b} {y}.", "수치가 다르다: {a}은(는) {x}, {b}은(는) {y}."
        ),
        "first": both("Only {a} has the figure {x}.", "{a}에만 수치 {x}이(가) 있다."),
        "second": both("Only {b} has the figure {y}.", "{b}에만 수치 {y}이(가) 있다."),
    },
    "mistranslation": {
        "replaced": both(
            "Another term: {a} says {x}, {b} {y}.", "말이 다르다: {a}은(는) {x}, {b}은(는) {y}."
        ),
    },
    "proper_noun": {
        "replaced": both(
            "Another name: {a} has {x}, {b} {y}.", "이름이 다르다: {a}은(는) {x}, {b}은(는) {y}."
        ),
        "first": both("Only {a} names {x}.", "{x}은(는) {a}에만 나온다."),
        "second": both("Only {b} names {y}.", "{y}은(는) {b}에만 나온다."),
    },
    "omission": {
        "first": both("{b} leaves out {x}.", "{b}에는 {x}이(가) 빠져 있다."),
        "second": both("{a} leaves out {y}.", "{a}에는 {y}이(가) 빠져 있다."),
    },
    "addition": {
        "first": both("{a} adds {x}, which {b} does not say.", "{a}에는 {b}에 없는 {x}이(가) 덧붙어 있다."),
        "second": both("{b} adds {y}, which {a} does not say.", "{b}에는 {a}에 없는 {y}이(가) 덧붙어 있다."),
    },
    "spelling": {
        "first": both("{a} misspells {x}, perhaps for {y}.", "{a}의 {x}은(는) {y}의 오기로 보인다."),
        "second": both("{b} misspells {y}, perhaps for {x}.", "{b}의 {y}은(는) {x}의 오기로 보인다."),
    },
}


def called(language: str) -> Bilingual:
    """What sentences call a language version."""
    name = NAMES[language]
    return {"en": f"the {name['en']} text", "ko": f"{name['ko']}본"}


def sentence(found: Divergence, names: tuple[Bilingual, Bilingual]) -> Bilingual:
    """What a finding says."""
    x, y = (quote(value) for value in found.values)
    fields = {"a": names[0], "b": names[1], "x": x, "y": y}
    return {
        code: render(template, code, fields) for code, template in MESSAGES[found.kind][found.message].items()
    }
