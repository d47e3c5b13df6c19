from __future__ import annotations

import pytest

from app.api.proxy_request import BadRequest, Target, read_request


@pytest.mark.parametrize(
    ("authority", "host", "port"),
    [
        (b"graph.microsoft.com:443", "graph.microsoft.com", 443),
        (b"Graph.Microsoft.COM:8443", "graph.microsoft.com", 8443),
        (b"[::1]:80", "::1", 80),
    ],
)
def test_a_tunnel(authority: bytes, host: str, port: int) -> None:
    head = b"CONNECT " + authority + b" HTTP/1.1\r\nHost: x\r\n\r\n"
    assert read_request(head) == Target("https", host, port, True, b"")


def test_a_request_goes_on_without_what_is_for_the_proxy() -> None:
    target = read_request(
        b"POST http://h.example:81/a?b=c HTTP/1.1\r\nHost: h.example:81\r\n"
        b"Proxy-Connection: keep-alive\r\nProxy-Authorization: Basic x\r\n"
        b"Connection: keep-alive\r\n"
        b"X-Other: 1\r\n\r\n"
    )
    assert (target.scheme, target.host, target.port) == ("http", "h.example", 81)
    assert target.head == (
        b"POST /a?b=c HTTP/1.1\r\nHost: h.example:81\r\nX-Other: 1\r\nConnection: close\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("url", "line"),
    [
        (b"https://h.example", b"GET / HTTP/1.1"),
        (b"HTTPS://h.example?x=/y", b"GET /?x=/y HTTP/1.1"),
        (b"https://h.example/%C3%A9//b", b"GET /%C3%A9//b HTTP/1.1"),
    ],
)
def test_the_path_of_a_url(url: bytes, line: bytes) -> None:
    target = read_request(b"GET " + url + b" HTTP/1.1\r\n\r\n")
    assert target.head.startswith(line + b"\r\n") and target.port == 443


@pytest.mark.parametrize(
    "head",
    [
        b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n",
        b"GET ftp://h/ HTTP/1.1\r\n\r\n",
        b"GET http:///x HTTP/1.1\r\n\r\n",
        b"GET http://h:no/ HTTP/1.1\r\n\r\n",
        b"GET http://[::1/ HTTP/1.1\r\n\r\n",
        b"CONNECT graph.microsoft.com HTTP/1.1\r\n\r\n",
        b"CONNECT h:99999 HTTP/1.1\r\n\r\n",
        b"CONNECT \xff:443 HTTP/1.1\r\n\r\n",
        b"CONNECT h:443 SPDY/3\r\n\r\n",
        b"SSH-2.0-x\r\n\r\n",
    ],
)
def test_what_is_no_request_to_a_proxy(head: bytes) -> None:
    with pytest.raises(BadRequest):
        read_request(head)
