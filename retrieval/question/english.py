"""English questions → the Chinese ones that they ask, names and Chinese words left as they are."""

import re
from functools import cache

from config import lexicon

_FLAGS = re.IGNORECASE | re.ASCII
"""ASCII, so that a Chinese character beside a Latin word does not hide the word's edge."""
_LATIN_WORD = re.compile(r"[A-Za-z']+")


def is_english(text: str) -> bool:
    """Whether the words that hold the question together are English ones."""
    words = [word.lower() for word in _LATIN_WORD.findall(text)]
    glue = set(lexicon.words("glossary", "stop.words"))
    return sum(word in glue for word in words) >= 2


def to_chinese(text: str) -> str:
    """`text` with English frames and meeting words put into Chinese and leftover English glue dropped."""
    for pattern, chinese in _rewrites():
        text = pattern.sub(chinese, text)
    text = _ORDINAL.sub(lambda match: f"第{lexicon.mapping('glossary', 'numbers')[match[0].lower()]}次", text)
    return re.sub(r"\s+", " ", _glue().sub(" ", text)).strip()


@cache
def _rewrites() -> tuple[tuple[re.Pattern[str], str], ...]:
    frames, words = lexicon.mapping("glossary", "frames"), lexicon.mapping("glossary", "words")
    bounded = {rf"\b(?:{pattern})\b": chinese + " " for pattern, chinese in words.items()}
    return tuple((re.compile(pattern, _FLAGS), chinese) for pattern, chinese in (frames | bounded).items())


@cache
def _glue() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon.words('glossary', 'stop.words'))})\b(?!['·])", _FLAGS)


_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", _FLAGS)
