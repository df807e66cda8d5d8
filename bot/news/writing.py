"""A post → the message that it is now: what the chat may read and wants to hear of when it is sent."""

from bot import buttons
from bot.desk import Desk
from bot.memories import new_key
from bot.news.rows import rows_for
from bot.news.weekly import meetings_of
from bot.render import html
from bot.render.news import News, Noted, news, weekly
from data.records import TITLE, Reader
from data.store.follows import Follow, follows_of
from data.store.posts import Post
from retrieval.records import Language

Written = tuple[list[html.Part], list[buttons.Row]]
_MOST_FOLLOWS = 5
"""Follows that a message has buttons for; `/follow` has them for all."""


def write(at: Desk, post: Post, username: str) -> Written | None:
    """The message, None where nothing of it is left to say."""
    language = at.preferences.of(post.chat).language or post.language
    return _WRITES[post.kind](at, post, _language(language), username)


def _news(at: Desk, post: Post, language: Language, username: str) -> Written | None:
    heard = {one.row: one for one in follows_of(at.store, post.chat) if not one.muted}
    told = _told(at, at.reader_of(post.chat), post, heard)
    if not told:
        return None
    link = _link(at, post.chat, [noted.place for part in told for noted in part.noted], username)
    said = {part.words for part in told}
    followed = [one for one in heard.values() if one.words in said][:_MOST_FOLLOWS]
    return html.of_document(news(told, link, language)), rows_for(followed, language, is_list=False)


def _told(at: Desk, reader: Reader, post: Post, heard: dict[int, Follow]) -> list[News]:
    """By what is followed; a report that is gone, or not for this chat, is left out."""
    parts: dict[int, list[Noted]] = {}
    for row, number, para, start, end in post.content["matches"]:
        stored = at.store.get(reader, number) if row in heard else None
        if stored is not None:
            report, held = stored.report, stored.facts.meeting
            place = [report.id, para, start, end]
            noted = Noted(held.name or report.title, held.date, report.text(para), report.text(para)[start:end], place)
            parts.setdefault(row, []).append(noted)
    return [News(heard[row].words, tuple(noted)) for row, noted in parts.items()]


def _digest(at: Desk, post: Post, language: Language, username: str) -> Written | None:
    held = meetings_of(at, post.chat, post.content)
    if not held:
        return None
    places = [[one.id, TITLE, 0, len(one.title)] for one in held]
    link = _link(at, post.chat, places, username)
    return html.of_document(weekly(held, post.content["days"], link, language)), []


def _link(at: Desk, chat: int, places: list[list[object]], username: str) -> str:
    """What a place's number, from 1, makes a link to it of."""
    key = new_key()
    at.memories.passages.keep(key, chat, places)
    return f"https://t.me/{username}?start={key}-"


def _language(code: str) -> Language:
    return code if code in {"zh-hans", "zh-hant", "en"} else "zh-hans"  # type: ignore[return-value]  # just checked


_WRITES = {"news": _news, "digest": _digest}
