"""How numbers are written: in figures or characters, with what they count, by the measure that is asked for."""

import re

_UNITS = "名位个项条家件份座处所次场户票种批支只台辆套对点段类栋亩吨斤里米人万千百亿余多来元倍成天小分"
_FIGURE = rf"\d[\d,]*(?:\.\d+)?|(?<![每进统同某任唯另届])[一二三四五六七八九十百两]{{1,5}}(?=[{_UNITS}])(?!次会|次全)"
"""A numeral in characters counts something only with a unit behind it: not 进一步, 一致, 四次会议."""
_ROOM = "室|报告厅|会议[室厅]|多功能厅|教室|房间"
NUMBER = rf"(?<![第\d.])(?!(?:19|20)\d\d[—–~-])({_FIGURE})(?![\d.年月日号届期%％]|分之|{_ROOM})"
_SIDE = "(?:赞成|同意|反对|弃权|通过)"
ABOUT = r"(?:余|多|来|几)?"
_LONG = r"(?<![第\d.])\d{1,3}(?:\.\d)?|(?<![每一同某去今明前])[一二三四五六七八九十两半]{1,3}"
_STRETCH = "(?:小时|分钟|天|周|星期|月(?!份)|年(?!度|级))"
MEASURES = {
    "votes": rf"{_SIDE}\D{{0,4}}?{NUMBER}|{NUMBER}\s*(?:票|户|人|名|个)?\s*[一-龥]{{0,3}}?{_SIDE}|{NUMBER}\s*票",
    "people": rf"{NUMBER}{ABOUT}\s*(?:名|位|人|个(?!月|百分|方面|小时))|(?:应到|实到)\D{{0,8}}?{NUMBER}",
    "money": rf"{NUMBER}{ABOUT}\s*(?:万|亿|千|百)?元",
    "duration": rf"{NUMBER}{ABOUT}\s*(?:个)?(?:多)?(?:小时|分钟|天半)|为期({_FIGURE})天",
    "lasting": (
        rf"(?:为期|历时|连续|用时)(?:约|近)?({_LONG}){ABOUT}(?:个半?)?{ABOUT}{_STRETCH}"
        rf"|({_LONG}){ABOUT}个?{ABOUT}{_STRETCH}的?(?![前后内底初末以之])"
    ),
    "number": NUMBER + ABOUT,
}
NO_VALUE = re.compile(r"^\W{0,3}\d{1,2}\W{1,2}|[（(]文件[^）)]*[）)]|第\d+[区號号次届]")
"""A number that only counts the items, papers or places off is no value."""
SIDES = ("赞成", "同意", "反对", "弃权", "应到", "实到")
TYPED = frozenset({"money", "duration", "lasting", "span"})
"""Measures told with their unit."""
ANY_FIGURE = re.compile(rf"\d|[一二三四五六七八九十百两]+(?=[{_UNITS}])|倍增|翻番")


def of_other_sort(question: str, behind: str) -> bool:
    """多少条 asks for things, which 十二位 does not count; 多少位 for people."""
    asked = _SORT.search(question)
    return asked is not None and (behind[:1] in _PEOPLE) != (asked[1] in _PEOPLE) and behind[:1] in _THINGS + _PEOPLE


_THINGS, _PEOPLE = "条件项份家户座所", "名位人"
_SORT = re.compile(f"(?:多少|几)([{_THINGS}{_PEOPLE}])")
