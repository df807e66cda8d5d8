"""An amount that is asked for is told by an amount of its sort, or not at all."""

import re

from retrieval.answer.forms import answered, refused
from retrieval.answer.measures import ANY_FIGURE
from retrieval.answer.proofs import Proofs
from retrieval.answer.topic import passages
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Entry, Kind, NoAnswer

SURELY = 0.5
"""Share of the words asking that a sentence must hold to tell the amount."""


def checked(evidence: Evidence, kind: Kind, found: Answer | NoAnswer) -> Answer | NoAnswer:
    """`found`; where an amount is asked for that it does not give, the sentence that does, else a refusal."""
    if not isinstance(found, Answer) or found.kind not in _MATTERS or not _AMOUNT.search(evidence.question.text):
        return found
    wanted = _sort(evidence.question.text)
    if _otherwise_counted(evidence.question.text, found):
        return refused(evidence, kind)
    if any(_gives(wanted, f"{entry.text} {entry.detail}") for entry in found.entries):
        return found
    return _told(evidence, kind, wanted)


def _otherwise_counted(asked: str, found: Answer) -> bool:
    """Whether things are asked for by a word that goes with them (多少件) and none are so counted in what is told."""
    thing = _THINGS.search(asked)
    told = " ".join([*(f"{one.text} {one.detail}" for one in found.entries), *(one.quote for one in found.citations)])
    return thing is not None and not re.search(rf"[\d零一二三四五六七八九十百千万亿两余多]\s*{thing[1]}", told)


_THINGS = re.compile("多少(件|户|家|条|座|台|辆|亩|吨|栋|套|公里|平方米|千瓦|人次|张|本|头|棵|株)")


def _told(evidence: Evidence, kind: Kind, wanted: re.Pattern[str]) -> Answer | NoAnswer:
    """The sentence about the matter that gives such an amount, where one does."""

    def gives(text: str) -> bool:
        return _gives(wanted, text)

    said = [one for one in passages(evidence, gives) if one.share >= SURELY and gives(one.text)]
    if not said:
        return refused(evidence, kind)
    proofs = Proofs()
    line = Entry("passage", said[0].text, (proofs.cite_piece(evidence.stored, said[0]),))
    return answered(evidence, "topic", proofs, entries=(line,), text=said[0].text)


def _sort(asked: str) -> re.Pattern[str]:
    """How the amount asked for is written: an investment in money, a rate in parts of a hundred."""
    return next((written for words, written in _SORTS if words.search(asked)), ANY_FIGURE)


def _gives(wanted: re.Pattern[str], text: str) -> bool:
    return bool(wanted.search(_DATES.sub("", text)))


_MATTERS = frozenset({"what_decided", "what_agenda", "what_goals"})
_AMOUNT = re.compile("多少(?!事|议题|文件)|几(?:条|成|个百分点|亿|万|元)(?![^，。？?]{0,3}(?:哪|什么))|[率额价]是几")
_MEANWHILE = "(?:一共|总共|总|大概|的|目标|是|为|有|要|定了?|提|到|达|说了?|讲了?|花了?|用了?)*"
_SORTS = (
    (
        re.compile(f"(?:率|比例|占比|比重){_MEANWHILE}(?:多少|几)(?!万|亿|元|个点)"),
        re.compile(r"\d\s*[%％‰]|百分之|[\d一二三四五六七八九两]成|[千万]分之|全部|清零"),
    ),
    (
        re.compile(
            f"(?:底价|报价|造价|金额|投资|资金|经费|费用?|预算|概算|成本|资本){_MEANWHILE}(?:多少|几)(?![个项家户人名条吨亩笔])|多少钱"
        ),
        re.compile(
            r"[\d十百千万亿]\s*(?:余|多|余?[百千万亿]+级?|美|港|欧|日|澳)*\s*(?:元|[万亿](?![\d吨亩人户头平立千公个家次吨株])|RMB|USD)|经费零|免费"
        ),
    ),
)
_DATES = re.compile(
    r"第?[\d一二三四五六七八九十]+\s*(?:年|月|日|号|届|次|周年|个月|天)|^\s*\d+[、.．]|[“\"][^”\"]{1,6}[”\"]"
)
