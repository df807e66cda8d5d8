"""Meetings of one series: counted, stepped through in a conversation, and asked back about where several cities fit."""

from collections.abc import Callable
from datetime import date

import pytest

from data.records import EVERYONE
from retrieval.engine import Engine
from retrieval.records import Answer, Context, NoAnswer

TODAY = date(2025, 6, 30)
REPORTS = (
    (
        "苇原市政协举行全体会议\n2025-01-10\n苇原市政协全体会议1月9日举行。苇原市政协主席荀一舟主持会议。"
        "会议听取了提案工作情况。\n各位委员围绕渡口建设发言。\n与会人员参观了泵站。\n这是苇原市三届政协第七次会议。\n"
    ),
    (
        "桐荫苑小区业主委员会第三次会议纪要\n时间：2025年3月1日\n地点：活动室\n主持：檀长庚\n出席：檀长庚、宓小雨\n"
        "缺席：步青（出差）\n1.停车费维持不变。\n"
    ),
    (
        "芦汀市十六届人大常委会举行第三次会议\n2025-02-28\n2月27日，芦汀市十六届人大常委会举行第三次会议。"
        "市人大常委会主任佴青野主持会议。会议表决通过了《芦汀市停车条例》。\n"
    ),
    (
        "芦汀市人大常委会召开第四次会议\n2025-04-29\n4月28日，芦汀市第十六届人民代表大会常务委员会第四次会议召开。"
        "市人大常委会主任佴青野主持会议。会议通过了关于预算的决议。\n"
    ),
    (
        "芦汀市人大常委会第五次会议闭幕\n2025-06-27\n6月26日，芦汀市十六届人大常委会第五次会议闭幕。"
        "市人大常委会副主任檀一苇主持会议。会议通过了《芦汀市古桥条例》。\n"
    ),
    (
        "芦汀市委常委会召开会议\n2025-05-09\n5月8日，芦汀市委书记訾问舟主持召开市委常委会会议，决定召开市委全会。"
        "副市长郁云舟出席。\n"
    ),
    (
        "鹭洲市委常委会召开会议\n2025-05-07\n5月6日，鹭洲市委书记欧冶明主持召开市委常委会会议，审议防汛预案。"
        "市委常委桑晚请假。\n"
    ),
    (
        "鹭洲市政府召开第9次常务会议\n2025-03-12\n3月11日，鹭洲市市长缪晚亭主持召开市政府第9次常务会议，研究供水工作。"
        "副市长桑晚请假。\n"
    ),
)


@pytest.fixture(scope="module")
def engine(engine_over: Callable[[tuple[str, ...]], Engine]) -> Engine:
    return engine_over(REPORTS)


def asked(engine: Engine, *questions: str) -> Answer | NoAnswer:
    """The answer to the last of the questions of one conversation."""
    context = Context()
    for question in questions:
        reply = engine.ask(EVERYONE, question, TODAY, context)
        context = reply.context
    return reply.answer


def days(answer: Answer | NoAnswer) -> list[str | None]:
    return [meeting.date for meeting in answer.meetings]


COUNT = "芦汀市人大常委会今年开了几次"


def test_a_series_is_counted_whether_its_name_is_written_in_full_or_short(engine) -> None:
    answer = asked(engine, COUNT)
    assert isinstance(answer, Answer)
    assert answer.value == 3


@pytest.mark.parametrize(
    ("questions", "day"),
    [
        ((COUNT, "最近一次谁主持的"), "2025-06-26"),
        ((COUNT, "最近一次谁主持的", "上一次呢"), "2025-04-28"),
        ((COUNT, "最近一次谁主持的", "上一次呢", "再上一次呢"), "2025-02-27"),
        ((COUNT, "今年第一次会议通过了啥"), "2025-02-27"),
        (("芦汀市人大常委会第三次会议谁主持", "下一次常委会会议呢"), "2025-04-28"),
        (("芦汀市人大常委会今年第一次会议通过了什么",), "2025-02-27"),
        (("芦汀市人大常委会第四次会议谁主持", "今年第一次会议通过了啥"), "2025-02-27"),
    ],
)
def test_a_conversation_steps_through_a_series(engine, questions, day) -> None:
    answer = asked(engine, *questions)
    assert isinstance(answer, Answer)
    assert days(answer) == [day]


def test_which_ones_they_were_is_asked_of_those_counted(engine) -> None:
    assert days(asked(engine, COUNT, "分别是哪几次")) == ["2025-02-27", "2025-04-28", "2025-06-26"]


@pytest.mark.parametrize("question", ["上次市委常委会定了什么", "5月的市委常委会谁主持的", "上次会议定了什么"])
def test_where_several_bodies_fit_it_is_asked_back(engine, question) -> None:
    answer = asked(engine, question)
    assert isinstance(answer, NoAnswer)
    assert answer.reason == "which_one"
    assert len(answer.meetings) > 1


@pytest.mark.parametrize(
    ("question", "day"), [("芦汀常委会谁主持", "2025-06-26"), ("苇原市三届政协第七次会议谁主持", "2025-01-09")]
)
def test_the_latest_of_a_series_is_meant_and_a_number_told_only_in_the_text_is_its_own(engine, question, day) -> None:
    assert days(asked(engine, question)) == [day]


@pytest.mark.parametrize("question", ["鹭洲上次市委常委会谁主持的", "上周的会谁主持"])
def test_where_one_fits_it_is_told(engine, question) -> None:
    answer = asked(engine, question)
    assert isinstance(answer, Answer)
    assert len(answer.meetings) == 1


def test_how_often_somebody_was_away_is_counted(engine) -> None:
    answer = asked(engine, "桑晚请假了几次")
    assert isinstance(answer, Answer)
    assert answer.value == 2


@pytest.mark.parametrize(
    "question", ["luting renda di3ci huiyi shui zhuchi", "luting renda 2yue27ri huiyi shui zhuchi"]
)
def test_numbers_are_read_beside_pinyin(engine, question) -> None:
    assert days(asked(engine, question)) == ["2025-02-27"]


def test_a_month_is_read_in_small_letters(engine) -> None:
    answer = asked(engine, "how many meetings of the Luting 人大常委会 in march")
    assert isinstance(answer, NoAnswer)


def test_why_is_asked_of_what_was_asked_before(engine) -> None:
    answer = asked(engine, "桐荫苑业委会谁没来", "为啥")
    assert isinstance(answer, Answer)
    assert "出差" in (answer.text or "")


def test_meetings_of_one_body_are_counted_for_one_person(engine) -> None:
    answer = asked(engine, "桑晚请假市委常委会几次")
    assert isinstance(answer, Answer)
    assert answer.value == 1
