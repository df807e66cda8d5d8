"""Collective attendees: 各镇主要负责人, 市委办、市财政局, 股东及代表共39人."""

import re
from collections.abc import Iterator, Sequence

from data.facts.attendance import signals
from data.facts.attendance.parted import parts
from data.facts.attendance.roster import Passage
from data.facts.attendance.sightings import GroupSighting
from data.facts.attendance.trails import without
from data.facts.people import Mention
from data.records import Evidence, Role, Span

_GROUP_TRAIL = re.compile(
    r"(?:分别在[^，。]{2,60}|(?<=[^及和、，])在(?!家|职|岗|编|京的)[^，。、]{1,16}|就(?!业|职|诊|餐|地|近)[^，。]{1,60}|对(?!口|外|接|面|台|港|手)[^，。、]{2,24}|围绕[^，。]{1,60}|先后|分别|应邀|踊跃|纷纷|积极|相继|一致|还|也|均|并|共同|一起|一同|到会|到场|上台|登台|通过[^，。]{1,8}|以[^，。]{1,8}(?:方式|形式)|等|认真|现场|逐一|依次|结合[^，。]{1,20})++$"
)
_GROUP_LEAD = re.compile(
    r"(?:(?:教授|院士|研究员|博士|同志|先生|女士)(?=[以和及、])"
    r"|等(?:[^，。、和及]{0,6}领导|同志|嘉宾)(?=[和及以、])|[和及以、，, 等]|与(?!会)|同(?!志|学|济|乡)"
    r"|据|(?:[^，。、来]{0,6}还?共?有)(?=来自|\d)|在(?=\d)|率领的|携|(?:会上|会议上|随后|最后|期间)[，,]?|[^，。、]{0,8}会由|由|邀请了?)*"
)
_NO_GROUP = re.compile(
    r"召开|开展|^(?:但|又|另|首先|在此|感谢|呼吁|一共|合计|总?人数)|人数为|是|作为|接见|坚持|依托|愿(?!者|景)|逮捕|吸引|聚集|集中了|派出|带动|人次代表|担任(?!过)|^(?:欢迎|祝贺|支持|感谢|赞赏|转达|致信|致电|并|还|率先|已|受(?!表彰|邀|聘|奖|灾)|善用|广大|其他被|中方(?!代表|人员|企业|嘉宾|专家|委员)|[他她](?!们)|走)|(?<![方定导转面走])向(?!(?:大会|会议|全会)(?:报告|汇报|述职)[^，。、]{0,8}的)|^(?:决定|同意|通过)|^(?:本|此|这)次|(?<!面)对(?!口|外|接|面|台|港|手)|^(?:[\d一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]+[、.．)）]|[-*•#]|[（(]\d|(?:会议|大会|全会)(?!正式|代表|特邀|委员|主席团|成员)|向|作为|依次|把|被|为|以|包括|如何|大家|各位(?!(?:主任|委员|理事|常委|代表|领导))|我们)|(?<![主重首需])要|(?:^|分别|先后)代表(?!团|们|性|委员|大会)|动员|积极|发动|带领|号召|将|须|应当|应到|实到|鼓励|引导|推动|(?<![大党])组织(?!部|委|人事|代表|负责|成员)|指导|选举|任命|让|使(?!节|者|馆|领)|习近平|：|听取|征求|征集|收集|倾听|传达|通报|会见|看望|当选"
)
_COUNTED = re.compile(r"(?:[（(][^（）()]*[）)])?(?:等\d+|等?[\d两二三四五六七八九十]+余?[位名])")
_SHORTEST = 4
_LEADERS = re.compile("[局院校镇乡区县市省司厅馆站]领导")
_SHORT = ("委员", "理事", "常委")  # … 副主任顾城及委员


def group_after(passage: Passage, own: Sequence[Mention], start: int, end: int) -> tuple[int, int] | None:
    """The collective attendee at the end of text[start:end], after the people named there."""
    masked = passage.masked
    start = max([start, *(person.right for person in own)])
    if own and (_COUNTED.match(masked, start) or masked[max(0, own[-1].left - 1) : own[-1].left] == "向"):
        return None
    stretch = without(_GROUP_TRAIL, masked[start:end])
    lead = _GROUP_LEAD.match(stretch)
    skip = lead.end() if lead else 0
    if (
        not signals.GROUP_END.search(stretch)
        or _NO_GROUP.search(stretch, skip)
        or (
            len(stretch) - skip < _SHORTEST
            and not (own and stretch[skip:] in _SHORT)
            and not _LEADERS.fullmatch(stretch, skip)
        )
        or signals.ONE_OFFICE.fullmatch(stretch, skip)
    ):
        return None
    return start + skip, start + len(stretch)


def organs_before(passage: Passage, start: int, end: int, least: int = 1) -> tuple[int, int] | None:
    """A list of nothing but organs, with `least` marks between them: 市委办、市财政局参加会议."""
    stretch = without(_GROUP_TRAIL, passage.masked[start:end])
    lead = _GROUP_LEAD.match(stretch)
    skip = lead.end() if lead else 0
    organs = signals.ORGANS.fullmatch(stretch, skip)
    enough = organs and len(_BETWEEN_ORGANS.findall(organs[0])) >= least
    return (start + skip, start + len(stretch)) if enough else None


SEVERAL = 2
"""Marks between organs that speak together; of fewer each speaks for itself."""
_BETWEEN_ORGANS = re.compile("、|[和及](?=[^、]{2,})")

_OF_THEM = re.compile(
    r"(?P<verb>出席|参加|列席)了?(?:本次|此次)?[^，。；、的]{0,16}?会(?:议|现场会议)?(?:表决|投票)?的有?"
    r"(?P<who>(?![^，。；]{0,12}[应实]到)[^，。；：、的]{2,40}?共?计?\d+余?[人名位])(?=[，。；,;])"
)


_HEARD_FROM = re.compile(
    r"(?:和审议|并审议)?了?+(?P<who>(?!与会|大家)[^，。；《》]{4,70}?)(?:关于|就(?!业)|对(?!口|外|接|面))[^，。；]{2,90}(?:汇报|报告|意见|建议|说明|介绍)"
)


def heard(passage: Passage, start: int, end: int) -> Iterator[GroupSighting]:
    """Those who reported together: 听取了市教育局、市文旅局关于…的汇报, 听取代表对…的意见; one organ is no group."""
    told = _HEARD_FROM.match(passage.masked, start, end)
    if told is None or passage.between(*told.span("who")):
        return
    people = signals.GROUP_END.search(told["who"]) and not _NO_GROUP.search(told["who"])
    if people or (told["who"].count("、") >= SEVERAL and signals.ORGANS.fullmatch(told["who"])):
        at = Evidence(Span(passage.para, *told.span("who")), "narrative/heard-group", "听取")
        yield GroupSighting(passage.text[slice(*told.span("who"))], "speak", at)


def listed(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The collective attendees among the items of a list, commas between them."""
    for item in _COMMAS.finditer(passage.masked, start, end):
        if not passage.between(*item.span()) and (group := group_after(passage, (), *item.span())):
            yield group


_COMMAS = re.compile(r"[^，,；;。]+")


def counted(passage: Passage) -> Iterator[GroupSighting]:
    """出席会议的股东及代表共39人，…: a number of people told beside a verb that describes them."""
    for told_of in _OF_THEM.finditer(passage.masked):
        at = Evidence(Span(passage.para, *told_of.span("who")), "narrative/counted", told_of["verb"])
        yield GroupSighting(
            passage.text[slice(*told_of.span("who"))], "observe" if told_of["verb"] == "列席" else "attend", at
        )


_ENGAGED = re.compile(
    r"(?:会议|大会|全会|会|研讨班|培训班)期间[，,](?P<who>(?:[\u4e00-\u9fff]{0,10}组成人员|全体[\u4e00-\u9fff]{2,4}|委员们|代表们))"
    r"(?=认真|仔细|深入|踊跃|积极|围绕|对|分组|审议|讨论|逐)"
)


def engaged(passage: Passage) -> Iterator[GroupSighting]:
    """会议期间，组成人员认真审议…: those who are told to have worked at it."""
    for told in _ENGAGED.finditer(passage.masked):
        at = Evidence(Span(passage.para, *told.span("who")), "narrative/engaged", told["who"])
        yield GroupSighting(passage.text[slice(*told.span("who"))], "attend", at)


_BROUGHT = re.compile(r"组织(?P<who>全[体校院系][\u4e00-\u9fff]{2,10}?)(?=在|于|召开|举行|收看|参加)")


def brought(passage: Passage) -> Iterator[GroupSighting]:
    """学校组织全体教职工在…召开大会: those who were called together."""
    for told in _BROUGHT.finditer(passage.masked):
        if signals.GROUP_END.search(told["who"]):
            at = Evidence(Span(passage.para, *told.span("who")), "narrative/brought", "组织")
            yield GroupSighting(told["who"], "attend", at)


def sightings(passage: Passage, at: int, to: int, role: Role, verb: str) -> Iterator[GroupSighting]:
    """The groups in text[at:to] in that role, each that stands alone by itself; 有关部门 say nothing."""
    for left, right in parts(passage.text, at, to):
        if role != "speak" or not (
            _NOBODY.fullmatch(passage.text, left, right) or _ONE.fullmatch(passage.text, left, right)
        ):
            evidence = Evidence(Span(passage.para, left, right), "narrative/group", verb)
            yield GroupSighting(passage.text[left:right], role, evidence)


_NOBODY = re.compile(
    r".*(?:等|有关|相关|各)(?:单位|部门|机构)|[^、]*(?<!家)(?:单位|部门|机构)|其他(?:同志|成员|人员)|(?:与会|参会)(?:人员|者|代表|董事|同志|党员)|(?:全体)?代表们?|全体代表|各位.*"
)  # whose words another reports: nobody of it is named
_ONE = re.compile(
    r"(?!各)[^、和各全位名]{4,16}(?:书记|主任|主席|[市县区镇乡局处院校部厅]长|经理)"
)  # waits for its holder's name
