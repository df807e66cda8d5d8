"""The chat in the terminal: the same engine and the same words as on Telegram."""

import os
from collections.abc import Callable
from datetime import date

from rich.console import Console
from rich.text import Text

from bot.desk import Engine
from bot.render.plain import plain_sources, plain_text
from bot.texts import language_of, say
from data.records import Reader
from retrieval.records import Context, Language


def run(engine: Engine, reader: Reader, today: Callable[[], date], console: Console | None = None) -> None:
    """Answers line by line until an empty line or the end of the input."""
    screen = console or Console(highlight=False)
    language = _language()
    screen.print(Text(say(language, "chat.welcome"), style="bold"))
    screen.print(Text(say(language, "chat.telegram"), style="dim"), soft_wrap=True)
    context = Context()
    while line := _asked(screen):
        reply = engine.ask(reader, line, today(), context)
        context = reply.context
        screen.print(Text(plain_text(reply)), soft_wrap=True)
        if sources := plain_sources(reply):
            screen.print(Text(sources, style="dim"), soft_wrap=True)
        screen.print()


def _language() -> Language:
    """The terminal's; Chinese where it has none (C, POSIX)."""
    code = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").split(".")[0]
    return language_of(None if code in {"", "C", "POSIX"} else code)


def _asked(screen: Console) -> str:
    """The next line, stripped; empty at the end of the input."""
    try:
        return screen.input("[bold]› [/bold]").strip()
    except (EOFError, KeyboardInterrupt):
        return ""
