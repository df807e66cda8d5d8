"""Who kept the minutes, how it was voted, who holds an office, and a person's meetings of one kind."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.ingest import ingest
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine
from retrieval.records import Answer, NoAnswer

TODAY = date(2024, 9, 1)
MINUTES = (
    "芦汀钓具协会理事会会议纪录\n时间：2024年5月8日\n地点：协会302报告厅\n主持：郏云舟\n出席：郏云舟、乐正澄、缪一苇\n缺席：訾文博（出差）\n"
    "纪录：隗小满\n一、审议《鱼线回收办法》。表决结果：3票同意，0票反对，0票弃权。通过。\n"
    "二、审议《浮标租借办法》。表决结果：2票同意，0票反对，1票弃权。通过。\n"
)
EXECUTIVE = (
    "蔺川市政府召开第11次常务会议\n2024-03-06 来源：蔺川日报\n"
    "3月5日，蔺川市市长檀弓野主持召开市政府第11次常务会议，审议通过《滨河步道规划》《旧仓库利用规划》。"
    "副市长佴青禾出席。\n"
)
TALKS = (
    "蔺川市召开夜市工作座谈会\n2024-04-10 来源：蔺川日报\n"
    "4月9日，蔺川市召开夜市工作座谈会，市长檀弓野主持会议并讲话。\n"
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("services")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:
        for number, text in enumerate((MINUTES, EXECUTIVE, TALKS)):
            ingest(store, f"{number}.txt", text.encode())
        yield Engine(store, folder)


def asked(engine: Engine, question: str) -> Answer | NoAnswer:
    return engine.ask(EVERYONE, question, TODAY).answer


@pytest.mark.parametrize("question", ["芦汀钓具协会理事会谁记录的", "钓具协会理事会会议记录是谁做的"])
def test_who_kept_the_minutes_is_told_by_their_own_line(engine: Engine, question: str) -> None:
    assert [one.quote for one in asked(engine, question).citations] == ["纪录：隗小满"]


def test_whether_anybody_abstained_is_told_by_the_ballot_in_which_somebody_did(engine: Engine) -> None:
    quotes = [one.quote for one in asked(engine, "钓具协会理事会有人弃权吗").citations]
    assert quotes == ["表决结果：2票同意，0票反对，1票弃权。"]


def test_where_nobody_was_against_every_ballot_says_so(engine: Engine) -> None:
    quotes = [one.quote for one in asked(engine, "钓具协会理事会有没有反对票").citations]
    assert len(quotes) == 2
    assert all("0票反对" in quote for quote in quotes)


@pytest.mark.parametrize("question", ["谁是蔺川市市长", "蔺川市市长是谁", "蔺川市长现在是谁"])
def test_who_holds_an_office_is_told_by_the_latest_report(engine: Engine, question: str) -> None:
    answer = asked(engine, question)
    assert isinstance(answer, Answer)
    assert answer.names == ("檀弓野",)
    assert answer.meetings[0].date == "2024-04-09"


def test_nobody_is_named_for_an_office_that_no_report_gives(engine: Engine) -> None:
    answer = asked(engine, "蔺川市书记是谁")
    assert not (isinstance(answer, Answer) and answer.names)


def test_the_meetings_of_a_person_are_those_of_the_kind_that_is_named(engine: Engine) -> None:
    every, held = asked(engine, "檀弓野今年主持了几次会"), asked(engine, "檀弓野今年主持了几次市政府常务会")
    assert isinstance(every, Answer)
    assert isinstance(held, Answer)
    assert (every.value, held.value) == (2, 1)


def test_the_last_meeting_of_a_person_is_one(engine: Engine) -> None:
    answer = asked(engine, "檀弓野最近一次主持的会议是什么")
    assert isinstance(answer, Answer)
    assert [one.name for one in answer.meetings] == ["夜市工作座谈会"]


def test_matters_of_one_sort_are_counted_with_each_of_them_shown(engine: Engine) -> None:
    answer = asked(engine, "蔺川市政府第11次常务会议审议了几个规划")
    assert isinstance(answer, Answer)
    assert answer.value == 2
    assert [one.text for one in answer.entries] == ["《滨河步道规划》", "《旧仓库利用规划》"]


def test_the_number_of_a_room_counts_nothing(engine: Engine) -> None:
    answer = asked(engine, "钓具协会理事会听取了几个报告")
    assert not (isinstance(answer, Answer) and answer.value)


def test_who_spoke_may_be_asked_before_the_meeting_is_named(engine: Engine) -> None:
    answer = asked(engine, "谁在蔺川市夜市工作座谈会上讲话")
    assert isinstance(answer, Answer)
    assert (answer.kind, answer.names) == ("who_spoke", ("檀弓野",))


def test_without_any_words_the_meetings_held_last_are_listed(engine: Engine) -> None:
    answer = asked(engine, "最近都有什么会")
    assert isinstance(answer, Answer)
    assert [one.date for one in answer.meetings] == ["2024-03-05", "2024-04-09", "2024-05-08"]


def test_of_a_time_without_words_its_meetings_are_listed(engine: Engine) -> None:
    answer = engine.ask(EVERYONE, "昨天有什么会", date(2024, 4, 10)).answer
    assert isinstance(answer, Answer)
    assert [one.date for one in answer.meetings] == ["2024-04-09"]


def test_a_name_that_no_report_has_is_not_read_as_another(engine: Engine) -> None:
    assert asked(engine, "董缇去了吗 夜市工作座谈会").question.repairs == ()


@pytest.mark.parametrize(
    "question", ["夜市工作座谈会哪个市长主持的", "夜市工作座谈会主持的市长是谁", "蔺川市夜市工作座谈会主席是谁"]
)
def test_who_chaired_may_be_asked_by_the_office(engine: Engine, question: str) -> None:
    answer = asked(engine, question)
    assert isinstance(answer, Answer)
    assert (answer.kind, answer.names) == ("who_chaired", ("檀弓野",))


def test_why_somebody_was_away_is_told_by_the_line_that_says_so(engine: Engine) -> None:
    answer = asked(engine, "钓具协会理事会訾文博为什么没来")
    assert [one.quote for one in answer.citations] == ["缺席：訾文博（出差）"]
    assert isinstance(answer, Answer)
