"""What the documents are: words that point to a treaty or away from one, dates, duration, notice, funds."""

from policynlp.comparison.findings import Kind, both

KIND = Kind(
    code="status",
    weight=0.6,
    messages={
        "title": both("The titles differ: {a} is {x}, {b} is {y}.", "제목이 다르다: {a}은(는) {x}, {b}은(는) {y}."),
    },
)
