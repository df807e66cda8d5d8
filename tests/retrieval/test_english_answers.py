"""What English questions are answered, asked of the sample reports: honest noes, names, follow-ups, small talk."""

from datetime import date

import pytest

from bot.render.plain import plain_text
from data.records import EVERYONE
from retrieval.engine import Engine
from retrieval.records import Answer, Context, NoAnswer, Reply

TODAY = date(2023, 6, 10)


def ask(engine: Engine, text: str, context: Context = Context()) -> Reply:  # noqa: B008 - frozen
    return engine.ask(EVERYONE, text, TODAY, context)


def given(reply: Reply) -> Answer:
    assert isinstance(reply.answer, Answer), (reply.answer, reply.trace)
    return reply.answer


@pytest.mark.parametrize(
    "text",
    [
        "Did Luan Qinghe attend the Yunting science and technology innovation committee's first meeting?",
        "Did Qinghe Luan attend the Yunting science and technology innovation committee's first meeting?",
        "Did Luan Qing-he attend the Yunting science and technology innovation committee's first meeting?",
        "Did Luán Qīnghé attend the Yunting science and technology innovation committee's first meeting?",
        "Did Secretary Luan Qinghe attend the Yunting science and technology innovation committee's first meeting?",
        "Was 栾青禾 at the Yunting science and technology innovation committee's first meeting?",
    ],
)
def test_a_chinese_name_is_known_in_every_way_english_writes_it(engine: Engine, text: str) -> None:
    answer = given(ask(engine, text))
    assert answer.value is True
    assert answer.question.subject == ("栾青禾",)


def test_who_is_recorded_nowhere_was_not_there_and_is_named(engine: Engine) -> None:
    reply = ask(engine, "Did Elon Musk attend Luan Qinghe's first meeting of 云汀市科技创新委员会?")
    answer = given(reply)
    assert answer.value is False
    assert answer.citations
    assert "Elon Musk" in plain_text(reply)


def test_an_unknown_name_in_pinyin_is_not_taken_for_a_word(engine: Engine) -> None:
    answer = ask(engine, "What is Shi Zhengfu's title?").answer  # 市政府 sounds so
    assert isinstance(answer, NoAnswer)
    assert answer.question.strangers == ("Shi Zhengfu",)


def test_nobody_was_anywhere_without_a_name_in_the_reports(engine: Engine) -> None:
    assert isinstance(ask(engine, "What was Elon Musk's title at 云汀市科技创新委员会第一次会议?").answer, NoAnswer)
    assert isinstance(ask(engine, "Which meetings did Elon Musk chair?").answer, NoAnswer)


@pytest.mark.parametrize(
    "text",
    [
        "what was said about fisheries at 云汀市科技创新委员会第一次会议?",
        "did 云汀市科技创新委员会第一次会议 discuss fisheries?",
        "who attended the fisheries symposium in Yunting?",
        "which meetings discussed fisheries?",
        "who won the World Cup?",
        "how do I cook rice?",
        "recommend a good restaurant near the city hall",
        "what's the weather today",
    ],
)
def test_a_word_not_understood_is_never_answered_past(engine: Engine, text: str) -> None:
    assert isinstance(ask(engine, text).answer, NoAnswer)


def test_a_word_that_the_report_itself_has_is_understood(engine: Engine) -> None:
    told = ask(engine, "who attended the fisheries symposium in Yunting?").answer
    assert told.question.unread == ("fisheries",)
    assert ask(engine, "who chaired 棠梨社区第三次居民议事会?").answer.question.unread == ()


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "Hi there!",
        "thanks a lot",
        "Good morning",
        "what can you do?",
        "who are you?",
        "How do I use this bot?",
        "你好",
        "谢谢！",
        "辛苦了",
        "早上好",
        "你是谁？",
        "怎么用",
        "你能做什么",
        "你好，请问你是谁？",
    ],
)
def test_small_talk_is_not_answered_with_passages(engine: Engine, text: str) -> None:
    before = ask(engine, "who chaired 云汀市科技创新委员会第一次会议?").context
    for context in (Context(), before):
        answer = ask(engine, text, context).answer
        assert isinstance(answer, NoAnswer)
        assert answer.citations == ()


def test_small_talk_does_not_make_the_meeting_forgotten(engine: Engine) -> None:
    chaired = ask(engine, "who chaired 云汀市科技创新委员会第一次会议?")
    thanked = ask(engine, "thanks!", chaired.context)
    assert given(ask(engine, "who else attended?", thanked.context)).meetings == given(chaired).meetings


def test_english_follow_ups_stay_with_the_meeting_and_the_person(engine: Engine) -> None:
    chaired = ask(engine, "who chaired the first meeting of 云汀市科技创新委员会?")
    meeting = given(chaired).meetings[0].report
    for text in ("who else attended?", "and the goals?", "when was it held?", "what was approved?"):
        assert given(ask(engine, text, chaired.context)).meetings[0].report == meeting
    was_there = ask(engine, "did 闻人澈 attend?", chaired.context)
    title = given(ask(engine, "what was his title?", was_there.context))
    assert title.entries[0].text == "闻人澈"


def test_two_things_asked_in_one_are_both_answered(engine: Engine) -> None:
    answer = given(ask(engine, "who chaired 云汀市科技创新委员会第一次会议 and when was it held?"))
    assert answer.names == ("栾青禾",)
    assert [one.date for one in answer.further if isinstance(one, Answer)] == ["2022-10-18"]
