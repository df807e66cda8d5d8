"""What goes wrong on the way to Telegram goes wrong here, when and where a test wants it."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
import telegram
from aiohttp import web
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest
from telegram_server import Call, TelegramServer, User
from telegram_server.faults import Faults


@pytest.fixture(autouse=True)
def _durations(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns unless it is told that retry_after may be a timedelta."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer() as running:
        yield running
        assert running.violations == []


@pytest.fixture
def alice(server: TelegramServer) -> User:
    user = server.user("Alice")
    user.tells("/start")
    return user


def send(server: TelegramServer, chat: int, text: str = "甲") -> telegram.Message:
    async def scene() -> telegram.Message:
        request = HTTPXRequest(read_timeout=0.5)
        async with telegram.Bot(server.token, base_url=f"{server.url}/bot", request=request) as bot:
            return await bot.send_message(chat, text)

    return asyncio.run(scene())


def sends(server: TelegramServer) -> list[Call]:
    return server.calls("sendMessage")


@pytest.mark.parametrize(
    ("kind", "error", "arrived"),
    [
        ("flood", RetryAfter, 0),
        ("error", NetworkError, 0),
        ("page", NetworkError, 0),
        ("reset", NetworkError, 0),
        ("slow", TimedOut, 1),
        ("lost", NetworkError, 1),
        ("half", NetworkError, 1),
        ("garbage", telegram.error.TelegramError, 1),
        ("late", TimedOut, 1),
    ],
)
def test_a_fault_reaches_the_library_as_its_error(
    server: TelegramServer, alice: User, kind: Any, error: type[Exception], arrived: int
) -> None:
    server.faults.add(kind, "sendMessage")
    with pytest.raises(error):
        send(server, alice.id)
    server.wait_for(lambda: len(alice.private.sent) == arrived)
    server.wait_for(lambda: sends(server) and sends(server)[0].fault == kind)
    assert send(server, alice.id).text == "甲"


def test_a_fault_can_be_meant_for_one_chat_and_come_later(server: TelegramServer, alice: User) -> None:
    bob = server.user("Bob")
    bob.tells("/start")
    server.faults.add("flood", "sendMessage", chat=bob.id, skip=1, seconds=7)
    send(server, alice.id)
    send(server, bob.id)
    with pytest.raises(RetryAfter) as caught:
        send(server, bob.id)
    assert caught.value.retry_after == timedelta(seconds=7)


def test_the_same_seed_strikes_the_same_requests() -> None:
    def strikes(seed: int) -> list[bool]:
        faults = Faults(seed)
        faults.mix(["reset", "lost"], "sendMessage", probability=0.3)
        return [faults.strike("sendMessage", {}) is not None for _ in range(200)]

    assert strikes(1) == strikes(1) != strikes(2)
    assert 30 < sum(strikes(1)) < 90


def test_a_download_can_break_off(server: TelegramServer, alice: User) -> None:
    message = alice.sends_file(alice.private, "甲.txt", b"x" * 1000)
    path = f"{server.url}/file/bot{server.token}/documents/{message['document']['file_id']}"
    server.faults.add("half", "download")
    with pytest.raises(httpx.HTTPError):
        httpx.get(path)
    assert httpx.get(path).content == b"x" * 1000


def test_flood_control_counts_messages_a_chat(server: TelegramServer, alice: User) -> None:
    group = server.group("群", alice)
    server.flood.on = True
    for number in range(20):
        send(server, group.id, str(number))
    with pytest.raises(RetryAfter):
        send(server, group.id)
    assert send(server, alice.id).text == "甲"
    assert server.flood.refused == 1
    assert sends(server)[20].error.startswith("Too Many Requests: retry after ")


def test_an_unknown_chat_is_no_fault(server: TelegramServer) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        send(server, 5)


class Hook:
    """A bot's webhook that says no to the first updates."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.got: list[tuple[int, str | None]] = []

    async def post(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append((update["update_id"], request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        self.failures -= 1
        return web.Response(status=200 if self.failures < 0 else 500)


async def listening(hook: Hook, scene: Callable[[int], Any]) -> None:
    app = web.Application()
    app.router.add_post("/hook", hook.post)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        await asyncio.to_thread(scene, runner.addresses[0][1])
    finally:
        await runner.cleanup()


def test_a_webhook_gets_every_update_until_it_says_yes(server: TelegramServer) -> None:
    alice = server.user("Alice")
    hook = Hook(failures=2)

    def scene(port: int) -> None:
        given = {"url": f"http://127.0.0.1:{port}/hook", "secret_token": "s3cret"}
        assert httpx.post(f"{server.url}/bot{server.token}/setWebhook", json=given).json()["ok"]
        alice.tells("甲")
        alice.tells("乙")
        server.wait_until_read()

    asyncio.run(listening(hook, scene))
    first = hook.got[0][0]
    assert hook.got == [(first, "s3cret")] * 3 + [(first + 1, "s3cret")]
    assert [status for _, status in server.deliveries] == [500, 500, 200, 200]
