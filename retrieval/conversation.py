"""What a question takes over from the one before it, and what the next one may take over from its answer."""

import re
from collections.abc import Callable
from dataclasses import replace

from retrieval.records import Answer, Context, Kind, NoAnswer, Question

PeopleIn = Callable[[str], tuple[str, ...]]
"""The people whom a text names."""

_PRONOUN = re.compile("[他她](?!们)|此人|这个人|那个人")
_AND_WHO = re.compile("^(?:那|那么|还有|然后)?(.{2,24}?)(?:呢|怎么样)[？?啊]*$")
_OTHER_MEETING = re.compile(
    "^(?:那么?|还有)?(?:第?[0-9一二三四五六七八九十百]+|再?[上下前后]一?)[次届回期](?:[㐀-鿿]{0,6}会议?)?(?:呢|怎么样)[？?]*$"
)
"""第六次呢, 下一次呢: the same is asked of another meeting."""
_OF_THAT = re.compile(
    "(?:那|那么)?(?:是)?(?:为(?:什么|啥|何)(?:呢)?|(?:什么|啥)原因|原因(?:是什么|呢)?|咋回事|怎么回事"
    "|(?:几|多少)票(?:同意|赞成|反对|弃权|通过)?|(?:同意|赞成|反对|弃权)(?:的)?(?:几|多少)票|(?:一共|总共)?(?:要|花)?多少钱"
    "|(?:从)?(?:什么时候|啥时候?|几时|哪天|几号|何时)(?:起|开始)(?:执行|实施|涨|收|用|算|生效)?|(?:什么时候|啥时候?|几时)(?:能|可以)(?:用|好|完)了?)[呢啊的？?]*$"
)
"""为啥, 几票同意, 多少钱 are asked of what was asked about before."""
_WHICH_OF_THEM = re.compile("^(?:那|那么)?(?:都|分别)*(?:是)?(?:在)?哪(?:几|些)")
"""分别是哪几次, after 开了几次."""
_OF_PEOPLE: frozenset[Kind] = frozenset({"did_attend", "title_of"})


def with_carried(question: Question, before: Context) -> Question:
    """`question` with the person talked about before for 他 or for nobody named, and what was asked then for 某某呢.

    After goals, what no report knows for a person is a thing to be aimed at: 税收呢.
    """
    unnamed = _OF_PEOPLE & set(question.kinds) and not question.focus.strip() and not question.strangers
    if before.people and not question.people and (unnamed or _PRONOUN.search(question.text)):
        question = replace(question, people=before.people[:1], subject=before.people[:1])
    if before.kind == "what_goals" and not question.people and question.strangers and _AND_WHO.match(question.text):
        return replace(question, kinds=("what_goals",), strangers=(), subject=())
    if before.kind and question.kinds == ("topic",) and _OTHER_MEETING.match(question.text):
        question = replace(question, kinds=(before.kind,), said=question.text)
        of_person = before.kind in _OF_PEOPLE and not question.people
        return replace(question, people=before.people[:1], subject=before.people[:1]) if of_person else question
    if not question.focus.strip() and not question.people and _OF_THAT.match(question.text):
        return replace(question, focus=before.topic, people=before.people[:1])
    if "which_meetings" in question.kinds and _WHICH_OF_THEM.match(question.text) and before.topic:
        return replace(question, focus=before.topic, period=question.period or before.period)
    somebody = question.people or question.strangers
    if before.kind and somebody and question.kinds == ("topic",) and _AND_WHO.match(question.text):
        kind = before.kind if before.kind in _OF_PEOPLE else "did_attend"
        return replace(question, kinds=(kind,), subject=somebody, focus="")
    return question


def next_context(answer: Answer | NoAnswer, question: Question, before: Context, people_in: PeopleIn) -> Context:
    """What the next question may leave out: the meetings answered about, the people, the time, the topic."""
    reports = tuple(meeting.report for meeting in answer.meetings) or before.reports
    return Context(
        reports=reports,
        people=question.people or _told_of(answer, people_in) or before.people,
        period=question.period or before.period,
        topic=question.focus or before.topic,
        kind=question.kinds[0],
    )


def _told_of(answer: Answer | NoAnswer, people_in: PeopleIn) -> tuple[str, ...]:
    """The one person whom the answer is about, if it is about one."""
    if isinstance(answer, NoAnswer):
        return ()
    named = answer.names or (people_in(answer.entries[0].text) if answer.entries else ())
    return named if len(named) == 1 else ()
