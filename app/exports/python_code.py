"""An exchange as a Python program with httpx."""

from __future__ import annotations

from urllib.parse import urlsplit

from app.exports.headers import to_repeat
from app.runtime.records import HttpExchange


def python_httpx(exchange: HttpExchange, *, secrets: bool = False) -> str:
    """Return a program that sends the request of ``exchange`` again and prints the answer.

    Secrets are redacted unless ``secrets``. Raises ValueError for what cannot be said. Any thread.
    """
    request = to_repeat(exchange, secrets=secrets)
    lines = [
        "import httpx",
        "",
        "response = httpx.request(",
        f"    {request.method!r},",
        f"    {request.url!r},",
    ]
    if request.request_headers:
        lines.append("    headers=[")
        lines += [f"        ({name!r}, {value!r})," for name, value in request.request_headers]
        lines.append("    ],")
    if request.request_body:
        lines.append(f"    content={request.request_body!r}.encode(),")
    if (urlsplit(request.url).hostname or "").startswith(("127.", "localhost", "::1")):
        lines.append("    trust_env=False,  # a proxy is not for this machine")
    return "\n".join([*lines, ")", "print(response.status_code, response.text)", ""])
