"""Both loopbacks on one port, nothing else without a word, and errors that say what to do."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from app.api.binding import CannotListen, PortBusy, bind, is_loopback


@contextmanager
def bound(host: str = "127.0.0.1", port: int = 0, *, lan: bool = False) -> Iterator[list[str]]:
    """Addresses that are listened on."""
    sockets = bind(host, port, lan=lan)
    try:
        yield [f"{sock.getsockname()[0]} {sock.getsockname()[1]}" for sock in sockets]
    finally:
        for sock in sockets:
            sock.close()


def has_ipv6() -> bool:
    try:
        with closing(socket.socket(socket.AF_INET6)) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]"])
def test_both_loopbacks_share_a_port(host: str) -> None:
    with bound(host) as addresses:
        hosts, ports = zip(*(address.split() for address in addresses), strict=True)
        assert hosts == (("127.0.0.1", "::1") if has_ipv6() else ("127.0.0.1",))
        assert len(set(ports)) == 1 and ports[0] != "0"


def test_another_loopback_address_comes_on_top() -> None:
    with bound("127.0.0.2") as addresses:
        assert [address.split()[0] for address in addresses][-1] == "127.0.0.2"


def test_wildcard_covers_the_loopback_of_its_family() -> None:
    with bound("0.0.0.0", lan=True) as addresses:
        hosts = [address.split()[0] for address in addresses]
        assert hosts == (["0.0.0.0", "::1"] if has_ipv6() else ["0.0.0.0"])


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "2001:db8::1"])
def test_other_addresses_need_lan(host: str) -> None:
    with pytest.raises(CannotListen, match="--lan"):
        bind(host, 0)


def test_busy_port_is_named_with_a_remedy() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortBusy) as caught:
            bind("127.0.0.1", port)
    assert isinstance(caught.value, OSError)
    assert str(caught.value) == (
        f"Port {port} on 127.0.0.1 is in use by another program, perhaps another callsim. "
        "Stop it or choose another port (--port 0 picks a free one)."
    )


@pytest.mark.skipif(not has_ipv6(), reason="no IPv6 here")
def test_port_busy_on_one_loopback_frees_the_other() -> None:
    with closing(socket.create_server(("::1", 0), family=socket.AF_INET6)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortBusy, match="on ::1"):
            bind("127.0.0.1", port)
        with closing(socket.create_server(("127.0.0.1", port))):
            pass


@pytest.mark.skipif(not has_ipv6(), reason="no IPv6 here")
def test_a_free_port_is_free_on_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first port offered for IPv4 is taken on IPv6: another one is tried."""
    with closing(socket.create_server(("::1", 0), family=socket.AF_INET6)) as other:
        taken = other.getsockname()[1]
        real = socket.socket.bind
        offered: list[int] = []

        class Socket(socket.socket):
            def bind(self, address: tuple[str, int]) -> None:  # type: ignore[override]
                if address == ("127.0.0.1", 0) and not offered:
                    address = ("127.0.0.1", taken)
                offered.append(address[1])
                real(self, address)

        monkeypatch.setattr(socket, "socket", Socket)
        with bound() as addresses:
            assert len(addresses) == 2
            assert str(taken) not in addresses[0]
        assert offered[0] == taken


def test_machine_without_ipv6_listens_on_ipv4(monkeypatch: pytest.MonkeyPatch) -> None:
    class Socket(socket.socket):
        def __init__(self, family: int = -1, *rest: int, **options: object) -> None:
            if family == socket.AF_INET6:
                raise OSError(97, "Address family not supported by protocol")
            super().__init__(family, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "socket", Socket)
    with bound() as addresses:
        assert [address.split()[0] for address in addresses] == ["127.0.0.1"]


@pytest.mark.parametrize("port", [-1, 65536])
def test_impossible_port(port: int) -> None:
    with pytest.raises(CannotListen, match=f"Port {port} does not exist"):
        bind("127.0.0.1", port)


def test_unknown_host() -> None:
    with pytest.raises(CannotListen, match=r"no-such-host\.invalid"):
        bind("no-such-host.invalid", 0, lan=True)


def test_address_of_another_machine() -> None:
    with pytest.raises(CannotListen, match=r"192\.0\.2\.1 is not an address of this machine"):
        bind("192.0.2.1", 0, lan=True)


def test_loopback_is_told_from_the_rest() -> None:
    assert is_loopback("127.8.8.8") and is_loopback("::1")
    assert not is_loopback("0.0.0.0") and not is_loopback("10.0.0.1")


def test_the_message_names_the_option_that_is_to_be_changed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortBusy, match="--https-port 0"):
            bind("127.0.0.1", port, option="--https-port")
