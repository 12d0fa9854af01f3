"""Errors a user may see: one sentence with the value, the place and the remedy, and an exit code.

The sentences stand in ``messages.toml`` under the error's code, in English and Korean.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from policynlp.messages import Phrase, said


class PolicyNLPError(Exception):
    """Base of every error that policynlp raises on purpose; ``exit_code`` is what the command ends with."""

    exit_code = 1

    def __init__(self, code: str, /, **details: object) -> None:
        self.code = code
        self.details = details
        super().__init__(self.said("en"))

    def said(self, language: str) -> str:
        """The sentence in ``en`` or ``ko``."""
        return said(self.code, language, **self.details)

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders whole."""
        return _rebuilt, (type(self), self.code, self.details)


def _rebuilt(kind: type[PolicyNLPError], code: str, details: dict[str, object]) -> PolicyNLPError:
    error = kind.__new__(kind)
    PolicyNLPError.__init__(error, code, **details)
    return error


class UsageError(PolicyNLPError):
    """The request itself cannot be carried out (exit code 2)."""

    exit_code = 2


class UnknownNameError(UsageError):
    """A name that is not known; the message lists the nearest known ones, or all if they are few.

    ``what`` is the code of a noun (``name-document``); ``remedy``, if any, is said last.
    """

    def __init__(self, what: str, name: str, known: Iterable[str], remedy: Phrase | None = None) -> None:
        names = sorted(known)
        near = get_close_matches(name, names, n=3, cutoff=0.5) or names[:12]
        rest = len(names) > len(near)
        super().__init__(
            "unknown-name",
            what=Phrase(what),
            name=repr(name),
            known=Phrase("unknown-name-known", {"near": ", ".join(near)}) if near else "",
            all=Phrase("unknown-name-all", {"all": len(names)}) if rest else "",
            remedy=Phrase("unknown-name-remedy", {"remedy": remedy}) if remedy else "",
        )


class UnreadableError(PolicyNLPError):
    """A file that cannot be read as a document (exit code 3): says which file, why, and what to do.

    ``place`` names the file; the sentence of ``code`` follows it after a colon.
    """

    exit_code = 3

    def __init__(self, place: str, code: str, /, **details: object) -> None:
        super().__init__(code, place=place, **details)

    @property
    def place(self) -> str:
        """The file, as given."""
        return str(self.details["place"])

    def said(self, language: str) -> str:
        """The sentence in ``en`` or ``ko``."""
        return f"{self.place}: {super().said(language)}"


class UnsupportedError(PolicyNLPError):
    """Something this language or format has no support for, as opposed to 'nothing found' (exit code 4)."""

    exit_code = 4


class StoreError(PolicyNLPError):
    """The store cannot be opened, or is of another version (exit code 5)."""

    exit_code = 5
