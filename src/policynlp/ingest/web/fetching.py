"""Ask an address, follow where it leads, and read what is sent, all within limits."""

import hashlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from ssl import SSLError
from typing import TYPE_CHECKING

from policynlp.errors import UnreadableError
from policynlp.ingest.web import addresses, naming
from policynlp.ingest.web.addresses import Resolve, Target
from policynlp.ingest.web.connecting import TooSlow, answer, failures

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

CHUNK = 1 << 16
"""Bytes read at a time: the most that a compressed answer may swell to before its size is looked at."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_STATUS = {
    401: "web-forbidden",
    403: "web-forbidden",
    404: "web-missing",
    410: "web-missing",
    429: "web-busy",
    503: "web-busy",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take."""

    seconds: float = 120.0
    """For all hops together, from the first look-up of a name to the last byte."""
    size: int = 64 * 2**20
    """Bytes of the answer, unpacked."""
    redirects: int = 5
    """Hops after the first."""
    private: bool = False
    """Whether addresses that are not on the public internet, and unusual ports, may be asked."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was sent."""

    given: str
    """Address as given."""
    address: str
    """Final address, after redirects."""
    retrieved: str
    """When the last byte came, ISO 8601 in UTC, to the second."""
    data: bytes
    sha256: str
    name: str
    """File name for it: letters, digits, ``.``, ``_`` and ``-``, with an extension that says its format."""
    promised: str
    """Extension that the address's last part has; empty where it has none that is known."""


def fetch(
    address: str, limits: Limits | None = None, *, resolve: Resolve = addresses.system_resolver
) -> Fetched:
    """What an address sends. Raises UnreadableError, one sentence with the remedy."""
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    here = addresses.target(address, address, any_port=limits.private)
    for _ in range(limits.redirects + 1):
        numbers = addresses.checked(here, address, resolve, private=limits.private)
        got = _hop(here, numbers, address, limits, deadline)
        if isinstance(got, Fetched):
            return got
        here = addresses.target(got, address, any_port=limits.private)
    raise UnreadableError(address, "web-redirects", count=limits.redirects)


def _hop(target: Target, numbers: list[str], given: str, limits: Limits, deadline: float) -> Fetched | str:
    """What one address sends, or the address that it sends on to."""
    try:
        with answer(target, numbers, deadline) as response:
            if response.status in _REDIRECTS:
                return _elsewhere(target, response, given)
            if response.status != 200:
                raise _refusal(response.status, given)
            data = _body(response, given, limits.size, deadline)
            return _fetched(target, response, given, data)
    except TooSlow as error:
        raise UnreadableError(given, "web-slow", seconds=f"{limits.seconds:g}") from error
    except failures() as error:
        raise _failure(error, target, given) from error


def _elsewhere(target: Target, response: "HTTPResponse", given: str) -> str:
    location = response.headers.get("Location", "")
    if not location:
        raise UnreadableError(given, "web-nowhere", status=response.status)
    return addresses.moved(target, location)


def _refusal(status: int, given: str) -> UnreadableError:
    code = _STATUS.get(status) or ("web-server" if status >= 500 else "web-status")
    return UnreadableError(given, code, status=status)


def _failure(error: Exception, target: Target, given: str) -> UnreadableError:
    """The sentence for what a connection failed with."""
    from urllib3 import exceptions

    if isinstance(error, (SSLError, exceptions.SSLError)):
        reason = getattr(error, "verify_message", "") or getattr(error, "reason", "") or error
        return UnreadableError(given, "web-tls", host=target.host, error=reason)
    if isinstance(error, (ConnectionRefusedError, exceptions.NewConnectionError)):
        return UnreadableError(given, "web-unreachable", host=target.host)
    if isinstance(error, (TimeoutError, exceptions.ConnectTimeoutError, exceptions.ReadTimeoutError)):
        return UnreadableError(given, "web-silent", host=target.host)
    return UnreadableError(given, "web-broken", host=target.host)


def _body(response: "HTTPResponse", given: str, most: int, deadline: float) -> bytes:
    """The unpacked body, read no further than ``most`` bytes."""
    stated = response.headers.get("Content-Length", "")
    if stated.isdecimal() and int(stated) > most:
        raise UnreadableError(given, "web-large", most=most >> 20)
    data = bytearray()
    while chunk := response.read1(CHUNK, decode_content=True):
        data += chunk
        if len(data) > most:
            raise UnreadableError(given, "web-large", most=most >> 20)
        if time.monotonic() >= deadline:
            raise TooSlow
    if time.monotonic() >= deadline:  # a socket shut by the watch looks like the end of the body
        raise TooSlow
    if not data.strip():
        raise UnreadableError(given, "web-empty")
    return bytes(data)


def _fetched(target: Target, response: "HTTPResponse", given: str, data: bytes) -> Fetched:
    return Fetched(
        given=given,
        address=target.address,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        name=naming.name(target, response.headers),
        promised=naming.known_extension(target.path),
    )
