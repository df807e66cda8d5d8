"""Whether a part of a list of matters can stand alone, or needs its neighbours."""

import re

from config.lexicon import words
from data.facts.patterns import any_of
from data.records import DecisionKind

DOCUMENT = any_of(words("decisions", "heads.documents"))
_MATTER = any_of(words("decisions", "heads.matters"))
STATUS = r"(?:[（(][^（）()]{0,12}[)）])*"
_ENDS_IN_DOCUMENT = re.compile(rf"(?:.{{2,}}{DOCUMENT}|.*》){STATUS}(?:及其摘要)?$|.{{4,}}[（(][^（）()]{{2,8}}[)）]$")
_ENDS_IN_MATTER = re.compile(rf"(?:.{{2,}}(?:{DOCUMENT}|{_MATTER})|.*[》”]){STATUS}$")
_ENDS_IN_REPORT = re.compile(rf"(?:.{{2,}}{any_of(words('decisions', 'heads.reports'))}|.*》){STATUS}$")
_CASE = re.compile(r"[一两\d]+[起件宗].+案$")
_ENDS: dict[DecisionKind, re.Pattern[str]] = {
    "adopted": _ENDS_IN_DOCUMENT,
    "appointed": _ENDS_IN_DOCUMENT,
    "decided": _ENDS_IN_DOCUMENT,
    "reviewed": _ENDS_IN_DOCUMENT,
    "heard": _ENDS_IN_REPORT,
    "studied": _ENDS_IN_MATTER,
    "arranged": _ENDS_IN_MATTER,
}
_UNFINISHED = re.compile(r"对[^的]{2,}(?<!精神)(?<!批示)$|在(?!会)[^上中下后的]{2,}$")
_WORDS_OF = re.compile(r".{6,}(?:贺词|演讲)$")  # what somebody said, and what others said after it
_SAID_BY = re.compile(r".{6,}(?:讲话|指示|批示|贺词|演讲)$")
_OTHERS = re.compile(r"[\u4e00-\u9fff]{2,3}(?:同志|副?总理|副?主席|书记|省长|市长)|上级|\d{1,2}月")
_ABOUT = re.compile(r"[^《]{0,60}关于")
_ABOUT_WHOLE = re.compile(rf"(?:的[^的]{{0,10}}?|情况|工作|》){DOCUMENT}{STATUS}$")
_TITLE_NEXT = re.compile(rf"《|[^，、；]*》|关于|[^，、；和]{{0,20}}{DOCUMENT}")
_NAMES_NEXT = re.compile(r"[^，；《》]{2,30}名单|[^，；、《》]{2,24}(?:委员会|局|厅|部|办|院)《")
_SHARES_HEAD = re.compile(rf"(?!关于)[^、，的]{{0,10}}的{DOCUMENT}")
_OWN_HEAD = re.compile(r"的(?:议案|提案|报告|决定|决议|草案)$")
_ABOUT_TITLED = re.compile(rf"关于《□+》{STATUS}")
_COMPANION = re.compile(
    r"(?!关于|《|[^、，]{0,2}代表资格)[^、，]{0,8}(?:审查|审议|调研|调查|检查)[^、，]{0,6}(?:报告|汇报|意见)等?"
)  # goes with the report before it
_NO_OWNER = re.compile(
    r"(?:当前|目前)?(?:存在|面临|遇到|主要)的?(?:主要|突出|困难)?(?:和|与|、)?(?:问题|困难|形势|任务|挑战)"
)


def stands_alone(part: str, following: str, rest: str, kind: DecisionKind) -> bool:
    """Whether `part` is a matter by itself before `following`, which `rest` begins with."""
    if _UNFINISHED.search(part) or _COMPANION.fullmatch(following):
        return False
    if kind == "heard" and following.startswith("关于") and not _ABOUT.match(part):
        return _ENDS_IN_MATTER.match(part) is not None
    if _ABOUT.match(part):
        return _ABOUT_WHOLE.search(part) is not None or (
            following.startswith("关于") and _ABOUT_TITLED.fullmatch(part) is not None
        )
    if kind == "studied" and (_WORDS_OF.search(part) or (_SAID_BY.search(part) and _OTHERS.match(rest))):
        return True
    if kind == "studied" and part.endswith("》") and following.endswith("精神"):
        return True
    if part.endswith("》") and not _TITLE_NEXT.match(following) and not _NAMES_NEXT.match(rest):
        return False
    if (_SHARES_HEAD.match(following) and not _OWN_HEAD.search(part)) or following.startswith(
        ("法律委员会", "财政预算审查", "预算审查")
    ):
        return False
    if kind == "heard" and following.startswith("《") and part.endswith("建设"):
        return True
    return _ENDS[kind].match(part) is not None or (_CASE.match(part) and _CASE.match(following)) is not None


def holds(masked: str, cut: tuple[int, int], kind: DecisionKind) -> bool:
    """Whether a part of a loose list names a matter of its own (not 存在的问题)."""
    part = masked[cut[0] : cut[1]].removesuffix("等")
    if kind == "studied" and _SAID_BY.search(part):
        return True
    ends = _ENDS_IN_MATTER if masked.startswith("、关于", cut[1]) else _ENDS[kind]
    return len(part) >= 5 and ends.match(part) is not None and not _NO_OWNER.fullmatch(part)
