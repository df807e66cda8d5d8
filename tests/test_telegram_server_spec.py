"""Requests are held against the description of the Bot API, whole or the subset that ships with the tests."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram_server import Spec, TelegramServer
from telegram_server.methods import METHODS
from telegram_server.spec import FULL, SUBSET


def available() -> list[Any]:
    absent = pytest.mark.skipif(not FULL.exists(), reason="the whole description lies beside the checkout only")
    return [pytest.param(SUBSET, id="subset"), pytest.param(FULL, id="whole", marks=absent)]


@pytest.fixture(params=available())
def server(request: pytest.FixtureRequest) -> Iterator[TelegramServer]:
    with TelegramServer(spec=Spec(request.param)) as running:
        running.user("Alice", id=7).tells("/start")
        yield running


def post(server: TelegramServer, method: str, **data: Any) -> tuple[int, str]:
    """One request as a form; status and description."""
    response = httpx.post(f"{server.url}/bot{server.token}/{method}", data=data, timeout=5)
    return response.status_code, str(response.json().get("description"))


def test_an_unknown_method_is_not_found(server: TelegramServer) -> None:
    assert post(server, "sendNothing") == (404, "Not Found: method not found")


def test_methods_are_known_in_any_case(server: TelegramServer) -> None:
    assert post(server, "GETME")[0] == 200


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"chat_id": "7"}, "Bad Request: message text is empty"),
        ({"text": "甲"}, "Bad Request: chat_id is empty"),
        ({"chat_id": "7", "text": "甲", "message_thread_id": "x"}, "message_thread_id"),
        ({"chat_id": "7", "text": "甲", "disable_notification": "maybe"}, "disable_notification"),
        ({"chat_id": "7", "text": "甲", "reply_markup": "{"}, "reply_markup"),
        ({"chat_id": "7", "text": "甲", "reply_parameters": "{}"}, "ReplyParameters lacks message_id"),
        (
            {"chat_id": "7", "text": "甲", "reply_markup": '{"inline_keyboard":[[{"callback_data":"x"}]]}'},
            "reply_markup",
        ),
    ],
)
def test_missing_and_wrong_parameters_are_refused(server: TelegramServer, data: dict[str, str], reason: str) -> None:
    status, description = post(server, "sendMessage", **data)
    assert (status, reason in description) == (400, True), description
    assert server.violations == []


def test_unknown_parameters_pass_but_are_recorded(server: TelegramServer) -> None:
    preview = json.dumps({"is_disabled": True, "is_off": True})
    assert post(server, "sendMessage", chat_id=7, text="甲", colour="red", link_preview_options=preview)[0] == 200
    assert server.violations == [
        "sendMessage: unknown parameter 'colour'",
        "sendMessage.link_preview_options: unknown field 'is_off' of LinkPreviewOptions",
    ]


def test_kinds_of_scope_are_told_apart(server: TelegramServer) -> None:
    commands = json.dumps([{"command": "ask", "description": "提问"}])
    scope = json.dumps({"type": "all_group_chats"})
    assert post(server, "setMyCommands", commands=commands, scope=scope)[0] == 200
    assert post(server, "setMyCommands", commands=commands, scope=json.dumps({"type": "everywhere"}))[0] == 400
    assert server.violations == []


@pytest.mark.skipif(not FULL.exists(), reason="the whole description lies beside the checkout only")
def test_the_subset_agrees_with_the_whole() -> None:
    def typed(path: Path, kind: str, name: str) -> list[tuple[Any, ...]]:
        item = json.loads(path.read_text("utf-8"))[kind][name]
        return [(field["name"], field["types"], field["required"]) for field in item.get("fields", [])]

    subset = json.loads(SUBSET.read_text("utf-8"))
    for kind in ("methods", "types"):
        for name in subset[kind]:
            assert typed(SUBSET, kind, name) == typed(FULL, kind, name), name


def test_every_method_that_is_carried_out_is_in_the_subset() -> None:
    described = set(json.loads(SUBSET.read_text("utf-8"))["methods"])
    assert set(METHODS) | {"getUpdates"} == described
