"""The meeting of one body is none of another's, another number's or another time's, and is not told for it."""

from collections.abc import Callable
from datetime import date

import pytest

from data.records import EVERYONE
from retrieval.engine import Engine
from retrieval.records import Answer, Context, NoAnswer

TODAY = date(2025, 6, 30)
REPORTS = (
    (
        "梧汀集团第三届董事会第十次会议决议公告\n2025-04-30\n"
        "梧汀集团股份有限公司第三届董事会第十次会议于2025年4月28日在公司会议室召开。会议由董事长訾一苇主持。"
        "会议审议通过《2025年第一季度报告》。会议决定适时召开年度股东大会。\n"
    ),
    (
        "桐荫苑小区业主委员会第三次会议纪要\n2025-05-12\n时间：2025年5月10日\n地点：社区活动室\n主持：檀长庚\n"
        "出席：檀长庚、缪小雨\n1.物业合同：同意续签一年。\n"
    ),
    (
        "芦汀市委常委会召开会议\n2025-05-09 来源：芦汀日报\n5月8日，芦汀市委书记佴青野主持召开市委常委会会议，"
        "审议防汛预案，决定召开市委七届六次全会，会期一天。市长郁云舟出席。\n"
    ),
    (
        "市十六届人大常委会举行第五次会议\n2025-06-27 来源：芦汀日报\n6月26日，芦汀市十六届人大常委会第五次会议举行。"
        "市人大常委会副主任乐正澄主持会议。会议通过了《芦汀市古桥保护条例》。\n"
    ),
    (
        "三市共建渡口带第五次联席会议召开\n2025-03-18\n3月17日，芦汀、苇原、鹭洲三市共建渡口带第五次联席会议在鹭洲召开，"
        "鹭洲市市长欧冶明主持。会上通报了第四次联席会议议定事项落实情况，明确第六次联席会议于2026年在苇原市召开。\n"
    ),
    (
        "芦汀市召开防汛抗旱工作电视电话会议\n2025-05-16 来源：芦汀日报\n5月15日，芦汀市召开防汛抗旱工作电视电话会议。"
        "副市长郁云舟出席并讲话。市水务局局长桑晚通报了汛情。\n"
    ),
    (
        "市防汛抗旱指挥部召开防汛会商会\n2025-06-11\n6月10日，市防汛抗旱指挥部召开防汛会商会，市长訾文博主持会议。"
        "全市要做好防汛会商。气象局局长缪一舟通报了汛情。\n"
    ),
    (
        "梧汀区委常委会召开会议 传达学习苇原经济大会精神\n2025-06-05\n6月4日，梧汀区委书记司春生主持召开常委会会议，"
        "传达学习苇原经济大会精神。\n"
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


@pytest.mark.parametrize(
    "question",
    [
        "梧汀集团监事会通过了什么",
        "苇原经济大会谁主持的",
        "桐荫苑业主大会啥时候开",
        "芦汀市政协开了什么会",
        "上周的市委常委会讲了啥",
    ],
)
def test_the_meeting_of_another_body_is_not_told_for_one_that_is_not_there(engine, question) -> None:
    assert isinstance(asked(engine, question), NoAnswer)


@pytest.mark.parametrize("question", ["三市渡口带第四次联席会议在哪开的", "三市渡口带第四次联席会议谁主持的"])
def test_a_meeting_that_is_only_spoken_of_is_not_the_one_that_met(engine, question) -> None:
    assert isinstance(asked(engine, question), NoAnswer)


def test_the_day_of_a_meeting_that_was_only_called_is_not_that_of_the_one_that_called_it(engine) -> None:
    assert isinstance(asked(engine, "芦汀市委常委会5月8号谁主持的", "全会几号开"), NoAnswer)


@pytest.mark.parametrize(
    ("question", "report"),
    [
        ("芦汀市人大五次会议谁主持", "芦汀市十六届人大常委会第五次会议"),
        ("梧汀集团董事会通过了什么", "梧汀集团第三届董事会第十次会议"),
        ("桐荫苑业委会谁主持的", "桐荫苑小区业主委员会第三次会议"),
        ("芦汀防汛会谁通报的汛情", "防汛抗旱工作电视电话会议"),
    ],
)
def test_the_body_named_is_the_one_told_of(engine, question, report) -> None:
    answer = asked(engine, question)
    assert isinstance(answer, Answer)
    assert answer.meetings[0].name == report
