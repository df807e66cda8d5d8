"""What can be a person's name at a given place of a text.

A name is a surname with one to three characters, or foreign parts joined by a dot or by spaces. No list of names is
used: what delimits the slot on both sides decides, which is why every function here takes a position.
"""

import re

from config import lexicon

HAN = "\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002fa1f〇"
_SINGLE = frozenset("".join(str(lexicon.table("surnames")["single"]).split()))
_COMPOUND = frozenset(lexicon.words("surnames", "compound"))
_COMPOUND_LENGTHS = (4, 3, 2)
_AFTER = frozenset(lexicon.words("attendance", "after_name"))
_LONG_AFTER = frozenset(word for word in _AFTER if len(word) > 1)  # 于发言, 向代表
_HEADS = frozenset(word for word in lexicon.words("offices", "heads") if 1 < len(word) < 6) - frozenset(
    {"代表", "老师"}
)
_HEAD_LENGTHS = tuple(sorted({len(word) for word in _HEADS}, reverse=True))
_RANK_ENDS = frozenset("副总代原前兼大各及和与等")  # 王副|主任 is no name with an office
_AFTER_LENGTHS = tuple(sorted({len(word) for word in _AFTER}, reverse=True))
_NOT_NAMES = frozenset(lexicon.words("attendance", "not_names"))
_NOT_NAME_LENGTHS = tuple(sorted({len(word) for word in _NOT_NAMES}, reverse=True))

_NO_LOOSE_START = frozenset(str(lexicon.table("attendance")["no_loose_start"]))
_JOINING = frozenset("和")
_CONJUNCTIONS = frozenset("和同与及向对以")  # none stands before a mark: 卫思同、 is whole
_AND = frozenset("和及与")
_LIST_MARKS = frozenset("、，。；）")  # 闻秋和、: the last character, not the word
_SUREST = 9
_SAYING = frozenset("说讲称答等就在作同与向对以因为受任将和及率")
_FUNCTION_ENDS = frozenset(str(lexicon.table("attendance")["function_ends"]))
_AFTER_FOREIGN = frozenset(word for word in _AFTER if len(word) > 1) | frozenset("在就也同与和向对因以等说为受时")
_STOPS = frozenset("，,。；;：:、？！?!（(）)【】[]《》<>“”\"'‘’「」/|\n\t 　·—-–~0123456789@.。")
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:[·•・‧]\s?[{HAN}A-Za-z.]{{1,12}})+")
_LATIN = re.compile(
    r"[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]*(?:\s(?:(?:van|von|den|der|de|da|di|bin|ibn|al|el|la|le)\s){0,3}[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]*){1,6}"
)
_HAN_RUN = re.compile(rf"[{HAN}]{{1,6}}")
_NO_LOOSE_ENDS = tuple(lexicon.words("attendance", "no_loose_ends"))
_ORGAN_ENDS = frozenset(str(lexicon.table("offices")["organ_ends"]))
_UNIT = frozenset("区")  # a surname that names a unit more often: 区法院
_ORGAN = 3  # characters, from which on a word that ends like an organ is one
_SOUNDS = re.compile(f"[{lexicon.table('attendance')['sounds']}]{{6,10}}")


def surname_length(text: str, at: int) -> int:
    """How many characters at `at` are a surname, 0 if none."""
    for length in _COMPOUND_LENGTHS:
        if len(start := text[at : at + length]) == length and start in _COMPOUND:
            return length
    return 1 if text[at : at + 1] in _SINGLE else 0


def is_word(text: str, at: int) -> bool:
    """Whether a common word that looks like a name stands at `at`."""
    shortest = 2 if text[at : at + 2] in _COMPOUND else 1  # 百 is a word, 百里 a surname
    return any(text[at : at + length] in _NOT_NAMES for length in _NOT_NAME_LENGTHS if length >= shortest)


def ends_name(text: str, at: int) -> bool:
    """Whether a name can end before `at`: the text ends, or punctuation or a word that follows names stands there."""
    return _follower(text, at) > 0


def _follower(text: str, at: int) -> int:
    """How long the word is that shows that a name ends before `at`; punctuation counts as the surest, 0 is none."""
    if at >= len(text) or text[at] in _STOPS:
        return _SUREST
    return next(
        (length for length in _AFTER_LENGTHS if len(word := text[at : at + length]) == length and word in _AFTER), 0
    )


def foreign_end(text: str, at: int) -> int:
    """Where the foreign name that starts at `at` ends, or -1: dotted (扬·范德林登) or Latin of two words or more."""
    latin = _LATIN.match(text, at)
    if latin:
        return latin.end()
    dotted = _DOTTED.match(text, at)
    if not dotted:
        return -1
    last = max(text.rfind(dot, at, dotted.end()) for dot in "·•・‧") + 1
    for end in range(last + 2, dotted.end()):
        if any(text[end : end + length] in _AFTER_FOREIGN for length in _AFTER_LENGTHS):
            return end
    return dotted.end()


def name_end(text: str, at: int) -> int:
    """Where the Chinese or foreign name that starts at `at` ends, or -1 when none stands there."""
    foreign = foreign_end(text, at)
    if foreign > 0:
        return foreign
    surname = surname_length(text, at)
    if not surname or is_word(text, at):
        return -1
    if surname > 1 and _goes_on(text, at + surname):
        surname = 1
    short, long, longest = (_sure_end(text, at, surname + given) for given in (1, 2, 3))
    if surname == 1 and longest[1] == _SUREST and long[1] == 1 and text[long[0]] not in _SAYING:
        return longest[0]
    if long[1] and not (short[1] and (_runs_on(text, long) or short[1] > long[1])):
        return long[0]
    if short[1]:
        return short[0]
    return longest[0] if longest[1] and surname == 1 and text[longest[0] - 1] not in _FUNCTION_ENDS else -1


def _goes_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind a surname of two characters, so that it is a whole name: 贺兰|应邀出席."""
    follower = _follower(text, at)
    return follower > 1 or (follower == 1 and not _follower(text, at + 1))


_KIN = re.compile(r"(?:奶奶|爷爷|大爷|大妈|大娘|大叔|大伯|大姐|大哥|阿姨|叔叔|老人|师傅|同学)$")
_TAKES_PART = re.compile(r"(?:主持|出席|列席|参加|在会上|讲话|致辞|关于(?!进一步|加强|做好))")


def wordlike_end(text: str, at: int) -> int:
    """The end of a name that is also a word (阳光, 高原), if punctuation or a deed stands right behind; else -1."""
    for end in (at + 2, at + 3):
        closed = text[end : end + 1] in tuple("、，,（(") or _TAKES_PART.match(text, end)
        named = surname_length(text, at) and text[at:end] not in _AFTER
        if closed and named and _given(text, at + 1, end):
            return end
    return -1


_DOES = re.compile(r"作(?:了|关于|《|题)|主持|出席|列席|宣读|宣布|汇报|介绍")


def _runs_on(text: str, long: tuple[int, int]) -> bool:
    """Whether the longer name has swallowed a word of the sentence: 顾城在|会上; but 罗信和|先后 is whole."""
    last = text[long[0] - 1]
    if last == "时" and _DOES.match(text, long[0]):
        return False  # 顾适时|作了说明
    if last in _CONJUNCTIONS and text[long[0] : long[0] + 1] in _LIST_MARKS | (_AND - {last}):
        return False
    return last in _FUNCTION_ENDS and not (last in _JOINING and 1 < long[1] < _SUREST)


def _sure_end(text: str, at: int, length: int) -> tuple[int, int]:
    """The end of a name of `length` characters, and how surely it ends there (0: not)."""
    end = at + length
    fits = _given(text, at + 1, end) and not _KIN.search(text[at:end]) and text[at + 1 : end] not in _LONG_AFTER
    return end, (_follower(text, end) or titled(text, end)) if fits else 0


def titled(text: str, end: int) -> int:
    """How long the office is that follows the name (顾城|院长), 0 where none does."""
    if text[end - 1] in _RANK_ENDS:
        return 0
    at = end + (text[end : end + 1] == "副")
    return next((size for size in _HEAD_LENGTHS if text[at : at + size] in _HEADS), 0)


def _given(text: str, start: int, end: int) -> bool:
    run = _HAN_RUN.match(text, start)
    return bool(run and run.end() >= end)


_WORDS = re.compile("|".join(sorted((re.escape(word) for word in _AFTER if len(word) > 1), key=len, reverse=True)))


def holds_word(text: str) -> bool:
    """Whether a verb or another word that follows names stands inside `text`, so that it is no name."""
    return bool(_WORDS.search(text))


def han(text: str) -> bool:
    """Whether `text` is one to six Chinese characters and nothing else."""
    return bool(_HAN_RUN.fullmatch(text))


def whole_name(text: str) -> bool:
    """Whether all of `text` can be one name, foreign and minority names without a known surname included."""
    if foreign_end(text, 0) == len(text):
        return True
    surname = surname_length(text, 0)
    if len(text) >= _ORGAN + (text[:1] not in _UNIT) and surname == 1 and text[-1] in _ORGAN_ENDS:
        return False
    if surname and 1 <= len(text) - surname <= (3 if surname == 1 else 2):
        return bool(_HAN_RUN.fullmatch(text)) and not is_word(text, 0) and not _KIN.search(text)
    return False


def wordlike_name(text: str) -> bool:
    """Whether `text` is or begins with a word with a surname (和平, 高新竹): true names beside it must vouch for it."""
    return len(text) in _WORDLIKE and han(text) and surname_length(text, 0) == 1 and is_word(text, 0)


_WORDLIKE = (2, 3)  # characters


def loose_name(text: str) -> bool:
    """Whether `text` can be a name without a Chinese surname (敖日其楞); lists and offices must vouch for it."""
    organ = len(text) >= _ORGAN and text[-1] in _ORGAN_ENDS
    if not 2 <= len(text) <= _LONGEST_LOOSE or text[0] in _NO_LOOSE_START or is_word(text, 0) or organ:
        return False
    return (han(text) and not text.endswith(_NO_LOOSE_ENDS)) or bool(_SOUNDS.fullmatch(text))


def runs_on(text: str) -> bool:
    """Whether a name of usual length in `text` is followed by a word of the sentence: 顾远山为."""
    return len(text) > _ORGAN and surname_length(text, 0) == 1 and text[-1] in _FUNCTION_ENDS


def sounded(text: str) -> bool:
    """Whether all of `text` is written as long foreign names are, in characters for their sounds."""
    return bool(_SOUNDS.fullmatch(text))


_TELLS = re.compile(r"作(?=[《“了题的报主汇])")  # 禾苗作《…》


def loose_end(text: str, at: int) -> int:
    """Where a name without a Chinese surname ends: before the first word that follows names; -1 if none starts here."""
    for end in range(at + 2, min(at + _LONGEST_LOOSE, len(text)) + 1):
        if text[end : end + 1] in _JOINING and text[end + 1 : end + 2] in _LIST_MARKS:
            continue
        stops = end >= len(text) or text[end] in _STOPS or _TELLS.match(text, end)
        if stops or any(text[end : end + length] in _AFTER_FOREIGN for length in _AFTER_LENGTHS):
            return end if loose_name(text[at:end]) else -1
    return -1


_LONGEST_LOOSE = 10  # characters
