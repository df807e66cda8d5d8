"""A meeting is found by a short form of its name, or as the only one that comes near what is asked."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.ingest import ingest
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine

REPORTS = {
    "alumni.txt": """砚山师范学院海外校友联络会换届会议

2022年6月11日,砚山师范学院海外校友联络会在梧川召开换届会议。会长糜照野主持会议。会议通过了《联络会章程》。
""",
    "quilting.txt": """苜蓿坡乡绗缝技艺协会筹备委员会第七次会议

2022年6月12日,苜蓿坡乡绗缝技艺协会筹备委员会第七次会议在文化站召开。主任亓官雪主持会议。会议通过了第六次会议纪录。
""",
    "quarter.txt": """陌川县水运局四季度养护推进会

2022年9月28日,陌川县水运局召开四季度养护推进会。局长漆雨眠主持会议。
""",
}
TODAY = date(2022, 11, 1)


@pytest.fixture(scope="module")
def engine_here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("names")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:
        for name, text in REPORTS.items():
            ingest(store, name, text.encode())
        yield Engine(store, folder / "cache")


def found(engine: Engine, text: str) -> list[str]:
    return [meeting.title for meeting in engine.ask(EVERYONE, text, TODAY).answer.meetings[:1]]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("砚师海外校友联络会换届那次谁主持的", "砚山师范学院海外校友联络会换届会议"),
        ("绗缝技艺筹委会第7次会通过了啥", "苜蓿坡乡绗缝技艺协会筹备委员会第七次会议"),
        ("水运局四季度养护推进会谁主持的", "陌川县水运局四季度养护推进会"),
    ],
)
def test_a_short_form_of_the_name_is_the_name(engine_here: Engine, question: str, title: str) -> None:
    assert found(engine_here, question) == [title]


@pytest.mark.parametrize("question", ["珞坪市海外校友联络会谁主持的", "陌川县渔政局养护推进会谁主持的"])
def test_another_body_of_that_sort_is_not_taken_for_it(engine_here: Engine, question: str) -> None:
    assert found(engine_here, question) == []
