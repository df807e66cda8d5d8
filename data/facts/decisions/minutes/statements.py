"""Sentences of an item's lines that decide by themselves: 会议同意X, 经讨论，X改至Y, 7票同意通过X."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.facts.decisions.minutes.sheet import Line
from data.facts.decisions.verbs import kind_of
from data.records import DecisionKind

TALKED_OVER = "经讨论"  # the verb where nothing else says that it was decided


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence of a line that decides by itself: its verb, and where in the paragraph its object stands."""

    kind: DecisionKind
    verb: str
    para: int
    start: int
    end: int
    back: bool = False
    """Whether the object only points back to the title (同意该方案, 同意印发执行)."""


_WHO = (
    r"(?:会议|大会|会上|[\u4e00-\u9fff]{0,6}(?:委员会|理事会|董事会|业委会|家委会)|与会(?:人员|委员|代表|者)?|全体(?:与会)?(?:人员|委员|成员)?|大家|各方|双方|家长们?|各位?(?:委员|理事|监事|代表)|(?:绝?大)?多数[\u4e00-\u9fff]{0,4}|委员们?|代表们?|居民们?|村民们?"
    r"|经[^，。；;：:]{0,14}?(?:讨论|研究|审议|表决|投票|协商|商议)(?:后|，|,)?|讨论后|表决后|最终|最后|研究|审议"
    r"|经[^，。；：:]{0,10}(?:讨论|研究|表决|投票|协商)[^。；：:]{0,40}?[，,](?=决定|同意))"
)
_HOW = r"(?:一致|原则上?|基本|共同|初步|当场|全票|正式|研究|讨论|审议|，|,|\s)*"
_DECIDES = (
    r"(?:审议通过|表决通过|原则通过|议决|决议(?=[^案：:书事如时])|决定|同意|议定|商定|(?:推选|选举|投票)产生"
    r"|推选|推举|选举|选定|敲定|批准|订于|定于)"
)
_ELECTS = r"(?=(?:选举|推选|投票)产生|(?:推选|推举|选举)[^，。；]{2,8}(?:担任|出任|为|任))"
_PASSES = (
    r"(?:通过(?=成立|《|关于|了|拨款|委聘|聘用|聘请|增设|采用|更换|修订|增补|委任|将|以(?![^，。]{0,10}(?:方式|形式)))"
    r"|通过了?(?:以下|下列|如下)?(?:临时)?动议(?=[：:“]))"
)
_THINK = (
    r"(?![^，。；]{0,8}(?:认为|认同|肯定|表示|了解|建议|希望|提出|形成|指出|觉得|意见"
    r"|如下|达成|要求|强调|存在|仍|还是))"
)
_STATES = re.compile(
    rf"(?:(?:^|[。；;，,：:]\s*)(?:(?:{_WHO}{_HOW}|(?:一致|全票){_HOW})+|{_ELECTS})(?P<verb>{_DECIDES}|确定|明确|{_PASSES})"
    rf"|(?:^|[。；;，,]\s*)经[^，。；;：:]{{0,8}}(?:讨论|研究|协商|商议)(?:后)?[，,]{_THINK}(?=[^，。；;：:]{{6,}}(?:[，。；;]|$))"
    rf"|(?:^|(?<=[；;])\s*)(?:\d{{1,2}}[、.．]\s*)?{_HOW}(?P<bare>{_DECIDES}|认可|{_PASSES}|确定了))"
    r"了?(?:：|:)?\s*(?!后|\s*票|股|\s*\d+\s*(?:$|[，、\s票人位户股%％]|不同意|反对|弃))(?P<object>(?:[^，,。；;]|(?<=\d),(?=\d{3})){4,})"
)
_POINTS_BACK = re.compile(
    r".{0,16}(?:本|此|该)案|(?:在|于)[^，。]{2,16}(?:公示|公布|公告|张贴)|.{0,12}的(?:提议|方案|流程方案|建议|意见|请求|申请)|(?:上述|以上|该|此|这一?)(?:方案|提议|意见|申请|建议|议案|做法).{0,8}"
    r"|按.{1,16}(?:执行|推进|实施|办理|修改|进行).{0,6}|(?:印发|发布|公布|实施|试行|执行|上报|报送|推进|升级|通过|立项|延期|成立)(?:执行|实施|SIG组?)?"
)
_WHEN = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?)?"
    r"|(?:定?于|自)\d[^，。；]{0,16}(?:举行|召开|举办|办理|实施|施行|执行|生效|开始|出发)"
    r"|由[^，。；]{2,8}(?:统筹|跟进)"
)
"""When it will be, or who sees to it: the title says what."""


def _points_back(object_: str) -> bool:
    return _POINTS_BACK.fullmatch(object_) is not None or _WHEN.fullmatch(object_) is not None


_BY_VOTES = re.compile(
    r"\d+票(?:同意|赞成)?\s*(?:[（(][^（）()]*[)）])?\s*(?:同意)?(?P<verb>通过)(?P<object>[^，。；（(]{3,}(?:[（(][^（）()]*[)）])?)"
)
_NUMBERED = re.compile(
    r"(?:决策|决议|决定)\s*[一二三四五六七八九十\d]{1,2}\s*[:：]\s*(?P<object>[^。；;]{4,}?)(?P<passed>[，,]\s*(?:经[^，,]{0,6})?(?:一致|全票)?通过)?[。；;]?$"
)
_SECONDED = re.compile(
    r"(?:建议|动议|提议)(?![：:])(?P<object>[^，。；]{4,60}(?:，(?![^，。；]*[和附]议)[^，。；]{2,30})?)，(?:[^，。；]{0,10}(?:和议|附议)[^。；]{0,24}?(?P<verb>(?:赞成|同意)?通过)"
    r"|(?:并)?(?:获得?|经|得到)?(?:全体|与会|在场|各位|出席|大家|一致|无异议)[^，。；不未]{0,10}?(?P<agreed>同意|通过|赞成|支持)(?=[，。；]|$))"
)
"""A motion that was seconded and carried: 顾委员建议改用新泵，林委员和议，全体通过; 获全体委员同意."""
_SAID_BY_ONE = re.compile(r"^[^，。：:]{1,12}[：:]")


_AGREED_TOO = re.compile(r"[，,]\s*并?(?P<verb>同意|推选|选出|委任|推举|聘请|聘任)(?P<object>[^，,。；;]{6,})")
"""What was agreed to or who was chosen besides: 同意成立小组，并推选顾城为组长."""
_CHOSEN_TOO = re.compile(
    r"[，,；;]\s*(?P<object>(?!由|任期)[^，,。；;：:]{2,30}?(?<![因认])(?:为|任|担任)[^，,。；;：:]{2,20})(?=[，,。；;]|$)"
)


def _others_chosen(line: Line, verb: str, at: int) -> Iterator[Stated]:
    """Those who were chosen under the same verb: 选举顾城为会长，林岚、葛云为副会长."""
    while also := _CHOSEN_TOO.match(line.text, at):
        yield Stated("appointed", verb, line.para, line.start + also.start("object"), line.start + also.end("object"))
        at = also.end()


def _kind_of(verb: str) -> DecisionKind:
    """议决 and 订于, which are no verbs of news, decide as well."""
    kind = kind_of(verb)
    return "decided" if kind == "studied" or verb == TALKED_OVER else kind


def voted(line: Line) -> bool:
    """Whether a line counts votes for what it states: 7票同意通过由青峰工程行施作."""
    return _BY_VOTES.search(line.text) is not None


def stated(line: Line) -> Iterator[Stated]:
    """The decisions that a line states with their object; who only says so himself decides nothing."""
    if numbered := _NUMBERED.match(line.text):
        start, end = (line.start + edge for edge in numbered.span("object"))
        yield Stated(
            "adopted" if numbered["passed"] else "decided",
            "通过" if numbered["passed"] else "决定",
            line.para,
            start,
            end,
        )
        return
    if seconded := _SECONDED.search(line.text):
        start, end = (line.start + edge for edge in seconded.span("object"))
        carried = seconded["verb"] or seconded["agreed"]
        yield Stated("adopted" if carried.endswith("通过") else "decided", carried, line.para, start, end)
        return
    counted = list(_BY_VOTES.finditer(line.text))
    for found in counted:
        yield Stated("adopted", "通过", line.para, line.start + found.start("object"), line.start + found.end("object"))
    if counted or (not line.concludes and _SAID_BY_ONE.match(line.text) and not _STATES.match(line.text)):
        return
    for found in _STATES.finditer(line.text):
        verb = found["verb"] or found["bare"] or TALKED_OVER
        start, end = (line.start + edge for edge in found.span("object"))
        yield Stated(_kind_of(verb), verb, line.para, start, end, _points_back(found["object"]))
        if _kind_of(verb) == "appointed":
            yield from _others_chosen(line, verb, found.end())
        if (too := _AGREED_TOO.match(line.text, found.end())) and not _points_back(too["object"]):
            at = line.start + too.start("object"), line.start + too.end("object")
            yield Stated(_kind_of(too["verb"]), too["verb"], line.para, *at)
