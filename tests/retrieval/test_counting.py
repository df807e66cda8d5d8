"""A number answers "how many" only where it counts what was asked for."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.ingest import ingest
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine
from retrieval.records import Answer

REPORT = (
    "霁川县政协九届五次会议闭幕\n2024-03-25 来源：霁川日报\n"
    "3月24日，霁川县政协九届五次会议闭幕，县政协主席谷梁川主持。大会应到委员181人，出席180人。"
    "会议通过了关于县政协九届四次会议以来提案工作情况报告的决议。"
    "十二位委员作大会发言，大家的每一条意见都要进一步落实，县商会二届理事会要增强合力。\n"
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("counting")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:
        ingest(store, "report.txt", REPORT.encode())
        yield Engine(store, folder)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("霁川县政协九届五次会议到会多少人", 180),
        ("霁川县政协九届五次会议应到多少人", 181),
        ("霁川县政协九届五次会议几位委员作大会发言", 12),
        ("霁川县政协九届五次会议收到多少件提案", None),
        ("霁川县政协九届五次会议收到多少条意见", None),
        ("霁川县政协九届五次会议选了多少个副主席", None),
        ("霁川县政协九届五次会议出席了多少常委", None),
    ],
)
def test_only_a_number_of_what_is_asked_for_answers(engine: Engine, question: str, value: int | None) -> None:
    answer = engine.ask(EVERYONE, question, date(2024, 3, 26)).answer
    assert (answer.value if isinstance(answer, Answer) else None) == value, answer
