"""A small web server on this machine that answers well and badly, each path in its own way."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from policynlp.errors import UnreadableError
from policynlp.ingest.web import Limits, fetch
from policynlp.messages import SPOKEN

PRIVATE = Limits(seconds=10, size=1 << 20, redirects=3, private=True)
PAGE = (
    b"<!doctype html><html lang='en'><title>Memorandum of Understanding on Data</title><body><main>"
    b"<h1>Memorandum of Understanding on Data</h1><p>1. The Participants intend to share data on rivers.</p>"
    b"<p>2. The Participants will meet once a year.</p></main></body></html>"
)
BOMB = gzip.compress(b"<p>" + b"\0 " * (40 << 20), 9)
"""80 MB in about 80 kB."""
KOREAN = "1. 당사자는 하천 자료를 공유하고자 한다.\n\n2. 당사자는 매년 한 차례 회의를 연다.\n".encode("cp949")


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[tuple[str, str]]] = []
    """Path and Host header of every request."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer."""
        path = self.path.partition("?")[0]
        self.seen.append((self.path, self.headers["Host"]))
        if path.startswith("/to/"):
            self.send(302, b"", {"Location": self.path.removeprefix("/to/")})
        elif path.startswith("/status/"):
            self.send(int(path.removeprefix("/status/")), b"no", {})
        else:
            getattr(self, path.strip("/").replace("-", "_").replace(".", "_"), self.missing)()

    def send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def missing(self) -> None:
        """404."""
        self.send(404, b"not here", {})

    def page(self) -> None:
        """A page."""
        self.send(200, PAGE, {"Content-Type": "text/html; charset=utf-8"})

    mou_pdf = page

    def korean(self) -> None:
        """A Korean text in CP949, with a name of its own in the same letters."""
        name = "하천 협정.txt".encode("cp949").decode("latin-1")
        self.send(200, KOREAN, {"Content-Disposition": f'attachment; filename="../../{name}"'})

    def packed(self) -> None:
        """A page, gzipped."""
        self.send(200, gzip.compress(PAGE), {"Content-Type": "text/html", "Content-Encoding": "gzip"})

    def bomb(self) -> None:
        """A little that unpacks to a lot."""
        self.send(200, BOMB, {"Content-Type": "text/html", "Content-Encoding": "gzip"})

    def broken_gzip(self) -> None:
        """Called gzip, and is none."""
        self.send(200, PAGE, {"Content-Encoding": "gzip"})

    def stated_large(self) -> None:
        """Says that it is large."""
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()

    def endless(self) -> None:
        """Chunks without end."""
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        piece = b"x" * 65536
        while True:
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))

    def chunks(self) -> None:
        """A page in chunks."""
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for start in range(0, len(PAGE), 50):
            piece = PAGE[start : start + 50]
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def dripping_body(self) -> None:
        """A byte now and then, for ever, with nothing that says where it ends."""
        self.send_response(200)
        self.end_headers()
        self.drip(b"x")

    def dripping_head(self) -> None:
        """Headers, a letter now and then."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        self.drip(b"y")

    def drip(self, byte: bytes) -> None:
        """For at most ten seconds."""
        for _ in range(100):
            self.wfile.write(byte)
            self.wfile.flush()
            time.sleep(0.1)

    def cut_off(self) -> None:
        """Less than it says."""
        self.send(200, PAGE, {"Content-Length": str(len(PAGE) + 100)})
        self.close_connection = True

    def rubbish(self) -> None:
        """No HTTP."""
        self.wfile.write(b"\x00\x01\x02 hello\r\n\r\n")
        self.close_connection = True

    def empty(self) -> None:
        """Nothing."""
        self.send(200, b"", {})

    def picture(self) -> None:
        """A picture."""
        self.send(200, b"\x89PNG\r\n\x1a\n" + bytes(100), {"Content-Type": "text/html"})

    def nowhere(self) -> None:
        """A redirect without an address."""
        self.send(302, b"", {})

    def loop(self) -> None:
        """Sends to itself."""
        self.send(301, b"", {"Location": "/loop"})


class Quiet(ThreadingHTTPServer):
    """A server that does not complain about those who hang up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """The client went away: that is what is tested."""


@contextmanager
def serving() -> Iterator[str]:
    """The address of a running server: ``http://127.0.0.1:PORT``."""
    Handler.seen.clear()
    with Quiet(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def refused(address: str, limits: Limits = PRIVATE, **options: object) -> UnreadableError:
    """The error that a fetch ends with, said in both languages."""
    with pytest.raises(UnreadableError) as caught:
        fetch(address, limits, **options)  # type: ignore[arg-type]
    for language in SPOKEN:
        assert "\n" not in caught.value.said(language)
        assert "{" not in caught.value.said(language)
    assert caught.value.exit_code == 3
    return caught.value
