"""What pictures show: the meetings and people asked for, within what fits a phone, whatever the reports hold."""

import os
import struct
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.pictures import sessions
from bot.pictures.asked import Asked, asked, says
from bot.pictures.gallery import Picture, Wish, draw
from bot.pictures.paint.words import clipped, squeezed, width, wrapped
from bot.pictures.views.matrix import matrix
from bot.render.caption import caption
from bot.render.html import units
from data.records import EVERYONE, Attendance, Decision, Evidence, Facts, Goal, Meeting, Reader, Span
from data.segment import from_record
from data.store import Store
from retrieval.records import Period

TODAY = date(2024, 6, 1)
STRANGE = "$x_1$ \\frac{1}{2} 🌊𠮷\u202e @everyone <b>&amp;</b> 〔三〕“引”"


@pytest.fixture
def store(tmp_path):
    with Store.open(f"sqlite:///{tmp_path / 'h.db'}") as store:
        yield store


def keep(store, number, name, day, people, objects=(), goals=(), title="", collection="public"):
    """A report with facts of our choosing; every span is the first paragraph."""
    text = "会议。" + "、".join([*people, *objects, *goals])
    row = {"id": f"{collection}{number}", "title": title or f"报告{number}", "paras": [f"{number}{text}"]}
    at = Evidence(Span(0, 0, 4), "test")
    attendance = tuple(Attendance(who, "副主任", tuple(roles.split()), at) for who, roles in people.items())
    store.save(
        from_record(row | {"published": day}),
        Facts(
            Meeting(name, day, is_meeting=True),
            attendance,
            decisions=tuple(Decision("adopted", "通过", words, at) for words in objects),
            goals=tuple(Goal(words, at) for words in goals),
        ),
        collection,
    )


def drawn(store, folder, kind, text, language="zh-hans", reader=EVERYONE):
    return draw(Wish(kind, text, TODAY, language), store, reader, folder)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("水务委员会", "市水务委员会第二次会议"),
        ("市政府常务会议", "市政府第12次常务会议"),
        ("人大常委会", "沅浦市第十五届人民代表大会常务委员会第八次会议"),
        ("科创委", "沅浦市科技创新委员会第二次会议"),
        ("国常会", "国务院常务会议"),
        ("tc", "TC 例会"),
    ],
)
def test_a_body_is_known_by_its_name_and_by_its_short_name(words, label):
    assert says(label, (words,))


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("常务会议", "政协第十三届全国委员会常务委员会第二十五次会议"),
        ("市政府", "市委常委会会议强调政务公开与政府采购监督"),
        ("林业", "市水务委员会第二次会议"),
        ("水务 林业", "市水务委员会第二次会议"),
    ],
)
def test_other_bodies_are_not_taken_for_it(words, label):
    assert not says(label, tuple(words.split()))


def test_words_people_and_days_are_told_apart(store):
    keep(store, 1, "水务会议", "2024-03-01", {"罗远山": "chair"})
    want = asked(store, EVERYONE, "2023年 水務 羅遠山", TODAY)
    assert want == Asked(("水务",), ("罗远山",), Period(date(2023, 1, 1), date(2023, 12, 31)))
    assert asked(store, Reader(), "罗远山", TODAY).people == ()
    assert asked(store, EVERYONE, "  ", TODAY) == Asked()
    assert asked(store, EVERYONE, "State Council executive meeting", TODAY) == Asked(("国务院常务会议",))
    assert asked(store, EVERYONE, "2022年到2023年", TODAY) == Asked(period=Period(date(2022, 1, 1), date(2023, 12, 31)))


def test_reports_of_one_meeting_are_one_column_with_all_their_roles(store):
    keep(store, 1, "水务会议", "2024-03-01", {"罗远山": "attend", "祝青禾": "absent"})
    keep(store, 2, "水务会议", "2024-03-01", {"罗远山": "speak", "祝青禾": "observe"})
    keep(store, 3, "水务会议", "2024-04-01", {"欧阳岚": "absent"})
    choice = sessions.choose_attended(store, EVERYONE, Asked(), 20)
    shown = matrix(choice.sessions, (), 30, choice.total)
    assert [session.date for session in shown.sessions] == ["2024-03-01", "2024-04-01"]
    parts = {row.name: (row.came, [cell and set(cell.roles) for cell in row.cells]) for row in shown.rows}
    assert parts == {
        "罗远山": (1, [{"attend", "speak"}, None]),
        "祝青禾": (1, [{"absent", "observe"}, None]),
        "欧阳岚": (0, [None, {"absent"}]),
    }


def test_a_matrix_keeps_to_what_fits_and_says_what_was_left_out(store, tmp_path):
    for number in range(25):
        people = {f"张{chr(0x4E00 + 40 * number + place)}": "attend" for place in range(4)}
        day = f"2023-{number // 2 + 1:02}-{number % 2 + 10}"
        keep(store, number, f"第{number}场会议", day, people | {"常客": "chair"}, title=STRANGE * 6)
    picture = drawn(store, tmp_path, "matrix", "")
    assert [session.name for session in picture.sessions] == [f"第{number}场会议" for number in range(5, 25)]
    assert "只画了最近的 20 次（共 25 次）" in picture.notes
    assert "只画了到会最多的 30 人（共 81 人）" in picture.notes
    width, height = struct.unpack(">II", picture.png[16:24])
    assert max(width, height) <= 2000
    under = caption(picture, "zh-hans")
    assert units(under.text) <= 1024
    assert "份，见表格" in under.text


def test_a_named_person_is_the_first_row_whoever_came_more_often(store, tmp_path):
    keep(store, 1, "水务会议", "2024-03-01", {"罗远山": "chair", "祝青禾": "attend"})
    keep(store, 2, "林业会议", "2024-03-02", {"罗远山": "chair"})
    want = asked(store, EVERYONE, "祝青禾", TODAY)
    choice = sessions.choose_attended(store, EVERYONE, want, 20)
    assert [row.name for row in matrix(choice.sessions, want.people, 30, choice.total).rows] == ["祝青禾", "罗远山"]


@pytest.mark.parametrize("kind", ["matrix", "timeline", "attendance"])
@pytest.mark.parametrize("language", ["zh-hans", "zh-hant", "en"])
def test_whatever_a_report_holds_is_drawn(store, tmp_path, kind, language):
    keep(store, 1, STRANGE * 9, "--02-30", {"罗远山": "", STRANGE: "chair speak"}, [STRANGE * 20], [STRANGE])
    keep(store, 2, None, None, {"罗远山": "observe"})
    keep(store, 3, "Annual\nMeeting of the Board of Directors", "2024-13-77", {"罗远山": "absent"}, goals=["长" * 500])
    picture = drawn(store, tmp_path, kind, "罗远山", language)
    assert isinstance(picture, Picture)
    assert len(picture.sessions) == 3
    assert units(caption(picture, language).text) <= 1024


def test_a_long_timeline_keeps_the_newest_meetings(store, tmp_path):
    for number in range(30):
        keep(store, number, f"第{number}场会议", f"2024-01-{number + 1:02}", {}, ["很长的事项" * 30] * 9, ["目标" * 30])
    picture = drawn(store, tmp_path, "timeline", "")
    assert picture.sessions[-1].name == "第29场会议"
    assert 4 <= len(picture.sessions) < 30
    assert struct.unpack(">II", picture.png[16:24])[1] <= 1600
    assert any("（共 30 次）" in note for note in picture.notes)


def test_a_topic_is_followed_through_meetings_of_other_names(store, tmp_path):
    keep(store, 1, "林业会议", "2024-01-01", {}, ["《节水规则》", "《林长制办法》"])
    keep(store, 2, "节水会议", "2024-02-01", {}, ["《工作要点》"], ["全面节水"])
    keep(store, 3, "水务会议", "2024-03-01", {}, ["《水价办法》"])
    picture = drawn(store, tmp_path, "timeline", "节水")
    assert [(session.name, session.named) for session in picture.sessions] == [("林业会议", False), ("节水会议", True)]


@pytest.mark.parametrize(("kind", "text"), [("matrix", ""), ("timeline", "节水"), ("attendance", "罗远山")])
def test_a_reader_without_the_collection_sees_nothing_of_it(store, tmp_path, kind, text):
    keep(store, 1, "节水会议", "2024-01-01", {"罗远山": "chair"}, ["《节水规则》"], collection="chat:-7")
    assert isinstance(drawn(store, tmp_path, kind, text), str)
    assert isinstance(drawn(store, tmp_path, kind, text, reader=Reader(frozenset({"chat:-7"}))), Picture)


def test_lines_break_within_their_room_and_lose_nothing():
    text = "审议通过《关于加强古树名木保护的决定（2023—2025年）》，部署 openEuler 社区工作。"
    lines = wrapped(text, 20, 200, 99)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line.rstrip("，。、；：！？）》”"), 20) <= 200 for line in lines)
    assert wrapped(text, 20, 200, 2)[1].endswith("…")
    assert width(clipped(text, 20, 200), 20) <= 200


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("市政府第12次常务会议", "市政府第12次常务会议"),
        ("市人民政府第120次常务会议", "市人民政府第120次常务"),
        ("沅浦市第十五届人民代表大会常务委员会第八次会议", "沅浦市第十…委员会第八次"),
    ],
)
def test_names_of_meetings_are_squeezed_in_their_middle(name, short):
    assert squeezed(name, 12) == short


def test_matplotlib_writes_nowhere_but_into_the_folder_given(tmp_path):
    home, data, root = tmp_path / "home", tmp_path / "data", Path(__file__).parents[2]
    home.mkdir()
    code = "import sys, pathlib; from bot.pictures.paint.canvas import Canvas as C; "
    code += "c = C(90, 90, 'en', pathlib.Path(sys.argv[1])); c.text(9, 9, '会', 9, 'black'); c.png()"
    kept = {"PATH", "LD_LIBRARY_PATH"}
    env = {key: value for key, value in os.environ.items() if key in kept} | {"HOME": str(home)}
    subprocess.run([sys.executable, "-B", "-c", code, str(data)], check=True, cwd=root, env=env)
    assert list(home.iterdir()) == []
    assert [path.name for path in data.iterdir() if path.name.startswith("fontlist")]
