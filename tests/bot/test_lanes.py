"""An update is handled once, however its end and a look at what waits fall together."""

import asyncio
import json
import threading

from bot.inbox import Lanes
from data.store import Store
from data.store.inbox import Inbox


class SlowInbox(Inbox):
    """Tells that it has read what waits, and gives it away only when it may."""

    def __init__(self, store):
        super().__init__(store)
        self.read, self.may_give = threading.Event(), threading.Event()
        self.may_give.set()

    def pending(self, limit):
        found = super().pending(limit)
        self.read.set()
        self.may_give.wait(10)
        return found


def test_an_update_that_ends_while_the_store_is_read_is_not_taken_again(tmp_path):
    with Store.open(f"sqlite:///{tmp_path / 'huiwen.db'}") as store:
        inbox, handled = SlowInbox(store), []
        inbox.put([(1, json.dumps({"message": {"chat": {"id": 5}, "from": {"id": 6}}}))])

        async def main():
            may_end = asyncio.Event()

            async def handle(update):
                handled.append(update)
                await may_end.wait()

            lanes = Lanes(inbox, handle)
            await lanes.fill()
            inbox.read.clear()
            inbox.may_give.clear()
            again = asyncio.create_task(lanes.fill())
            await asyncio.to_thread(inbox.read.wait, 10)
            may_end.set()
            await lanes.drain(5)
            inbox.may_give.set()
            await again
            await lanes.drain(5)

        asyncio.run(main())
        assert len(handled) == 1
