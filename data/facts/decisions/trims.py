"""What stands around a matter without being part of it: numbers, who made or brought it, how a list ends."""

import re

from data.facts.brackets import mask
from data.facts.decisions.verbs import NUMBER
from data.records import DecisionKind

_MAKER = re.compile(
    r"(?:(?!关于)[^《]){0,60}?(?:所?作的|所[作做](?=[^，。]{2,}(?:报告|汇报|说明))|提交的|所?做的|提出的|提请的|报送的|起草的|送审的|上报的)(?=《|关于|.{2,}(?:报告|汇报|说明|总结)$)"
)
_BROUGHT = re.compile(
    r"[^《关，、]{1,12}(?:局|委|办|站|部|处|[镇乡]|街道|公司)(?=《[^》]*》$)"
)  # which body's paper it is
_SPEAKER = re.compile(r"[^《]{1,60}?(?=关于)")
NAMELY = r"(?:主要)?(?:包括|分别[是为])(?=[^，。；]{0,30}《)"
"""What names the papers behind their number: 12项议案，分别为《A》《B》."""
_LEAD = re.compile(
    rf"[（(][一二三四五六七八九十\d]{{1,2}}[)）]|[一二三四五六七八九]是(?=..)|{NUMBER}(?!\d)|(?:以下|下列|如下)[^：:，]{{0,10}}[：:]|[了：:，,、\s]+|以及|并(?:公布|发表|发布|签署|印发)了?|{NAMELY}|(?:并|及|和|等)(?=《|关于)|并?(?:举手|投票)?表决了"
)
_COUNTED = r"(?:\d+|[一二三四五六七八九十]+)?(?:个|项|份|部|件)?"
_TAIL = re.compile(
    rf"(?:[（(](?=[^（）()]*(?:票|赞成|反对|弃权|同意))[^（）()]*[)）]|等{_COUNTED}(?:重要|多项|相关|全部|各项)?(?:文件|议题|事项|议案|条例草案|材料|制度|办法|规定)?|(?:\d+|[一二三四五六七八九十]+)[个项]?议题|有关文件|并(?:进行|作)了?[^，。]{{0,8}}(?:表决|讨论|评议|测评)|[，,、；;。：:\s]+)$"
)


def skip_maker(masked: str) -> int:
    """How many characters say who made what follows (县财政局提交的…), 0 where none do."""
    maker = _MAKER.match(masked)
    return maker.end() if maker else 0


def trim(text: str, left: int, right: int, kind: DecisionKind) -> tuple[int, int]:
    """Without the punctuation, the maker (…提交的) and, for what was heard, the speaker around the matter."""
    while lead := _LEAD.match(text, left, right):
        left = lead.end()
    while tail := _TAIL.search(text, left, right) if text[right - 1] in "）)" else _TAIL.search(mask(text[left:right])):
        right = tail.start() if text[right - 1] in "）)" else left + tail.start()
    masked = mask(text[left:right])
    if maker := _MAKER.match(masked) or _BROUGHT.match(masked):
        left += maker.end()
    if kind == "heard" and (speaker := _SPEAKER.match(masked)):
        left = max(left, right - len(masked) + speaker.end())
    return left, right
