"""Fetching: limits hold, only public addresses are asked, and what was sent is kept."""

import hashlib
import socket
import ssl
import threading
import time
import tracemalloc
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from policynlp import pipeline
from policynlp.errors import UnreadableError
from policynlp.ingest.web import Limits, addresses, fetch, keep, naming, read_address

from .server import KOREAN, PAGE, PRIVATE, Handler, refused, serving


@pytest.fixture
def site() -> Iterator[str]:
    """A server on this machine."""
    with serving() as address:
        yield address


def test_what_is_sent_comes_with_its_hash_its_address_and_the_time(site: str) -> None:
    got = fetch(f"{site}/page#part", PRIVATE)
    assert (got.data, got.sha256) == (PAGE, hashlib.sha256(PAGE).hexdigest())
    assert (got.given, got.address, got.name) == (f"{site}/page#part", f"{site}/page", "page.html")
    assert got.retrieved.endswith("+00:00")
    assert abs(time.time() - datetime.fromisoformat(got.retrieved).timestamp()) < 60


@pytest.mark.parametrize("path", ["packed", "chunks"])
def test_compressed_and_chunked_answers_are_unpacked(site: str, path: str) -> None:
    assert fetch(f"{site}/{path}", PRIVATE).data == PAGE


def test_redirects_are_followed_and_the_final_address_is_kept(site: str) -> None:
    got = fetch(f"{site}/to/{site}/to/../page?x=1", PRIVATE)
    assert got.address == f"{site}/page?x=1"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("loop", "web-redirects"),
        ("to//to//to//to//page", "web-redirects"),
        ("nowhere", "web-nowhere"),
        ("to/file:///etc/passwd", "web-scheme"),
        ("to/http://name:secret@127.0.0.1/", "web-credentials"),
        ("gone", "web-missing"),
        ("status/410", "web-missing"),
        ("status/401", "web-forbidden"),
        ("status/403", "web-forbidden"),
        ("status/429", "web-busy"),
        ("status/500", "web-server"),
        ("status/503", "web-busy"),
        ("status/204", "web-status"),
        ("status/418", "web-status"),
        ("stated-large", "web-large"),
        ("endless", "web-large"),
        ("bomb", "web-large"),
        ("broken-gzip", "web-broken"),
        ("cut-off", "web-broken"),
        ("rubbish", "web-broken"),
        ("empty", "web-empty"),
    ],
)
def test_a_bad_answer_gets_one_sentence(site: str, path: str, code: str) -> None:
    assert refused(f"{site}/{path}").code == code


def test_a_bomb_is_not_unpacked_beyond_the_limit(site: str) -> None:
    tracemalloc.start()
    refused(f"{site}/bomb")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 6 << 20  # 80 MB are in it; the limit of this fetch is 1 MB


@pytest.mark.parametrize("path", ["dripping-body", "dripping-head"])
def test_the_time_limit_holds_however_the_server_dawdles(site: str, path: str) -> None:
    start = time.monotonic()
    assert refused(f"{site}/{path}", Limits(seconds=0.8, private=True)).code == "web-slow"
    assert time.monotonic() - start < 3


def test_a_server_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert refused(f"http://127.0.0.1:{port}/", Limits(seconds=0.5, private=True)).code == "web-slow"


def test_nobody_there_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/").code == "web-unreachable"


def test_a_name_that_nobody_knows_is_said_so() -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    error = refused("https://ministry.invalid/mou", resolve=nobody)
    assert (error.code, error.details["host"]) == ("web-no-host", "ministry.invalid")


def test_a_server_that_cannot_prove_who_it_is_is_not_read(site: str) -> None:
    assert refused(site.replace("http:", "https:") + "/page").code in ("web-tls", "web-broken")


def test_a_certificate_of_nobody_known_is_refused(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as plain:

        def handshake() -> None:
            client, _ = plain.accept()
            with pytest.raises(OSError):  # noqa: PT011 - the client hangs up, in whatever way
                context.wrap_socket(client, server_side=True).recv(1)

        thread = threading.Thread(target=handshake)
        thread.start()
        error = refused(f"https://127.0.0.1:{plain.getsockname()[1]}/")
        thread.join()
    assert error.code == "web-tls"
    assert "self" in str(error.details["error"])


def self_signed(folder: Path) -> Path:
    """A certificate for 127.0.0.1 with its key, made by the system's openssl; skips where there is none."""
    import shutil
    import subprocess

    if not shutil.which("openssl"):
        pytest.skip("no openssl")
    key, certificate, both = folder / "key.pem", folder / "cert.pem", folder / "both.pem"
    words = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    )
    subprocess.run(
        ["openssl", *words.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True
    )
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    return both


def test_one_private_number_among_public_ones_closes_the_host() -> None:
    error = refused("http://two.example/", Limits(), resolve=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    assert error.details["host"] == "two.example (10.0.0.1)"


def test_the_connection_goes_to_the_number_that_was_checked(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    def tells_on(*arguments: object, **options: object) -> object:
        raise AssertionError(f"a name was looked up again: {arguments}")

    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **more: (
            real(host, *rest, **more) if host == "127.0.0.1" else tells_on(host, *rest)
        ),
    )
    port = site.rpartition(":")[2]
    got = fetch(f"http://text.example:{port}/page", PRIVATE, resolve=rebinding)
    assert got.data == PAGE
    assert asked == ["text.example"]
    assert Handler.seen == [("/page", f"text.example:{port}")]


def test_every_hop_is_checked_anew(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that sends on to a host inside: here 127.0.0.1 plays the public one."""
    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")
    monkeypatch.setattr(addresses, "PORTS", frozenset({int(site.rpartition(":")[2])}))
    port = site.rpartition(":")[2]
    hosts = {"outside.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
    limits = Limits(seconds=10)
    there = f"http://inside.example:{port}/page"
    error = refused(
        f"http://outside.example:{port}/to/{there}", limits, resolve=lambda host, port: hosts[host]
    )
    assert (error.code, error.details["host"]) == ("web-private", "inside.example (127.0.0.2)")
    assert [host for _, host in Handler.seen] == [f"outside.example:{port}"]


def test_the_next_number_is_tried_where_one_does_not_answer(site: str) -> None:
    port = site.rpartition(":")[2]
    got = fetch(
        f"http://x.example:{port}/page", PRIVATE, resolve=lambda host, port: ["127.9.9.9", "127.0.0.1"]
    )
    assert got.data == PAGE


def test_proxies_of_the_environment_are_not_used(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert fetch(f"{site}/page", PRIVATE).data == PAGE


def test_a_stated_file_name_keeps_its_hangul_and_loses_its_folders(site: str) -> None:
    assert fetch(f"{site}/korean", PRIVATE).name == "하천-협정.txt"


@pytest.mark.parametrize(
    ("address", "media", "name"),
    [
        ("https://a.go.kr/files/mou.pdf", "application/octet-stream", "mou.pdf"),
        ("https://a.go.kr/files/mou.pdf", "text/html; charset=euc-kr", "mou.html"),
        ("https://a.go.kr/down.do?id=3", "application/x-hwp", "down.do.hwp"),
        ("https://a.go.kr/", "text/html", "a.go.kr.html"),
        ("https://a.go.kr/%EC%96%91%ED%95%B4%EA%B0%81%EC%84%9C.hwp", "", "양해각서.hwp"),
        ("https://a.go.kr/con.txt", "", "con-.txt"),
    ],
)
def test_the_type_names_the_format_and_the_address_the_text(address: str, media: str, name: str) -> None:
    target = addresses.target(address, address, any_port=False)
    assert naming.name(target, {"Content-Type": media}) == name


def test_what_was_sent_is_kept_once_and_whole(site: str, tmp_path: Path) -> None:
    got = fetch(f"{site}/page", PRIVATE)
    places = {keep(got, tmp_path / "fetched") for _ in range(3)}
    assert [place.name for place in places] == [f"{got.sha256}.html"]
    assert [place.name for place in (tmp_path / "fetched").iterdir()] == [f"{got.sha256}.html"]
    assert places.pop().read_bytes() == PAGE


def test_a_fetched_page_becomes_a_document_that_knows_where_it_came_from(site: str, tmp_path: Path) -> None:
    document = read_address(f"{site}/to//page", folder=tmp_path, limits=PRIVATE)
    source = document.source
    assert (document.id, document.title) == ("page", "Memorandum of Understanding on Data")
    assert (source.location, source.address) == (f"{site}/to//page", f"{site}/page")
    assert source.retrieved
    assert "share data on rivers" in document.text


def test_a_page_in_place_of_a_pdf_is_read_as_a_page_and_said_to_be_one(site: str) -> None:
    document = read_address(f"{site}/mou.pdf", limits=PRIVATE)
    assert (document.source.format, document.metadata["expected"]) == ("html", "PDF")


def test_content_decides_against_the_stated_type(site: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="PNG picture"):
        read_address(f"{site}/picture", folder=tmp_path, limits=PRIVATE)
    assert len(list(tmp_path.iterdir())) == 1  # what was sent can still be looked at


def test_korean_in_a_legacy_encoding_is_read(site: str) -> None:
    document = read_address(f"{site}/korean", limits=PRIVATE)
    assert (document.language, document.source.encoding, document.id) == ("ko", "cp949", "하천-협정")
    assert document.source.sha256 == hashlib.sha256(KOREAN).hexdigest()


def test_addresses_are_told_from_files() -> None:
    assert all(map(pipeline.is_address, ("https://a.go.kr", "HTTP://a", "ftp://x/y")))
    assert not any(map(pipeline.is_address, ("mou.en", "a/b.pdf", "C:\\a.pdf", "builtin:mou", "./http")))
