"""A report taken away: set aside at first, so that `/undo` can bring it back."""

import asyncio
import time

from bot.admin.permission import note
from bot.desk import Desk
from data.store.shelf import shelve


async def delete(at: Desk, chat: int, user: int, number: int) -> bool:
    """Takes it from what the chat reads, and notes who did; False when there is none."""
    reader = await at.reader(chat)
    stored = await asyncio.to_thread(at.store.get, reader, number)
    if stored is None or not await asyncio.to_thread(shelve, at.store, reader, number, time.time()):
        return False
    await note(at, user, "delete", stored.collection, number)
    await at.refresh()
    return True
