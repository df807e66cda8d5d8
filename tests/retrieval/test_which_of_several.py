"""Which of several named meetings did something, by people, day, election, words or order; how long a thing takes."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.ingest import ingest
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine
from retrieval.numerals import ordinals
from retrieval.records import Answer, NoAnswer

TODAY = date(2024, 9, 1)
REPORTS = (
    (
        "苇汀镇召开渡船安全会议\n2024-01-10 来源：苇汀新闻\n"
        "1月9日，苇汀镇召开渡船安全会议，镇长檀弓野主持会议，镇党委书记佴青禾出席并讲话。会议要求开展为期三天的渡口排查。\n"
    ),
    (
        "麻岭镇召开渡船安全会议\n2024-03-20 来源：麻岭新闻\n"
        "3月19日，麻岭镇召开渡船安全会议，镇党委书记郏云舟主持会议。会议在麻岭渔市二楼举行，观看了沉船警示片。\n"
    ),
    (
        "蓼溪钓具协会举行换届大会\n2024-05-08 来源：蓼溪新闻\n"
        "5月7日，蓼溪钓具协会举行换届大会，秘书长缪一苇主持大会。大会选举乐正澄为会长。\n"
    ),
)
SHIPPING, RE_ELECTION = "苇汀镇、麻岭镇这俩渡船安全会", "麻岭镇渡船安全会和蓼溪钓具协会换届大会"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("rivals")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:
        for number, text in enumerate(REPORTS):
            ingest(store, f"{number}.txt", text.encode())
        yield Engine(store, folder)


def asked(engine: Engine, question: str) -> Answer | NoAnswer:
    return engine.ask(EVERYONE, question, TODAY).answer


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (f"{SHIPPING}哪个是镇长主持的", ["2024-01-09"]),
        (f"{SHIPPING} 郏云舟主持的是哪个", ["2024-03-19"]),
        (f"{SHIPPING}里哪个是1月份开的", ["2024-01-09"]),
        (f"{SHIPPING}，哪次看了警示片", ["2024-03-19"]),
        (f"{RE_ELECTION} 哪个会上选举了人", ["2024-05-07"]),
        (f"{RE_ELECTION}哪个先开的", ["2024-03-19"]),
    ],
)
def test_the_meeting_that_did_it_is_told_with_its_proof(engine: Engine, question: str, found: list[str]) -> None:
    answer = asked(engine, question)
    assert isinstance(answer, Answer)
    assert [one.date for one in answer.meetings] == found
    assert all(entry.cites for entry in answer.entries)


def test_where_neither_did_it_nothing_is_claimed(engine: Engine) -> None:
    answer = asked(engine, f"{RE_ELECTION}哪个是檀弓野主持的")
    assert isinstance(answer, NoAnswer)


def test_how_long_a_thing_lasts_is_told_as_the_report_says_it(engine: Engine) -> None:
    answer = asked(engine, "苇汀镇渡船安全会议说的渡口排查搞多长时间")
    assert isinstance(answer, Answer)
    assert "为期三天" in answer.citations[0].quote


def test_how_long_a_meeting_was_is_not_guessed_from_another_length(engine: Engine) -> None:
    assert isinstance(asked(engine, "苇汀镇渡船安全会议开了多久"), NoAnswer)


def test_the_next_term_is_not_the_first() -> None:
    assert ordinals("下一届大会在哪开") == frozenset()
    assert ordinals("首届大会在哪开") == {"1届"}
