"""The people whom a question names, by their names as recorded or by how these sound in Latin letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.catalogue.sounds import LATIN
from retrieval.catalogue.vocabulary import Vocabulary

_SHORTEST_SPELLING = 5
"""Latin letters: shorter runs (li, tc) are too often no name."""
_SHORTEST_OF_TWO = 4
"""Letters where surname and given name stand apart: Li Na."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person found at `start`..`end` of the question; `repaired` when typed otherwise than recorded."""

    name: str
    start: int
    end: int
    repaired: bool = False


def named(text: str, vocabularies: Sequence[Vocabulary]) -> tuple[Named, ...]:
    """Everyone named in `text`, by place; the longest name at each."""
    found = _written(text, vocabularies)
    taken = [(one.start, one.end) for one in found]
    found += [one for one in _spelled(text, vocabularies) if not any(s < one.end and one.start < e for s, e in taken)]
    return tuple(sorted(found, key=lambda one: one.start))


def _written(text: str, vocabularies: Sequence[Vocabulary]) -> list[Named]:
    found: list[Named] = []
    lowered, at = text.lower(), 0
    while at < len(text) - 1:
        name, length = max((w.name_at(lowered, at) for w in vocabularies), key=lambda one: one[1], default=("", 0))
        longer = max((w.name_at(lowered, at + 1)[1] for w in vocabularies), default=0)
        if length and longer > length:  # 拉夫罗夫, and no 里拉 before it
            length = 1
        elif length and not _inside_word(lowered, at, at + length):
            found.append(Named(name, at, at + length))
        at += max(1, length)
    return found


def _inside_word(lowered: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters is but a part of a longer word: ony in harmony."""
    return bool(_LATIN_PAIR.match(lowered[max(0, start - 1) : start + 1])) or bool(
        _LATIN_PAIR.match(lowered[end - 1 : end + 1])
    )


_LATIN_PAIR = re.compile(r"[a-z_]{2}")


def _spelled(text: str, vocabularies: Sequence[Vocabulary]) -> list[Named]:
    found = []
    for match in LATIN.finditer(text):
        words = re.split(r"['\s]+", match[0].lower())
        found += _in_run(words, [match.start() + offset for offset in _offsets(match[0])], vocabularies)
    return found


def _in_run(words: list[str], starts: list[int], vocabularies: Sequence[Vocabulary]) -> list[Named]:
    """Names among neighbouring Latin words: one to three of them, surname first or last."""
    found, at = [], 0
    while at < len(words):
        for length in (3, 2, 1):
            part = words[at : at + length]
            if len(part) < length:
                continue
            name = _of_spelling(part, vocabularies)
            if name:
                found.append(Named(name, starts[at], starts[at + length - 1] + len(part[-1]), repaired=True))
                at += length - 1
                break
        at += 1
    return found


def _of_spelling(part: list[str], vocabularies: Sequence[Vocabulary]) -> str:
    keys = ["".join(part), "".join((part[-1], *part[:-1]))]
    if len(keys[0]) < (_SHORTEST_OF_TWO if len(part) > 1 else _SHORTEST_SPELLING):
        return ""
    return next((w.people_by_sound[key] for key in keys for w in vocabularies if key in w.people_by_sound), "")


def _offsets(run: str) -> list[int]:
    return [match.start() for match in re.finditer(r"[A-Za-zü]+", run)]
