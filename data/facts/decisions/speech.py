"""Where in a sentence speech begins, which only says, and where the meeting acts again."""

import re

from config.lexicon import words
from data.facts.decisions.clauses import Clause
from data.facts.patterns import any_of

_SPEECH_VERB = any_of(words("decisions", "speech.verbs"))
_SPEECH = re.compile(
    rf"(?!.*(?:汇报|通报|传达|听取|介绍)了)"
    rf"(?!(?:认真|全面|严格|坚决|深入|切实|坚定|充分)*(?:落实|贯彻|按照|根据|对标|对照|围绕|符合|达到)).*{_SPEECH_VERB}$"
    rf"|(?:会议|大会|全会|他|她|并|同时|还|会议还){{0,2}}{any_of(words('decisions', 'speech.openers'))}(?!了)"
    rf"|{any_of(words('decisions', 'speech.demands'))}"
    r"|.*提出了?[一二三四五六七八九十\d]+[点条项个][^，]{0,10}(?:意见|要求|建议|措施|举措|希望)$"
)
_DEMANDS = re.compile(r"(?:工作|具体|有关|相关|(?:新|更高|总)的?|提出了?[^，]{0,14})要求$")  # as a noun
_PLACE_ONLY = re.compile(r".{0,8}(?:会上|会议期间|会议|大会)$")
_TELLS = re.compile(r"(?!会议|大会)[^，]{2,40}(?:汇报|通报|传达(?:学习)?|宣读)了(?!解)")
_REPORTS = re.compile(r"[^，]{2,24}[就对][^，]{2,60}(?:作|进行|作出)了[^，]{0,6}(?:说明|汇报|报告|通报|安排|部署)$")
_SETS_OUT = re.compile(
    r"(?:会议|大会|全会)(?:还|并)?[就对][^，]{2,60}(?:作出|进行|作)了?[^，]{0,8}(?:部署|安排|研究|审议|讨论)$"
)
_RESUMES = re.compile(r"(?:会议)?(?:因此|为此)?(?:研究)?(?:一致)?(?:决定|同意)|.*(?:不予通过|未获通过|暂缓)")
_WEIGHED = re.compile(r"经(?:会议|大会|党委|党组|集体|认真|充分|与会[^，]{0,4})?(?:研究|讨论|审议|表决)")
_AGREED_ON = re.compile(
    r"(?:经[^，]{0,12}[，]?)?(?:最后|最终|会议|大家|与会人员)*(?:形成|达成)了?(?:一致|如下|以下|统一)*(?:意见|共识|决议)"
)
_GOES_ON = re.compile(rf"(?:会议|大会)(?:还|最后|随后|另外|并)(?!.*{_SPEECH_VERB}$)(?!{_SPEECH_VERB})")
_STRICT = 8  # characters; a longer subject may be another body that the speaker quotes


def done(clauses: tuple[Clause, ...], said: bool) -> tuple[tuple[Clause, ...], bool]:
    """The clauses before speech begins, and whether the next sentence is still speech."""
    if said and not (clauses and _breaks_speech(clauses[0])):
        return (), True
    for index, clause in enumerate(clauses):
        if _speaks(clauses, index) and not (clause.head and clause.head.kind != "decided"):
            later = [i for i in range(index + 1, len(clauses)) if _RESUMES.match(clauses[i].text)]
            weighed = "认为" in clause.text and later
            return (clauses[:index] + clauses[later[0] :], False) if weighed else (clauses[:index], True)
    return clauses, False


def _speaks(clauses: tuple[Clause, ...], index: int) -> bool:
    """Whether speech begins with the clause; 工作要求 at its end is a thing, unless a colon follows."""
    if not _SPEECH.match(clauses[index].text):
        return False
    colon = index + 1 < len(clauses) and clauses[index + 1].mark in "：:"
    return colon or _DEMANDS.search(clauses[index].text) is None


def _breaks_speech(clause: Clause) -> bool:
    head = clause.head
    if head and head.subject and len(head.subject) <= _STRICT:
        return True
    return (
        _GOES_ON.match(clause.text) is not None
        or _WEIGHED.match(clause.text) is not None
        or _AGREED_ON.match(clause.text) is not None
        or _TELLS.match(clause.text) is not None
        or _PLACE_ONLY.match(clause.text) is not None
        or _REPORTS.match(clause.text) is not None
        or _SETS_OUT.match(clause.text) is not None
    )
