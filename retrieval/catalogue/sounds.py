"""Text by its sound: Latin letters → names and words of the store, and words typed with a like-sounding character."""

import re
from collections.abc import Iterable
from functools import cache

from data.clean.pinyin import romanize, sound

_HAN = re.compile("[㐀-鿿]")
LATIN = re.compile(r"[A-Za-zü]+(?:['\s]+[A-Za-zü]+)*")


def syllables(text: str) -> tuple[str, ...]:
    """The toneless reading of each character."""
    return tuple(map(sound, text))


@cache
def known_syllables() -> frozenset[str]:
    """Every toneless reading of a common Han character (the two planes of GB 2312)."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    chars = (pair.decode("gb2312", errors="ignore") for pair in rows)
    return frozenset(sound(char) for char in chars if char)


def name_key(name: str) -> str:
    """A Chinese person's name as one Latin word, surname first: 祝青禾 → zhuqinghe; other names sound by sound."""
    return (
        (romanize(name) or "".join(sound(char) for char in name if _HAN.match(char)))
        .lower()
        .replace(" ", "")
        .replace("ü", "v")
    )


def skeleton(word: str) -> str:
    """The consonants of a Latin word, or of a name's Chinese sounds, near ones made alike: Lindna, 林德纳 → lndn."""
    letters = "".join(sound(char) if _HAN.match(char) else char for char in word.lower())
    letters = letters.replace("sch", "sh").replace("ph", "f").replace("th", "t").replace("ck", "k").replace("v", "w")
    bare = re.sub(r"[^b-df-hj-np-tv-z]", "", letters)
    return re.sub(r"(.)\1+", r"\1", bare)


def spelled(word: str) -> tuple[str, ...]:
    """A Latin run cut into Chinese syllables, the longest first; () if it cannot be: qinglan → qing lan."""
    word = re.sub(r"[^a-zv]", "", word.lower().replace("ü", "v"))
    return _cut(word) or ()


@cache
def _cut(word: str) -> tuple[str, ...] | None:
    if not word:
        return ()
    for length in range(min(6, len(word)), 0, -1):
        if word[:length] in known_syllables():
            rest = _cut(word[length:])
            if rest is not None:
                return (word[:length], *rest)
    return None


class Sounds:
    """The words of the store, findable by their sound."""

    def __init__(self, words: Iterable[str]) -> None:
        """Words that come earlier win where several sound alike."""
        self._chars: list[str] = []
        heard: list[str] = []
        for word in dict.fromkeys(words):
            for char in f"{word}\n":
                self._chars.append(char)
                heard.append(sound(char) if _HAN.match(char) else "|")
        self._offsets: dict[int, int] = {}
        at = 0
        for index, syllable in enumerate(heard):
            self._offsets[at] = index
            at += len(syllable) + 1
        self._heard = " ".join(heard) + " "

    def find(self, wanted: tuple[str, ...]) -> str:
        """The first stretch of characters that sounds so, best one that begins a word; "" if none does."""
        needle = " ".join(wanted) + " "
        at = self._heard.find("| " + needle)
        at = at + 1 if at >= 0 else self._heard.find(" " + needle)
        if at < 0:
            return ""
        index = self._offsets[at + 1]
        return "".join(self._chars[index : index + len(wanted)])
