"""One clause in which somebody reports to the meeting, or the meeting deals with a matter: X就…作说明, 对…作了安排."""

import re

from config.lexicon import words
from data.facts.decisions.clauses import Clause
from data.facts.decisions.vague import is_fault, is_vague
from data.facts.patterns import any_of
from data.records import DecisionKind

_HOW = any_of(words("decisions", "spoken.how"))
_MANNER = any_of(words("decisions", "spoken.manners"))
_AGAIN = r"(?=[^，]{0,9}(?:安排|部署|动员))再[\u4e00-\u9fff]{2}(?:[、和]?再[\u4e00-\u9fff]{2})+"  # 再动员、再部署
_TELLS = re.compile(
    rf"(?P<who>[^了]{{0,60}}?)(?:{_HOW}|通过视频连线|视频连线)*(?P<verb>{any_of(words('decisions', 'spoken.verbs'))})"
    rf"(?P<done>了)?(?P<object>(?!意见|问题|形式|方式|会|人|了|和|、|与|稿).{{3,}})"
)
_INTRODUCES = re.compile(
    r"(?P<who>[^了]{2,60}?)(?:详细|简要|重点|具体)?介绍(?P<done>了)?(?P<object>(?!企业|公司|园区|自己|自身|个人)[^，]{4,60}?"
    r"(?:方案|安排|要求|人选情况|筹备情况|背景|过程|起草情况|编制情况|计划|工作情况|建设情况|进展情况|发展情况|举措|经验|做法|成果|成绩|历程|思路|现状|主要内容))$"
)
_REPORTS = re.compile(
    r"(?P<who>[^，了的]{2,40}?)(?:分别|依次)?报告(?P<object>会务|财务|[^，了的]{2,20}(?:会务|财务|收支|情形|概况|进度|决算|预算))$"
)
"""As associations and councils of the south tell it: 理事长顾城报告会务."""
_GIVES = re.compile(
    r"(?P<who>.{0,60}?)(?<!工)(?:作(?!为|的|用|风|出|业|物|战|家|者|品)|做(?!好|到|出|大|强|法|实))了?(?P<object>.{0,120}(?:报告|说明|汇报|述职))(?!人|会)"
)
_ON = re.compile(
    rf"(?P<who>.{{0,60}}?)(?:就|围绕(?!.*(?:[作做]了?[^，]{{0,8}}(?:报告|讲|发言)|[主话议]题)))(?P<object>.{{3,120}}?)(?:提出了?[^，]{{0,8}}(?:要求|意见)并)?(?:分别|一并)?(?:向.{{2,12}})?(?:作出了?|(?<!工)[作做]了?|进行了?|(?:展开|开展)了?(?=[^，]{{0,4}}(?:讨论|交流|询问))|(?={_AGAIN}))(?:{_MANNER}){{0,2}}(?P<verb>(?:{_AGAIN}|(?:热烈|交流)?讨论|交流(?!发言|材料|会)|(?:专题)?询问|说明|汇报|报告|通报|安排部署|部署安排|安排|部署|讨论|研究|审议|商议|协商|分析|研判)(?:(?:和|与|、)?(?:讨论|研究|审议|协商|部署|研判))?)"
)
_TOWARDS = re.compile(
    rf"(?P<who>.{{0,30}}?)对(?P<object>.{{3,60}}?)(?:提出了?[^，]{{0,8}}(?:要求|意见)并)?(?:(?<!工)[作做]了?|作出了?|进行了?|开展了?)(?:{_MANNER}){{0,2}}(?P<verb>{_AGAIN}|传达安排|(?:总结|再|全面|具体|专题|重点|详细|统一|(?:介绍|总结|分析|动员|解答|回应|答复)和)?(?:安排部署|部署安排|研究部署|动员部署|部署分析|分析部署|安排|部署|研究|布置|动员)(?:(?:和|与|、)?(?:安排|部署|动员))?|宣贯|(?:简要|详细|具体|专门)的?说明|(?:[^，的]{{1,10}}的|统一|认真|初步|集体|分组|深入|逐项)?(?:审议|讨论|协商|酝酿|商议|分析|审查)(?:(?:和|与|、)?(?:审议|讨论|协商|研究|研判|通报)){{0,2}}|通报|说明|汇报|(?:满意度|专项|民主)?(?:测评|评议)|(?:专题)?询问|决定)(?:[并和](?:开展|进行|作)?了?[^，了]{{0,6}}(?:测评|表决|询问))?$"
)
_HEARD_FIRST = re.compile(
    r"在?(?:认真|仔细|分别|逐一|专题|现场)*听取了?(?P<object>(?:[^，]{0,40}?关于|题为|[^，]{0,20}?《□)[^，]{2,80}|[^，大有相]{4,40}情况的?(?:汇报|报告))后$"
)  # before somebody speaks to it
_AGREED = re.compile(r"(?P<who>[^，了]{0,30}?)就(?!此)(?P<object>[^，]{3,60}?)达成了?(?P<verb>一致)(?:意见)?$")
_SHORT = (("达成一致", _AGREED), ("听取", _HEARD_FIRST), ("介绍", _INTRODUCES), ("报告", _REPORTS))
_LED = re.compile(r"并?(?:带领|组织)[^，]{0,8}学习了?")
_ASKS = re.compile(r"并(?:就|对|提出|强调|要求)[^，]*$")
_NOT_THEN = r"要(?!点|闻|求)|(?<!工作)要求|应(?!急|邀|用)|将|拟(?!态)|听取|根据|按照|定期|及时|提请|提交|关于|审议|受理"
_RECALLED = r"(?:党的|中央|全国)(?:[一二三四五六七八九十]+[届大]|[^，]{2,12}会议)[^，上]{0,8}$"  # a meeting before this
_OTHERS = re.compile(rf"{_NOT_THEN}|{_RECALLED}")
_ENDS_IN_MATTER = re.compile(
    rf".*(?:{any_of(words('decisions', 'heads.matters'))}|{any_of(words('decisions', 'heads.documents'))}|》)$"
)
_SET_OUT = ("安排", "部署", "布置")
_TASK = re.compile(r"(?:工作|任务|重点|事宜|事项|活动)$")  # what persons set out; money and people are arranged too
_VAGUE = frozenset(words("decisions", "spoken.vague"))
_NO_MATTER = re.compile(
    r"(?:.*有关议[题程]|.*等方面|.{0,3}(?:有关|相关|各自)(?:议题|工作|情况|事项|问题)"
    r"|(?:[一二两三四五六七八九十\d]+[个项])?议题|工作|情况)等?$"
)
_STAFF = ("秘书处", "秘书组", "办公室", "工作人员", "有关部门")  # they work for the meeting


def told(clause: Clause) -> tuple[str, DecisionKind, int, int] | None:
    """Verb, kind and the object's extent in the paragraph."""
    text = clause.text
    if clause.head and (clause.head.subject or clause.head.numbered or clause.head.kind == "appointed"):
        return None
    if any(word in text for word in ("作", "做", "进行", "开展", "讨论", "再")):
        for pattern in (_ON, _TOWARDS, _GIVES):
            match = pattern.match(text)
            if match and not _OTHERS.search(match["who"]) and not _no_act(match):
                return _matched(clause, match, "作" + match.groupdict().get("verb", ""))
    for verb, pattern in _SHORT:
        if (short := pattern.match(text)) and _stands(verb, short):
            return _matched(clause, short, verb)
    match = _TELLS.match(text)
    if match is None or _OTHERS.search(match["who"]):
        return None
    if match["verb"].startswith(_SET_OUT) and not (match["who"] and match["done"] and _TASK.search(match["object"])):
        return None
    if match["verb"] == "领学" and not match["object"].endswith("精神"):
        return None
    if not match["done"] and not (match["who"] and _ENDS_IN_MATTER.match(match["object"])):
        return None
    return _matched(clause, match, match["verb"])


def _stands(verb: str, match: re.Match[str]) -> bool:
    """Whether others did not only recall it, and what is shown without 了 is a state of things or a draft."""
    if verb == "达成一致":
        return not _OTHERS.search(match["who"])
    return verb != "介绍" or match["done"] is not None or match["object"].endswith(("方案", "情况", "计划"))


_TALKED_OVER = re.compile(r"(?:事宜|议题|工作|问题|等内容)$")  # matters of the meeting, not themes of a talk


def _no_act(match: re.Match[str]) -> bool:
    """Whether somebody only says what is wrong (顾城对存在的问题进行了分析), or clerks look into it."""
    verb = match.groupdict().get("verb") or ""
    if verb == "交流" and not _TALKED_OVER.search(match["object"]):
        return True
    if verb == "研究" and match["who"].endswith(_STAFF):
        return True
    return verb.endswith("分析") and is_fault(match["object"]) and not match["who"].endswith(("会", "会议", "会上"))


def _matched(clause: Clause, match: re.Match[str], verb: str) -> tuple[str, DecisionKind, int, int] | None:
    matter = _LED.sub("", _ASKS.sub("", match["object"])).removeprefix("了").lstrip()
    if matter in _VAGUE or _NO_MATTER.fullmatch(matter) or is_vague(matter, "heard"):
        return None
    start = clause.start + clause.text.index(matter, match.start("object"))
    kind: DecisionKind = "heard"
    if verb.endswith(("决定", "达成一致")):
        kind = "decided"
    elif any(word in verb for word in ("安排", "部署", "布置", "动员")):
        kind = "arranged"
    elif any(word in verb for word in ("传达", "领学", "宣贯", "学习")) or verb.endswith(("研究", "分析", "研判")):
        kind = "studied"
    elif verb.endswith(("讨论", "审议", "测评", "交流", "评议", "询问", "协商", "商议", "酝酿", "审查")):
        kind = "reviewed"
    return verb, kind, start, start + len(matter)
