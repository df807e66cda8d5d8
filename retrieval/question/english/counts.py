"""English ordinals → 第N次, 第N届: the second meeting, the 14th NPC, meeting No. 3."""

import re
from functools import cache

from config import lexicon
from retrieval.question.english.glossary import FLAGS

_GATHERINGS = "[㐀-鿿]{0,8}(?:论坛|峰会|博览会|进博会|运动会|艺术节|研讨会)"
_CONGRESSES = "(?:[㐀-鿿]{0,3}[省市县区] ?)?(?:人大|人民代表大会|政协|党代会)"
_BODIES = rf"“|中央|中国|全国(?!\s*会议)|{_CONGRESSES}|{_GATHERINGS}"
"""What is counted by 届, where it stands right behind the number; sessions are counted by 次."""
_PLENUM = re.compile(
    r"第(\d+)(?:次)?\s*(?:中央)?全体会议\s*(?:of|,)\s*(?:the\s+)?第(\d+)届?\s*(?:中共)?中央委员会", FLAGS
)
_NUMBERED = re.compile(r"(会议|会)\s*(?:no\.?|number|#)\s*(\d+)|(?:no\.?|number|#)\s*(\d+)\s*(?=[㐀-鿿]*会)", FLAGS)
_CONGRESS = re.compile(r"第(\d+)届?\s*中国共产党全国代表大会")
_TERM = re.compile(r"第(\d+)次(?=[㐀-鿿]*会 ?第\d+次)")
_DIGITS = "零一二三四五六七八九"


def with_counts(text: str) -> str:
    """`text` with the ordinals before Chinese words put as Chinese ones, and plenums of a central committee in full."""
    text = _ordinals().sub(lambda match: f"第{_value(match['n'])}", text)
    text = _NUMBERED.sub(lambda match: f"第{match[2] or match[3]}次{match[1] or ''}", text)
    text = _PLENUM.sub(
        lambda match: f"中国共产党第{han(int(match[2]))}届中央委员会第{han(int(match[1]))}次全体会议", text
    )
    text = _CONGRESS.sub(lambda match: f"中国共产党第{han(int(match[1]))}次全国代表大会", text)
    text = re.sub(rf"第(\d+)\s*(?![次届])(?={_BODIES})(?!中央(?:经济|农村|财经|全面|城市|外事|民族))", r"第\1届", text)
    text = re.sub(r"第(\d+)\s*(?=[A-Z])", r"第\1届 ", text)
    text = re.sub(r"第(\d+)\s*(?![次届])(?=[㐀-鿿]*会)", r"第\1次", text)
    return _TERM.sub(r"第\1届", text)  # the first meeting of the second board


def han(value: int) -> str:
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(value, 10)
    return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


def _value(word: str) -> str:
    digits = re.match(r"\d+", word)
    if digits:
        return digits[0]
    named = lexicon.mapping("english", "ordinals")
    return str(sum(int(named[part]) for part in re.split(r"[\s-]", word.lower())))


@cache
def _ordinals() -> re.Pattern[str]:
    words = "|".join(sorted(lexicon.mapping("english", "ordinals"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:the\s+)?(?P<n>\d+(?:st|nd|rd|th)|(?:twenty[\s-])?(?:{words}))\s+(?=[㐀-鿿“]|[A-Z][a-z]+ [㐀-鿿])", FLAGS
    )
