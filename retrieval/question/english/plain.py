"""An English question as typed → its plain wording: no contractions, politeness, titles of courtesy or tone marks."""

import re
import unicodedata
from functools import cache

from config import lexicon
from retrieval.catalogue.sounds import spelled

_TONE_MARKS = {"\u0300", "\u0301", "\u0304", "\u030c"}
_PARTED = re.compile(r"\b[A-Z][a-zü]+(?:-[A-Za-zü]+)+\b|\b[A-Z][a-z]+'[aeo][a-z]*\b")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ", "'"))


def plain(text: str) -> str:
    """`text` in its plainest wording, small words and names as they were."""
    text = _PARTED.sub(_in_one_word, without_tones(text.translate(_APOSTROPHES)))
    for pattern, instead in _rewrites():
        text = pattern.sub(instead, text)
    return re.sub(r"\s+", " ", text).strip()


def without_tones(text: str) -> str:
    """Lǐ Qiáng → Li Qiang, Lǚ → Lü; other marks stay."""
    if text.isascii():
        return text
    parted = (char for char in unicodedata.normalize("NFD", text) if char not in _TONE_MARKS)
    return unicodedata.normalize("NFC", "".join(parted))


def _in_one_word(match: re.Match[str]) -> str:
    """Jin-ping, Ou-yang and Yan'an are Chinese names, Low-key is not."""
    parts = re.split("[-']", match[0])
    return parts[0] + "".join(map(str.lower, parts[1:])) if all(map(spelled, parts)) else match[0]


@cache
def _rewrites() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = lexicon.mapping("english", "plain")
    return tuple((re.compile(pattern, re.IGNORECASE | re.ASCII), instead) for pattern, instead in table.items())
