"""Entries of decisions, agenda items and goals → lines: outcomes first, each under its own verb."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.render.citations import marks
from bot.render.document import BLANK, Line, Piece, bold, plain
from bot.texts import say
from data.records import OUTCOMES
from retrieval.records import Entry, Language

_KINDS = ("adopted", "decided", "appointed", "reviewed", "heard", "studied", "arranged")


def decisions(entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    """What was adopted, decided or appointed; then what was only heard or studied, set apart and labelled so."""
    outcomes = [entry for entry in entries if entry.kind in OUTCOMES]
    agenda = [entry for entry in entries if entry.kind not in OUTCOMES]
    lines = list(_under_verbs(outcomes, language))
    if outcomes and agenda:
        lines += [BLANK, plain(say(language, "side.agenda"))]
    return (*lines, *_under_verbs(agenda, language))


def goals(entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    """Goals with a quantity or a deadline first, else in the report's order."""
    ordered = sorted(entries, key=lambda entry: not (entry.kind == "hard" or entry.detail))
    return tuple(item(entry, language) for entry in ordered)


def item(entry: Entry, language: Language) -> Line:
    """One matter, with its deadline, quantity or vote where its own words do not hold it."""
    beside = entry.detail and entry.detail not in entry.text
    aside = say(language, "answer.aside", words=entry.detail) if beside else ""
    return Line((Piece(f"• {_bare(entry.text)}{aside}"), marks(entry.cites)))


def _bare(text: str) -> str:
    """The words without a list's mark before them, or the pause behind them: the line has a mark of its own."""
    return _LIST_MARK.sub("", text).rstrip("；;，,、 ") or text


_LIST_MARK = re.compile(r"^(?:[*#>-]+\s+|\|\s*)+")


def _under_verbs(entries: Sequence[Entry], language: Language) -> Iterator[Line]:
    ordered = sorted(entries, key=lambda entry: _KINDS.index(entry.kind) if entry.kind in _KINDS else len(_KINDS))
    for heading, group in groupby(ordered, key=lambda entry: _heading(entry, language)):
        if heading:
            yield bold(heading)
        yield from (item(entry, language) for entry in group)


def _heading(entry: Entry, language: Language) -> str:
    """The report's own verb; in English the kind's name beside it, for the verb stays Chinese."""
    named = say(language, f"kind.{entry.kind}") if entry.kind in _KINDS else ""
    if language == "en" and named:
        return f"{named} ({entry.verb})" if entry.verb else named
    return entry.verb or named
