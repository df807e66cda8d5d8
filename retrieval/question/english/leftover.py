"""What English leaves in the Chinese reading: words whose meaning is not known, and names that nobody bears."""

import re
from collections.abc import Iterable, Sequence

from retrieval.catalogue.sounds import spelled
from retrieval.question.people import Named

_WORD = re.compile(r"(?<![A-Za-z0-9_./@-])[A-Za-z]{3,}(?![A-Za-z0-9_./@-])")
_ASKED_OF = "出席了吗|主持了吗|讲话了吗|请假了吗|列席了吗|出现在哪些会议|主持过哪几次|主持了几次|参加了几次|是什么职务"
_SUBJECT = re.compile(rf"(?P<name>[A-Z][\w.'-]*(?: [A-Za-z][\w.'-]*){{0,3}})\s*(?:{_ASKED_OF})", re.ASCII)


def unread(reading: str, people: Iterable[Named]) -> tuple[str, ...]:
    """The words in the Chinese `reading` of an English question that are neither translated nor names, lower case."""
    known = [*((one.start, one.end) for one in people), *_subjects(reading)]
    found = (match for match in _WORD.finditer(reading) if not any(s <= match.start() < e for s, e in known))
    return tuple(dict.fromkeys(match[0].lower() for match in found if not spelled(match[0])))


def outsiders(reading: str, people: Sequence[Named]) -> tuple[str, ...]:
    """Who is asked about by a name in Latin letters that no report records: Elon Musk出席了吗."""
    found = _subjects(reading)
    return tuple(reading[s:e] for s, e in found if not any(one.start < e and s < one.end for one in people))


def _subjects(reading: str) -> list[tuple[int, int]]:
    return [match.span("name") for match in _SUBJECT.finditer(reading)]
