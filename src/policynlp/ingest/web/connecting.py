"""One request to one address that was checked, and its answer: urllib3 speaks HTTP, this says where to."""

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from socket import SHUT_RDWR
from typing import TYPE_CHECKING

from policynlp.ingest.web.addresses import Target

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse

CONNECTING = 10.0
"""Most seconds for one numeric address to accept a connection."""
SILENCE = 20.0
"""Most seconds without a byte."""
HEADERS = {
    "User-Agent": "policynlp",
    "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "ko, en;q=0.9",
    "Connection": "close",
}


class TooSlow(Exception):
    """The time for the whole fetch is over."""


@contextmanager
def answer(target: Target, numbers: list[str], deadline: float) -> Iterator["HTTPResponse"]:
    """The answer to a GET, its body not read yet.

    The connection goes to one of ``numbers`` and nowhere else, so that a name which resolves differently the
    next time leads nowhere; the name goes into the request and is what the certificate must be for. No proxy
    is used. ``deadline`` counts as ``time.monotonic`` does: then the socket is shut, however the other end
    dawdles. Raises TooSlow and what ``failures`` lists.
    """
    connection = connected(target, numbers, deadline)
    watch = threading.Timer(max(0.0, deadline - time.monotonic()), shut, [connection])
    watch.daemon = True
    watch.start()
    try:
        headers = {"Host": target.named, **HEADERS}
        connection.request("GET", target.path, headers=headers, preload_content=False)
        with connection.getresponse() as response:
            yield response
    except failures() as error:
        if time.monotonic() >= deadline:
            raise TooSlow from error
        raise
    finally:
        watch.cancel()
        connection.close()


def failures() -> tuple[type[Exception], ...]:
    """Everything that a connection can fail with."""
    from urllib3.exceptions import HTTPError

    return HTTPError, HTTPException, OSError


def connected(target: Target, numbers: list[str], deadline: float) -> "HTTPConnection":
    """A connection to the first of the numbers that accepts one; raises what the last one said."""
    failure: Exception = TooSlow()
    for number in numbers:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TooSlow from failure
        connection = made(target, number, min(CONNECTING, left))
        try:
            connection.connect()
        except failures() as error:
            connection.close()
            failure = error
        else:
            connection.timeout = SILENCE
            return connection
    raise failure


def made(target: Target, number: str, seconds: float) -> "HTTPConnection":
    """A connection to a number, not open yet; over TLS the certificate must be for the target's host."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if target.scheme == "http":
        return HTTPConnection(number, target.port, timeout=seconds)
    return HTTPSConnection(
        number,
        target.port,
        timeout=seconds,
        server_hostname=target.host,
        ssl_context=ssl.create_default_context(),
    )


def shut(connection: "HTTPConnection") -> None:
    """Wake whoever waits for this connection's socket."""
    sock = connection.sock
    if sock is not None:
        with suppress(OSError):  # it was closed in the meantime: nobody waits
            sock.shutdown(SHUT_RDWR)
