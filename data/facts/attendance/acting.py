"""Whose the verbs of taking part are: those named before them, those who wait, or whoever acted last."""

import re
from dataclasses import replace

from data.facts.attendance import collectives, signals
from data.facts.attendance.reading import Reading
from data.facts.attendance.subjects import free, with_actors
from data.facts.people import Mention, offices
from data.records import Role


def act(reading: Reading, before: list[Mention], triggers: list[re.Match[str]], start: int) -> bool:
    """Give the verbs of a clause to whoever does them; False when what follows is what somebody says."""
    before = _with_shared(reading.passage.text, before)
    actors = _actors(reading, before, triggers[0], start)
    group = collectives.group_after(reading.passage, before, start, triggers[0].start())
    if group is None and not before and (least := _organs(triggers[0])):
        group = collectives.organs_before(reading.passage, start, triggers[0].start(), least)
    if group:
        actors = [*reading.waiting, *before]
    for trigger, others in with_actors(reading.passage, triggers):
        actors = (actors and others) or actors  # of nobody, the next ones are no actors either
        role: Role = trigger.lastgroup  # type: ignore[assignment]  # the pattern's groups are the roles
        reading.chairing = role == "chair"
        for person in actors:
            reading.see(person, role, trigger.end(), trigger[0], "narrative")
        if role in ("attend", "observe", "speak"):
            for at, to in [*reading.groups, *([group] if group else [])]:
                reading.seen.extend(collectives.sightings(reading.passage, at, to, role, trigger[0]))
    if actors:
        reading.actors = tuple(actors)
        reading.speaker = tuple(actors) if len(actors) == 1 else reading.speaker
        reading.waiting.clear()
    elif group:
        reading.actors = ()
    reading.groups.clear()
    return not any(
        trigger[0] in signals.QUOTES and not _TABLED.match(reading.passage.masked, trigger.end())
        for trigger in triggers
    )


def _organs(trigger: re.Match[str]) -> int:
    """How many marks a list of organs needs to do it; 0 where what they say may be said elsewhere."""
    if trigger.lastgroup in ("attend", "observe"):
        return 1
    return collectives.SEVERAL if trigger[0].startswith(_TAKES_FLOOR) else 0


_TAKES_FLOOR = ("作", "做", "进行", "发言", "表态", "汇报", "介绍", "交流")
_TABLED = re.compile(r"了[^，。]{0,60}(?:议案|提案|名单|人选|议程)(?=[，。；])")  # 提出了…的议案: nothing is said by it


def _actors(reading: Reading, before: list[Mention], trigger: re.Match[str], start: int) -> list[Mention]:
    masked = reading.passage.masked
    if before:
        return [*reading.waiting, *free(reading.passage, before, start)]
    if not _leads_on(reading, trigger, start):
        return list(reading.waiting) if _LIST_ENDS.search(masked, start, trigger.start()) else []
    if reading.waiting:
        return list(reading.waiting)
    if trigger[0].startswith(_SET_OUT) and reading.chairing and not ("了" in trigger[0] and "进行" in trigger[0]):
        return []  # 顾城主持召开会议，就防汛工作进行部署: the meeting does
    goes_on = (
        trigger[0] in signals.QUOTES
        or trigger.start() > start
        or trigger[0].startswith(("作", "做", "致"))
        or masked.startswith("了", trigger.end())
    )
    return list(reading.actors) if goes_on else []


def _leads_on(reading: Reading, trigger: re.Match[str], start: int) -> bool:
    """Whether the words before a verb go on about whoever acted before: adverbs, a place, what was spoken about."""
    masked, at = reading.passage.masked, trigger.start()
    if signals.ADVERBS.fullmatch(masked, start, at):
        return True
    if trigger.lastgroup == "chair":
        return bool(_WHERE.fullmatch(masked, start, at))
    if trigger.lastgroup != "speak":
        return False
    done = (trigger[0].startswith(_TOLD) and "了" in trigger[0]) or trigger[0] in ("提出", "要求")
    return reading.on_topic or bool(
        _HOW_SAID.fullmatch(masked, start, at) or (done and _ABOUT.fullmatch(masked, start, at))
    )


def _with_shared(text: str, actors: list[Mention]) -> list[Mention]:
    """The actors, those without an office with the one that follows them all: 顾城、林岚两位市人大代表."""
    shared = _SHARED.match(text, actors[-1].right) if actors else None
    if shared is None or not offices.ENDS_IN_HEAD.search(shared["title"]):
        return actors
    at, to = shared.span("title")
    return [one if one.title else replace(one, title=shared["title"], title_start=at, title_end=to) for one in actors]


_SHARED = re.compile(
    r"(?:等\d*[位名]?|[\d两二三四五六七八九十]+[位名])(?:在家的?|其他)?(?P<title>[^，。、]{2,12}?)"
    r"(?=先后|分别|向|发言|出席|参加|列席|应邀|到会|到场|参会|莅临|同|与(?!会)|和|及|以及|、|在|也|还|作|围绕|提出|结合|就)"
)
_SET_OUT = ("进行", "安排", "部署", "作出安排", "作出部署")
_WHERE = re.compile(r"[在到][^，。]{2,24}")
_ABOUT = re.compile(r"(?:并|还|也)?对[^，。]{2,40}")
_TOLD = ("作", "做", "进行")  # 对防汛工作进行了部署
_HOW_SAID = re.compile(
    r"(?:先后|分别|依次|逐一|还|并|也|代表[^，。]{2,30}|围绕[^，。]{2,40}|结合[^，。]{2,40}|针对[^，。]{2,40}|紧扣[^，。]{2,30}|聚焦[^，。]{2,30}|就[^，。]{2,40})+"
)
_LIST_ENDS = re.compile(r"、[^，。、]{2,12}?等(?:\d+余?[人名位])?[^，。、]{0,8}(?:分别|先后|依次)?$")
