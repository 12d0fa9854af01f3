"""Every golden case gives exactly the clauses that stand under it."""

import pytest

from tests.segment.golden import Case, cases, outcome, update

update()


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.file}: {case.name}")
def test_a_text_gives_the_clauses_that_an_analyst_expects(case: Case) -> None:
    assert outcome(case) == case.expected
