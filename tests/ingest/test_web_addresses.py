"""Which addresses are asked at all, and what they are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.errors import UnreadableError
from policynlp.ingest.web import Limits, addresses, naming

from .server import refused


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
    ],
)
def test_addresses_that_are_not_public(number: str) -> None:
    assert not addresses.is_public(number)
    if "%" not in number:
        host = f"[{number}]" if ":" in number else number
        assert refused(f"http://{host}/", Limits()).code == "web-private"


@pytest.mark.parametrize(
    "number", ["8.8.8.8", "203.248.252.2", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_that_are_public(number: str) -> None:
    assert addresses.is_public(number)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_as_public_inside_ipv6_as_by_itself(number: object) -> None:
    alone = addresses.is_public(str(number))
    assert addresses.is_public(f"::ffff:{number}") is alone
    assert addresses.is_public(f"64:ff9b::{number}") is alone


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost", "LOCALHOST."]
)
def test_other_spellings_of_this_machine_are_seen_through(host: str) -> None:
    assert refused(f"http://{host}/", Limits()).code in ("web-private", "web-no-host")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("ftp://ministry.example/mou.pdf", "web-scheme"),
        ("file:///etc/passwd", "web-scheme"),
        ("https://name:secret@ministry.example/", "web-credentials"),
        ("https://name@ministry.example/", "web-credentials"),
        ("https:///mou", "web-address"),
        ("https://", "web-address"),
        ("https://minis try.example/", "web-address"),
        ("https://ministry.example/\r\nHost: other", "web-address"),
        ("https://ministry.example:99999/", "web-address"),
        ("https://ministry.example:22/", "web-port"),
        ("https://ministry.example:0/", "web-port"),
        ("https://[::1/", "web-address"),
        ("https://ministry.example/" + "a" * 5000, "web-address"),
    ],
)
def test_addresses_that_are_not_asked(address: str, code: str) -> None:
    error = refused(address, Limits(), resolve=lambda host, port: ["8.8.8.8"])
    assert error.code == code
    assert "secret" not in error.said("en") + error.said("ko")


def test_korean_hosts_and_paths_are_asked_in_their_ascii_form() -> None:
    target = addresses.target("https://외교부.한국/조약/제1조?쪽=2#끝", "", any_port=False)
    assert target.host == "xn--vf4b27jfzgq6h.xn--3e0b707e" or target.host.startswith("xn--")
    assert target.path.isascii()
    assert "#" not in target.address


@given(st.text())
def test_whatever_is_given_as_an_address_ends_in_a_target_or_a_sentence(text: str) -> None:
    try:
        target = addresses.target(f"https://{text}", "given", any_port=False)
    except UnreadableError as error:
        said = error.said("en")
    else:
        said = f"given: {target.scheme}"
    assert said.startswith("given: ")


@given(st.text())
def test_names_have_nothing_that_a_file_system_minds(text: str) -> None:
    name = naming.fit(text)
    assert not set(name) & set('/\\:*?"<>|\0\n ')
    assert not name.startswith((".", "-"))
    assert ".." not in name
    assert len(name) <= naming.LENGTH + 1
