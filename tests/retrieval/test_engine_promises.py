"""What every answer of the engine keeps to: cited word for word, honest, isolated, alike each time, up to date."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.ingest import ingest
from data.records import EVERYONE, Reader
from data.store import Store
from retrieval.engine import Engine
from retrieval.records import Answer, Context, NoAnswer, Reply

DAY = date(2023, 7, 1)
QUESTIONS = [
    "科创委第二次会议谁主持的，通过了什么，定了哪些目标",
    "市政府第12次常务会议都有谁参加",
    "市人大常委会第九次会议几票赞成",
    "桑晚参加过哪些会",
    "桑晚是什么职务",
    "揭榜挂帅是怎么说的",
    "漆雕宁出席科创委第二次会议了吗",
    "棠梨社区充电棚什么时候建成",
]
SECRET = """市保密委员会第三次会议召开
2023-05-20 来源：内部简报

5月19日，市委书记独孤鸿主持召开市保密委员会第三次会议。副市长淳于衍出席会议。

会议审议通过了《涉密载体管理办法》。
"""


def parts(reply: Reply) -> list[Answer | NoAnswer]:
    return [reply.answer, *reply.answer.further]


@pytest.fixture
def private(tmp_path: Path) -> Iterator[tuple[Store, Engine]]:
    """A store with one report that only the readers of `private` may read, and one that all may."""
    with Store.open(f"sqlite:///{tmp_path / 'huiwen.db'}") as store:
        sample = Path(__file__).parents[2] / "data" / "samples" / "yunting-science-committee-2.txt"
        ingest(store, sample.name, sample.read_bytes())
        ingest(store, "secret.txt", SECRET.encode(), "private")
        yield store, Engine(store, tmp_path / "cache")


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_quote_is_the_stored_paragraph_word_for_word(engine: Engine, sample_store: Store, text: str) -> None:
    for part in parts(engine.ask(EVERYONE, text, DAY)):
        for cited in part.citations:
            stored = sample_store.by_id(EVERYONE, cited.report)
            assert stored is not None
            assert cited.paragraph == stored.report.text(cited.para)
            assert cited.paragraph[cited.start : cited.end] == cited.quote != ""


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_line_of_an_answer_is_cited(engine: Engine, text: str) -> None:
    answers = [part for part in parts(engine.ask(EVERYONE, text, DAY)) if isinstance(part, Answer)]
    assert answers
    for answer in answers:
        numbers = {citation.n for citation in answer.citations}
        assert answer.entries
        assert all(entry.cites and set(entry.cites) <= numbers for entry in answer.entries)


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_same_question_has_the_same_answer(engine: Engine, text: str) -> None:
    first, second = engine.ask(EVERYONE, text, DAY), engine.ask(EVERYONE, text, DAY)
    assert first.answer == second.answer
    assert first.context == second.context


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_any_text_is_answered_or_refused_never_failed_on(engine: Engine, text: str) -> None:
    assert isinstance(engine.ask(EVERYONE, text, DAY).answer, Answer | NoAnswer)


def test_a_reader_of_nothing_is_told_nothing(engine: Engine) -> None:
    answer = engine.ask(Reader(), "科创委第二次会议谁主持的", DAY).answer
    assert isinstance(answer, NoAnswer)
    assert (answer.reason, answer.meetings, answer.citations) == ("no_report", (), ())


@pytest.mark.parametrize(
    "text",
    [
        "市保密委员会第三次会议谁主持",
        "独孤鸿是什么职务",
        "独孤鸿参加过哪些会",
        "涉密载体管理办法通过了吗",
        "duguhong是什么职务",
        "淳于炎是什么职务",
        "baomi weiyuanhui谁主持",
    ],
)
def test_nothing_of_a_collection_reaches_who_may_not_read_it(private: tuple[Store, Engine], text: str) -> None:
    _, engine = private
    reply = engine.ask(EVERYONE, text, DAY)
    for part in parts(reply):
        assert all(meeting.number == 1 for meeting in part.meetings)
        assert all("secret" not in citation.report for citation in part.citations)
        lines = part.entries if isinstance(part, Answer) else ()
        shown = repr((lines, part.citations, part.meetings, part.carried, part.question.repairs))
        assert not any(word in shown for word in ("保密", "独孤鸿", "淳于衍", "涉密"))


def test_who_may_read_a_collection_is_answered_from_it(private: tuple[Store, Engine]) -> None:
    _, engine = private
    answer = engine.ask(Reader(frozenset({"private"})), "市保密委员会第三次会议谁主持", DAY).answer
    assert isinstance(answer, Answer)
    assert answer.names == ("独孤鸿",)


def test_a_report_loaded_or_deleted_is_seen_by_the_next_question(private: tuple[Store, Engine]) -> None:
    store, engine = private
    reader = Reader(frozenset({"private", "public"}))
    text = "市保密委员会第三次会议谁主持"
    assert isinstance(engine.ask(reader, text, DAY).answer, Answer)
    assert store.delete(reader, 2)
    assert isinstance(engine.ask(reader, text, DAY).answer, NoAnswer)
    ingest(store, "secret.txt", SECRET.encode(), "private")
    assert isinstance(engine.ask(reader, text, DAY).answer, Answer)


def test_a_follow_up_goes_on_about_the_meeting_before(engine: Engine) -> None:
    first = engine.ask(EVERYONE, "科创委第二次会议谁主持的", DAY)
    then = engine.ask(EVERYONE, "会上通过了什么", DAY, first.context)
    assert isinstance(then.answer, Answer)
    assert then.answer.meetings == first.answer.meetings
    assert then.answer.carried != ()


def test_he_or_she_is_the_person_asked_about_before(engine: Engine) -> None:
    first = engine.ask(EVERYONE, "桑晚是什么职务", DAY)
    then = engine.ask(EVERYONE, "他参加过哪些会", DAY, first.context)
    assert isinstance(then.answer, Answer)
    assert len(then.answer.meetings) == 4


def test_what_was_only_heard_is_told_apart_from_what_was_decided(engine: Engine) -> None:
    answer = engine.ask(EVERYONE, "科创委第一次会议通过了什么", DAY).answer
    assert isinstance(answer, Answer)
    assert {entry.kind for entry in answer.entries} == {"adopted"}
    (agenda,) = answer.further
    assert isinstance(agenda, Answer)
    assert agenda.kind == "what_agenda"
    assert {entry.kind for entry in agenda.entries} == {"heard"}


def test_a_new_meeting_named_ends_the_one_before(engine: Engine) -> None:
    first = engine.ask(EVERYONE, "科创委第二次会议谁主持的", DAY)
    then = engine.ask(EVERYONE, "市政府第12次常务会议通过了什么", DAY, first.context)
    assert then.answer.carried == ()
    assert then.answer.meetings != first.answer.meetings


def test_what_was_carried_from_a_report_since_deleted_is_forgotten(engine: Engine) -> None:
    answer = engine.ask(EVERYONE, "会上通过了什么", DAY, Context(reports=("gone",))).answer
    assert answer.carried == ()


def test_words_alone_find_their_paragraph(engine: Engine) -> None:
    found = engine.search(EVERYONE, "科技成果转化基金", 3)
    assert "科技成果转化基金" in found[0].text


def test_words_find_nothing_for_a_reader_of_nothing(engine: Engine) -> None:
    assert engine.search(Reader(), "科技成果转化基金", 3) == []
