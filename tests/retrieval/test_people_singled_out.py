"""Only the people asked for are named: by office, by the list they stand in, by what they told."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.ingest import ingest
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine
from retrieval.records import Answer, NoAnswer

REPORTS = {
    "dykes.txt": """陌川县召开圩堤除险工作会议

2024年3月8日,陌川县召开圩堤除险工作会议。县委书记蔚南枝主持会议并讲话。副县长佴书禾传达省圩堤管护视频会议精神,水务局局长逄一帆作关于圩堤隐患排查情况的报告,副局长阙青岚作关于沙石料储备情况的报告。

会议要求,沙石料在5月底前备齐,险工险段全部落实专人值守。力争三年内把圩堤建成安澜长堤,确保汛期供水安全。会议通过了《陌川县圩堤管护办法》。

县领导厉闻溪、郏云岫出席会议。县水务站技术员漆望舒、仉映雪应邀到会指导。会前,驻村干部璩问渠看望了值守人员。
""",
    "orchards.txt": """苜蓿坡乡果农合作社召开理事会会议

2024年4月2日,苜蓿坡乡果农合作社召开理事会会议。理事长暴青禾主持会议,副理事长禹听澜作年度工作报告。
""",
}
TODAY = date(2024, 5, 1)


@pytest.fixture(scope="module")
def engine_here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("people")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:
        for name, text in REPORTS.items():
            ingest(store, name, text.encode())
        yield Engine(store, folder / "cache")


def asked(engine: Engine, text: str) -> Answer | NoAnswer:
    return engine.ask(EVERYONE, text, TODAY).answer


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("陌川县圩堤除险工作会议 局长来了哪几个", {"逄一帆"}),
        ("陌川县圩堤除险工作会议 副局长来了哪几位", {"阙青岚"}),
        ("陌川县圩堤除险工作会议 来的县领导有谁", {"厉闻溪", "郏云岫"}),
        ("陌川县圩堤除险工作会议 谁传达的视频会议精神", {"佴书禾"}),
        ("陌川县圩堤除险工作会议 沙石料储备情况是谁汇报的", {"阙青岚"}),
    ],
)
def test_only_those_asked_for_are_named(engine_here: Engine, question: str, names: set[str]) -> None:
    answer = asked(engine_here, question)
    assert isinstance(answer, Answer)
    assert set(answer.names) == names


@pytest.mark.parametrize(("name", "there"), [("漆望舒", True), ("璩问渠", False), ("麴无咎", False)])
def test_who_is_named_among_those_who_came_was_there_and_nobody_else(
    engine_here: Engine, name: str, there: bool
) -> None:
    answer = asked(engine_here, f"陌川县圩堤除险工作会议 {name}去了吗")
    assert isinstance(answer, Answer)
    assert answer.value is there
    assert answer.citations


def test_meetings_described_apart_are_both_told(engine_here: Engine) -> None:
    answer = asked(engine_here, "蔚南枝主持的圩堤除险会、暴青禾主持的合作社理事会,是哪两场")
    assert isinstance(answer, Answer)
    assert [meeting.date for meeting in answer.meetings] == ["2024-03-08", "2024-04-02"]


def test_the_chairs_of_two_meetings_are_told_in_turn(engine_here: Engine) -> None:
    answer = asked(engine_here, "圩堤除险工作会议和果农合作社理事会会议分别是谁主持的")
    assert isinstance(answer, Answer)
    assert answer.names == ("蔚南枝", "暴青禾")
    assert len(answer.further) == 1


@pytest.mark.parametrize(
    "question",
    [
        "陌川县圩堤除险工作会议 谁点评的",
        "陌川县圩堤除险工作会议 董秘是哪位",
        "陌川县圩堤除险工作会议在哪个会议室开的",
        "陌川县圩堤除险工作会议的通讯船后来哪天下水的",
        "陌川县圩堤除险工作会议 下次办公会定在几号开",
        "陌川县圩堤除险工作会议 沙石料为什么涨价",
    ],
)
def test_what_the_report_does_not_tell_is_refused(engine_here: Engine, question: str) -> None:
    assert isinstance(asked(engine_here, question), NoAnswer)


def test_the_deadline_of_a_matter_is_no_day_of_the_meeting(engine_here: Engine) -> None:
    answer = asked(engine_here, "陌川县圩堤除险工作会议 沙石料几月底前备齐")
    told = [entry.text for one in (answer, *answer.further) if isinstance(one, Answer) for entry in one.entries]
    assert any("5月底前" in text for text in told)


def test_what_the_meeting_itself_did_was_done_on_its_day(engine_here: Engine) -> None:
    answer = asked(engine_here, "陌川县圩堤管护办法是哪天通过的")
    assert isinstance(answer, Answer)
    assert answer.date == "2024-03-08"
