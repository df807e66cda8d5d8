"""A Bot API server for tests: Telegram on 127.0.0.1, with its users in the hands of the test.

    with TelegramServer() as telegram:
        alice = telegram.user("Alice")
        group = telegram.group("科创群", alice)
        question = alice.says(group, "@huiwen_bot 谁出席了？")
        answer = telegram.reply_to(question)

The server runs on a thread of its own and outlives the bot; everything here may be called from any thread. In an async
test call what waits (`wait_for`, `reply_to`, `answered`) through `asyncio.to_thread`.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, TypeVar

from aiohttp import web

from .actors import User
from .faults import Faults
from .flood import Flood
from .journal import Call
from .records import Chat, Message, newest
from .rooms import Room
from .spec import Spec
from .transport import Transport
from .webhook import Courier
from .world import World

Found = TypeVar("Found")
TOKEN = "700000001:AAtest-token_that-must-never-be-logged"
PATIENCE = 10.0


class TelegramServer:
    """The server and its world; a context manager."""

    def __init__(
        self, *, username: str = "huiwen_bot", name: str = "会问", seed: int = 1, spec: Spec | None = None
    ) -> None:
        self.token = TOKEN
        bot = {
            "id": int(TOKEN.partition(":")[0]),
            "is_bot": True,
            "first_name": name,
            "username": username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        self.world = World(bot, spec or Spec(), seed)
        self.faults = Faults(seed)
        self.flood = Flood()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="telegram-server", daemon=True)
        self._transport = Transport(self.world, self.token, self.faults, self.flood)
        self._courier = Courier(self.world)
        self._delivery: asyncio.Task[None] | None = None
        self._runner: web.AppRunner | None = None

    def __enter__(self) -> TelegramServer:
        self._thread.start()
        self._run(self._start())
        self.world.listeners.append(self._ring_soon)
        return self

    def __exit__(self, *_: object) -> None:
        self.world.listeners.clear()
        self._run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    @property
    def url(self) -> str:
        """The root of the API, as HUIWEN_TELEGRAM_URL wants it."""
        return f"http://127.0.0.1:{self.port}"

    # --- who is there

    def user(self, name: str, *, language: str | None = "zh-hans", id: int | None = None, is_bot: bool = False) -> User:  # noqa: A002 - Telegram's word
        """A new account; `language` None for a client that does not tell."""
        with self.world.lock:
            number = id or 200_000_000 + self.world.serial()
            shown: dict[str, Any] = {"id": number, "is_bot": is_bot, "first_name": name, "username": f"u{number}"}
            self.world.users[number] = shown | ({"language_code": language} if language else {})
            return User(self, self.world.users[number])

    def private(self, user: User) -> Room:
        """The private chat of a user with the bot."""
        with self.world.lock:
            members = {user.id: "member", self.world.bot["id"]: "member"}
            chat = Chat(user.id, "private", user=user.shown, members=members)
            return Room(self.world, self.world.chats.setdefault(user.id, chat).id)

    def group(self, title: str, owner: User, *members: User, bot: str = "member") -> Room:
        """A basic group; `bot` is the bot's status ("left": not yet in it)."""
        return self._room("group", -4_000_000_000 - self.world.serial(), title, owner, members, bot)

    def supergroup(
        self,
        title: str,
        owner: User,
        *members: User,
        bot: str = "member",
        forum: bool = False,
        username: str | None = None,
    ) -> Room:
        """A supergroup, with topics when it is a forum."""
        number = -1_001_500_000_000 - self.world.serial()
        return self._room("supergroup", number, title, owner, members, bot, is_forum=forum, username=username)

    def channel(self, title: str, owner: User, *, bot: str = "left", linked: Room | None = None) -> Room:
        """A channel; posts go on to the `linked` group."""
        room = self._room("channel", -1_001_700_000_000 - self.world.serial(), title, owner, (), bot)
        if linked is not None:
            room.chat.linked, linked.chat.linked = linked.id, room.id
        return room

    def _room(
        self, kind: str, number: int, title: str, owner: User, members: tuple[User, ...], bot: str, **more: Any
    ) -> Room:
        with self.world.lock:
            statuses = {owner.id: "creator"} | {user.id: "member" for user in members} | {self.world.bot["id"]: bot}
            self.world.chats[number] = Chat(number, kind, title, members=statuses, **more)
            return Room(self.world, number)

    def privacy(self, *, on: bool) -> None:
        """Privacy mode; on is Telegram's default."""
        self.world.bot["can_read_all_group_messages"] = not on

    # --- what happened

    @property
    def journal(self) -> list[Call]:
        """Every call so far."""
        return list(self._transport.journal)

    @property
    def violations(self) -> list[str]:
        """Requests that Telegram lets pass but that no correct bot sends; a test asserts that there are none."""
        return list(self.world.violations)

    @property
    def deliveries(self) -> list[tuple[int, int]]:
        """Attempts to deliver by webhook: update id and HTTP status, 0 for no answer."""
        return list(self._courier.attempts)

    @property
    def pending(self) -> list[dict[str, Any]]:
        """Updates that the bot has not confirmed."""
        with self.world.lock:
            return [update for _, update in self.world.updates.waiting]

    @property
    def polls(self) -> int:
        """How many times getUpdates was called."""
        return self.world.updates.poll

    def calls(self, method: str, room: Room | None = None) -> list[Call]:
        """The journal of one method, in one chat or all."""
        return [call for call in self.journal if call.method == method and (room is None or call.chat_id == room.id)]

    def replies(self, question: Message) -> list[Message]:
        """What the bot replied to a message, oldest first."""
        with self.world.lock:
            return newest(self._replies(question))

    def _replies(self, question: Message) -> list[Message]:
        chat = self.world.chats[question.chat_id]
        return [chat.messages[number] for number in chat.replies.get(question.id, []) if number in chat.messages]

    def unanswered(self, questions: Iterable[Message]) -> list[Message]:
        """The questions to which no reply of the bot stands in their chat."""
        with self.world.lock:
            return [question for question in questions if not self._replies(question)]

    def pass_time(self, seconds: float) -> None:
        """Advances the server's clock: updates and queries grow old."""
        with self.world.lock:
            self.world.shift += seconds

    # --- waiting

    def wait_for(self, condition: Callable[[], Found | None], timeout: float = PATIENCE, what: str = "it") -> Found:
        """The first truthy value of `condition`, asked again whenever something changed.

        Raises:
            AssertionError: not within `timeout` seconds; the last calls are shown.
        """
        deadline = time.monotonic() + timeout
        with self.world.lock:
            while not (found := condition()):
                left = deadline - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"waited {timeout:g} s for {what}\n{self.tail()}")
                self.world.changed.wait(min(left, 0.25))
            return found

    def reply_to(self, question: Message, timeout: float = PATIENCE) -> Message:
        """The bot's first reply to a message."""
        return self.wait_for(lambda: self.replies(question), timeout, f"a reply to {question.text!r}")[0]

    def next_sent(self, room: Room, after: Message, timeout: float = PATIENCE) -> Message:
        """The bot's first message in the chat after another one, a reply or not."""
        return self.wait_for(
            lambda: [message for message in room.sent if message.id > after.id],
            timeout,
            f"a message after {after.text!r}",
        )[0]

    def wait_until_read(self, timeout: float = PATIENCE) -> None:
        """Until the bot has confirmed every update."""
        self.wait_for(lambda: not self.pending, timeout, "the bot to confirm all updates")

    def tail(self, lines: int = 15) -> str:
        """The last calls, for the message of a failed test."""
        shown = [call for call in self.journal if call.method != "getUpdates" or call.error]
        return "\n".join(
            f"  {call.method} {call.error or 'ok'} {call.fault or ''} {str(call.given)[:300]}"
            for call in shown[-lines:]
        )

    # --- running

    def _ring_soon(self) -> None:
        self._loop.call_soon_threadsafe(self._ring)

    def _ring(self) -> None:
        self._transport.ring()
        self._courier.ring()

    async def _start(self) -> None:
        self._runner = web.AppRunner(self._transport.app(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self._delivery = asyncio.create_task(self._courier.run())

    async def _stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:  # polls whose bot was killed still wait for their time to pass
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def _run(self, work: Coroutine[Any, Any, Found]) -> Found:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)
