"""Errors a user may see: one sentence with the value, the place and the remedy, and an exit code."""

from collections.abc import Iterable
from difflib import get_close_matches


class PolicyNLPError(Exception):
    """Base of every error that policynlp raises on purpose; ``exit_code`` is what the command ends with."""

    exit_code = 1


class UsageError(PolicyNLPError):
    """The request itself cannot be carried out (exit code 2)."""

    exit_code = 2


class UnknownNameError(UsageError):
    """A name that is not known; the message lists the nearest known ones, or all if they are few."""

    def __init__(self, what: str, name: str, known: Iterable[str], remedy: str = "") -> None:
        names = sorted(known)
        near = get_close_matches(name, names, n=3, cutoff=0.5) or names[:12]
        listed = f"; known: {', '.join(near)}" if near else ""
        more = f" … ({len(names)} in all)" if len(names) > len(near) else ""
        super().__init__(f"no {what} named {name!r}{listed}{more}" + (f"; {remedy}" if remedy else ""))


class UnreadableError(PolicyNLPError):
    """A file that cannot be read as a document (exit code 3): says which file, why, and what to do."""

    exit_code = 3

    def __init__(self, place: str, reason: str, remedy: str) -> None:
        super().__init__(f"{place}: {reason}; {remedy}")
        self.place = place


class UnsupportedError(PolicyNLPError):
    """Something this language or format has no support for, as opposed to 'nothing found' (exit code 4)."""

    exit_code = 4


class StoreError(PolicyNLPError):
    """The store cannot be opened, or is of another version (exit code 5)."""

    exit_code = 5
