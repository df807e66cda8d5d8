"""The meeting's own formal acts in running text (会议审议通过了…，听取了…；决定，…)."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.clauses import Clause, Sentence
from data.facts.decisions.extent import OFFICE, Act, announces, counts, grows
from data.facts.decisions.matters import decision, split_matters
from data.facts.decisions.page import Page
from data.facts.decisions.standing import Standing
from data.facts.decisions.verbs import NUMBER, Head, read_head
from data.facts.patterns import any_of
from data.records import Decision

_PERSON_ONLY = re.compile(r"(?!.*(?:关于|就))[^，《》]{2,24}的(?:汇报|报告|说明)")
_POINTS_BACK = re.compile(r"(?:该|本次?|此次?|这一|上述|以上)[^，]{0,6}")
_STEP = re.compile(any_of(words("decisions", "steps.verbs")))
_SETS = re.compile(r"(?!.*作为)[^，、]{2,30}(?<![因认])(?:为|定于|定在)[^，]{2,}")  # 会议确定，A为X，B为Y
_WEIGHS = re.compile("(?:研究|讨论|审议)")  # 研究确定…: what a line of its own says was done
_OPENING = 4  # characters before the first clause of a paragraph
_NUMBERED = re.compile(NUMBER)
_POINT = re.compile("[一二三四五六七八九]是")
_RESOLVED = re.compile(
    r"(?:经[^，]{0,8}?(?:讨论|研究|协商))?"
    rf"(?:会议|本次会议|最终|最后|一致)*(?:{any_of(words('decisions', 'labels.resolutions'))}(?:如下)?"
    r"|(?:达成|形成)了?[一二两三四五六七八九十\d]+[点项条个](?:一致)?(?:共识|意见|决议|决定))$"
)
_FURTHER = re.compile(
    r"(?![^，]*(?:要(?!求)|必须|务必|确保|应当?(?!急)|须|继续|加强|加快|认真|切实|抓好|负责|牵头|其中|力争))"
    r"(?!由|并|对|各|会议|大会|如|若|同时|此外)(?=[^，]*(?:\d|一律|签订|改为|调整为|不再|停止|暂停)|从[^，]{2,20}中|(?:将|把)(?![^，]*(?:写入|作为)))[^，]{6,60}$"
)
"""What is decided besides, behind a semicolon: 会议决定，成立专班；从预备费中安排50万元."""
_THEN_DONE = re.compile(r"(?:按程序|修改(?:完善)?后)?(?:印发|发布|公布|实施|执行|上报|报送)[^，]{0,6}")
_AGENDA = re.compile(r"(?:会议|主任会议)?建议(?:[^，]{0,12}议程|[^，]{4,40}会议?[^，]{0,4}于[^，]{2,20}(?:召开|举行))")
_OPEN_QUESTION = re.compile(r"关于[^，]{2,30}(?:问题|事宜|事项)$")
_RANKS = re.compile(r"[^，]{0,6}\d+[名人位](?:$|[，；])")  # 副主任委员8名: ranks within the body before
_OFFICES = re.compile(r"[^，,；;]+?(?:[，,；;]|、(?=任命|免去|选举)|$)")


def read_formal(page: Page) -> Iterator[Decision]:
    """What the text says the meeting did, in reading order."""
    acted = -1  # the paragraph of the last act
    for sentence in page.sentences:
        text, masked = page.report.text(sentence.para), page.masked[sentence.para]
        for act in _acts(sentence, masked, sentence.para == acted, _goes_on(sentence, acted)):
            acted = sentence.para
            for verb, left, right in _matters(text, masked, act):
                para, left, right = _place(page, sentence.para, act, left, right)
                yield decision(act.head.kind, verb, page.report.text(para), para, left, right, "formal")


def _place(page: Page, para: int, act: Act, left: int, right: int) -> tuple[int, int, int]:
    """Where the matter is named: in the heading, where the sentence only points back to it (听取了报告, 同意采购)."""
    topic = page.topics.get(para)
    if topic is None:
        return para, left, right
    masked, named = page.masked[para], page.masked[topic[0]][topic[1] : topic[2]]
    only_who = act.head.kind == "heard" and _PERSON_ONLY.fullmatch(masked, left, right)
    points = (
        _POINTS_BACK.fullmatch(masked, left, right)
        or _THEN_DONE.fullmatch(masked, left, right)
        or masked[left:right] in named
    )
    return topic if only_who or points else (para, left, right)


def _goes_on(sentence: Sentence, acted: int) -> bool:
    """Whether a sentence that opens with a bare verb goes on with the acts before it (会议传达了A。 听取了B)."""
    first = sentence.clauses[0]
    opens = first.start < _OPENING
    alone = opens and len(sentence.clauses) == 1 and _WEIGHS.match(first.text) is not None
    told = first.head is not None and (first.head.done or alone or "《" in first.text[first.head.end :])
    return acted >= 0 and told and (opens or acted == sentence.para)


def _acts(sentence: Sentence, masked: str, acted: bool, goes_on: bool) -> Iterator[Act]:
    """The acts of a sentence; after one in its paragraph (`acted`), a bare outcome (同意…) is the meeting's too."""
    act: Act | None = None
    deciding: Act | None = None
    standing = Standing(sentence.resumed or goes_on)
    for clause in sentence.clauses:
        if _AGENDA.match(clause.text):
            agenda = Head("建议", "decided", "", False, False, clause.text.index("建议") + len("建议"))
            yield from (*([act] if act else ()), Act(agenda, clause.start + agenda.end, sentence.end))
            return
        if act and clause.mark in "：:" and act.head.kind == "decided" and masked.endswith("议程", act.start, act.end):
            yield Act(act.head, act.start, sentence.end, whole=True)
            return
        head = standing.head(clause)
        if head and counts(head, clause, standing.supports(head, clause, acted), act):
            if act and not announces(act, masked, head, clause):
                yield act
            act, standing.held = Act(head, clause.start + head.end, clause.end), True
            deciding = act if head.kind == "decided" else None
        elif act and grows(act, masked, clause):
            act.after_comma = act.start >= act.end
            act.start = clause.start if act.after_comma else act.start
            act.end = clause.end
        else:
            if act:
                yield act
            label = _label(clause)
            act = label or _next_step(deciding, masked, clause)
            deciding = label or deciding
            standing.passed(clause)
    if act:
        yield act


def _next_step(act: Act | None, masked: str, clause: Clause) -> Act | None:
    """A further step decided under the same verb (同意A，启动B；（二）C)."""
    if act is None:
        return None
    number = _NUMBERED.match(clause.text) or _POINT.match(clause.text)
    if number and _OPEN_QUESTION.match(clause.text, number.end()):
        return None
    if number:
        return Act(act.head, clause.start + number.end(), clause.end)
    sets = act.after_comma and _SETS.fullmatch(masked, act.start, act.end) and _SETS.fullmatch(clause.text)
    further = clause.mark in "；;" and act.after_comma and act.head.kind == "decided" and _FURTHER.match(clause.text)
    steps = sets or further or _STEP.match(clause.text)
    return Act(act.head, clause.start, clause.end, act.after_comma) if steps else None


def _label(clause: Clause) -> Act | None:
    """A heading that makes what follows decided (会议决议：)."""
    if not _RESOLVED.match(clause.text):
        return None
    return Act(Head(clause.text, "decided", "", False, False, len(clause.text)), clause.end, clause.end)


def _matters(text: str, masked: str, act: Act) -> Iterator[tuple[str, int, int]]:
    """The verb and extent of each matter; appointments are taken apart by office."""
    if act.whole:
        yield act.head.verb, act.start, act.end
        return
    if act.head.kind != "appointed":
        for left, right in split_matters(text, act.start, act.end, act.head.kind):
            yield act.head.verb, left, right
        return
    start, verb = act.start, act.head.verb
    for office in _OFFICES.finditer(masked, act.start, act.end):
        following = masked[office.end() : act.end]
        if not following or (OFFICE.match(following) and not _RANKS.match(following)):
            own = read_head(masked[start : office.end()])
            if own and own.kind == "appointed" and not own.subject:
                start, verb = start + own.end, own.verb
            for left, right in split_matters(text, start, office.end(), "appointed"):
                yield verb, left, right
            start = office.end()
