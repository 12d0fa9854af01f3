"""Functions of pdfium by plain addresses: for those that run for every line and every object of a page.

The generated bindings make an object of every pointer, which takes longer than the call itself.
"""

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

ADDRESS, INT, LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong


@cache
def quick(name: str, *arguments: Any, result: Any = INT) -> Callable[..., Any]:
    """A function of pdfium that takes and gives addresses as numbers."""
    import pypdfium2.raw as raw

    address = ctypes.cast(getattr(raw, name), ADDRESS).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def address(handle: Any) -> int:
    """The address behind a handle of the generated bindings."""
    return ctypes.cast(handle, ADDRESS).value or 0
