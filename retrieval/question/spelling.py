"""Spelling repaired by sound: a like-sounding character within a word, and asking words that slipped."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from config import lexicon
from data.clean.pinyin import sound
from retrieval.catalogue.sounds import syllables
from retrieval.catalogue.vocabulary import Vocabulary
from retrieval.question.characters import Held, asking_pairs, is_doubtful, meant
from retrieval.question.frames import asked
from retrieval.question.latin import latin, words
from retrieval.question.people import named
from retrieval.question.repair import Repair

_HAN_RUN = re.compile("[㐀-鿿]{2,}")
_SHORTEST_NAME, _LONGEST = 3, 4
"""Characters of a word looked at for a typing error."""
_FAR_COMMONER, _COMMONER = 30, 1
"""How many times as often reports must hold what is read than what was typed: words, names."""


def repairs(
    text: str, vocabularies: Sequence[Vocabulary], held: Held, settled: Sequence[tuple[int, int]]
) -> tuple[Repair, ...]:
    """What is read otherwise than typed, by place; `settled` are stretches that are understood as they are."""
    found = [*_slips(text), *latin(text, vocabularies)]
    slipped = [(one.start, one.end) for one in found]
    like = _like_sounding(text, vocabularies, held)
    called = [(one.start, one.end) for one in named(text, vocabularies)]
    found += [one for one in like if not any(start < one.end and one.start < end for start, end in (*slipped, *called))]
    taken = [*settled, *((one.start - 1, one.end + 1) for one in found)]
    taken += called
    taken += [(at, at + 2) for at in range(len(text) - 1) if any(text[at : at + 2] in w.places for w in vocabularies)]
    taken += [(at, at + 2) for at in range(len(text) - 1) if any(w.says(text[at : at + 2]) for w in vocabularies)]
    taken += [match.span() for word in lexicon.words("question", "spelling.meant") for match in re.finditer(word, text)]
    open_to_doubt = [at for at in range(len(text)) if not any(start <= at < end for start, end in taken)]
    asker = None if found else _slipped_asker(text, open_to_doubt, held)
    if asker is not None:
        return (asker,)
    for at in open_to_doubt:
        if not any(start <= at < end for start, end in taken):
            char = meant(text, at, held)
            if char != text[at]:
                found.append(Repair(at, at + 1, text[at], char))
                taken.append((at - 1, at + 2))  # its neighbours were the measure; one error in three is enough
    return tuple(sorted(found, key=lambda one: one.start))


def _slips(text: str) -> list[Repair]:
    """Asking words with a like-sounding character: 深么, 出席了马."""
    found = [
        Repair(match.start(), match.end(), match[0], read)
        for pattern, read in _slip_patterns()
        for match in pattern.finditer(text)
    ]
    wherever = [match for match in _THAT.finditer(text) if match.start()]
    if wherever and not _ASKS.search(text) and not asked(text) and asked(_THAT.sub("哪", text)):
        found += [Repair(match.start(), match.end(), match[0], "哪") for match in wherever]
    return found


_THAT = re.compile("那(?=[些里儿几位家])")
_ASKS = re.compile("[哪谁啥吗几]|什么|怎么?|多少|何时|为何|是否|没有?$")
_ASKS_WHAT = re.compile("怎么|什么|多少|谁|啥|哪[位个家些里儿年天]")


def _slipped_asker(text: str, places: Sequence[int], held: Held) -> Repair | None:
    """The character without which nothing is asked, where one of an asking word sounds like it: 水出席了, 瞩持."""
    if asked(text) or _ASKS_WHAT.search(text):
        return None
    for at in places:
        char = text[at]
        for read in _askers().get(sound(char), ()) if is_doubtful(text, at, held) else ():
            meant_so = f"{text[:at]}{read}{text[at + 1 :]}"
            bound = read in _BOUND and not {meant_so[at - 1 : at + 1], meant_so[at : at + 2]} & asking_pairs()
            if read != char and not bound and any(one.start <= at < one.end for one in asked(meant_so)):
                return Repair(at, at + 1, char, read)
    return None


_BOUND = "几多少什"
"""Askers that need a neighbour to ask with: 几个, 多少, 什么."""


@cache
def _askers() -> dict[str, tuple[str, ...]]:
    """Reading → the characters of asking words that have it, those that ask by themselves first."""
    table: dict[str, tuple[str, ...]] = {}
    for one in dict.fromkeys((*lexicon.words("question", "asking.askers"), *sorted("".join(asking_pairs())))):
        table[sound(one)] = (*table.get(sound(one), ()), one)
    return table


@cache
def _slip_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), read) for pattern, read in lexicon.mapping("question", "spelling.slips").items())


def _like_sounding(text: str, vocabularies: Sequence[Vocabulary], held: Held) -> Iterator[Repair]:
    """Words and names with one character that sounds like the right one: 会仪, 沈研秋."""
    taken = -1
    for run in _HAN_RUN.finditer(text):
        for start in range(run.start(), run.end() - 1):
            for length in range(min(_LONGEST, run.end() - start), 1, -1):
                typed = text[start : start + length]
                read = _right(typed, vocabularies, held) if start >= taken else ""
                if read and not _runs_on(text, start, read):
                    taken = start + length
                    yield Repair(start, taken, typed, read)


def _runs_on(text: str, start: int, read: str) -> bool:
    """Whether the character to be changed begins the word behind, or ends the one before: 会|一共, 谁当|组长."""
    at = next(at for at, char in enumerate(read, start=start) if text[at] != char)
    around = (text[at - 1 : at + 1] if at == start else "", text[at : at + 2] if at == start + len(read) - 1 else "")
    return any(pair in lexicon.words("question", "spelling.joints") for pair in around)


def _right(typed: str, vocabularies: Sequence[Vocabulary], held: Held) -> str:
    """The word or name that sounds as `typed` and differs in one character that reports hardly ever have there."""
    heard = syllables(typed)
    word = _word_by_sound().get(heard, "")
    if word and _one_off(typed, word) and _unheard(typed, word, held):
        return word
    if len(typed) < _SHORTEST_NAME or any(typed[at : at + 2] in asking_pairs() for at in range(len(typed) - 1)):
        return ""
    key = "".join(heard)
    names = (words.people_by_sound.get(key, "") for words in vocabularies if not words.people.get(typed))
    return next((name for name in names if _one_off(typed, name) and _commoner(typed, name, held, _COMMONER)), "")


def _one_off(typed: str, read: str) -> bool:
    return len(read) == len(typed) and sum(a != b for a, b in zip(typed, read, strict=True)) == 1


def _unheard(typed: str, word: str, held: Held) -> bool:
    """Whether a word of questions is meant: no report has what was typed, or far more have the word."""
    if typed in lexicon.words("question", "spelling.meant"):
        return False
    seldom = len(typed) >= _SHORTEST_NAME and min(held(typed[at : at + 2]) for at in _changed(typed, word)) <= _SELDOM
    return (
        seldom
        or not any(held(typed[at : at + 2]) for at in range(len(typed) - 1))
        or _commoner(typed, word, held, _FAR_COMMONER)
    )


_SELDOM = 20
"""Reports: a pair held by no more stands there by chance, beside a word of three characters that sounds alike."""


def _changed(typed: str, read: str) -> list[int]:
    return [at for at in range(len(typed) - 1) if typed[at : at + 2] != read[at : at + 2]]


def _commoner(typed: str, read: str, held: Held, times: int) -> bool:
    """Whether reports hold the changed pairs of `read` so many times as often as those of `typed`."""
    changed = _changed(typed, read)
    wrong = max(held(typed[at : at + 2]) for at in changed)
    return min(held(read[at : at + 2]) for at in changed) >= times * (wrong + 1)


@cache
def _word_by_sound() -> dict[tuple[str, ...], str]:
    return {syllables(word): word for word in reversed(words())}
