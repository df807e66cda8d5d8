"""The words after `/matrix` or `/timeline` → what the picture is to show."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.clean import clean_text
from data.records import Reader
from data.store import Store
from data.store.overview import recorded
from retrieval.numerals import without_ordinals
from retrieval.question.dates import moments
from retrieval.question.english import to_chinese
from retrieval.question.focus import cut_out, in_full
from retrieval.records import Period

MOST_WORDS = 60
"""Characters of a command's words that are read."""
_BETWEEN = re.compile(r"[\s,，、。?？~～—–\-]+")
_JOINING = frozenset(["从", "自", "到", "至", "的", "和", "与", "in", "of", "from", "to", "since", "until"])


@dataclass(frozen=True, slots=True)
class Asked:
    """`words` name a body, a meeting or a topic, all of them wanted; `people` are recorded somewhere."""

    words: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    period: Period | None = None


def asked(store: Store, reader: Reader, text: str, today: date) -> Asked:
    """What `text` asks for, by the people whom the reader may read of; empty means everything."""
    cleaned = clean_text(text[:MOST_WORDS])
    cleaned = to_chinese(cleaned, today) if cleaned.isascii() else cleaned
    found = moments(cleaned, today)
    left = cut_out(cleaned, [(moment.start, moment.end) for moment in found])
    words = tuple(dict.fromkeys(word for word in _BETWEEN.split(left) if word and word not in _JOINING))
    people = recorded(store, reader, words)
    days = [day for moment in found for day in (moment.period.start, moment.period.end)]
    return Asked(
        words=tuple(word for word in words if word not in people),
        people=tuple(word for word in words if word in people),
        period=Period(min(days), max(days)) if days else None,
    )


def says(label: str, words: tuple[str, ...]) -> bool:
    """Whether a meeting's name or a title says all the words: as they stand, in full, or by a body's first characters.

    人大常委会 is said by 第十五届人民代表大会常务委员会: its characters in order, at most three others between two.
    """
    plain = _folded(label)
    return all(word in plain or _shortens(word.removesuffix("会议"), plain) for word in map(_folded, words))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return in_full(without_ordinals("".join(text.split()))).casefold()


def _shortens(word: str, label: str) -> bool:
    if len(word) < _SHORTEST_ABBREVIATION or word.isascii():
        return False
    return re.search(".{0,3}?".join(map(re.escape, word)), label) is not None


_SHORTEST_ABBREVIATION = 3
