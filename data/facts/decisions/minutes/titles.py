"""The title of an item of minutes → the matter in it, without who presents it and what is done with it."""

import re

from config.lexicon import words
from data.facts.decisions.minutes.sheet import Item
from data.facts.patterns import any_of
from data.facts.people import is_person, names
from data.records import DecisionKind

HEARD = re.compile(any_of(words("minutes", "titles.heard")) + r"(?=[（(@:：\-—\s》和及]|$)")
ACTS: tuple[tuple[DecisionKind, re.Pattern[str]], ...] = (
    ("appointed", re.compile(r"^(?:选举|推选|补选|改选)(?=.{2,}(?:主席|主任|委员|会长|组长|干部|代表|理事|监事)$)")),
    ("studied", re.compile(r"^(?:研究(?!生)|学习|传达)")),
    ("reviewed", re.compile(r"(?:讨论|研讨|评审)(?=[（(\s—–-]|$)")),
    ("heard", HEARD),
    ("heard", re.compile(r"回顾$")),
    ("arranged", re.compile(r"(?:征集|安排|布置|部署|分配)(?=[（(\s—–-]|$)")),
)
_WHO = (
    r"(?:[\u4e00-\u9fff]{2,6}?"
    r"|[\u4e00-\u9fff]{2,8}?(?:主任|书记|经理|[会部组校院局处科]长|代表|委员|干事|老师)[\u4e00-\u9fff]{2,4}?)"
)
GIVEN = re.compile(
    r"(?P<who>[\u4e00-\u9fff·]{2,16}?)(?:同志)?(?:(?<!工)作|做)了?(?P<object>[^，。；]{0,30}(?:报告|汇报|说明))[。]?$"
)
"""A title that says who gave a report: 理事长顾城作年度工作报告."""
TOLD_TITLE = re.compile(
    rf"(?:(?:拟?请|有请){_WHO}(?P<asked>报告(?=[^，。]{{4}}))|(?:(?:拟?请|有请){_WHO}|{_WHO})"
    rf"(?P<verb>{any_of(words('minutes', 'titles.told'))}|说明))了?(?![及和与@])"
    r"(?P<object>(?(asked)[^@]|[^，,@]){4,})"
)
"""A title that says who tells what: 班主任介绍本学期安排."""

REPORTS_AND_ASKS = re.compile(
    rf"(?P<heard>.{{4,}}?)(?P<report>{any_of(words('minutes', 'titles.heard'))})[及和与](?P<asked>.{{4,}})"
)
OPEN = re.compile(any_of(words("minutes", "verdicts.open")))

_TAG = r"(?:[\[【（(][^\]】）)]*[\]】）)]\s*[:：]?\s*)?"
_OPENER = re.compile(rf"{_TAG}(?:{any_of(words('minutes', 'titles.openers'))}\s*(?:[（(][A-Za-z]+[)）])?\s*[:：]?\s*)?")
_NAMES = r"@?[A-Za-z\u4e00-\u9fff·-]{1,14}(?:\s?[、/，,& ]\s?@?[A-Za-z\u4e00-\u9fff·-]{1,14}){0,5}(?:\s*<[^<>]*>)?"
_ONE = r"@?(?:[\u4e00-\u9fff·]{2,6}|[A-Z]\w*(?: [A-Z]\w*){0,2})(?:\s*<[^<>]*>)?"
BALLOT_NOTE = r"[（(](?:表决(?:结果|情况)?[:：]?\s*)?(?:赞成|同意)(?:票数?)?\s*[:：]?\s*\d[^（）()]*[)）]"
"""The vote on an item, in a bracket behind its title."""
_PRESENTERS = tuple(
    re.compile(tail + r"[。：:；;，,\s]*$")
    for tail in (
        r"\s*[，,]?\s*https?://\S+",
        r"\s*[（(]延期[^（）()]*[)）]",
        r"[。；，,\s]*[（(]?附议人?[:：].*",
        r"[:：]\s*[\u4e00-\u9fff·]{2,16}报告[^，。；]{0,30}",
        r"(?<=案)\s*[（(][^（）()]{6,80}[)）]",
        r"\s*[（(][^（）()]{1,30}(?:列席|参会)[)）]",
        r"\s*[（(]\d{1,2}[:：]\d{2}[^（）()]*[)）]",
        r"\s*(?:@[\w\u4e00-\u9fff.-]{2,20}\s*)+",
        r"\s*[（(]\s*@[\w.-]{2,20}(?:\s*[,，、]\s*@[\w.-]{2,20})*\s*[)）]",
        r"[，,（(]\s*(?:经[^，,]{0,6})?(?:全票|一致|审议|表决|讨论|获得?|多数)*通过[)）]?",
        r"[，,（(]\s*\d{1,4}\s*[票人名](?:赞成|同意)[^，。]*[)）]?",
        r"\s+汇报人[:：].*",
        r"[\s，,]*(?:汇报|报告|主讲|申报)人\s*[-—–:：].*",
        r"[\s（(]*[一二三]读[)）]?",
        rf"\s*{BALLOT_NOTE}",
        rf"\s*[（(](?:[\u4e00-\u9fff]{{1,4}}[人者]|[A-Za-z]+)\s*[:：]\s*{_NAMES}[)）]",
        rf"\s*[（(](?=[^（）()]*[\u4e00-\u9fff]){_NAMES}[)）]",
        r"\s*[（(]@?[A-Z][a-z]+(?: [A-Z][a-z]+)+[)）]",
        rf"\s*(?:--+|[—–－]+)\s*{_NAMES}",
        rf"(?:\s-|-\s)\s*{_NAMES}",
        r"-[\u4e00-\u9fff]{2,3}",
        rf"[:：]\s*{_ONE}(?:[、/，,& ]{{1,2}}{_ONE}){{0,4}}",
        rf"\s{{2,}}{_NAMES}",
        r"(?:有关)?事宜|的通知",
        r"的决议(?:投票|表决)?|的(?:投票|表决)",
        r"[，,]\s*(?:提请|请|敬请)\s*(?:讨论|审议|审核|公决|表决|核备)?(?:[，,].*)?",
        r"(?<=[。：:；;，,\s])",
    )
)
_FOREIGN = re.compile(r"(?:[A-Za-z]+\s+){3,}(?=[\u4e00-\u9fff]{4})")
_SPEAKER = re.compile(
    r"[A-Za-z][A-Za-z0-9_.\-]{1,24}[:：]\s*|[\u4e00-\u9fff]{2,3}(?:\s*/\s*[\u4e00-\u9fff]{2,3})*(?:[:：]\s*|\s+(?=\S{4}))"
)
_ACT = re.compile(rf"的?{any_of((*words('minutes', 'titles.reviewed'), *words('minutes', 'titles.heard')))}$")
_ASKED = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:(?:提请|提案|建议)(?:讨论|审议|审查)|提起确认|提请确认)|(?:确认|追认)(?=上次|前次)"
)
_FOUNDED = re.compile(r"(?:成立|建立)[^，,]{2,30}(?=[，,])")
_SHORTEST = 4  # characters


_REPORTED = re.compile(
    rf"(?P<label>(?P<who>[^：:。，,；;]{{1,20}}?)(?:{any_of(words('minutes', 'titles.told'))}|报告|说明))"
    r"\s*(?:[（(][^（）()]{1,30}[)）]\s*)?[：:]\s*(?P<told>\S.*)"
)
_BY = re.compile(r"(?P<who>[\u4e00-\u9fff·]{2,20}?)(?:报告|说明|介绍)(?P<told>[^，。：:；;]{4,60})")
_UNIT = re.compile(r"(?:[处局部室组会课科所站队]|中心|分局|大队|公司|学院|委员会)$")
_SUBJECT = re.compile(r"[^，。；：:]{2,60}(?:情形|情况|进度|进展|成果|结果|概况|规划|计划|方案|案)[。]?")


def _reported(title: str) -> tuple[int, int] | None:
    """What was reported, where a unit's report names it behind a colon; else whose report it is."""
    if (by := _BY.match(title)) and is_person(by["who"]):
        return by.span("told")
    found = _REPORTED.match(title)
    if found is None:
        return None
    if (by := _BY.match(title, found.start("told"))) and is_person(by["who"]):
        return by.span("told")
    named = _UNIT.search(found["who"]) and _SUBJECT.fullmatch(found["told"])
    start, end = found.span("told" if named else "label")
    return start, start + len(title[start:end].rstrip("。 "))


def only_tells(title: str) -> bool:
    """Whether a title says that something is told, and asks for nothing besides."""
    if (told := TOLD_TITLE.match(title)) and told["asked"]:
        return True
    return HEARD.search(title) is not None and REPORTS_AND_ASKS.match(title) is None


def _speaker(title: str) -> re.Match[str] | None:
    """Who presents, where a title begins so: 顾城：…, 林岚/顾城 …; a word before a blank (软件包 …) is nobody."""
    found = _SPEAKER.match(title)
    word = _HAN.match(title)
    return found if found and (word is None or names.whole_name(word[0])) else None


_PROPOSERS = re.compile(
    r"(?:(?:本会|本校)?[^，。《“「]{2,40}?(?:等\d{1,2}人)[，,]?(?:拟具|拟订定|拟订|提出|提请|提案|建议|提议|建请|拟)"
    r"|(?:本会|本校)?[^，。《“「]{2,24}?(?:委员|理事长?|监事长?|会长|主任|老师|代表|先生|女士|[\u4e00-\u9fff]{3})(?<!的)(?:提议|动议|建请)[，,:：]?)(?=.{4})"
)
"""Who moves, where a title begins so: 理事顾远等3人，拟具…."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,3}(?=\s)")


def matter(item: Item) -> tuple[int, int]:
    """Where in its paragraph the matter of `item` stands."""
    title = item.title
    if (given := GIVEN.match(title)) and is_person(given["who"]):
        return item.start + given.start("object"), item.start + given.end("object")
    if item.reported and (told_of := _reported(title)):
        return item.start + told_of[0], item.start + told_of[1]
    before = _speaker(title) or _FOREIGN.match(title) or _PROPOSERS.match(title)
    start, end = before.end() if before else 0, len(title)
    for tail in _PRESENTERS:
        presenter = tail.search(title, start, end)
        end = presenter.start() if presenter and presenter.start() - start >= _SHORTEST else end
    opener = _ASKED.match(title, start, end) or _OPENER.match(title, start, end)
    joined = opener is not None and title[opener.end() : opener.end() + 1] in ("及", "和", "并", "与")
    start = opener.end() if opener and not joined and end - opener.end() > 3 else start
    if told := TOLD_TITLE.match(title, start, end):
        return item.start + told.start("object"), item.start + told.end("object")
    act = _ACT.search(title[:end])
    twice = act is not None and act[0].lstrip("的") in title[start : act.start()]  # 船务报告及量船师报告
    if act and not twice and act.start() - start > (_SHORTEST if HEARD.search(title[:end]) else _SHORTEST - 1):
        end = act.start()
    if OPEN.search(title):
        end = min(end, len(re.split("[，,]", title)[0]))
    founded = _FOUNDED.match(title, start, end)
    end = founded.end() if founded else end
    end = len(title[:end].rstrip("。：: "))
    return item.start + start, item.start + end
