"""The three kinds of picture: what each shows, its words, and its drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from bot.pictures import sessions
from bot.pictures.asked import Asked, asked
from bot.pictures.paint import attendance as attendance_paint
from bot.pictures.paint import matrix as matrix_paint
from bot.pictures.paint import timeline as timeline_paint
from bot.pictures.sessions import Session
from bot.pictures.views.attendance import career
from bot.pictures.views.matrix import matrix
from bot.pictures.views.roles import ORDER
from bot.pictures.views.timeline import timeline
from bot.render.clean import label
from bot.render.dates import spoken
from bot.render.names import name
from bot.texts import say
from data.records import Reader
from data.store import Store
from retrieval.records import Language

Kind = Literal["matrix", "timeline", "attendance"]

FOLDER = "matplotlib"
"""Below the data folder: matplotlib's list of fonts."""
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked to see: the words after the command, on which day, and in which language."""

    kind: Kind
    text: str
    today: date
    language: Language

    def read(self, store: Store, reader: Reader) -> Asked:
        """The words, understood."""
        return asked(store, reader, self.text, self.today)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with its title, what is counted and left out, and the meetings that it rests on in the order drawn."""

    png: bytes
    title: str
    notes: tuple[str, ...]
    sessions: tuple[Session, ...]


def draw(wish: Wish, store: Store, reader: Reader, data: Path) -> Picture | str:
    """The picture; where there is nothing to draw, the sentence that says so."""
    want = wish.read(store, reader)
    if wish.kind == "attendance" and not want.people:
        words = label(wish.text, _MOST_WORDS)
        return say(wish.language, "picture.nobody", words=words) if words else say(wish.language, "picture.whom")
    made = _DRAWN[wish.kind](wish, want, store, reader, data / FOLDER)
    return made or _nothing(wish)


def _matrix(wish: Wish, want: Asked, store: Store, reader: Reader, folder: Path) -> Picture | None:
    choice = sessions.choose_attended(store, reader, want, matrix_paint.MOST_MEETINGS)
    shown = matrix(choice.sessions, want.people, matrix_paint.MOST_PEOPLE, choice.total)
    if not shown.rows:
        return None
    size = say(wish.language, "picture.size", meetings=len(shown.sessions), people=len(shown.rows))
    left = _left(wish, len(shown.sessions), choice.total)
    if len(shown.rows) < shown.people:
        left += (say(wish.language, "picture.left_people", shown=len(shown.rows), total=shown.people),)
    notes = (*_period(wish, want), size, *left, say(wish.language, "picture.by_name"))
    title = _title(wish)
    png = matrix_paint.paint(shown, title, _joined(notes, wish), wish.language, folder)
    return Picture(png, title, notes, shown.sessions)


def _timeline(wish: Wish, want: Asked, store: Store, reader: Reader, folder: Path) -> Picture | None:
    choice = sessions.choose_on(store, reader, want, timeline_paint.MOST_MEETINGS)
    stops = timeline(choice.sessions, want)
    if not stops:
        return None
    stops = stops[-timeline_paint.fitting(stops, wish.language) :]
    size = say(wish.language, "picture.meetings", meetings=len(stops))
    notes = (*_period(wish, want), size, *_left(wish, len(stops), choice.total))
    title = _title(wish)
    png = timeline_paint.paint(stops, title, _joined(notes, wish), wish.language, folder)
    return Picture(png, title, notes, tuple(stop.session for stop in stops))


def _attendance(wish: Wish, want: Asked, store: Store, reader: Reader, folder: Path) -> Picture | None:
    choice = sessions.choose(store, reader, want, attendance_paint.MOST_MEETINGS)
    shown = career(want.people[0], choice.sessions, choice.total)
    if not shown.visits:
        return None
    roles = shown.roles
    counted = (
        say(wish.language, "picture.visit", role=say(wish.language, f"role.{role}"), count=roles[role])
        for role in ORDER
        if roles[role]
    )
    left = _left(wish, len(shown.visits), choice.total)
    notes = (*_period(wish, want), *counted, *left, say(wish.language, "picture.by_name"))
    title = say(wish.language, "picture.attendance", words=label(name(shown.name, wish.language), _MOST_WORDS))
    png = attendance_paint.paint(shown, title, _joined(notes, wish), wish.language, folder)
    return Picture(png, title, notes, tuple(visit.session for visit in shown.visits))


def _title(wish: Wish) -> str:
    words = label(wish.text, _MOST_WORDS)
    if words:
        return say(wish.language, f"picture.{wish.kind}_of", words=words)
    return say(wish.language, f"picture.{wish.kind}")


def _period(wish: Wish, want: Asked) -> tuple[str, ...]:
    if want.period is None:
        return ()
    start, end = (spoken(day.isoformat(), wish.language) for day in (want.period.start, want.period.end))
    return (say(wish.language, "picture.period", start=start, end=end),)


def _left(wish: Wish, shown: int, total: int) -> tuple[str, ...]:
    return (say(wish.language, "picture.left_meetings", shown=shown, total=total),) if shown < total else ()


def _joined(notes: Iterable[str], wish: Wish) -> str:
    return say(wish.language, "picture.between").join(notes)


def _nothing(wish: Wish) -> str:
    words = label(wish.text, _MOST_WORDS)
    return say(wish.language, "picture.none_on", words=words) if words else say(wish.language, "picture.none")


_DRAWN = {"matrix": _matrix, "timeline": _timeline, "attendance": _attendance}
