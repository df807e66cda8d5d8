"""What is new for a chat, and its week: reports with what they say, each leading to its passage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.render.clean import label
from bot.render.dates import spoken
from bot.render.document import BLANK, Document, Line, Piece, bold, plain
from bot.render.snippet import around
from bot.texts import say
from data.records import Summary
from retrieval.records import Language

_MOST = 12
"""Places that a message shows; the rest is counted."""
_MOST_MEETINGS = 20
_SNIPPET = 90
_TITLE = 80


@dataclass(frozen=True, slots=True)
class Noted:
    """A report that matches: its meeting's name or title, its day, the paragraph, its words, and where it stands."""

    title: str
    day: str | None
    text: str
    words: str
    place: list[Any]


@dataclass(frozen=True, slots=True)
class News:
    """What is followed, and what came on it."""

    words: str
    noted: tuple[Noted, ...]


def news(told: Sequence[News], link: str, language: Language) -> Document:
    """`link` and a place's number lead to it, numbers from 1 over all of `told`."""
    count = len({str(noted.place[0]) for part in told for noted in part.noted})
    lines = [bold(say(language, "news.heading", count=count))]
    number = 0
    for part in told:
        lines += [BLANK, plain(say(language, "news.followed", words=part.words))]
        for noted in part.noted[: _MOST - number] if number < _MOST else ():
            number += 1
            lines += _noted(noted, f"{link}{number}", language)
    left = sum(len(part.noted) for part in told) - number
    return Document((*lines, *([BLANK, plain(say(language, "news.more", count=left))] if left else [])))


def weekly(held: Sequence[Summary], days: Sequence[str], link: str, language: Language) -> Document:
    """The meetings of the days from the first to before the second, with how much each decided."""
    heading = say(language, "digest.heading", count=len(held), since=spoken(days[0], language))
    lines: list[Line] = [bold(heading)]
    for number, one in enumerate(held[:_MOST_MEETINGS], 1):
        counts = say(language, "digest.counts", decisions=one.decisions, goals=one.goals)
        day = one.date or one.published
        lines += [
            BLANK,
            _headed(one.meeting or one.title, day, language),
            _leading(counts, f"{link}{number}", language),
        ]
    if len(held) > _MOST_MEETINGS:
        lines += [BLANK, plain(say(language, "news.more", count=len(held) - _MOST_MEETINGS))]
    return Document(tuple(lines))


def _noted(noted: Noted, link: str, language: Language) -> Iterator[Line]:
    yield _headed(noted.title, noted.day, language)
    yield _leading(say(language, "source.quoted", quote=around(noted.text, noted.words, _SNIPPET)), link, language)


def _headed(title: str, day: str | None, language: Language) -> Line:
    named = Piece(label(title, _TITLE) or say(language, "answer.no_title"), "bold")
    return Line((named, Piece(f" · {spoken(day, language)}"))) if day else Line((named,))


def _leading(text: str, link: str, language: Language) -> Line:
    return Line((Piece(text + " "), Piece(say(language, "news.source"), link=link)))
