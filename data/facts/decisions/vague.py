"""Objects that name no matter (其他事项, 各项报告, 如下决议)."""

import re

from config.lexicon import words
from data.records import OUTCOMES, DecisionKind

_NAMES_NOTHING = re.compile(
    r"(?:本次会议|会议)?(?:的?各项|的?全部|[一二三四五六七八九十\d]+[项个])?(?:议程|议题)(?:事项)?$|遵循|(?:各自)?(?:所|分管)?(?:、?(?:分管|联系|负责))+的?(?:工作|领域|行业|[^，]{0,12}领域[^，]{0,12}工作)$|意见(?:建议)?[、，]|(?:本次|此次)?[一二三四五六七八九十\d]+[项个](?:议题|议案|事项)的?(?:基本|有关|相关|主要)?(?:情况|内容)|上述|以上|各项|其他|其它|了?有关议题|相关议题|一些|(?:有关|相关)(?:事项|情况|议题|工作)的(?:说明|汇报|报告)"
)
_VAGUE = frozenset(
    (
        *words("decisions", "vague.words"),
        *words("decisions", "verdicts.passed"),
        *words("decisions", "verdicts.refused"),
    )
)
_ONLY_VERDICT = re.compile(
    r"(?:不予|暂不|暂缓)[^，]{2}|(?:来年|明年|下次|下期|择期|另行|会后)?(?:会议|常会)?(?:再议|再审|再定|缓议)"
)  # said of a matter named before it
_ONLY_VOTED = re.compile(r"并?(?:以[^，]{2,12}方式)?(?:进行)?(?:了)?(?:投票|举手|无记名投票)?表决")
_PROVISO = re.compile(r"[^，。；]{0,8}为准")  # 以下次大会确认的文本为准
_TAILS = ("等议案", "等报告", "等文件", "等议题", "等事项")  # of a list in another sentence
_ANNOUNCES = ("是", "如下", "以下议案", "以下事项", "下列事项", "如下决议")  # what comes after is the matter


_GOES_ON = re.compile(r"(?:并且?(?![入购列行发网排联])|且|以致|因而)(?=.{2})")  # words of a sentence that goes on
_FAULT = re.compile(r"(?!.*形势).*(?:问题|不足|短板|差距|弱项)")


def is_fault(matter: str) -> bool:
    """Whether the words name only what is wrong (存在的问题和不足): part of a talk when a person analyses it."""
    return _FAULT.fullmatch(matter) is not None


def is_vague(matter: str, kind: DecisionKind) -> bool:
    """Whether the words name no matter (其他事项, 各项报告); what an outcome points back to is resolved later."""
    if (
        _GOES_ON.match(matter)
        or _ONLY_VERDICT.fullmatch(matter)
        or _PROVISO.match(matter)
        or _ONLY_VOTED.fullmatch(matter)
        or matter.strip("，,。；; 的等了") in _VAGUE
        or matter.endswith(_ANNOUNCES)
        or matter in _TAILS
    ):
        return True
    return kind not in OUTCOMES and _NAMES_NOTHING.match(matter) is not None
