"""What is told is what was asked for: an amount of its sort, another meeting's day, a deadline, who was chosen."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.render.plain import plain_text
from data.ingest import ingest
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine
from retrieval.records import Answer, NoAnswer

TODAY = date(2024, 9, 1)
REPORTS = (
    (
        "芦汀县人大常委会第41次主任会议举行\n2024-05-21 来源：芦汀日报\n"
        "5月20日，芦汀县人大常委会主任佴青野主持召开第41次主任会议。"
        "会议决定，县八届人大常委会第十九次会议6月12日召开。会议决定6月3日召开渡口保护座谈会。"
        "会议听取了渡口改造情况的汇报，渡口改造总投资1.86亿元，9个尚未动工的泊位要领导包保，争取压缩流程，特事特办，"
        "把时间抢回来，确保7月上旬以前全部动工。\n"
    ),
    (
        "鹭汀雅苑业主委员会第三次会议纪要\n时间：2024年3月9日\n地点：活动室\n主持：訾文博\n出席：訾文博、缪一苇、桑晚舟\n"
        "议题一：改选副主任\n经投票，推举缪一苇担任副主任。\n"
        "议题二：充电棚进小区\n结论：由桑晚舟与供电公司对接，5月20日前拿出方案。\n"
        "案由三：网页改版费用\n决议：同意由甲店承作，六月底前上线。\n"
    ),
    (
        "苇原渔会召开会员大会\n2024-06-10 来源：苇原日报\n6月9日，苇原渔会召开会员大会，会长檀弓野主持会议。"
        "会议测评了理事会工作，35名代表投票。渔灯店郏云舟、水产局乐正澄参加会议。会上司春生校长介绍了育苗经验。"
        "会议提出，今年要整治鱼塘20万平方米。\n"
    ),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("exact")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:
        for number, text in enumerate(REPORTS):
            ingest(store, f"{number}.txt", text.encode())
        yield Engine(store, folder)


def asked(engine: Engine, question: str) -> Answer | NoAnswer:
    return engine.ask(EVERYONE, question, TODAY).answer


def shown(engine: Engine, question: str) -> str:
    return plain_text(engine.ask(EVERYONE, question, TODAY))


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("芦汀县人大常委会第十九次会议几号开 第41次主任会议定的", "2024-06-12"),
        ("芦汀县第41次主任会议决定哪天开渡口保护座谈会", "2024-06-03"),
        ("芦汀县第41次主任会议哪天开的", "2024-05-20"),
        ("鹭汀雅苑业委会充电棚方案啥时候拿出来", "2024-05-20"),
    ],
)
def test_the_day_is_that_of_what_is_asked_about(engine, question, day) -> None:
    answer = asked(engine, question)
    assert isinstance(answer, Answer)
    assert answer.date == day


def test_only_the_meetings_own_day_is_called_so(engine) -> None:
    assert "开会日期：2024年5月20日" in shown(engine, "芦汀县第41次主任会议哪天开的")
    assert "开会日期" not in shown(engine, "鹭汀雅苑业委会充电棚方案啥时候拿出来")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("鹭汀雅苑业委会网页改版啥时要上线", "六月底前上线"),
        ("芦汀县主任会议上说没动工的那9个泊位啥时候前必须动工", "7月上旬以前全部动工"),
    ],
)
def test_a_deadline_is_told_from_far_behind_its_matter_or_under_its_heading(engine, question, told) -> None:
    assert told in shown(engine, question)


@pytest.mark.parametrize(
    "question", ["鹭汀雅苑业委会选谁当副主任", "鹭汀雅苑业委会副主任选了谁", "鹭汀雅苑业委会谁当副主任了"]
)
def test_who_was_chosen_is_told_with_the_name(engine, question) -> None:
    assert "缪一苇担任副主任" in shown(engine, question)


@pytest.mark.parametrize(
    "question",
    ["苇原渔会会员大会测评理事会 优秀率多少", "苇原渔会会员大会测评理事会 花了多少钱", "鹭汀雅苑充电棚底价定多少"],
)
def test_no_other_number_stands_for_the_one_asked_for(engine, question) -> None:
    assert isinstance(asked(engine, question), NoAnswer)


def test_a_sum_is_shown_as_written(engine) -> None:
    assert "1.86亿" in shown(engine, "芦汀县第41次主任会议 渡口改造总投资多少钱").split("\n")[0]
    assert "20万平方米" in shown(engine, "苇原渔会会员大会今年要整治多少平方米鱼塘")


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("苇原渔会会员大会 乐正澄哪个单位的", "水产局"),
        ("苇原渔会会员大会 司春生是什么身份", "校长"),
    ],
)
def test_the_unit_or_the_office_beside_a_name_is_told(engine, question, office) -> None:
    answer = asked(engine, question)
    assert isinstance(answer, Answer)
    assert answer.text == office


def test_who_came_is_not_who_was_chosen(engine) -> None:
    assert "佴青野" not in shown(engine, "芦汀县人大常委会第41次主任会议 工会主任选的是谁")


def test_a_meeting_is_nobody_whose_office_is_told(engine) -> None:
    assert isinstance(asked(engine, "苇原渔会会员大会 欧冶明是什么身份"), NoAnswer)
