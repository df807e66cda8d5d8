"""What a passage must hold to answer: a list for 哪些, the noun for 哪家医院, the deed for 换届了吗."""

import re
from collections.abc import Callable

from config import lexicon
from retrieval.evidence.sections import HEADING
from retrieval.records import Question

Need = Callable[[str], bool]

_PLURAL = re.compile("(?:哪(?:些|几|两|三|四)(?:个|位|家|种)?|是哪些|有哪些|名单)([㐀-鿿]{0,2})")
_SINGULAR = re.compile("哪(?:家|所|座|款|部|项)([㐀-鿿]{2})")
_WHETHER = re.compile("([开闭]幕[㐀-鿿]|[㐀-鿿]{2})(?:了)?(?:吗|没有|没)(?:[^㐀-鿿]|$)|([㐀-鿿])不(\\2[㐀-鿿]?)")
_DAY = re.compile(r"\d\s*(?:年|月|日|号|天|个月)|[年月季周]?[底末初]|[上中下]旬")
_ANY_DEED = "讲说谈聊提批审议定过成做办搞弄干修买卖换改印收交签涨降增减调升停关开扩撤拆选"
"""Verbs of one character that a report puts otherwise: 介绍讲了没."""
_RESPONSIBLE = re.compile(
    "负责(?!同志|人)|牵头(?!单位和)|责任(?:单位|人|部门|团队|主体)|委托|会同|责成|交由|[：:]"
    "|[局部委院所厅办行司心站政府镇乡村道](?:要(?!求)|须|应当?|尽快|抓紧|于)"
)
_STOOD_IN = re.compile("(?:谁|哪位)(?:代替|代|替)[^，。？? ]{0,6}(?:出席|参加|来|去)")
_ANSWERS_FOR = re.compile("(?:谁|哪(?:个|家|些)?(?:部门|单位))(?:来)?(?:负责|牵头|管|落实)|归(?:谁|哪)")
_ASKED_BY = re.compile("([㐀-鿿]{2})(?:提|问)(?:了|的|过)?(?:什么|哪些|啥)问题")
_WHY = re.compile("为什么|为啥|为何|因为(?:什么|啥|何)|什么原因|啥原因|原因是|(?:的)?原因(?=[^㐀-鿿]|$)|怎么没|咋没")
_REASON = re.compile(
    "出差|外出|生病|因|由于|原因|理由|认为|鉴于|考虑到|为了|导致|所以|需要|涉及|避免|以免|尚未|不足|不够|不符|缺|问题|不|未|没"
)
_AWAY = re.compile(r"^\W*(?:请假|缺席|未到)[^（(]*[（(][^）)]+[）)]")
"""In the line of the absent the reason stands in brackets: 请假：某某（学习）."""
_MADE = re.compile("([㐀-鿿])成(?:什么|啥|怎样|哪)")
_CLOCK = re.compile("[到在至从]几点|几点(?:钟|开|散|结束|走|到|来)")
_HOUR = re.compile(r"\d{1,2}\s*[:：点时]")
_PEOPLE = frozenset({"干部", "人员", "同志", "领导", "委员", "代表", "职工", "学生"})
_FIRMS = frozenset({"公司", "企业"})
_FIRM = re.compile("公司|集团|银行|股份|控股")
_OPINIONS = frozenset({"意见", "建议"})
_OFFERED = re.compile("提出|提了|建议|意见|认为|希望|反映|呼吁")
_BODIES = frozenset({"单位", "部门", "机构", "学校", "银行", "地方", "部委"})
_NAMED_BODIES = re.compile(
    "(?:[局部委院所学校厅会行区县市镇乡村办站社厂科处室队团台]|公司|集团|中心|单位|小学|中学)(?:[、，,；;（(]|和|及|与|等|以及|负责|分别)|[：:]"
)
_LISTED = re.compile("、|[：:]$|[；;].*[；;]|》《")


def need_of(question: Question) -> Need | None:
    """The test for passages that `question` calls for; None where any that holds its words may answer."""
    return next((need for find in _NEEDS if (need := find(question)) is not None), None)


def asks_attribute(question: Question) -> bool:
    """Whether something is asked for whose answer can be told by how it is written."""
    return _of_attribute(question) is not None and not question.people


def _of_attribute(question: Question) -> Need | None:
    """What is asked of somebody or something beside the meeting: how old, how long, whose firm."""
    table = lexicon.mapping("question", "expected.attributes").items()
    told = next((written for asked, written in table if re.search(asked, question.text)), None)
    return (lambda passage: bool(re.search(told, passage))) if told else None


def _of_measure(question: Question) -> Need | None:
    if _CLOCK.search(question.text):
        return lambda passage: bool(_HOUR.search(passage))
    if question.measure == "day":
        return lambda passage: bool(_DAY.search(passage))
    if question.measure == "minutes":
        return lambda passage: bool(re.search("记录|纪要|整理", passage))
    if question.measure == "seat":
        verb = question.said[:1]
        return lambda passage: bool(re.search(f"{verb}[在于立]|位于|坐落", passage))
    return None


def _of_clause(question: Question) -> Need | None:
    """签责任书的6家支行是哪几家: the passage names several of them, and what they did."""
    which = _WHICH_OF.search(question.text)
    if which is None:
        return None
    did, noun = which[1][-2:], which[2]
    return lambda passage: did in passage and (passage.count(noun) > 1 or bool(_LISTED.search(passage)))


_WHICH_OF = re.compile(
    r"([㐀-鿿]{3,8})的(?:\d+|[一二三四五六七八九十两]+)[家个名位所项处]([㐀-鿿]{2,4}?)(?:分别|都)?是(?:哪|谁)"
)


def _of_noun(question: Question) -> Need | None:
    plural, single = _PLURAL.search(question.text), _SINGULAR.search(question.text)
    if plural and not plural[1].startswith("人"):
        return _several(plural[1])
    if single and single[1] not in lexicon.words("question", "expected.any"):
        return lambda passage: single[1] in passage
    return None


def _of_people(question: Question) -> Need | None:
    asker = _ASKED_BY.search(question.text)
    if _STOOD_IN.search(question.text):
        return lambda passage: bool(re.search("代为|代表[^，。]{0,12}出席|委托|代替", passage))
    if _ANSWERS_FOR.search(question.text):
        return lambda passage: bool(_RESPONSIBLE.search(passage) or HEADING.match(passage))
    if asker:
        return lambda passage: asker[1] in passage and "问" in passage
    return None


def asks_why(question: Question) -> bool:
    """Whether a reason is asked for."""
    return bool(_WHY.search(question.text))


def _of_reason(question: Question) -> Need | None:
    why = re.compile(f"{_REASON.pattern}|{_AWAY.pattern}")
    return (lambda passage: bool(why.search(passage))) if asks_why(question) else None


def _of_deed(question: Question) -> Need | None:
    made, whether = _MADE.search(question.text), _WHETHER.search(question.text)
    if made:
        return lambda passage: bool(re.search(f"{made[1]}[成为作]", passage))
    if whether and whether[1] and whether[1][-1] not in _ANY_DEED:
        return lambda passage: whether[1] in passage
    return None


_NEEDS: tuple[Callable[[Question], Need | None], ...] = (
    _of_attribute,
    _of_clause,
    _of_measure,
    _of_noun,
    _of_people,
    _of_reason,
    _of_deed,
)


def _several(noun: str) -> Need:
    """Several of a noun: a list, or the noun with what it is called."""
    if noun in _PEOPLE:
        return lambda passage: bool(re.search("、|等\\d+[名位人]", passage))
    if noun in _FIRMS:
        return lambda passage: bool(_FIRM.search(passage))
    if noun in _OPINIONS:
        return lambda passage: bool(_OFFERED.search(passage))
    if noun in _BODIES:
        return lambda passage: bool(_NAMED_BODIES.search(passage))
    return lambda passage: bool(_LISTED.search(passage)) or _has_noun(noun, passage)


def _has_noun(noun: str, passage: str) -> bool:
    """A noun of its own; 国家 stands in too many offices to say that countries are named."""
    return len(noun) == 2 and noun in passage and noun not in lexicon.words("question", "expected.any")
