"""What follows a load: who did it is noted, and an earlier version of the same report steps aside."""

import asyncio
import time

from bot.admin.permission import note
from bot.desk import Desk
from data.ingest import Loaded
from data.store.shelf import supersede


async def loaded(at: Desk, user: int, outcome: Loaded, collection: str) -> int | None:
    """The number of the version that the new report supersedes, None for none."""
    if not outcome.saved.created:
        return None
    number = outcome.saved.number
    earlier = await asyncio.to_thread(supersede, at.store, number, time.time())
    await note(at, user, "load", collection, number, earlier or "")
    return earlier
