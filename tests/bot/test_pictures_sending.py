"""`/matrix`, `/timeline`, `/attendance`: pictures with their sources, from what the chat may read."""

import io
import struct

import pytest
from openpyxl import load_workbook

FIRST = (
    "市水务委员会第二次会议召开\n"
    "2021-12-18 来源：青澜日报\n"
    "12月17日，市委书记罗远山主持召开市水务委员会第二次会议。市长祝青禾出席会议并讲话。\n"
    "会议审议通过了《节水工作规则》，听取了水库加固情况汇报。\n"
    "会议强调，到2025年实现供水全覆盖。\n"
)
SECOND = (
    "市林业委员会第一次会议召开\n"
    "2022-03-02 来源：青澜日报\n"
    "3月1日，市长祝青禾主持召开市林业委员会第一次会议。副市长欧阳岚出席会议。\n"
    "会议审议通过了《林长制实施办法》。\n"
)


@pytest.fixture
def two(rig, telegram, owner):
    """Two reports, public."""
    for text in (FIRST, SECOND):
        telegram.reply_to(owner.tells("/load " + text))


def sheets(message, telegram):
    upload = telegram.world.files[message["document"]["file_id"]]
    book = load_workbook(io.BytesIO(upload.data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def size(message, telegram):
    data = telegram.world.files[message["photo"][0]["file_id"]].data
    assert data.startswith(b"\x89PNG")
    return struct.unpack(">II", data[16:24])


def numbers_of(drawn, telegram, owner, label="表格 .xlsx"):
    owner.presses(drawn, label).answered()
    sent = telegram.next_sent(owner.private, drawn)
    assert sent["document"]["file_name"].endswith(".xlsx")
    return sheets(sent, telegram)


def test_the_matrix_is_a_photo_with_its_sources_numbered_as_drawn(two, telegram, owner):
    drawn = telegram.reply_to(owner.tells("/matrix"), timeout=60)
    width, height = size(drawn, telegram)
    assert 600 <= width <= 1280
    assert 300 <= height <= 2000
    caption = drawn["caption"]
    assert caption.startswith("谁参加了哪些会议\n2 次会议，3 人\n")
    assert "1 市水务委员会第二次会议召开，2021年12月18日" in caption
    assert "2 市林业委员会第一次会议召开，2022年3月2日" in caption


def test_a_body_and_a_period_narrow_the_matrix(two, telegram, owner):
    of_body = telegram.reply_to(owner.tells("/matrix 水务委员会"), timeout=60)
    assert "林业" not in of_body["caption"]
    of_year = telegram.reply_to(owner.tells("/matrix 2022年"), timeout=60)
    assert "水务" not in of_year["caption"]
    assert "2022年1月1日 至 2022年12月31日" in of_year["caption"]


def test_the_numbers_behind_the_matrix_come_with_quotes(two, telegram, owner):
    drawn = telegram.reply_to(owner.tells("/matrix"), timeout=60)
    book = numbers_of(drawn, telegram, owner)
    heads, *rows = book["到会"]
    assert heads[2:] == ("2021-12-17 市水务委员会第二次会议", "2022-03-01 市林业委员会第一次会议")
    assert ("祝青禾", 2, "出席、讲话", "主持") in rows
    facts = [dict(zip(book["事实"][0], row, strict=True)) for row in book["事实"][1:]]
    mayor = next(one for one in facts if one["内容"] == "祝青禾" and one["报告编号"] == 1)
    assert mayor["段落"] == 1
    assert "祝青禾" in mayor["原文"]


def test_the_timeline_of_a_topic_shows_what_was_decided_on_it(two, telegram, owner):
    drawn = telegram.reply_to(owner.tells("/timeline 节水"), timeout=60)
    assert drawn["caption"].startswith("节水：会议、决定和目标\n1 次会议\n")
    rows = numbers_of(drawn, telegram, owner)["事实"]
    assert [row[6] for row in rows[1:]] == ["《节水工作规则》"]


def test_the_attendance_of_a_person_counts_their_parts(two, telegram, owner):
    drawn = telegram.reply_to(owner.tells("/attendance 祝青禾"), timeout=60)
    assert drawn["caption"].startswith("祝青禾参加的会议\n主持 1 次\n出席 1 次\n")
    assert {row[6] for row in numbers_of(drawn, telegram, owner)["事实"][1:]} == {"祝青禾"}


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/matrix 天文馆", "没有找到与“天文馆”有关的会议"),
        ("/timeline 天文馆", "没有找到与“天文馆”有关的会议"),
        ("/attendance 张三丰", "没有找到名叫“张三丰”的人"),
        ("/attendance", "请在 /attendance 后面写上一个人的姓名"),
    ],
)
def test_where_there_is_nothing_to_draw_a_sentence_says_so(two, telegram, owner, command, said):
    assert said in telegram.reply_to(owner.tells(command), timeout=60).text


def test_pictures_speak_the_askers_language(two, telegram):
    alice = telegram.user("Alice", language="en")
    drawn = telegram.reply_to(alice.tells("/matrix"), timeout=60)
    assert drawn["caption"].startswith("Who attended which meetings\nMeetings: 2, people: 3\n")
    assert [button["text"] for button in drawn.buttons] == ["Table .xlsx"]


def test_a_picture_in_a_topic_stays_there_and_shows_only_what_the_group_reads(rig, telegram, owner):
    group, other = telegram.supergroup("群", owner, forum=True), telegram.group("别的群", owner)
    topic = group.topic("图")
    telegram.reply_to(owner.says(group, "/load " + FIRST))
    drawn = telegram.reply_to(owner.says(group, "/matrix", topic=topic), timeout=60)
    assert drawn["message_thread_id"] == topic.id
    assert "没有找到" in telegram.reply_to(owner.says(other, "/matrix 水务"), timeout=60).text
    assert "没有找到名叫" in telegram.reply_to(owner.says(other, "/attendance 罗远山"), timeout=60).text


def test_matplotlib_keeps_its_files_in_the_data_folder(two, rig, telegram, owner):
    telegram.reply_to(owner.tells("/matrix"), timeout=60)
    assert (rig.settings.data_dir / "matplotlib").is_dir()


@pytest.mark.parametrize("kind", ["lost", "half", "garbage", "reset"])
def test_a_picture_and_its_file_arrive_once_whatever_happens_on_the_way(two, telegram, owner, kind):
    telegram.faults.add(kind, "sendPhoto", "sendDocument", times=2)
    drawn = telegram.reply_to(owner.tells("/matrix"), timeout=60)
    owner.presses(drawn, "表格 .xlsx").answered()
    asked = owner.tells("/export facts csv")
    telegram.reply_to(asked, 30)
    telegram.wait_for(lambda: len([m for m in owner.private.sent if "document" in m]) == 2, 30, "both files")
    telegram.reply_to(owner.tells("/cancel"), 30)
    assert len([m for m in owner.private.sent if "photo" in m]) == 1
    assert len([m for m in owner.private.sent if "document" in m]) == 2
