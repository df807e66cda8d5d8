"""What the question singles out among the matters and speakers of a meeting, and what it does not."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.ingest import ingest
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine
from retrieval.records import Answer, NoAnswer

TODAY = date(2024, 9, 1)
GOALS = (
    "苇原渔业集团召开年度工作会议\n2024-01-20 来源：苇原日报\n1月19日，苇原渔业集团召开年度工作会议，董事长訾文博主持。"
    "会议提出，2024年要力争捕捞产量达到3万吨，税收达到2000万元。\n"
)
REPORTS = (
    (
        "省政府第7次常务会议召开\n2024-03-06 来源：苇原日报\n3月5日，省长檀弓野主持召开省政府第7次常务会议。"
        "会议审议通过了《苇原省渡口管理办法》《芦苇收割规程》《苇原省渔灯设置方案》。\n"
    ),
    (
        "苇原省人大常委会第3次会议闭幕\n2024-04-10 来源：苇原日报\n4月9日，"
        "苇原省人大常委会第3次会议闭幕，主任郏云舟主持会议。会议通过了渔灯法、关于修改渡口法的决定、关于表彰船长的决议。\n"
    ),
    (
        "蓼溪钓具协会召开年会\n2024-05-08 来源：蓼溪新闻\n5月7日，蓼溪钓具协会召开年会，会长佴青禾致辞，"
        "秘书长缪一苇代表理事会作年度工作报告，顾问乐正澄发言。\n名誉会长桑晚舟出席年会。桑晚舟强调，要护礁，也要护船。\n"
    ),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("singled")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:
        for number, text in enumerate((*REPORTS, GOALS)):
            ingest(store, f"{number}.txt", text.encode())
        yield Engine(store, folder)


def asked(engine: Engine, question: str) -> Answer:
    answer = engine.ask(EVERYONE, question, TODAY).answer
    assert isinstance(answer, Answer)
    return answer


def test_the_name_of_the_body_that_met_singles_out_none_of_its_matters(engine: Engine) -> None:
    found = [entry.text for entry in asked(engine, "苇原省政府第7次常务会议通过了哪些文件").entries]
    assert found == ["《苇原省渡口管理办法》", "《芦苇收割规程》", "《苇原省渔灯设置方案》"]


def test_a_decision_that_changes_a_law_is_among_the_laws(engine: Engine) -> None:
    found = [entry.text for entry in asked(engine, "苇原省人大常委会第3次会议通过了哪几部法").entries]
    assert found == ["渔灯法", "关于修改渡口法的决定"]


def test_who_gave_the_report_is_who_is_told_to_give_one(engine: Engine) -> None:
    assert asked(engine, "蓼溪钓具协会年会上谁作的报告").names == ("缪一苇",)


@pytest.mark.parametrize(
    "question",
    [
        "苇原省政府第7次常务会议渡口管理办法罚多少钱",
        "蓼溪钓具协会年会哪位委员提的渔灯",
        "苇原省人大常委会第3次会议表彰的船长叫什么名字",
    ],
)
def test_what_gives_no_figure_or_name_is_no_answer_to_who_asks_for_one(engine: Engine, question: str) -> None:
    assert isinstance(engine.ask(EVERYONE, question, TODAY).answer, NoAnswer)


def test_what_somebody_said_is_the_sentence_that_has_them_say_it(engine: Engine) -> None:
    assert asked(engine, "桑晚舟讲了什么").citations[0].quote.startswith("桑晚舟强调，要护礁")


def test_the_last_one_is_no_ordinal(engine: Engine) -> None:
    assert [one.date for one in asked(engine, "最近一次蓼溪钓具协会年会谁致辞").meetings] == ["2024-05-07"]


def test_after_goals_a_thing_is_asked_about_as_they_were(engine: Engine) -> None:
    first = engine.ask(EVERYONE, "苇原渔业集团年度工作会议捕捞产量目标是多少", TODAY)
    answer = engine.ask(EVERYONE, "税收呢", TODAY, first.context).answer
    assert isinstance(answer, Answer)
    assert "2000万元" in " ".join(entry.text for entry in answer.entries)
    assert answer.kind != "did_attend"
