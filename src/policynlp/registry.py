"""One small registry: a new member is one new file in the registry's package."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from policynlp.errors import UnknownNameError

Member = TypeVar("Member")


class Registry(Mapping[str, Member], Generic[Member]):
    """Named members of one kind, found by importing every module of a package once, on first use.

    Each module holds its member under ``attribute``; the member's name is the module's name. Order is
    alphabetical: where order matters, keep an explicit list.
    """

    def __init__(self, what: str, package: str, attribute: str) -> None:
        self._what, self._package, self._attribute = what, package, attribute
        self._members: dict[str, Member] = {}

    def _discovered(self) -> dict[str, Member]:
        if not self._members:
            found: dict[str, Member] = {}  # kept only when whole: a module that fails must fail again
            package = importlib.import_module(self._package)
            for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
                module = importlib.import_module(f"{self._package}.{info.name}")
                if hasattr(module, self._attribute):
                    found[info.name.rstrip("_")] = getattr(module, self._attribute)
            self._members = found
        return self._members

    def __getitem__(self, name: str) -> Member:
        try:
            return self._discovered()[name]
        except KeyError:
            raise UnknownNameError(self._what, name, self._discovered()) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._discovered())

    def __len__(self) -> int:
        return len(self._discovered())

    def __contains__(self, name: object) -> bool:
        return name in self._discovered()
