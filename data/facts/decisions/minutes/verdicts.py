"""What the lines of an item say became of it: conclusions under a label, votes, and what its title says was done."""

import re

from config.lexicon import words
from data.facts.decisions.minutes.lines import SAYS_YES
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.decisions.minutes.statements import stated
from data.facts.decisions.minutes.titles import ACTS, BALLOT_NOTE, GIVEN, HEARD, OPEN, TOLD_TITLE, only_tells
from data.facts.decisions.verbs import kind_of
from data.facts.patterns import any_of
from data.facts.people import is_person
from data.records import DecisionKind

PLAIN = "结论"  # the verb of a conclusion that neither agrees nor refuses

_AGREED = re.compile(
    rf"(?:(?<=一致)|(?<=原则)|(?<=原则上)|(?<=全部)|(?<=委员)|(?<=全体)|(?<=会议)|(?<=TC)|(?<![\w\u4e00-\u9fff])|(?<=[，。；：、]))"
    rf"(?P<verb>{any_of(words('minutes', 'verdicts.agreed'))})|(?<!不)同意(?!\s*[:：]?\s*\d)|赞同|无异议|没有意见",
    re.IGNORECASE,
)
_BLESSED = ("approved", "批准")
_PASSED = re.compile(
    r"(?:^|原则上?|审议|评审|提案|决议|动议|议案|无异议|本案|该案|[二三]读|全文|全案|全票|照案|修正后?|修改后?|原案|表决|申请|一致|获得|弃权|反对|赞成|和议|附议|[，,]\s*|[:：]\s*)通过(?:[，,。；;）)（(]|$|成立|该|确认|核备|备查)"
)
_REFUSED = re.compile(
    r"不(?:建议|予[^，。；]{2}|同意(?!\s*[:：]?\s*\d)|通过|接受)|未通过|未获通过|否决|暂缓|搁置|缓议|保留(?!一?[年月个版])|退回|deferred|rejected|暂不(?!决定|做决定|决策)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:本次|会上|[\u4e00-\u9fff]{{2,4}}\s?)?{any_of(words('minutes', 'titles.told'))}(?!内容|人|材料)"
)
_N = r"\s*[:：]?\s*(\d+)"
_FOR = re.compile(rf"(?<!不)(?:赞成|同意|赞同)(?:票数?)?{_N}|(\d+)\s*[票人名]?\s*(?<!不)(?:赞成|同意)(?!的)")
_AGAINST = re.compile(rf"(?:反对|不同意|不赞成)(?:票数?)?{_N}|(\d+)\s*[票人名]?\s*(?:反对|不同意)")
_BALLOT = re.compile(r"(?:赞成|同意)(?:票数?)?\s*[:：]?\s*\d+\s*(?:[票人名位，,；;、。]|$)")
_CONFIRMED = re.compile(r"(?:获得?|予以|无异议|均?无误)*(?:确认|确定|认可)[。]?")
_SEES_TO = re.compile(r"由?[\u4e00-\u9fff]{2,12}?(?:负责|牵头)(?!人)[^，。]{2,}")  # whose work it is from now on
_RUNNING = re.compile(
    r"[，。；]决议通过(?=[^，。；]{2})|(?:^|[，。；])(?:经[^，。；]{0,12}[，,]?)?(?:会议)?(?:研究|讨论)?(?:原则上?|一致|全票|表决|审议)通过(?:[，。；]|$|并|后)"
    r"|(?:举手|投票|无记名|当场)*表决[^，。；不未]{0,12}?通过(?=[，。；]|$)"
)
_CARRIED = re.compile(r"(?<!not )\b(?:approved|passed|carried|accepted)\b", re.IGNORECASE)
_IN_TITLE = re.compile(r"[，,（(]\s*(?:经[^，,]{0,6})?(?:全票|一致|审议|表决|讨论|获得?|多数)*通过[)）]?[。\s]*$")
_ALL_AGREE = re.compile(
    r"(?:^|[，,。；;])\s*(?:(?:全体|大家|所有[^，。]{2,6}|与会[^，。]{2,4}|各位[^，。]{2})[^，。；]{0,6}?(?:均|都|一致)*|一致)(?:表示)?"
    r"(?:同意|无异议|没有异议|赞成|认可)\s*(?:[，,]\s*无(?:反对|异议)[^，。]{0,4})?(?:[。；;]|\s*$)"
)
_OFFICE_TAKEN = re.compile(r"(?:担任|当选|接任|出任|[\u4e00-\u9fff]任|选举|推选|[^，。：:]{2,4}为)[^，。；：:]{2,}")
_LAST = re.compile(r"[^。；;]*[。；;]?\s*$")


def verdict(item: Item) -> tuple[DecisionKind, str]:
    """The kind of act that the item came to, and its verb."""
    return _passed(item) or _concluded(item) or _agreed(item) or _elected(item) or _by_title(item)


def _agreed(item: Item) -> tuple[DecisionKind, str] | None:
    """Agreement to the item itself in running text: 会议研究，同意印发执行."""
    running = [line for line in item.lines if not line.concludes]
    back = next(((one.kind, one.verb) for line in running for one in stated(line) if one.back), None)
    return back or (("decided", "同意") if any(_ALL_AGREE.search(line.text) for line in running) else None)


def _elected(item: Item) -> tuple[DecisionKind, str] | None:
    """An election whose lines say who took the office: 推选组长：由顾城任组长."""
    if kind_of(item.title[:2]) == "appointed" and any(_OFFICE_TAKEN.search(line.text) for line in item.lines):
        return "appointed", item.title[:2]
    return None


def _passed(item: Item) -> tuple[DecisionKind, str] | None:
    if _IN_TITLE.search(item.title):
        return "adopted", "通过"
    for line in item.lines:
        if _ACCEPTED.search(line.text):
            return "adopted", "接纳"
        closing = line.text if line.concludes else _closing(line.text)
        if _PASSED.search(closing) or (not line.concludes and _RUNNING.search(line.text)):
            return "adopted", "通过"
        if not line.concludes and (carried := _CARRIED.search(line.text)):
            return "adopted", carried[0]
        if _FOR.search(line.text) and (refused := _REFUSED.search(closing)):
            return "decided", refused[0]
    counted = item.motion or any(line.concludes and _BALLOT.match(line.text) for line in item.lines)
    noted = _NOTED_VOTES.search(item.title)
    votes = _votes(noted[0]) if noted else _votes_below(item) if counted else None
    if votes:
        return ("adopted", "通过") if votes[0] > votes[1] else ("decided", "未通过")
    return None


_NOTED_VOTES = re.compile(rf"{BALLOT_NOTE}[。；;]?\s*$")


_ACCEPTED = re.compile(
    r"(?:^|[。，；])\s*(?:会议|大会|与会者|全体|一致|无异议)*接纳(?:该|有关|上述)?(?:报告|文件|账目)?[。]?$"
)


def _closing(text: str) -> str:
    """The last sentence of a line of running text, where it ends in the verdict."""
    last = _LAST.search(text.rstrip())
    return last[0].rstrip("。；;） ") if last and last[0].rstrip("。；;） ").endswith("通过") else ""


def _votes_below(item: Item) -> tuple[int, int] | None:
    """The votes that the first line with some counts."""
    return next((votes for line in item.lines if (votes := _votes(line.text))), None)


def _votes(text: str) -> tuple[int, int] | None:
    """Votes for and against, where the words count them."""
    in_favour, against = _FOR.search(text), _AGAINST.search(text)
    if in_favour is None:
        return None
    return int(in_favour[1] or in_favour[2]), int((against[1] or against[2]) if against else 0)


def _concluded(item: Item) -> tuple[DecisionKind, str] | None:
    told = only_tells(item.title)
    lines = [line for line in item.lines if line.concludes and not (told and _states(line))]
    concluded = "；".join(_ASIDE.sub("", line.text) for line in lines)
    if not concluded:
        return _all_say_yes(item) or _declined(item)
    if noted := _NOTED.match(concluded):
        return "heard", noted[0]
    agreed = _AGREED.search(concluded)
    if agreed and not OPEN.search(concluded[: agreed.start()]) and not _REFUSED.search(concluded, 0, agreed.end()):
        return "adopted" if agreed[0].lower() in _BLESSED else "decided", agreed[0]
    if refused := _REFUSED.search(concluded):
        return "decided", refused[0]
    if OPEN.search(concluded):
        return ("decided", "再议") if item.motion and "再议" in concluded else ("reviewed", "讨论")
    heard = HEARD.search(item.title)
    if heard and (heard[0] not in _ANSWERED or _GOES_ON.match(concluded)):
        return None
    return ("decided", PLAIN) if heard or not told else None


_GOES_ON = re.compile(r"(?:继续|后续|会后|下次|持续)")  # what was reported goes on as it is
_ANSWERED = ("汇报", "进展", "工作报告", "同步", "通报")
"""What is reported to be decided on, where a talk or an introduction (介绍, 分享) is only heard."""


_NOTED = re.compile(r"(?:洽悉|知悉|备悉|阅悉|敬悉)")  # … and so heard


def _all_say_yes(item: Item) -> tuple[DecisionKind, str] | None:
    """Agreement of those who speak last: 柳叶：同意 / 甘霖：我也同意, 书记顾城：可以."""
    said = [found for line in item.lines[-_LAST_WORDS:] if (found := SAYS_YES.match(line.text))]
    return ("decided", said[-1]["yes"]) if said else None


def _states(line: Line) -> bool:
    """Whether a line states a decision with an object of its own."""
    return any(not one.back for one in stated(line))


def _declined(item: Item) -> tuple[DecisionKind, str] | None:
    """A refusal in running text: 会议认为未列入预算，不同意捐赠; 会议决定暂不表决."""
    said = next((found for line in item.lines if (found := DECLINED.search(line.text))), None)
    return ("decided", said["verb"]) if said else None


_ASIDE = re.compile(r"(?<=.)[（(][^（）()]*[）)]")
DECLINED = re.compile(
    r"会议[^。；]{0,40}?(?P<verb>(?<!，)决定暂不[^，。；]{2}|(?<=[，认为])不同意(?!见)|(?<=[，定])不予(?:通过|同意|批准|推荐))"
)
_LAST_WORDS = 4  # lines of an item in which the last word falls


_NEXT_DAY = re.compile(r"下次会议(?:日期|时间)\s*[:：]?\s*\d")


_FIXES = re.compile(r"(?<=.{2})(?:定为|定于|定在|订于|安排在|改为|改到|改至)(?=.{2})")  # 迎新时间定为9月16日
_TAKEN_NOTE = re.compile(
    r"(?:委员会|会议|与会者|各?委员|理事会)(?P<verb>备悉|知悉|察悉|得悉)(?:[^，。；]{0,12}[，。；]|[^，。；]{0,12}$)"
)


def _by_title(item: Item) -> tuple[DecisionKind, str]:
    if (given := GIVEN.match(item.title)) and is_person(given["who"]):
        return "heard", "作报告"
    if told := TOLD_TITLE.match(item.title):
        return "heard", told["verb"] or told["asked"]
    if _NEXT_DAY.match(item.title):
        return "decided", "确定"
    if fixed := _FIXES.search(item.title):
        return "decided", fixed[0]
    for kind, act in ACTS:
        if found := act.search(item.title):
            return kind, found[0]
    if noted := next((found for line in item.lines if (found := _TAKEN_NOTE.search(line.text))), None):
        return "heard", noted["verb"]
    if any(_TOLD.match(line.text) for line in item.lines):
        return "heard", "介绍"
    if any(_CONFIRMED.fullmatch(line.text) for line in item.lines):
        return "decided", "确认"
    if item.reported:
        return "heard", "报告"
    if _SEES_TO.match(item.title):
        return "decided", "负责"
    return "reviewed", "讨论"
