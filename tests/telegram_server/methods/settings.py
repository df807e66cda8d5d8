"""What the bot says about itself: identity, commands, descriptions, webhook."""

import json
import re
from collections.abc import Callable
from typing import Any

from telegram_server.errors import bad_request
from telegram_server.world import World

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(world: World, given: dict[str, Any]) -> dict[str, Any]:
    del given
    return world.bot


def done(world: World, given: dict[str, Any]) -> bool:
    del world, given
    return True


def set_my_commands(world: World, given: dict[str, Any]) -> bool:
    if len(given["commands"]) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in given["commands"]:
        if not COMMAND.fullmatch(command["command"].removeprefix("/").lower()):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(world, given)] = given["commands"]
    return True


def get_my_commands(world: World, given: dict[str, Any]) -> list[dict[str, str]]:
    return world.commands.get(_scope(world, given), [])


def delete_my_commands(world: World, given: dict[str, Any]) -> bool:
    world.commands.pop(_scope(world, given), None)
    return True


def _scope(world: World, given: dict[str, Any]) -> tuple[str, str]:
    """Scope and language as one key; a scope that names a chat must name one that exists."""
    scope = given.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        world.chat(scope["chat_id"])
    return json.dumps(scope, sort_keys=True), _language(given)


def _language(given: dict[str, Any]) -> str:
    code = str(given.get("language_code") or "")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def setter(field: str, longest: int) -> Callable[[World, dict[str, Any]], bool]:
    """A method that keeps one text about the bot for a language."""

    def keep(world: World, given: dict[str, Any]) -> bool:
        text = str(given.get(field) or "")
        if len(text) > longest:
            raise bad_request(f"{field.replace('_', ' ')} is too long")
        world.profile[field, _language(given)] = text
        return True

    return keep


def getter(field: str) -> Callable[[World, dict[str, Any]], dict[str, str]]:
    """A method that tells one text about the bot, falling back to the language-less one."""

    def tell(world: World, given: dict[str, Any]) -> dict[str, str]:
        fallback = world.profile.get((field, ""), world.bot["first_name"] if field == "name" else "")
        return {field: world.profile.get((field, _language(given))) or fallback}

    return tell


def set_webhook(world: World, given: dict[str, Any]) -> bool:
    """Unlike Telegram, plain http to 127.0.0.1 is taken, and nothing else."""
    url = given["url"]
    if not url:
        return delete_webhook(world, given)
    if not re.match(r"http://127\.0\.0\.1:\d+/", url):
        raise bad_request("bad webhook: this server only delivers to http://127.0.0.1:PORT/")
    secret = given.get("secret_token")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    world.updates.allow(given.get("allowed_updates"))
    if given.get("drop_pending_updates"):
        world.updates.waiting.clear()
    world.updates.webhook = {
        "url": url,
        "secret": secret,
        "max_connections": given.get("max_connections", 40),
        "has_custom_certificate": "certificate" in given,
    }
    world.announce()
    return True


def delete_webhook(world: World, given: dict[str, Any]) -> bool:
    world.updates.webhook = {}
    if given.get("drop_pending_updates"):
        world.updates.waiting.clear()
    world.announce()
    return True


def get_webhook_info(world: World, given: dict[str, Any]) -> dict[str, Any]:
    del given
    hook = world.updates.webhook
    info: dict[str, Any] = {
        "url": hook.get("url", ""),
        "has_custom_certificate": hook.get("has_custom_certificate", False),
        "pending_update_count": len(world.updates.waiting),
    }
    info |= {key: hook[key] for key in ("max_connections", "last_error_date", "last_error_message") if key in hook}
    return info | ({"allowed_updates": sorted(world.updates.allowed)} if world.updates.allowed else {})
