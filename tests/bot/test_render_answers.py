"""What a person reads for every kind of answer."""

import re
from dataclasses import replace

import pytest

from bot.render import html, plain
from bot.render.record import answer_record
from bot.texts import LANGUAGES
from data.clean.pinyin import romanize
from retrieval.records import Context, Entry, NoAnswer, Question, Reply


def test_the_chair_comes_first_and_everybody_has_an_office_and_a_mark(replies):
    lines = plain.plain_text(replies["attended"]).splitlines()
    assert lines[1:3] == ["主持", "• 罗远山 — 市委书记 [1]"]
    assert lines[3:6] == ["出席", "• 欧阳岚 — 副市长 [2]", "• 祝青禾 — 市长（讲话） [2]"]
    assert lines[6:] == ["列席", "• 有关部门负责同志 [3]"]


def test_outcomes_come_before_what_was_only_heard(replies):
    said = plain.plain_text(replies["decided"])
    assert said.index("审议通过") < said.index("节水工作规则") < said.index("未见结论") < said.index("听取")


def test_a_meeting_without_outcomes_is_said_to_have_none(replies):
    decided = replies["decided"]
    heard = replace(decided.answer, entries=decided.answer.entries[:1])
    assert "没有写明通过或决定" in plain.plain_text(replace(decided, answer=heard))


def test_hard_goals_come_first_with_their_deadline(replies):
    assert "• 实现供水全覆盖（到2025年） [1]\n• 努力建设节水高地 [2]" in plain.plain_text(replies["goals"])


@pytest.mark.parametrize("written", ["* 修渡口；", "### 修渡口", "- 修渡口，", "| 修渡口", "修渡口"])
def test_a_line_has_one_list_mark_and_no_pause_at_its_end(replies, written):
    goals = replies["goals"]
    answer = replace(goals.answer, entries=(replace(goals.answer.entries[0], text=written),))
    assert any(
        re.match(r"• 修渡口(?![；，])", line) for line in plain.plain_text(replace(goals, answer=answer)).splitlines()
    )


def test_a_refusal_names_the_meeting_and_labels_the_nearest_passages(replies):
    assert plain.plain_text(replies["not_said"]) == "《市水务委员会第二次会议》的报告没有说这一点。"
    assert "不是答案" in plain.plain_text(replies["no_report"])


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "您好"), ("zh-hant", "會議報導"), ("en", "Hello")])
def test_small_talk_is_met_with_what_may_be_asked(language, words):
    idle = Reply(NoAnswer(Question("谢谢", language, ("topic",), idle=True), "topic", "no_report"), Context(), 1.0)
    assert words in plain.plain_text(idle)


def test_which_one_lists_the_meetings_with_their_days(replies):
    assert "• 市水务委员会第一次会议 · 2021年3月2日" in plain.plain_text(replies["which_one"])


def test_sources_name_title_day_paragraph_from_one_and_the_words(replies):
    assert plain.plain_sources(replies["did_not"]).splitlines() == [
        "出处",
        "[1] 罗远山主持召开市水务委员会第二次会议，2021年12月18日，第 1 段",
        "“市长祝青禾、副市长欧阳岚出席会议”",
    ]


def test_two_things_asked_share_one_numbering(replies):
    record = answer_record(replies["two_things"], "a", "b")
    assert [citation["n"] for citation in record["citations"]] == [1, 2, 3]
    assert "• 节水工作规则 [2]" in record["text"]


def test_numbers_follow_the_order_of_the_lines_and_skip_none(answers_in):
    for language in LANGUAGES:
        for name, reply in answers_in(language).items():
            shown = [int(n) for n in re.findall(r"\[(\d+)\]", plain.plain_text(reply))]
            assert list(dict.fromkeys(shown)) == list(range(1, len(set(shown)) + 1)), name
            numbers = [citation["n"] for citation in answer_record(reply, 1, "")["citations"]]
            assert numbers == list(range(1, len(numbers) + 1)), name


def test_a_number_means_the_same_quote_wherever_it_is_shown(replies):
    quotes = {one["n"]: one["quote"] for one in answer_record(replies["goals"], 1, "")["citations"]}
    assert quotes == {1: "到2025年实现供水全覆盖", 2: "努力建设节水高地"}
    assert "• 实现供水全覆盖（到2025年） [1]" in plain.plain_text(replies["goals"])
    assert plain.plain_sources(replies["goals"]).splitlines()[2] == "“到2025年实现供水全覆盖”"


def test_the_report_of_quotes_that_follow_each_other_is_named_once(replies):
    lines = plain.plain_sources(replies["attended"]).splitlines()[1::2]
    assert lines == [
        "[1] 罗远山主持召开市水务委员会第二次会议，2021年12月18日，第 1 段",
        "[2] 同上，第 1 段",
        "[3] 同上，第 1 段",
    ]


def test_a_meeting_asked_two_things_about_is_named_once(replies):
    text = plain.plain_text(replies["two_things"])
    assert text.count("市水务委员会第二次会议") == 1
    decided, agenda = replies["decided"].answer, replies["agenda"].answer
    only = replace(decided, entries=decided.entries[1:], further=(agenda,))
    both = plain.plain_text(replace(replies["decided"], answer=only))
    assert "另外（议过，未见结论）\n听取" in both


def test_english_answers_carry_pinyin_beside_names(answers_in):
    assert "罗远山 (Luo Yuanshan) — 市委书记 [1]" in plain.plain_text(answers_in("en")["chaired"])


def test_what_stands_beside_an_english_name_is_no_heading(answers_in):
    assert "(spoke)" in plain.plain_text(answers_in("en")["attended"])


def test_traditional_questions_get_traditional_answers_and_verbatim_quotes(answers_in):
    reply = answers_in("zh-hant")["attended"]
    assert "羅遠山 — 市委書記" in plain.plain_text(reply)
    assert "市委书记罗远山主持召开" in plain.plain_sources(reply)


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [("刘南昌", "Liu Nanchang"), ("欧阳明", "Ouyang Ming"), ("曾庆", "Zeng Qing"), ("吕建", "Lü Jian"), ("Smith", "")],
)
def test_names_are_romanized_surname_first(name, pinyin):
    assert romanize(name) == pinyin


def test_every_record_keeps_the_promises_of_the_interface(answers_in):
    for language in LANGUAGES:
        for name, reply in answers_in(language).items():
            record = answer_record(reply, "7", "问")
            assert ("answer" in record) == (record["status"] in {"answered", "partial"} and _typed(record)), name
            for citation in record["citations"]:
                assert citation["paragraph"][citation["start"] : citation["end"]] == citation["quote"]


def test_which_one_is_ambiguous_and_lists_the_meetings_best_first(replies):
    record = answer_record(replies["which_one"], "7", "问")
    assert (record["status"], [meeting["report"] for meeting in record["meetings"]]) == ("ambiguous", ["r1", "r2"])


def test_long_answers_are_split_within_the_limits_and_lose_nothing(replies, checked):
    attended = replies["attended"]
    many = tuple(
        Entry("person", f"某{number}<&>", (1,), "市发展和改革委员会党组书记、主任" * 3, ("attend",), report="r1")
        for number in range(300)
    )
    long = replace(attended, answer=replace(attended.answer, entries=many))
    parts = html.parts(long)
    assert len(parts) > 1
    whole = plain.plain_text(long) + "\n" + plain.plain_sources(long)
    assert "".join(checked(part.html) for part in parts).replace("\n", "") == whole.replace("\n", "")
    assert [checked(part.html) for part in parts] == [part.text for part in parts]


def test_one_endless_line_is_cut_after_punctuation(replies, checked):
    topic = replies["topic"]
    entry = Entry("passage", "水库加固，" * 1999 + "水库加固。", (1,), report="r1")
    parts = html.parts(replace(topic, answer=replace(topic.answer, entries=(entry,), citations=())))
    texts = [checked(part.html) for part in parts]
    assert "".join(texts).count("水库加固") == 2000
    assert all(text.rstrip().endswith(("，", "。", "[1]")) for text in texts)


def test_every_kind_in_every_language_is_html_that_telegram_takes(answers_in, checked):
    for language in LANGUAGES:
        for reply in answers_in(language).values():
            for part in html.parts(reply):
                assert checked(part.html) == part.text


def test_direction_marks_and_mentions_of_a_report_do_nothing(replies, checked):
    topic = replies["topic"]
    entry = Entry("passage", "\u202e<b>@everyone</b>\u0000\ud800", (), report="r1")
    (part,) = html.parts(replace(topic, answer=replace(topic.answer, entries=(entry,), citations=())))
    assert checked(part.html).endswith("• <b>@\u2060everyone</b>")


def _typed(record):
    return record["kind"] not in {"topic", "which_meetings"}


def test_only_those_asked_about_are_said_to_be_missing(replies):
    reply = replies["did_not"]
    question = replace(reply.answer.question, people=("罗远山", "习近平"), subject=("习近平",))
    said = plain.plain_text(replace(reply, answer=replace(reply.answer, question=question)))
    assert "没有列出习近平参加" in said
    assert "罗远山" not in said


@pytest.mark.parametrize(
    ("role", "value", "words"),
    [
        ("speak", True, "祝青禾在会上讲了话"),
        ("speak", False, "没有写祝青禾在会上讲话"),
        ("absent", True, "祝青禾没有到会"),
    ],
)
def test_a_question_about_a_role_is_answered_about_that_role(replies, role, value, words):
    reply = replies["did"]
    answer = replace(reply.answer, value=value, question=replace(reply.answer.question, role=role))
    assert words in plain.plain_text(replace(reply, answer=answer))


@pytest.mark.parametrize(
    ("measure", "words"), [("meetings", "共 1 次。"), ("people", "共 1 人。"), ("votes", "1 票。"), ("number", "1。")]
)
def test_a_count_has_the_unit_that_was_asked_for(replies, measure, words):
    reply = replies["count"]
    answer = replace(reply.answer, question=replace(reply.answer.question, measure=measure))
    assert plain.plain_text(replace(reply, answer=answer)).splitlines()[0] == words
