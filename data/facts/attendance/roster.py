"""Everyone named in a report with an office, and where: names once introduced are recognised wherever they recur."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

from data.facts.attendance.offices_alone import by_office
from data.facts.attendance.surnamed import by_surname
from data.facts.people import Mention, mentions, names
from data.records import TITLE, Report

_MASK = re.compile(
    r"[（(][A-Za-z][^（）()：:]{0,20}[：:][^（）()]{1,60}[）)]|《[^》]{1,200}》|“[^”]{8,200}”|[（(][^（）()]*(?:记者|通讯员|摄影|编辑|以下简称)[^（）()]*[）)]|记者[^，。）)]{2,12}(?:报道|摄)|在听取[^，。]{1,30}后"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with the people found in it; in `masked`, titles of documents, long quotations and bylines are ※."""

    para: int
    text: str
    masked: str
    people: tuple[Mention, ...]

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The people whose names begin in [start:end)."""
        return self.people[bisect_left(self.people, start, key=_start) : bisect_left(self.people, end, key=_start)]


def passages(report: Report) -> tuple[Passage, ...]:
    """The paragraphs in order, then the title."""
    order = (*range(len(report.paragraphs)), TITLE)
    first = [passage(para, report.text(para)) for para in order]
    known = {person.name for read in first for person in read.people}
    hits = _hits([read.masked for read in first], sorted(known, key=lambda name: (-len(name), name)))
    again = [_again(read, found) for read, found in zip(first, hits, strict=True)]
    holders = {(person.title, person.name) for read in first for person in read.people if person.title}
    return tuple(
        with_more(read, (*by_office(read.masked, holders), *by_surname(read.masked, holders))) for read in again
    )


Hits = list[tuple[int, str]]


def _hits(texts: list[str], known: list[str]) -> list[Hits]:
    """Where each known name occurs in each text, the longest names first; one pass a name over all texts together."""
    whole = "\n".join(texts)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    hits: list[Hits] = [[] for _ in texts]
    for name in known:
        at = whole.find(name)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            hits[number].append((at - starts[number], name))
            at = whole.find(name, at + len(name))
    return hits


def passage(para: int, text: str) -> Passage:
    """One paragraph by itself, with the people that an office stands beside in it."""
    masked = _MASK.sub(lambda match: "※" * len(match[0]), text)
    return Passage(para, text, masked, tuple(person for person in mentions(text) if masked[person.start] != "※"))


def _again(passage: Passage, hits: Hits) -> Passage:
    known = (Mention(name, at, at + len(name), rule="known-name") for at, name in hits)
    return with_more(passage, (person for person in known if _ends(passage.text, person.end)))


_CITED = "总书记"  # whose words are quoted everywhere


def _ends(text: str, at: int) -> bool:
    """Whether a name ends there: a word that follows names stands behind it, or an office."""
    return names.ends_name(text, at) or (names.titled(text, at) > 0 and not text.startswith(_CITED, at))


def with_more(passage: Passage, more: Iterable[Mention]) -> Passage:
    """The passage with those of `more` who overlap nobody there; of each other, the first stay."""
    free = bytearray(b"\1") * len(passage.text)
    for person in passage.people:
        free[person.left : person.right] = bytes(person.right - person.left)
    found = list(passage.people)
    for person in more:
        if all(free[person.left : person.right]):
            free[person.left : person.right] = bytes(person.right - person.left)
            found.append(person)
    return Passage(passage.para, passage.text, passage.masked, tuple(sorted(found, key=_start)))


_start = attrgetter("start")
