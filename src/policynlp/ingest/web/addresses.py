"""Which addresses may be asked: http and https, common ports, and hosts that lie on the public internet."""

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from policynlp.errors import UnreadableError

Resolve = Callable[[str, int], list[str]]
"""Host and port to numeric addresses; raises OSError where there are none."""
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_DEFAULT_PORTS = {"http": 80, "https": 443}
PORTS = frozenset({80, 443, 8080, 8443})
"""Ports that publishers' web servers listen on; any other may be another service that a request disturbs."""
LENGTH = 4096
"""Most characters of an address: longer ones are refused by most servers."""

_CLOSED = tuple(
    map(
        ipaddress.ip_network,
        (
            "168.63.129.16/32",  # a cloud's own services, in the middle of public space
            "192.0.0.0/24",  # protocol assignments (RFC 6890), metadata of a cloud among them
            "192.88.99.0/24",  # relays to 6to4 (RFC 7526)
            "2001::/23",  # protocol assignments, Teredo among them (RFC 2928)
            "2002::/16",  # 6to4 (RFC 3056): carries an IPv4 address
            "3fff::/20",  # documentation (RFC 9637)
            "5f00::/16",  # segment routing (RFC 9602)
            "64:ff9b:1::/48",  # local translation to IPv4 (RFC 8215)
            "::/96",  # IPv4-compatible (RFC 4291, deprecated)
        ),
    )
)
"""Networks that ``is_global`` of some Python versions lets pass."""
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv6 addresses that a translator turns into the IPv4 address in their last 32 bits (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Target:
    """What to ask, taken apart."""

    address: str
    """Normalised, without fragment."""
    scheme: str
    host: str
    """ASCII, lower case, without brackets."""
    port: int
    path: str
    """Path and query as sent."""

    @property
    def named(self) -> str:
        """Host as a request names it: brackets round IPv6, the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def target(address: str, given: str, *, any_port: bool) -> Target:
    """An address taken apart; raises UnreadableError about ``given`` for one that is not to be asked."""
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    if len(address) > LENGTH or any(letter.isspace() or not letter.isprintable() for letter in address):
        raise UnreadableError(shown(given), "web-address")
    try:
        url = parse_url(address)
    except LocationParseError as error:
        raise UnreadableError(given, "web-address") from error
    if url.scheme not in _DEFAULT_PORTS:
        raise UnreadableError(given, "web-scheme", scheme=url.scheme or "")
    if url.auth is not None:
        raise UnreadableError(without_secret(given), "web-credentials")
    if not url.host:
        raise UnreadableError(given, "web-address")
    port = _DEFAULT_PORTS[url.scheme] if url.port is None else url.port
    if not any_port and port not in PORTS:
        raise UnreadableError(given, "web-port", port=port, ports=", ".join(map(str, sorted(PORTS))))
    plain = url._replace(fragment=None)
    return Target(plain.url, url.scheme, url.host.strip("[]").lower(), port, plain.request_uri)


def without_secret(address: str) -> str:
    """An address without the name and password in it: they must not reach a screen or a log."""
    return re.sub(r"//[^/?#]*@", "//", address)


def shown(address: str) -> str:
    """An address that cannot be one, as it can be quoted in a sentence."""
    return re.sub(r"[^\S ]|[^\w\s!-~]", "�", address[:200])


def moved(current: Target, location: str) -> str:
    """The address that a redirect leads to."""
    return urljoin(current.address, location)


def system_resolver(host: str, port: int) -> list[str]:
    """What the system's resolver says, in its order, without repeats."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked(target: Target, given: str, resolve: Resolve, *, private: bool) -> list[str]:
    """Numeric addresses of a host, every one of which may be asked.

    One that may not be asked closes the whole host: a name that points both outside and inside is a trick.
    Raises UnreadableError.
    """
    try:
        found = resolve(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(given, "web-no-host", host=target.host) from error
    if not found:
        raise UnreadableError(given, "web-no-host", host=target.host)
    closed = [one for one in found if not is_public(one)]
    if closed and not private:
        where = target.host if target.host == closed[0] else f"{target.host} ({closed[0]})"
        raise UnreadableError(given, "web-private", host=where)
    return found


def is_public(address: str) -> bool:
    """Whether a numeric address lies on the public internet, and so does any IPv4 address inside it."""
    one: Address = ipaddress.ip_address(address.partition("%")[0])
    inner = embedded(one)
    if inner is not None:
        return is_public(str(inner))
    if any(one in network for network in _CLOSED if network.version == one.version):
        return False
    special = (
        one.is_multicast or one.is_reserved or one.is_unspecified or one.is_loopback or one.is_link_local
    )
    return one.is_global and not special and not getattr(one, "is_site_local", False)


def embedded(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for, mapped or translated."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped
