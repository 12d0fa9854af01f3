"""What the English reader makes of clauses: golden cases a policy analyst can check."""

import pytest

from policynlp.languages.drafts import Draft


@pytest.fixture(scope="module")
def read():  # type: ignore[no-untyped-def]
    from policynlp.extract.attributes import register
    from policynlp.languages import build
    from policynlp.languages.en.commitments import drafts

    register()
    nlp = build("en")
    return lambda text: drafts(nlp(text))


def shown(found: list[Draft]) -> list[tuple[int | None, str]]:
    return [(draft.force, draft.action) for draft in found if not draft.purpose]


FORCE = [
    ("The Parties shall establish a fund.", [(6, "develop")]),
    ("The Parties shall endeavour to promote trade.", [(3, "support")]),
    ("The Participants intend to explore joint research.", [(4, "explore")]),
    ("The Parties shall consult each other.", [(6, "consult")]),
    ("The Participants support open trade.", [(2, "support")]),
    ("The Parties may exchange experts.", [(1, "exchange")]),
    ("We are committed to achieving gender equality.", [(5, "implement")]),
    ("We reaffirm our commitment to the ratification of the Convention.", [(5, "implement")]),
    ("The Parties will make every effort to reduce barriers.", [(3, "support")]),
    (
        "The Participants intend to develop and, where appropriate, promote trusted AI exports.",
        [(4, "develop"), (4, "support")],
    ),
    ("The Parties shall cooperate in promoting cooperation among SMEs.", [(6, "support")]),
    ("The Parties agree that cooperation shall be deepened.", [(6, "strengthen")]),
    ("Each Party shall ensure that its authorities will publish the results.", [(6, "implement")]),
    ("The Parties shall cooperate on issues that may arise.", [(6, "coordinate")]),
    ("We are working to reduce emissions.", [(4, "support")]),
    ("[We will:] promote balanced accounts.", [(5, "support")]),
    (
        "The Parties shall: (a) encourage trade; (b) improve access; and (c) exchange information.",
        [(6, "support"), (6, "advance"), (6, "exchange")],
    ),
    ("developing AI policy frameworks;", [(None, "develop")]),
    ("to provide adequate support", [(None, "support")]),
    ("We achieved our target in 2022.", []),
    ('"Customs territory" means the territory of a Party.', []),
    ("Recognizing their mutual interest in science and technology;", [(0, "other")]),
]


@pytest.mark.parametrize(("text", "expected"), FORCE, ids=[text[:50] for text, _ in FORCE])
def test_force_and_action(read, text: str, expected: list[tuple[int | None, str]]) -> None:  # type: ignore[no-untyped-def]
    assert shown(read(text)) == expected
