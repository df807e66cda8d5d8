"""HTTP: requests in, answers, faults and files out; on 127.0.0.1 and nowhere else."""

import asyncio
import math
import time
from typing import Any

from aiohttp import web

from .errors import NOT_FOUND, UNAUTHORIZED, ApiError, bad_request, too_many_requests
from .faults import Fault, Faults
from .flood import Flood
from .journal import Call
from .methods import METHODS
from .spec import Upload
from .world import World

LARGEST_REQUEST = 64 * 1024 * 1024
LONGEST_POLL = 50
PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body></html>"
BEFORE = frozenset({"flood", "error", "page", "reset"})


class Cut(Exception):
    """The connection ends here, without an answer."""


class Transport:
    """The aiohttp application around a World."""

    def __init__(self, world: World, token: str, faults: Faults, flood: Flood) -> None:
        self.world = world
        self.token = token
        self.faults = faults
        self.flood = flood
        self.journal: list[Call] = []
        self._news = asyncio.Event()

    def app(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("GET", "/file/bot{token}/{path:.+}", self._download)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        return app

    def ring(self) -> None:
        """Wakes the polls that wait; runs on the loop."""
        self._news.set()
        self._news = asyncio.Event()

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return _refusal(UNAUTHORIZED)
        strike = self.faults.strike("download", {})
        if strike is not None and strike.kind in {"slow", "late"}:
            await asyncio.sleep(strike.seconds)
        file = self.world.files.get(request.match_info["path"].rpartition("/")[2])
        if file is None:
            return _refusal(NOT_FOUND)
        if strike is not None and strike.kind not in {"slow", "late"}:
            return await self._spoilt(request, strike, file.data)
        return web.Response(body=file.data, content_type="application/octet-stream")

    async def _call(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return _refusal(UNAUTHORIZED)
        try:
            method = self.world.spec.name(request.match_info["method"])
            raw = await _parameters(request)
        except ApiError as error:
            self._write(request.match_info["method"], {}, error=error)
            return _refusal(error)
        except ConnectionError:
            return _cut(request)  # the client is gone before it has said everything: there was no request
        strike = self.faults.strike(method, _address(raw))
        if strike is not None and strike.kind in BEFORE:
            self._write(method, raw, fault=strike.kind)
            return await self._spoilt(request, strike, b"")
        if strike is not None and strike.kind == "slow":
            await asyncio.sleep(strike.seconds)
        answer = await self._answer(method, raw, strike)
        if strike is None or strike.kind == "slow":
            return answer
        if strike.kind == "late":
            await asyncio.sleep(strike.seconds)
            return answer
        return await self._spoilt(request, strike, answer.body if isinstance(answer.body, bytes) else b"{}")

    async def _answer(self, method: str, raw: dict[str, Any], strike: Fault | None) -> web.Response:
        """Carries the request out and writes it into the journal."""
        fault = strike.kind if strike is not None else None
        given: dict[str, Any] = raw
        try:
            given = self._checked(method, raw)
            result = await self._poll(given) if method == "getUpdates" else self._carry_out(method, given)
        except ApiError as error:
            self._write(method, given, error=error, fault=fault)
            return _refusal(error)
        self._write(method, given, result=result, fault=fault)
        return web.json_response({"ok": True, "result": result})

    def _checked(self, method: str, raw: dict[str, Any]) -> dict[str, Any]:
        checked = self.world.spec.check(method, raw)
        with self.world.lock:
            self.world.violations += checked.unknown
        return checked.values

    def _carry_out(self, method: str, given: dict[str, Any]) -> Any:
        if method not in METHODS:
            with self.world.lock:
                self.world.violations.append(f"{method}: the test server does not carry this out")
            raise bad_request(f"method {method} is not available on the test server")
        with self.world.lock:
            chat = self.world.chats.get(given["chat_id"]) if isinstance(given.get("chat_id"), int) else None
            if chat is not None:
                self.flood.check(method, chat.id, chat.kind == "private", time.monotonic())
            return METHODS[method](self.world, given)

    async def _poll(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        """Long polling: at most `timeout` seconds, ended by a newer poll or a webhook."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + max(0, min(given.get("timeout", 0), LONGEST_POLL))
        limit = given.get("limit", 100)
        updates = self.world.updates
        with self.world.lock:
            number = updates.begin_poll()
            updates.allow(given.get("allowed_updates"))
            self.world.announce()
        offset = given.get("offset", 0)
        while True:
            news = self._news
            with self.world.lock:
                updates.check_poll(number)
                batch = updates.take(offset, limit if 1 <= limit <= 100 else 100)
            left = deadline - loop.time()
            if batch or left <= 0:
                return batch
            offset = max(offset, 0)
            try:
                await asyncio.wait_for(news.wait(), left)
            except TimeoutError:
                continue

    async def _spoilt(self, request: web.Request, strike: Fault, body: bytes) -> web.StreamResponse:
        """The answer that the fault makes of it."""
        if strike.kind == "flood":
            return _refusal(too_many_requests(max(1, math.ceil(strike.seconds))))
        if strike.kind == "error":
            return _refusal(ApiError(500, "Internal Server Error"))
        if strike.kind == "page":
            return web.Response(status=502, text=PAGE, content_type="text/html")
        if strike.kind == "garbage":
            return web.Response(text='{"ok":tru', content_type="application/json")
        if strike.kind == "half":
            return await _half(request, body)
        return _cut(request)

    def _write(
        self,
        method: str,
        given: dict[str, Any],
        result: Any = None,
        error: ApiError | None = None,
        fault: str | None = None,
    ) -> None:
        with self.world.lock:
            said, code = (error.description, error.code) if error else (None, 200)
            self.journal.append(Call(len(self.journal), time.monotonic(), method, given, result, said, code, fault))
            self.world.announce()


def _refusal(error: ApiError) -> web.Response:
    return web.json_response(error.body(), status=error.code)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _half(request: web.Request, body: bytes) -> web.StreamResponse:
    """Promises the whole body, sends half of it, and is gone."""
    response = web.StreamResponse(
        headers={"Content-Length": str(max(2, len(body))), "Content-Type": "application/json"}
    )
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    return _cut(request)


async def _parameters(request: web.Request) -> dict[str, Any]:
    """Query string, then form, multipart or JSON body; strings stay strings, files become uploads."""
    given: dict[str, Any] = dict(request.query)
    if request.method not in {"GET", "POST"}:
        raise NOT_FOUND
    if request.content_type == "application/json":
        try:
            given |= await request.json()
        except (ValueError, TypeError):
            raise bad_request("object expected as parameters") from None
        return given
    form = await request.post()
    for key, value in form.items():
        if isinstance(value, web.FileField):
            given[key] = Upload(value.filename, value.file.read(), value.content_type)
        else:
            given[key] = value
    return given


def _address(raw: dict[str, Any]) -> dict[str, Any]:
    """The chat id as a number, for the rules of faults."""
    chat = str(raw.get("chat_id", ""))
    return {"chat_id": int(chat)} if chat.lstrip("-").isdigit() else {}
