"""Where a name can end: what may stand right behind one."""

import re

from config import lexicon

AFTER = frozenset(lexicon.words("attendance", "after_name"))
"""The words that follow names."""
AFTER_LENGTHS = tuple(sorted({len(word) for word in AFTER}, reverse=True))
SUREST = 9
"""How surely punctuation ends a name."""
STOPS = frozenset("，,。；;：:、？！?!（(）)【】[]《》<>“”\"'‘’「」/|\n\t 　·—-–~0123456789@.。")
"""Characters that are in no name."""
_HEADS = frozenset(word for word in lexicon.words("offices", "heads") if 1 < len(word) < 6) - frozenset(
    {"代表", "老师"}
)
_HEAD_LENGTHS = tuple(sorted({len(word) for word in _HEADS}, reverse=True))
_RANK_ENDS = frozenset("副总代原前兼大各及和与等")  # 王副|主任 is no name with an office
_COUNTED = re.compile(r"[两二三四五六七八九十\d]{1,3}(?:余|多)?(?:[位名]|人(?=分别|先后|依次|作|发言|出席|参加|列席))")
"""Behind the last of a list: 顾城、林岚|两位同志."""
THAT_DAY = re.compile(r"[昨今](?=[日天晨早晚]|[（(]\d|假[^，。]{2,16}(?:召开|举行))")
"""县长顾城|今（25）日主持."""
_SURE = 2  # no character of a name
_WORDS = re.compile("|".join(sorted((re.escape(word) for word in AFTER if len(word) > 1), key=len, reverse=True)))


def ends_name(text: str, at: int) -> bool:
    """Whether a name can end before `at`: the text ends, or punctuation or a word that follows names stands there."""
    return follower(text, at) > 0


def follower(text: str, at: int) -> int:
    """How long the word is that shows that a name ends before `at`; punctuation counts as the surest, 0 is none."""
    if at >= len(text) or text[at] in STOPS:
        return SUREST
    if counted := _COUNTED.match(text, at):
        return len(counted[0])
    if THAT_DAY.match(text, at):
        return _SURE
    return next(
        (length for length in AFTER_LENGTHS if len(word := text[at : at + length]) == length and word in AFTER), 0
    )


def titled(text: str, end: int) -> int:
    """How long the office is that follows the name (顾城|院长), 0 where none does."""
    if text[end - 1] in _RANK_ENDS:
        return 0
    at = end + (text[end : end + 1] == "副")
    return next((size for size in _HEAD_LENGTHS if text[at : at + size] in _HEADS), 0)


def holds_word(text: str) -> bool:
    """Whether a verb or another word that follows names stands inside `text`, so that it is no name."""
    return bool(_WORDS.search(text))
