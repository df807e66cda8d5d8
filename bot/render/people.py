"""Entries of people and groups → lines, chair first, then by role."""

from collections.abc import Iterator, Sequence

from bot.render.citations import marks
from bot.render.document import Line, Piece, bold
from bot.render.names import name, person
from bot.texts import say
from retrieval.records import Entry, Language

_ORDER = ("chair", "attend", "observe", "speak", "absent")
_ALONE = frozenset({"speak"})


def by_role(entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    """Everybody once, under the first of chair, attended, observed, spoke, excused that fits; groups close a role."""
    return tuple(_roles(entries, language))


def listed(entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    """One line a person, in the order given, without roles."""
    return tuple(_line(entry, language, "") for entry in entries)


def _roles(entries: Sequence[Entry], language: Language) -> Iterator[Line]:
    placed = [(_main_role(entry), entry) for entry in entries]
    for role in _ORDER:
        here = [entry for main, entry in placed if main == role]
        if here:
            yield bold(say(language, f"role.{role}"))
            yield from (_line(entry, language, role) for entry in sorted(here, key=lambda entry: entry.what == "group"))


def _main_role(entry: Entry) -> str:
    """A person without a stated role took part all the same."""
    return next((role for role in _ORDER if role in entry.roles), "attend")


def _line(entry: Entry, language: Language, under: str) -> Line:
    also = [role for role in entry.roles if role in _ALONE and role != under] if under else []
    aside = say(language, "answer.aside", words=say(language, f"role.{also[0]}").lower()) if also else ""
    shown = name(entry.text, language) if entry.what == "person" else entry.text
    rest = person(entry, language)[len(shown) :] if entry.what == "person" else ""
    head = Piece(shown, "bold" if entry.what == "person" else "plain")
    return Line((Piece("• "), head, Piece(rest + aside), marks(entry.cites)))
