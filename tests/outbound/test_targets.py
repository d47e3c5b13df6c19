from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from app.outbound.targets import Targets, resolve
from app.runtime.ports import TargetRefused


@dataclass
class Names:
    """A name server; a name with several answers gives the next one each time it is asked."""

    known: dict[str, list[list[str]]]
    asked: list[str] = field(default_factory=list)

    async def __call__(self, name: str) -> list[str]:
        self.asked.append(name)
        if name not in self.known:
            raise OSError(-2, "Name or service not known")
        answers = self.known[name]
        return answers.pop(0) if len(answers) > 1 else answers[0]


@dataclass
class User:
    """Somebody at the window."""

    says: bool = True
    asked: list[tuple[str, str]] = field(default_factory=list)

    async def __call__(self, host: str, purpose: str) -> bool:
        self.asked.append((host, purpose))
        await asyncio.sleep(0)
        return self.says


NAMES = {
    "bot.example": [["93.184.215.14"]],
    "home.example": [["127.0.0.1"]],
    "mixed.example": [["127.0.0.1", "10.0.0.7"]],
    "inner.example": [["169.254.169.254"]],
    "two.example": [["93.184.215.14", "fe80::1"]],
    "127.1": [["127.0.0.1"]],
    "2852039166": [["169.254.169.254"]],
    "empty.example": [[]],
    "xn--bcher-kva.example": [["93.184.215.14"]],
}


def targets(*allowed: str, user: User | None = None) -> Targets:
    return Targets(allowed, user, Names({name: list(found) for name, found in NAMES.items()}))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:3978/api/calls",
        "https://127.8.9.10/",
        "http://[::1]:5000/callback",
        "http://localhost:3978/",
        "http://LocalHost./",
        "http://bot.localhost/",
        "http://home.example/",  # a name of this computer
        "http://127.1/",
    ],
)
async def test_this_computer_is_always_allowed(url: str) -> None:
    user = User(says=False)
    await targets(user=user).check(url, "webhook")
    assert user.asked == []


async def test_localhost_is_not_looked_up() -> None:
    names = Names({"localhost": [["10.0.0.1"]]})
    made = Targets((), None, names)
    await made.check("http://localhost/", "webhook")
    assert await made.addresses("localhost") == ["127.0.0.1", "::1"]
    assert names.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://metadata.google.internal/computeMetadata/v1/",
        "http://METADATA.google.internal./",
        "http://metadata/",
        "http://[fe80::1]/",
        "http://224.0.0.1/",
        "http://0.0.0.0:8080/",
        "http://[::]/",
        "http://inner.example/",
        "http://2852039166/",  # 169.254.169.254 in another spelling
        "http://two.example/",  # one of its addresses is enough
        "http://[::ffff:169.254.169.254]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:a9fe:a9fe::]/",
    ],
)
async def test_some_addresses_are_never_contacted(url: str) -> None:
    everything = [*NAMES, "169.254.169.254", "fe80::1", "0.0.0.0", "metadata.google.internal"]
    user = User(says=True)
    with pytest.raises(TargetRefused, match=r"never contacts, allowed or not.*--allow-target HOST"):
        await targets(*everything, user=user).check(url, "webhook")
    assert user.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://bot.example/",
        "http://192.168.1.20:3978/",
        "http://100.64.0.1/",
        "http://mixed.example/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
    ],
)
async def test_another_computer_needs_permission(url: str) -> None:
    with pytest.raises(TargetRefused, match="is not on this computer"):
        await targets().check(url, "webhook")


async def test_the_refusal_says_which_host_why_and_what_to_do() -> None:
    with pytest.raises(TargetRefused) as refused:
        await targets().check("https://user:secret@bot.example:8443/x?sig=1", "prompt")
    assert str(refused.value) == (
        "Not contacted (prompt): 'bot.example' (93.184.215.14) is not on this computer. If that is "
        "where your bot is, start with --allow-target bot.example."
    )


@pytest.mark.parametrize(
    ("allowed", "url"),
    [
        ("bot.example", "https://bot.example/x"),
        ("Bot.Example.", "http://bot.example:81/"),
        ("http://bot.example:3978/api", "http://bot.example/"),
        ("bot.example:3978", "http://bot.example/"),
        ("192.168.1.20", "http://192.168.1.20:3978/"),
        ("fd12::0001", "http://[fd12::1]/"),
        ("[fd12::1]", "http://[fd12::1]/"),
        ("bücher.example", "http://xn--bcher-kva.example/"),
        ("xn--bcher-kva.example", "http://bücher.example/"),
        ("mixed.example", "http://mixed.example/"),
    ],
)
async def test_an_allowed_host_may_be_contacted(allowed: str, url: str) -> None:
    await targets(allowed).check(url, "webhook")


async def test_allowing_a_host_allows_no_other() -> None:
    with pytest.raises(TargetRefused):
        await targets("example").check("http://bot.example/", "webhook")
    with pytest.raises(TargetRefused):
        await targets("bot.example").check("http://93.184.215.14/", "webhook")


async def test_a_yes_holds_for_the_run() -> None:
    user = User(says=True)
    made = targets(user=user)
    await made.check("http://bot.example/a", "webhook")
    await made.check("http://bot.example:81/b", "prompt")
    assert user.asked == [("bot.example", "webhook")]
    assert await made.addresses("bot.example") == ["93.184.215.14"]


async def test_a_no_holds_for_the_run_too() -> None:
    user = User(says=False)
    made = targets(user=user)
    for _ in range(2):
        with pytest.raises(TargetRefused, match=r"declined.*--allow-target bot\.example"):
            await made.check("http://bot.example/", "webhook")
    assert len(user.asked) == 1


async def test_the_same_question_is_asked_once() -> None:
    user = User(says=True)
    made = targets(user=user)
    checks = (made.check("http://bot.example/", "webhook") for _ in range(3))
    await asyncio.gather(*checks)
    assert len(user.asked) == 1


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://127.0.0.1/", "http:///x", "//127.0.0.1/", "x", "http://[::1/"],
)
async def test_only_http_addresses_are_contacted(url: str) -> None:
    with pytest.raises(TargetRefused, match="http:// or https://"):
        await targets().check(url, "prompt")


@pytest.mark.parametrize("name", ["unknown.example", "empty.example"])
async def test_a_name_that_leads_nowhere_is_refused_with_a_reason(name: str) -> None:
    with pytest.raises(TargetRefused, match=rf"'{name}' cannot be found .*spelt"):
        await targets().check(f"http://{name}/", "webhook")


async def test_an_allowed_name_that_leads_nowhere_now_is_a_matter_for_the_connection() -> None:
    made = targets("unknown.example")
    await made.check("http://unknown.example/", "webhook")
    with pytest.raises(OSError, match="not known"):
        await made.addresses("unknown.example")


async def test_a_name_that_changes_after_the_check_is_refused_at_the_connection() -> None:
    moving = Names({"moving.example": [["127.0.0.1"], ["10.0.0.7"], ["169.254.169.254"]]})
    made = Targets((), None, moving)
    await made.check("http://moving.example/", "webhook")
    with pytest.raises(TargetRefused, match=r"10\.0\.0\.7.*--allow-target moving\.example"):
        await made.addresses("moving.example")
    with pytest.raises(TargetRefused, match="never contacts"):
        await made.addresses("moving.example")


async def test_the_system_resolves_names_in_a_worker() -> None:
    found = await resolve("localhost")
    assert found
    assert set(found) <= {"127.0.0.1", "::1"}
    with pytest.raises(OSError, match="cannot be a host name"):
        await resolve("x" * 64 + ".example")
