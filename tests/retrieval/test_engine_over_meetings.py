"""Questions over several meetings: how two differ, who came most often, what a topic's meetings were, how many."""

from datetime import date

from data.records import EVERYONE
from retrieval.engine import Engine
from retrieval.records import Answer, Context

TODAY = date(2023, 12, 1)


def asked(engine: Engine, text: str, context: Context = Context()) -> Answer:  # noqa: B008 - frozen, so one for all is safe
    answer = engine.ask(EVERYONE, text, TODAY, context).answer
    assert isinstance(answer, Answer), answer
    return answer


def cited_reports(answer: Answer) -> set[str]:
    return {citation.report for citation in answer.citations}


def test_a_goal_changed_between_two_meetings_is_told_old_and_new_each_from_its_report(engine: Engine) -> None:
    answer = asked(engine, "云汀科创委第一次和第二次会议目标有啥变化")
    old, new = (meeting.report for meeting in answer.meetings)
    told = [(entry.report, entry.text) for entry in answer.entries if "高新技术企业" in entry.text]
    assert (old, "到2024年高新技术企业达到500家") in told
    assert any(report == new and "800家" in text for report, text in told)
    assert cited_reports(answer) == {old, new}
    assert [entry.report for entry in answer.entries] == sorted(
        (entry.report for entry in answer.entries), key=[old, new].index
    )


def test_what_two_meetings_talked_about_did_otherwise_is_asked_without_naming_them(engine: Engine) -> None:
    listed = engine.ask(EVERYONE, "云汀科创委都开过哪几次会", TODAY)
    answer = asked(engine, "这两次会议有什么不同", listed.context)
    assert len(answer.meetings) == 2
    assert cited_reports(answer) == {meeting.report for meeting in answer.meetings}


def test_who_took_part_most_often_comes_with_the_list_that_the_number_counts(engine: Engine) -> None:
    answer = asked(engine, "谁参加云汀市政府常务会议最多")
    assert "闻人澈" in answer.names
    assert answer.value == 2
    assert sum(entry.what == "meeting" for entry in answer.entries) == answer.value
    assert all(entry.cites for entry in answer.entries)
    assert answer.rests_on >= 2


def test_reports_of_one_meeting_are_counted_once_and_the_reports_are_told(engine: Engine) -> None:
    answer = asked(engine, "棠梨社区居民议事会开过几次")
    assert answer.value == 2
    assert answer.rests_on == len(answer.entries) == 2


def test_the_meetings_on_a_topic_are_in_the_order_of_their_days_each_cited(engine: Engine) -> None:
    answer = asked(engine, "关于湿地保护都开过什么会")
    days = [entry.detail for entry in answer.entries]
    assert len(days) > 1
    assert days == sorted(days)
    assert all(entry.cites for entry in answer.entries)
