"""Words of questions and names of the store typed in Latin letters: guochanghui, shiwei changweihui."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from config import lexicon
from retrieval.catalogue.sounds import Sounds, spelled
from retrieval.catalogue.vocabulary import Vocabulary
from retrieval.question.repair import Repair

_LATIN_WORDS = re.compile(r"(?<![A-Za-z0-9_./-])[a-zü]+(?:[ '][a-zü]+)*(?![A-Za-z0-9_./-])", re.IGNORECASE)


_LEAST_SYLLABLES, _LEAST_LETTERS = 2, 5


def latin(text: str, vocabularies: Sequence[Vocabulary]) -> Iterator[Repair]:
    """Runs of Latin words that spell Chinese ones: guochanghui, shiwei changweihui."""
    for run in _LATIN_WORDS.finditer(text):
        words = [(run.start() + match.start(), match[0]) for match in re.finditer(r"[A-Za-zü]+", run[0])]
        at = 0
        while at < len(words):
            name = next((n for n in (3, 2, 1) if _is_name([word for _, word in words[at : at + n]], vocabularies)), 0)
            if name:
                at += name
                continue
            taken = next((n for n in range(len(words) - at, 0, -1) if _read(words[at : at + n], vocabularies)), 0)
            if taken and not _FUNCTION.search(_read(words[at : at + taken], vocabularies)):
                part = words[at : at + taken]
                start, end = part[0][0], part[-1][0] + len(part[-1][1])
                yield Repair(start, end, text[start:end], _read(part, vocabularies))
            at += max(1, taken)


_FUNCTION = re.compile("[的了在是和]")
"""No word of a name: de bian is no 的边 but Debian."""


def _read(words: Sequence[tuple[int, str]], vocabularies: Sequence[Vocabulary]) -> str:
    letters = "".join(word for _, word in words)
    heard = spelled(letters)
    if len(heard) < _LEAST_SYLLABLES or len(letters) < _LEAST_LETTERS:
        return ""
    return _known_words().find(heard) or next((one for v in vocabularies if (one := v.sounding(heard))), "")


def _is_name(words: Sequence[str], vocabularies: Sequence[Vocabulary]) -> bool:
    """Names in Latin letters are read as such, in either order."""
    keys = ["".join(words).lower(), "".join((words[-1], *words[:-1])).lower()] if words else []
    return any(key in one.people_by_sound for key in keys for one in vocabularies if len(key) >= _LEAST_LETTERS)


@cache
def _known_words() -> Sounds:
    return Sounds(words())


@cache
def words() -> tuple[str, ...]:
    """The words of questions that are looked for by sound."""
    return (*lexicon.words("question", "spelling.words"), *lexicon.mapping("abbreviations", "meetings"))
