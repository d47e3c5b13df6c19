from __future__ import annotations

from app.bridge.answered import Answered, BadTrust, Unanswered


def test_the_first_header_of_a_name_is_found_in_any_case() -> None:
    came = Answered(200, (("Retry-After", "7"), ("retry-after", "8")), b"")
    assert came.header("retry-after") == "7"
    assert came.header("location") is None


def test_a_failure_says_whether_anything_was_sent() -> None:
    error = Unanswered("tls", "its certificate is not trusted", sent=False)
    assert (error.trouble, error.sent, str(error)) == (
        "tls",
        False,
        "its certificate is not trusted",
    )
    assert issubclass(BadTrust, ValueError), "what a person can put right"
