"""Which words compete for too few counterparts, when every word answers one only."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

A = TypeVar("A", bound=Hashable)
B = TypeVar("B", bound=Hashable)


def competing(answers: Mapping[A, Sequence[B]]) -> set[A]:
    """Of what has answers at all, those that some largest assignment of one answer to each leaves without.

    They are reached from an unassigned one by paths that alternate between answers and who holds them
    (Dulmage and Mendelsohn 1958).
    """
    holder: dict[B, A] = {}
    for one in answers:
        _assign(one, answers, holder, set())
    held = set(holder.values())
    reached = [one for one, found in answers.items() if found and one not in held]
    among = set(reached)
    while reached:
        for answer in answers[reached.pop()]:
            rival = holder[answer]
            if rival not in among:
                among.add(rival)
                reached.append(rival)
    return among


def _assign(one: A, answers: Mapping[A, Sequence[B]], holder: dict[B, A], tried: set[B]) -> bool:
    """Give one an answer, another to whoever holds it if need be."""
    for answer in answers[one]:
        if answer not in tried:
            tried.add(answer)
            if answer not in holder or _assign(holder[answer], answers, holder, tried):
                holder[answer] = one
                return True
    return False
