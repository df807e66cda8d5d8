"""Whether somebody's office is the one that a question asks for, and the office that it asks for."""

import re

from config import lexicon
from data.records import Attendance
from retrieval.answer.persons import OFFICE
from retrieval.evidence.gather import Evidence
from retrieval.records import Question

_LEADERS = re.compile("(省|市|区|县|镇|乡|村|街道|校|院|局|公司|集团|中央)(?:级|里|的)?领导")
_PEOPLE = "代表|委员|领导|干部|专家|嘉宾|负责人|部长|常委|理事|董事|监事"


def holds(title: str, noun: str) -> bool:
    """Whether the office is one of those asked for: 主任 is no 副主任, 委员 stands not in 委员会."""
    leaders = _LEADERS.fullmatch(noun)
    led = lexicon.mapping("question", "leaders").get(leaders[1], "") if leaders else ""
    if led:
        return noun in title or bool(re.search(led, title))
    exact = re.search(rf"(?<!副){re.escape(noun)}(?![会长])", title) if noun else None
    if OFFICE.fullmatch(noun) or noun.endswith(_ENDING):
        return exact is not None
    return noun in title or (len(noun) > _SHORT and bool(re.search(_apart(noun), title)))


def _apart(noun: str) -> str:
    """The noun as a pattern, where a title says more between its body and its office; 书记 is no 副书记."""
    office = re.search(rf"(?:{OFFICE.pattern})$", noun)
    ends = f"(?<!副){re.escape(office[0])}" if office else re.escape(noun[-2:])
    return f"{re.escape(noun[:2])}.*{ends}|{ends}.*{re.escape(noun[:2])}"


_ENDING = ("委员", "理事", "监事", "董事", "常委")
_SHORT = 2


def noun_asked(question: Question) -> str:
    """The noun that says which people are asked for: inside the asking words, or right before them."""
    if question.noun:
        return question.noun
    at = question.text.find(question.said) if question.said else -1
    found = _BEFORE.search(question.text[:at]) if at > 0 else None
    return found[0] if found else ""


_BEFORE = re.compile(rf"(?:(?:^|(?<=[^㐀-鿿])|(?<=[会次的上个]))(?:{_LEADERS.pattern}|{_PEOPLE})|{OFFICE.pattern})$")


def left_out(question: Question, people: list[Attendance]) -> list[Attendance]:
    """`people` without those of an office that is not to count: 监事长不算, 不含副县长."""
    nouns = [next(group for group in match.groups() if group) for match in _NOT_COUNTED.finditer(question.text)]
    return [one for one in people if not any(noun in one.title for noun in nouns)]


_NOT_COUNTED = re.compile(
    "(?:不算|不含|不包括|不要)([㐀-鿿]{2,5})|(?<![㐀-鿿])([㐀-鿿]{2,5}?)(?:也|都)?(?:不算|除外|不要算)"
)


def led_list(evidence: Evidence, people: list[Attendance], noun: str) -> list[Attendance]:
    """Those named in a list that the noun leads, as a label or right before it: 县领导韶问舟、蔚南枝."""
    label = re.compile(rf"\W*{re.escape(noun)}[^：:]{{0,16}}[：:]")
    labelled = [one for one in people if label.match(evidence.stored.report.text(one.at.span.para))]
    if labelled:
        return labelled
    heads = re.compile(rf"(?<!副){re.escape(noun)}[㐀-鿿]{{0,4}}?(?=((?:[㐀-鿿·]{{2,5}}[、和及与]?)+))")
    texts = [found[1] for text in evidence.stored.report.paras for found in heads.finditer(text)]
    names = [name for text in texts for name in re.split("[、和及与]", text)]
    return [one for one in people if any(name.startswith(one.name) for name in names)]
