"""What English leaves in the Chinese reading: words whose meaning is not known, and names that nobody bears."""

import re
from collections.abc import Iterable, Sequence

from retrieval.catalogue.sounds import spelled
from retrieval.question.people import Named
from retrieval.question.repair import Repair

_WORD = re.compile(r"(?<![A-Za-z0-9_./@])[A-Za-z]{3,}(?![A-Za-z0-9_./@])")
_ASKED_OF = "出席了吗|主持了吗|讲话了吗|请假了吗|列席了吗|出现在哪些会议|主持过哪几次|主持了几次|参加了几次|是什么职务"
_SUBJECT = re.compile(rf"(?P<name>[A-Z][\w.'-]*(?: [A-Za-z][\w.'-]*){{0,3}})\s*(?:{_ASKED_OF})", re.ASCII)


def unread(reading: str, people: Iterable[Named]) -> tuple[str, ...]:
    """The words in the Chinese `reading` of an English question that are neither translated nor names, lower case."""
    known = [*(_with_both_scripts(reading, one) for one in people), *_subjects(reading)]
    found = (match for match in _WORD.finditer(reading) if not any(s <= match.start() < e for s, e in known))
    return tuple(dict.fromkeys(match[0].lower() for match in found if not spelled(match[0])))


def sparing_names(made: Iterable[Repair], reading: str) -> tuple[Repair, ...]:
    """`made` without the repairs that take the name of somebody asked about for a word: An Wei is not 安委."""
    named = _subjects(reading)
    return tuple(one for one in made if not any(s < one.end and one.start < e for s, e in named))


def outsiders(reading: str, people: Sequence[Named]) -> tuple[str, ...]:
    """Who is asked about by a name in Latin letters that no report records: Elon Musk出席了吗."""
    found = _subjects(reading)
    return tuple(reading[s:e] for s, e in found if not any(one.start < e and s < one.end for one in people))


def _with_both_scripts(reading: str, one: Named) -> tuple[int, int]:
    """Where a person's name stands, with the name in Latin letters beside it: Ada Lindqvist 艾达·林德奎斯特."""
    before, behind = _LATIN_BEFORE.search(reading[: one.start]), _LATIN_BEHIND.match(reading[one.end :])
    return before.start() if before else one.start, one.end + (behind.end() if behind else 0)


_LATIN_BEFORE = re.compile(r"(?:[A-Z][\w.'-]*\s+)*[A-Z][\w.'-]*\s*[(（]?\s*$", re.ASCII)
_LATIN_BEHIND = re.compile(r"\s*[(（]?\s*[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*)*", re.ASCII)


def _subjects(reading: str) -> list[tuple[int, int]]:
    return [match.span("name") for match in _SUBJECT.finditer(reading)]
