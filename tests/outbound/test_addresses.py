from __future__ import annotations

import pytest

from app.outbound.addresses import Place, classify

HERE, AWAY, NEVER = Place.HERE, Place.AWAY, Place.NEVER


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("127.0.0.1", HERE),
        ("127.255.255.254", HERE),
        ("::1", HERE),
        ("10.0.0.1", AWAY),
        ("172.16.0.1", AWAY),
        ("192.168.1.1", AWAY),
        ("100.64.0.1", AWAY),  # carrier-grade NAT
        ("100.127.255.255", AWAY),
        ("93.184.215.14", AWAY),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", AWAY),
        ("fd12:3456::1", AWAY),
        ("169.254.169.254", NEVER),
        ("169.254.0.1", NEVER),
        ("fe80::1", NEVER),
        ("fe80::1%eth0", NEVER),
        ("fd00:ec2::254", NEVER),
        ("fd20:ce::254", NEVER),
        ("fd00:42::42", NEVER),
        ("100.100.100.200", NEVER),
        ("168.63.129.16", NEVER),
        ("192.0.0.192", NEVER),
        ("224.0.0.1", NEVER),
        ("239.255.255.250", NEVER),
        ("ff02::1", NEVER),
        ("0.0.0.0", NEVER),
        ("0.1.2.3", NEVER),
        ("::", NEVER),
        ("255.255.255.255", NEVER),
    ],
)
def test_place_of_an_address(address: str, place: Place) -> None:
    assert classify(address)[0] is place


WRAPPINGS = {
    "IPv4-mapped": "::ffff:{0}",
    "IPv4-compatible": "::{0}",
    "IPv4-translated": "::ffff:0:{0}",
    "NAT64": "64:ff9b::{0}",
    "NAT64 of a site": "64:ff9b:1::{0}",
    "6to4": "2002:{1}::1",
    "Teredo, server": "2001:0:{1}::1",
}


def _wrapped(kind: str, inner: str) -> str:
    a, b, c, d = (int(part) for part in inner.split("."))
    return WRAPPINGS[kind].format(inner, f"{a:02x}{b:02x}:{c:02x}{d:02x}")


@pytest.mark.parametrize("kind", WRAPPINGS)
def test_a_hidden_address_that_is_never_contacted_is_found(kind: str) -> None:
    place, what = classify(_wrapped(kind, "169.254.169.254"))
    assert place is NEVER
    assert what == "a link-local address (169.254.169.254) inside an IPv6 address"


@pytest.mark.parametrize("kind", WRAPPINGS)
@pytest.mark.parametrize("inner", ["127.0.0.1", "192.168.1.1", "93.184.215.14"])
def test_an_address_with_another_inside_is_off_loopback(kind: str, inner: str) -> None:
    assert classify(_wrapped(kind, inner))[0] is AWAY


def test_teredo_hides_its_client_inverted() -> None:
    inverted = "5601:5601"  # 169.254.169.254, every bit flipped
    assert classify(f"2001:0:5db8:d822::{inverted}")[0] is NEVER


def test_what_is_no_address_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"bot\.example"):
        classify("bot.example")
