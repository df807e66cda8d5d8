"""When and where."""

import calendar
import re
from datetime import timedelta

from data.records import Span, Stored
from retrieval.answer.clauses import in_passages
from retrieval.answer.coming import NEXT, next_place, next_time
from retrieval.answer.dated import called, dated_matters, day_of
from retrieval.answer.forms import answered, refused
from retrieval.answer.proofs import Proofs
from retrieval.answer.topic import LEAST_SHARE
from retrieval.answer.valued import valued
from retrieval.evidence.attached import attached
from retrieval.evidence.gather import Evidence
from retrieval.evidence.organs import another_called
from retrieval.evidence.pieces import best, weighed
from retrieval.numerals import ordinals
from retrieval.records import Answer, Entry, NoAnswer, Question


def when(evidence: Evidence) -> Answer | NoAnswer:
    """The meeting's day; or the day of what the question asks about within it (定在哪天开始)."""
    if evidence.question.measure == "clock":
        return _hour(evidence)
    if NEXT.search(evidence.question.text) and not (evidence.question.both or evidence.choice.beside):
        return next_time(evidence)
    if (told := _called(evidence)) is not None:
        return told
    if not _of_meeting(evidence) and (told := _inner(evidence)) is not None:
        return told
    if _of_event(evidence) or _of_another(evidence):
        return refused(evidence, "when")
    meeting = evidence.stored.facts.meeting
    if not meeting.date:
        return _told_day(evidence)
    if evidence.question.exact:  # who gives the day of the meeting asks for another
        return refused(evidence, "when")
    proofs = Proofs()
    if meeting.end_date and _CLOSES.search(evidence.question.text):
        last = Entry(
            "fact", meeting.end_date, (proofs.cite(evidence.stored, day_in(evidence.stored, meeting.end_date)),)
        )
        return answered(evidence, "when", proofs, date=meeting.end_date, entries=(last,))
    at = meeting.date_at.span if meeting.date_at else day_in(evidence.stored, meeting.date)
    entry = Entry("fact", meeting.date, (proofs.cite(evidence.stored, at),))
    return answered(evidence, "when", proofs, date=meeting.date, entries=(entry,))


def _inner(evidence: Evidence) -> Answer | None:
    """The day of what the question asks about within the meeting."""
    return valued(evidence, "day") or dated_matters(evidence)


def _of_event(evidence: Evidence) -> bool:
    """Whether the day of something else than the meeting is asked for: what was to be held, what was done after it."""
    question = evidence.question
    behind = re.split("[，。；？！,;?\\s]", question.text[question.text.find(question.said) + len(question.said) :])[0]
    held = (
        (_HELD.search(behind) and not _OPENS.search(behind))
        or _MET.search(question.said)
        or _MEETING_DID.search(question.text)
    )
    deed = bool(re.match("[㐀-鿿]", behind)) and not held
    return deed or (_SET_FOR.search(question.said) is not None and _another(evidence))


def _called(evidence: Evidence) -> Answer | None:
    """The day of a meeting that the one chosen called: 主席会议决定哪天开工作会议, 第八次会议几号开 主任会议定的."""
    text, said = evidence.question.text, evidence.question.said
    before, _, behind = text.partition(said) if said else (text, "", "")
    if _SETS.search(before) and (found := re.match("[㐀-鿿]{2,20}会议?", behind)):
        return called(evidence, found[0])
    last = _PAUSE.split(before)[-1]
    return called(evidence, last) if ordinals(last) else None


_SETS = re.compile("(?:决定|商定|议定|定)(?:了|在)?$")
_PAUSE = re.compile("[，。；？！,;?\\s]|会议?(?=[上中]?(?:定|决定|说))")


def _another(evidence: Evidence) -> bool:
    """Whether what was set for a day is another meeting or matter than the one chosen."""
    question = evidence.question
    meant = _MEETING_BEFORE.search(question.text[: question.text.find(question.said)])
    return meant[1] not in evidence.card.naming if meant else bool(attached(evidence.catalogue, question))


_MEETING_BEFORE = re.compile("([㐀-鿿]{1,6}会)$")


_OPENS = re.compile(
    "[开办设](?!会|幕|的|了|过|始|展|在|于|庭)[㐀-鿿]{1,8}(?:店|站|中心|所|馆|点|厂|校|园|班|课|线|路|户|业|工|学|放)"
)
"""What is opened is no meeting: 几时开服务中心."""
_CLOSES = re.compile("闭幕|结束|开完|开到|办到|散会|最后一天")
_HELD = re.compile("开|召集|举行|举办|办|会|见|闭|过的|来着|呀|啊|主持|在|晚上|[上下]午|具体|日期|审议")
_MET = re.compile("见[了过的]*$")
_SET_FOR = re.compile("定在|放在|改在|拟于")


def _of_meeting(evidence: Evidence) -> bool:
    """Whether the words asking for the day stand right behind the meeting, or ask when it did something."""
    question = evidence.question
    before = _before(question)
    if _of_another(evidence):
        return False
    held = re.search("会议?(?:是|在|于|具体)*$", before) and re.search("开的?$|召开|举行", question.said)
    return bool(held and not _SET_FOR.search(question.said)) or bool(_MEETING_DID.search(question.text))


def _of_another(evidence: Evidence) -> bool:
    """Whether the words asking stand right behind a body or meeting that the one chosen is not."""
    return another_called(evidence.card, _before(evidence.question))


def _before(question: Question) -> str:
    """What stands before the words that ask."""
    return question.text[: question.text.find(question.said)] if question.said else ""


_MEETING_DID = re.compile(
    "(?:哪一?天|几[月号日]|什么时[候间]|啥时候?|何时|几时)(?:表决|审议|讨论|研究|听取?|学习?|原则)?(?:通过|批准|过会?|听取?|审议?|研究|讨论|学习?|同意)的?"
)
"""What the meeting itself did was done on its day."""


def _hour(evidence: Evidence) -> Answer | NoAnswer:
    """The hour as the report writes it, where it gives one; of its end where that is asked for."""
    ended = bool(_END_ASKED.search(evidence.question.text))
    for para, text in enumerate(evidence.stored.report.paras):
        found = _ENDED.search(text) if ended else _CLOCK.search(text)
        begins = found is not None and (para == 0 or _TIME_LABEL.match(text) or _BEGAN.search(text[found.end() :]))
        if found is not None and (ended or begins):
            proofs = Proofs()
            line = Entry("passage", text, (proofs.cite(evidence.stored, Span(para, found.start(), found.end())),))
            day = evidence.stored.facts.meeting.date
            return answered(evidence, "when", proofs, date=day, text=found[0], entries=(line,))
    return valued(evidence, "day") or refused(evidence, "when")


_CLOCK = re.compile(r"(?:[上下]午|晚上)?\s*\d{1,2}\s*(?:[:：]\d{2}|[时点](?:\d{1,2}分?|半)?)")
_END_ASKED = re.compile("散|结束|开完|讲完|完事|闭会")
_ENDED = re.compile(
    rf"(?:{_CLOCK.pattern})(?=分?[，,]?(?:结束|散会|闭会|休会|完结))"
    rf"|(?<=散会)[^\d]{{0,8}}(?:{_CLOCK.pattern})|(?<=[-—–~至到])\s*(?:{_CLOCK.pattern})"
)
_BEGAN = re.compile("^[整许]?[，,]?[^，。]{0,12}(?:开始|开幕|举行)")
_TIME_LABEL = re.compile(r"\W*(?:会议)?时\s*间")


def where(evidence: Evidence) -> Answer | NoAnswer:
    """The meeting's place, where the report states one."""
    meeting = evidence.stored.facts.meeting
    if NEXT.search(evidence.question.text) and not evidence.choice.beside:
        return next_place(evidence)
    if _HELD_LATER.search(evidence.question.said) or _NEXT_YEAR.search(evidence.question.text):
        return in_passages(evidence, "what_decided")
    if meeting.place and _ROOM_ASKED.search(evidence.question.said) and not _INSIDE.search(meeting.place):
        return refused(evidence, "where")
    if not meeting.place or (_REGION.search(evidence.question.said) and _ROOM.search(meeting.place)):
        return _told_place(evidence) if not meeting.is_meeting else refused(evidence, "where")
    proofs = Proofs()
    at = meeting.place_at.span if meeting.place_at else _first(evidence.stored, meeting.place)
    entry = Entry("fact", meeting.place, (proofs.cite(evidence.stored, at),))
    return answered(evidence, "where", proofs, text=meeting.place, entries=(entry,))


def _told_day(evidence: Evidence) -> Answer | NoAnswer:
    """The day in the sentence that holds what is asked, where the report is of no dated meeting."""
    for piece in best(weighed(evidence.stored.report, evidence.topic), _DAY)[:1]:
        day = day_of(evidence, piece.text) or _in_month_of(evidence, piece.text)
        if day is not None and piece.share >= LEAST_SHARE:
            proofs = Proofs()
            entry = Entry("fact", day, (proofs.cite_piece(evidence.stored, piece),))
            return answered(evidence, "when", proofs, date=day, entries=(entry,))
    return refused(evidence, "when")


def _in_month_of(evidence: Evidence, text: str) -> str | None:
    """30日 in the month of publication, the month before when that day was still to come."""
    found, published = re.search(r"(?<![\d月])(\d{1,2})日", text), evidence.card.published
    if found is None or published is None:
        return None
    day = int(found[1])
    month = published.replace(day=1) - timedelta(days=1) if day > published.day else published
    last = calendar.monthrange(month.year, month.month)[1]
    return month.replace(day=day).isoformat() if 1 <= day <= last else None


def _told_place(evidence: Evidence) -> Answer | NoAnswer:
    """The place in the opening sentence of a report of something else than a meeting."""
    for piece in best(weighed(evidence.stored.report, evidence.topic), _AT_PLACE)[:1]:
        found = _AT_PLACE.search(piece.text)
        if found is not None and piece.share >= LEAST_SHARE:
            proofs = Proofs()
            entry = Entry("fact", found[1], (proofs.cite_piece(evidence.stored, piece),))
            return answered(evidence, "where", proofs, text=found[1], entries=(entry,))
    return refused(evidence, "where")


_DAY = re.compile(r"\d{1,2}日")
_AT_PLACE = re.compile("在([\u3400-\u9fff]{2,10}?)(?:集体)?(?:会见|举行|召开|举办|出席|抵达|开幕|同)")
_HELD_LATER = re.compile("放在|下一?次|定在")
_NEXT_YEAR = re.compile("(?:明年|下一?[次届]|后年)[^，。？? ]{0,4}(?:在|放|定)")
_REGION = re.compile("哪个?(?:城市|市|县|省|国家|地区)")
_ROOM_ASKED = re.compile("会议室|厅|几楼|几层|酒店|宾馆|饭店|礼堂|哪[栋座层]|房间")
_INSIDE = re.compile("室|厅|楼|堂|馆|店|院|层|中心|饭|号|校|公司|栋|座")
_ROOM = re.compile("(?:会议室|会议厅|报告厅|楼|酒店|宾馆|礼堂)$")


def day_in(stored: Stored, iso: str) -> Span:
    """Where the report writes that day; its first sentence when nowhere in plain words."""
    month, day = iso[-5:].split("-")
    for pattern in (rf"{int(month)}月{int(day)}[日号]", rf"(?<!\d){int(day)}[日号]", iso):
        for para, text in enumerate(stored.report.paras):
            match = re.search(pattern, text)
            if match:
                return Span(para, match.start(), match.end())
    return Span(0, 0, 1)


def _first(stored: Stored, words: str) -> Span:
    for para, text in enumerate(stored.report.paras):
        if words in text:
            return Span(para, text.index(words), text.index(words) + len(words))
    return Span(0, 0, 1)
