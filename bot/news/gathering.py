"""Reports that came in since anybody looked → posts for the chats that follow what they are about."""

from collections import defaultdict

from bot.desk import Desk
from bot.news.matching import match
from data.store.follows import Follow, heard_of
from data.store.posts import Post, last_number, publish, told

_MOST = 100
"""Matches that one post keeps; a whole archive loaded at once is one message too."""

Places = list[list[int]]
"""Follow's row, report's number, paragraph, start, end."""


def news_came(at: Desk) -> bool:
    """Whether reports came in that nobody looked at yet; the first look of all only begins the count."""
    before, last = told(at.store), last_number(at.store)
    if before is None:
        publish(at.store, None, last, ())
        return False
    return last > before


def gather(at: Desk) -> None:
    """Looks at the reports, and leaves a post for each chat that they are news for."""
    before, last = told(at.store), last_number(at.store)
    if before is not None:
        followed = heard_of(at.store)
        found = _found(at, followed, before, last) if followed else {}
        publish(at.store, before, last, [_post(followed, places) for places in found.values()])


def _found(at: Desk, followed: list[Follow], before: int, last: int) -> dict[tuple[int, int], Places]:
    """What each chat may read and follows, by chat and topic."""
    readers = {chat: at.reader_of(chat) for chat in {one.chat for one in followed}}
    found: dict[tuple[int, int], Places] = defaultdict(list)
    for stored in at.store.everything(before):
        if stored.number > last:
            break
        for one in followed:
            if stored.number <= one.since or stored.collection not in readers[one.chat].collections:
                continue
            if (span := match(one, stored)) is not None:
                found[one.chat, one.topic].append([one.row, stored.number, span.para, span.start, span.end])
    return found


def _post(followed: list[Follow], places: Places) -> Post:
    """To where they are followed, in the language of who asked first."""
    first = next(one for one in followed if one.row == places[0][0])
    return Post(0, first.chat, first.topic, first.language, "news", {"matches": places[:_MOST]})
