"""What persons reported to the meeting: X汇报了…, X作了关于…的报告, X就…作说明; and the meeting's 对…作了安排."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.matters import decision, split_matters
from data.facts.decisions.page import Clause, Page, Sentence
from data.facts.decisions.vague import is_fault, is_vague
from data.facts.decisions.verbs import ANY_VERB, NUMBER
from data.facts.patterns import any_of
from data.facts.people import names
from data.records import Decision, DecisionKind

_HOW = any_of(words("decisions", "spoken.how"))
_AGAIN = r"(?=[^，]{0,9}(?:安排|部署|动员))再[\u4e00-\u9fff]{2}(?:[、和]?再[\u4e00-\u9fff]{2})+"  # 再动员、再部署
_TELLS = re.compile(
    rf"(?P<who>[^了]{{0,60}}?)(?:{_HOW}|通过视频连线|视频连线)*(?P<verb>{any_of(words('decisions', 'spoken.verbs'))})"
    rf"(?P<done>了)?(?P<object>(?!意见|问题|形式|方式|会|人|了|和|、|与|稿).{{3,}})"
)
_GIVES = re.compile(
    r"(?P<who>.{0,60}?)(?<!工)(?:作(?!为|的|用|风|出|业|物|战|家|者|品)|做(?!好|到|出|大|强|法|实))了?(?P<object>.{0,120}(?:报告|说明|汇报|述职))(?!人|会)"
)
_ON = re.compile(
    rf"(?P<who>.{{0,60}}?)就(?P<object>.{{3,120}}?)(?:分别|一并)?(?:向.{{2,12}})?(?:作出了?|(?<!工)[作做]了?|进行了?|(?={_AGAIN}))(?:专题|补充|情况|工作|有关|具体|全面)?(?P<verb>(?:{_AGAIN}|说明|汇报|报告|通报|安排部署|部署安排|安排|部署|讨论|研究|审议|商议|协商)(?:(?:和|与|、)(?:讨论|研究|审议|协商|部署))?)"
)
_TOWARDS = re.compile(
    rf"(?P<who>.{{0,30}}?)对(?P<object>.{{3,60}}?)(?:(?<!工)[作做]了?|作出了?|进行了?|开展了?)(?P<verb>{_AGAIN}|(?:总结|再|全面|具体|专题|重点|详细|统一)?(?:安排部署|部署安排|研究部署|动员部署|部署分析|分析部署|安排|部署|研究|布置|动员)(?:(?:和|与|、)?(?:安排|部署|动员))?|宣贯|(?:简要|详细|具体|专门)的?说明|(?:[^，的]{{1,10}}的|统一|认真|初步|集体|分组|深入|逐项)?(?:审议|讨论|协商|酝酿|商议|分析|审查)(?:(?:和|与|、)?(?:审议|讨论|协商|研究|研判))?|通报|说明|汇报|(?:满意度|专项|民主)?(?:测评|评议)|(?:专题)?询问|决定)$"
)
_HEARD_FIRST = re.compile(
    r"在?(?:认真|仔细|分别|逐一|专题|现场)*听取了?(?P<object>(?:[^，]{0,40}?关于|题为|[^，]{0,20}?《□)[^，]{2,80}|[^，大有相]{4,40}情况的?(?:汇报|报告))后$"
)  # before somebody speaks to it
_TITLED = re.compile(r"(?<!工)[作做]了?(?P<object>《□+》(?:[、和及]{0,2}《□+》)*)(?=$|、|等)")
_OPENS = re.compile(r"(?:会议|会上|并|还|大会)*[就对](?!.*(?:作|进行))")
_ON_ONLY = re.compile(r"[^，《]{2,30}就(?P<object>[^，]{3,60})$")
_SPIRITS = re.compile(r"(?:精神|》|讲话|批示)(?:、|和|及|以及)[^，、]{4,}(?:精神|讲话|批示)$")  # each was conveyed
_HEADED = re.compile(rf"{NUMBER}{ANY_VERB.pattern}")  # a heading that says what is done: 一、审议X
_LED = re.compile(r"并?(?:带领|组织)[^，]{0,8}学习了?")
_ASKS = re.compile(r"并(?:就|对|提出|强调|要求)[^，]*$")
_CLOSES = re.compile(r"^(?!.*[就对]).*(?:作|进行)了?[^，]{2,8}$")
_NOT_THEN = re.compile(r"要(?!点|闻)|应(?!急|邀|用)|将|拟(?!态)|听取|根据|按照|定期|及时|提请|提交|关于|审议|受理")
_ENDS_IN_MATTER = re.compile(
    rf".*(?:{any_of(words('decisions', 'heads.matters'))}|{any_of(words('decisions', 'heads.documents'))})$"
)
_VAGUE = frozenset(words("decisions", "spoken.vague"))
_NO_MATTER = re.compile(
    r"(?:.*有关议[题程]|.*等方面|.{0,3}(?:有关|相关|各自)(?:议题|工作|情况|事项|问题)"
    r"|(?:[一二两三四五六七八九十\d]+[个项])?议题|工作|情况)等?$"
)
_MOTION = re.compile(r"关于[^。]{2,120}?的议案")
_OF_MOTION = re.compile(r"(?:修订|修改|制定|立法)?的?(?:必要性|总体思路|主要内容|起草过程)")
_ELECTED = re.compile(
    r"(?:(?!祝贺)[^，]{2,120}(?<!刚刚)(?<!新)(?<!首次)(?<!再次)当选为?(?!证书|者|后|名单|第[^届]*、[^届]*届)[^的]{2,30}|[^，]{2,60}不再担任[^的]{2,40}|[^，的]{2,20}被(?:聘任|推选|推举|选举|选|增补)为[^，的]{2,30})$"
)


_LEAVES = ("不再担任", "不再兼任")
_FOR = re.compile(r"[^，]{2,}因[^，]{2,12}(?:原因|变动|调动|需要|调整|年龄|退休)$")
_STAFF = ("秘书处", "秘书组", "办公室", "工作人员", "有关部门")  # they work for the meeting
_TO_OFFICE = ("当选", "不再担任", "聘任", "推选", "推举", "增补", "选")


def read_spoken(page: Page) -> Iterator[Decision]:
    """Reports and explanations given to the meeting, in reading order."""
    for sentence in page.sentences:
        topic = page.topics.get(sentence.para)
        under = topic and topic[0] != sentence.para and _HEADED.match(page.masked[topic[0]])
        if under and not any("还" in clause.text for clause in sentence.clauses):
            continue  # what is told under 一、审议X is told about X
        masked, through = page.masked[sentence.para], -1
        for clause, following in zip(sentence.clauses, (*sentence.clauses[1:], None), strict=True):
            if clause.start < through:
                continue
            titled = list(_TITLED.finditer(clause.text))
            for given in titled:
                start, end = (clause.start + edge for edge in given.span("object"))
                yield from _records(page, sentence, "作", "heard", start, end)
            if titled:
                continue
            found = told(clause)
            if found is None and following and _OPENS.match(clause.text) and _CLOSES.search(following.text):
                through = following.end
                found = told(
                    Clause(masked[clause.start : through].replace("，", "、"), clause.start, clause.mark, None)
                )
            motion = found and _OF_MOTION.match(masked, found[2], found[3]) and _motion_before(masked, sentence, clause)
            if found and motion:
                found = (*found[:2], *motion)
            if found:
                if "分别" in clause.text:
                    yield from _each(page, sentence, clause, found)
                yield from _records(page, sentence, *found)


def _motion_before(masked: str, sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """The motion that the sentence names before: X提出了关于…的议案，Y就立法的必要性作了说明."""
    motion = _MOTION.search(masked, sentence.clauses[0].start, clause.start)
    return motion.span() if motion else None


def _each(
    page: Page, sentence: Sentence, last: Clause, found: tuple[str, DecisionKind, int, int]
) -> Iterator[Decision]:
    """What others spoke on before: A就X，B就Y，C就Z分别进行安排部署."""
    for clause in sentence.clauses[: sentence.clauses.index(last)]:
        if on := _ON_ONLY.match(clause.text):
            start, end = (clause.start + edge for edge in on.span("object"))
            yield from _records(page, sentence, found[0], found[1], start, end)


def read_unnamed_motions(page: Page) -> Iterator[Decision]:
    """…提出了关于…的议案。…作了说明。: the explanation is of the motion that the sentence before names."""
    for before, sentence in zip(page.sentences, page.sentences[1:], strict=False):
        last = sentence.clauses[-1].text
        if before.para == sentence.para and last.endswith(("作了说明", "作说明")):
            start = before.clauses[0].start
            if motion := _MOTION.search(page.masked[before.para], start, before.end):
                text = page.report.text(before.para)
                yield decision("heard", "作了说明", text, before.para, motion.start(), motion.end(), "motion")


def read_elected(page: Page) -> Iterator[Decision]:
    """X当选Y, X不再担任Y: the clause is the object."""
    for sentence in page.sentences:
        masked, text = page.masked[sentence.para], page.report.text(sentence.para)
        for before, clause in zip((None, *sentence.clauses), sentence.clauses, strict=False):
            start = before.start if before and clause.text.startswith(_LEAVES) and _FOR.search(before.text) else None
            words_ = clause.text if start is None else masked[start : clause.end]
            if clause.head is None and _ELECTED.match(words_.replace("，", "、")):
                verb = next(word for word in _TO_OFFICE if word in words_)
                begin = start or clause.start + _described(words_)
                yield decision("appointed", verb, text, sentence.para, begin, clause.end, "elected")


def _described(words_: str) -> int:
    """Where the one who is elected is named, behind a long description (第一位环球航海的女水手顾帆当选…)."""
    elected = _NAMED.search(words_)
    end = elected.start() if elected else 0
    for start in (end - 3, end - 2):
        if start >= _LONG and names.whole_name(words_[start:end]):
            return 0 if words_[start - 1] in "、和及" else start
    return 0


_NAMED = re.compile(r"(?:先生|女士|同志)?当选")
_LONG = 12  # characters before a name


def told(clause: Clause) -> tuple[str, DecisionKind, int, int] | None:
    """Verb, kind and the object's extent in the paragraph."""
    text = clause.text
    if clause.head and (clause.head.subject or clause.head.numbered or clause.head.kind == "appointed"):
        return None
    if any(word in text for word in ("作", "做", "进行", "再")):
        for pattern in (_ON, _TOWARDS, _GIVES):
            match = pattern.match(text)
            if match and not _NOT_THEN.search(match["who"]) and not _no_act(match):
                return _matched(clause, match, "作" + match.groupdict().get("verb", ""))
    if heard := _HEARD_FIRST.match(text):
        return _matched(clause, heard, "听取")
    match = _TELLS.match(text)
    if match is None or _NOT_THEN.search(match["who"]):
        return None
    if match["verb"] == "领学" and not match["object"].endswith("精神"):
        return None
    if not match["done"] and not (match["who"] and _ENDS_IN_MATTER.match(match["object"])):
        return None
    return _matched(clause, match, match["verb"])


def _no_act(match: re.Match[str]) -> bool:
    """Whether somebody only says what is wrong (顾城对存在的问题进行了分析), or clerks look into it."""
    verb = match.groupdict().get("verb") or ""
    if verb == "研究" and match["who"].endswith(_STAFF):
        return True
    return verb.endswith("分析") and is_fault(match["object"]) and not match["who"].endswith(("会", "会议", "会上"))


def _matched(clause: Clause, match: re.Match[str], verb: str) -> tuple[str, DecisionKind, int, int] | None:
    matter = _LED.sub("", _ASKS.sub("", match["object"])).removeprefix("了").lstrip()
    if matter in _VAGUE or _NO_MATTER.fullmatch(matter) or is_vague(matter, "heard"):
        return None
    start = clause.start + clause.text.index(matter, match.start("object"))
    kind: DecisionKind = "heard"
    if verb.endswith("决定"):
        kind = "decided"
    elif any(word in verb for word in ("安排", "部署", "布置", "动员")):
        kind = "arranged"
    elif any(word in verb for word in ("传达", "领学", "宣贯")) or verb.endswith(("研究", "分析", "研判")):
        kind = "studied"
    elif verb.endswith(("讨论", "审议", "测评", "评议", "询问", "协商", "酝酿", "审查")):
        kind = "reviewed"
    return verb, kind, start, start + len(matter)


def _records(page: Page, sentence: Sentence, verb: str, kind: DecisionKind, start: int, end: int) -> Iterator[Decision]:
    text = page.report.text(sentence.para)
    told_of = text[start:end]
    parted = verb in ("作", "听取") or "》《" in told_of or (kind == "studied" and _SPIRITS.search(told_of))
    cuts = split_matters(text, start, end, kind) if parted else [(start, end)]
    for left, right in cuts:
        yield decision(kind, verb, text, sentence.para, left, right, "spoken")
