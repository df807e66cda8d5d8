"""Which character was meant: one that sounds alike, where what was typed stands beside its neighbours in no report."""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache

from config import lexicon
from data.clean.pinyin import sound

Held = Callable[[str], int]
"""How many reports hold a pair of characters."""

_HAN = re.compile("[㐀-鿿]")
_HAN_RUN = re.compile("[㐀-鿿]+")
_ASKING = 1000
"""What a pair of asking words counts: as if so many reports held it."""
LEAST, TIMES, FIRMLY = 30, 40, 8
"""How often the pair that is read must be held: at all, and for each time that the one typed is; and
with either neighbour, where the one typed is met at all (试生产 beginning behind another word)."""


def meant(text: str, at: int, held: Held) -> str:
    """The character to read at `at`: the one typed, unless a like-sounding one fits its neighbours far better."""
    typed = text[at]
    if not _HAN.match(typed) or typed in _asking_characters():
        return typed
    before, after = (_neighbour(text, beside) for beside in (at - 1, at + 1))
    known = _fit(before, typed, after, held)
    if known > LEAST or _settled(before, typed, after, held):
        return typed
    # An asking word that sounds alike is no reason: a store of few reports holds few of the words of its questions.
    options = [
        (_told(before, char, after, held), char) for char in _homophones().get(sound(typed), ()) if char != typed
    ]
    best, char = max(options, default=(0, typed))
    fits = best >= max(LEAST, TIMES * known) and _settled(before, char, after, held, FIRMLY if known else 1)
    return char if fits else typed


def is_doubtful(text: str, at: int, held: Held) -> bool:
    """Whether the character at `at`, not one that asks, stands beside its neighbours in next to no report."""
    if not _HAN.match(text[at]) or text[at] in _asking_characters():
        return False
    before, after = (_neighbour(text, beside) for beside in (at - 1, at + 1))
    pairs_of = [pair for pair in (before + text[at], text[at] + after) if len(pair) == 2]
    if len(pairs_of) > 1 and all(held(pair) or pair in asking_pairs() for pair in pairs_of):
        return False
    if held(_IN_MOST) < _FEW and any(map(held, pairs_of)):
        return False  # a store of few reports holds any word but once or twice
    return max((held(pair) for pair in pairs_of), default=0) <= _BY_CHANCE and asking_pairs().isdisjoint(pairs_of)


_IN_MOST, _FEW = "会议", 300
_BY_CHANCE = 3
"""Reports in which two characters may meet that do not belong together."""


def _settled(before: str, typed: str, after: str, held: Held, least: int = 1) -> bool:
    """Whether so many reports hold what was typed with each of its neighbours: with both, or with the only one."""
    pairs_of = [pair for pair in (before + typed, typed + after) if len(pair) == 2]
    return bool(pairs_of) and all(held(pair) >= least for pair in pairs_of)


def _neighbour(text: str, at: int) -> str:
    """The Han character there; "" for none and for one that stands beside any word, as 的 and 要 do."""
    char = text[at] if 0 <= at < len(text) else ""
    return char if char and _HAN.match(char) and char not in _BESIDE_ANY else ""


_BESIDE_ANY = frozenset("的了在是和要就也都还把被让说")


def _fit(before: str, char: str, after: str, held: Held) -> int:
    """How often the better of the two pairs that `char` makes with its neighbours is met, in reports or in asking."""
    asks = any(pair in asking_pairs() for pair in (before + char, char + after))
    return max(_ASKING * asks, _told(before, char, after, held))


def _told(before: str, char: str, after: str, held: Held) -> int:
    """The same, in reports alone."""
    return max((held(pair) for pair in (before + char, char + after) if len(pair) == 2), default=0)


@cache
def _homophones() -> dict[str, tuple[str, ...]]:
    """Toneless reading → the common characters (the first level of GB 2312) that have it."""
    table: dict[str, list[str]] = defaultdict(list)
    for high in range(0xB0, 0xD8):
        for low in range(0xA1, 0xFF):
            char = bytes((high, low)).decode("gb2312", errors="ignore")
            if char:
                table[sound(char)].append(char)
    return {reading: tuple(chars) for reading, chars in table.items()}


@cache
def asking_pairs() -> frozenset[str]:
    """The pairs of characters in the words that ask, in file order of the lexicon."""
    frames = lexicon.table("question")["frame"]
    texts = [str(frame["pattern"]) for frame in frames] if isinstance(frames, list) else []
    texts += lexicon.mapping("question", "parts").values()
    for name in ("chatter.words", "spelling.words", "asking.words", "naming.kinds", "naming.general"):
        texts += lexicon.words("question", name)
    texts += lexicon.mapping("abbreviations", "meetings")
    runs = [run for text in texts for run in _HAN_RUN.findall(text)]
    return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))


@cache
def _asking_characters() -> frozenset[str]:
    return frozenset(lexicon.words("question", "asking.characters"))
