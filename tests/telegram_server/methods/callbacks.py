"""Answers to pressed buttons, to inline queries and to guests."""

from typing import Any

from telegram_server import rules
from telegram_server.errors import bad_request
from telegram_server.world import World

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
PRESS_LIFE = 15 * 60
QUERY_LIFE = 30
LONGEST_ALERT = 200
MOST_RESULTS = 50


def answer_callback_query(world: World, given: dict[str, Any]) -> bool:
    query = world.callbacks.get(given["callback_query_id"])
    if query is None or query["answer"] is not None or world.now() - query["date"] > PRESS_LIFE:
        raise bad_request(TOO_OLD)
    if len(given.get("text", "")) > LONGEST_ALERT:
        raise bad_request("MESSAGE_TOO_LONG")
    query["answer"] = {"text": "", "show_alert": False} | given
    world.announce()
    return True


def answer_inline_query(world: World, given: dict[str, Any]) -> bool:
    query = world.inline.get(given["inline_query_id"])
    if query is None or query["answer"] is not None or world.now() - query["date"] > QUERY_LIFE:
        raise bad_request(TOO_OLD)
    results = given["results"]
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        _check(world, result)
    query["answer"] = given
    world.announce()
    return True


def answer_guest_query(world: World, given: dict[str, Any]) -> dict[str, str]:
    query = world.guests.get(given["guest_query_id"])
    if query is None or query["answer"] is not None or world.now() - query["date"] > QUERY_LIFE:
        raise bad_request(TOO_OLD)
    _check(world, given["result"])
    query["answer"] = given["result"]
    world.announce()
    return {"inline_message_id": f"guest-{world.serial()}"}


def _check(world: World, result: dict[str, Any]) -> None:
    if not 1 <= len(result["id"].encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    text = result.get("input_message_content") or {}
    if "message_text" in text:
        rules.content(world, {"text": text["message_text"], **text})
    rules.keyboard(world, result)
