"""What has served its time is wiped: deleted reports past undoing, and old questions without an answer."""

import time

from bot.admin.undo import REACH
from bot.memories import ANSWERS
from data.store import Store
from data.store.gaps import prune_gaps
from data.store.shelf import purge


def sweep(store: Store) -> None:
    """Once; cheap when there is nothing."""
    now = time.time()
    purge(store, now - REACH.total_seconds())
    prune_gaps(store, now - ANSWERS.total_seconds())
