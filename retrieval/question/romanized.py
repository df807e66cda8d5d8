"""A question typed in pinyin: its asking words, ordinals and days in Chinese, before names are looked for by sound."""

import re
from functools import cache

from config import lexicon
from data.clean.pinyin import sound
from retrieval.catalogue.sounds import spelled

_RUN = re.compile(r"[a-zü]+(?:[ '0-9]+[a-zü]+)+", re.IGNORECASE)
_LEAST_WORDS, _MOST = 4, 0.75
"""Latin words that spell Chinese sounds: fewer may be a name beside Chinese words, or chance in English."""
_DIGITS = {
    "yi": "一",
    "er": "二",
    "san": "三",
    "si": "四",
    "wu": "五",
    "liu": "六",
    "qi": "七",
    "ba": "八",
    "jiu": "九",
}
_FIGURES = _DIGITS | {"shi": "十"}
_FIGURE = rf"(?:{'|'.join(_FIGURES)})(?: ?(?:{'|'.join(_FIGURES)}))*"
_ORDINAL = re.compile(rf"\bdi ?({_FIGURE}) ?(ci|jie|hao)\b", re.IGNORECASE)
_COUNTED = {"ci": "次", "jie": "届", "hao": "号"}
_DAY = re.compile(r"(\d+) ?(nian|yue|ri|hao)\b", re.IGNORECASE)
_COUNT_BESIDE = re.compile(r"(?<![a-z])di ?(\d{1,4}) ?(ci|jie|hao)(?![a-z])", re.IGNORECASE)
_DAY_BESIDE = re.compile(r"(\d{1,4})(nian|yue|ri|hao)(?![a-z])", re.IGNORECASE)
"""8yue24ri: a number right before its unit is one in any question."""
_DAYS = {"nian": "年", "yue": "月", "ri": "日", "hao": "号"}


def in_characters(text: str) -> str:
    """`text` with what asks in it put into characters, where it is pinyin; as it is otherwise."""
    text = _COUNT_BESIDE.sub(lambda match: f"第{match[1]}{_COUNTED[match[2].lower()]} ", text)
    text = _DAY_BESIDE.sub(lambda match: f"{match[1]}{_DAYS[match[2].lower()]}", text)
    if not is_pinyin(text):
        return text
    text = _ORDINAL.sub(lambda match: f"第{_number(match[1])}{_COUNTED[match[2].lower()]} ", text)
    text = _DAY.sub(lambda match: f"{match[1]}{_DAYS[match[2].lower()]}", text)
    return re.sub(r"(?<=[㐀-鿿]) (?=[㐀-鿿])", "", _asking().sub(lambda match: _words()[_key(match[0])], text))


def is_pinyin(text: str) -> bool:
    """Whether most Latin words of `text` spell sounds, those of asking words among them."""
    words = [word for run in _RUN.findall(text) for word in re.findall("[a-zü]+", run, re.IGNORECASE)]
    sounding = [word for word in words if spelled(word)]
    most = len(sounding) >= max(_LEAST_WORDS, _MOST * len(words))
    return most and bool(_asking().search(text))


def _number(spelled_out: str) -> str:
    return "".join(_FIGURES[one] for one in re.findall("|".join(sorted(_FIGURES, key=len, reverse=True)), spelled_out))


@cache
def _words() -> dict[str, str]:
    """The sound of an asking word, without spaces → the word; those that come earlier in the lexicon win."""
    words = lexicon.words("question", "romanized.words")
    return {"".join(map(sound, word)): word for word in reversed(words)}


def _key(typed: str) -> str:
    return typed.lower().replace(" ", "").replace("ü", "v")


@cache
def _asking() -> re.Pattern[str]:
    words = sorted(lexicon.words("question", "romanized.words"), key=len, reverse=True)
    patterns = (" ?".join(map(sound, word)) for word in words)
    return re.compile(rf"(?<![a-zü])(?:{'|'.join(patterns)})(?![a-zü])", re.IGNORECASE)
