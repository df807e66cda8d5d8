"""The head of minutes in the ways that people write it: day, place, who chaired, came, watched and was away."""

from itertools import product

import pytest

from data.facts.extract import extract
from data.ingest.single import to_report

DAYS = (
    "时间：2031年3月2日",
    "会议时间：2031年3月2日下午2:30",
    "一、时间：2031年3月2日（星期日）14:00",
    "开会时间：2031/3/2 14:00",
    "【时间】2031年3月2日",
    "会议日期 2031年3月2日",
)
PLACES = (
    "地点：渔火活动室",
    "会议地点：渔火活动室",
    "二、地点：渔火活动室",
    "【地点】渔火活动室",
    "会议地点 渔火活动室",
    "开会地点：渔火活动室",
)
CHAIRED = (
    "主持人：主任阙青岚",
    "主持：阙青岚（主任）",
    "三、主持人：主任阙青岚",
    "会议主持：阙青岚主任",
    "【主持人】主任阙青岚",
    "主席：阙青岚主任",
    "主持人：主任 阙青岚",
)
CAME = (
    "出席：柏江川、滕家礼、苗远舟",
    "出席人员：柏江川　滕家礼　苗远舟",
    "与会人员：柏江川，滕家礼，苗远舟",
    "参会人员：理事柏江川、顾问滕家礼、监事苗远舟",
    "出席人员：柏江川（理事）、滕家礼（顾问）、苗远舟（监事）",
    "出席人员：\n柏江川\n滕家礼\n苗远舟",
    "出席人员：\n1. 柏江川\n2. 滕家礼\n3. 苗远舟",
    "应到3人，实到3人：柏江川、滕家礼、苗远舟",
    "【出席人员】柏江川、滕家礼、苗远舟",
)
REST = "列席：古若溪\n请假：逄一帆\n记录：訾小满\n会议内容：\n一、审议《护礁办法》。\n决议：同意。\n"
COME = {"柏江川", "滕家礼", "苗远舟"}


@pytest.mark.parametrize(("day", "place"), [*product(DAYS, PLACES)])
def test_day_and_place_are_the_meetings_own_however_they_are_labelled(day: str, place: str) -> None:
    head = f"苗家坳村民代表会议记录\n{day}\n{place}\n{CHAIRED[0]}\n{CAME[0]}\n{REST}"
    meeting = extract(to_report("minutes.txt", head.encode())).meeting
    assert (meeting.date, meeting.place) == ("2031-03-02", "渔火活动室")


@pytest.mark.parametrize(("chaired", "came"), [*product(CHAIRED, CAME)])
def test_everybody_in_the_head_has_the_part_that_it_gives(chaired: str, came: str) -> None:
    head = f"苗家坳村民代表会议记录\n{DAYS[0]}\n{PLACES[0]}\n{chaired}\n{came}\n{REST}"
    roles = {one.name: one.roles for one in extract(to_report("minutes.txt", head.encode())).attendance}
    assert roles.keys() == {"阙青岚", "古若溪", "逄一帆", *COME}
    assert "chair" in roles["阙青岚"]
    assert all("attend" in roles[name] for name in COME)
    assert (roles["古若溪"], roles["逄一帆"]) == (("observe",), ("absent",))


TABLES = (
    "参会人员：\n姓名｜职务\n柏江川｜副主任\n滕家礼｜总干事\n苗远舟｜技术顾问",
    "姓名｜职务｜姓名｜职务\n柏江川｜副主任｜滕家礼｜总干事\n苗远舟｜技术顾问",
    "姓名\t职务\n柏江川\t副主任\n滕家礼\t总干事\n苗远舟\t技术顾问",
    "序号\t姓名\t职务\n1\t柏江川\t副主任\n2\t滕家礼\t总干事\n3\t苗远舟\t技术顾问",
    "|姓名|职务|是否出席|\n|-|-|-|\n|柏江川|副主任|是|\n|滕家礼|总干事|是|\n|苗远舟|技术顾问|√|",
    "## 参会人\n\n|姓名|单位|职务|\n|-|-|-|\n|柏江川|渔社|副主任|\n|滕家礼||总干事|\n|苗远舟||技术顾问|",
    "【出席人员】\n副主任：柏江川 ｜ 总干事：滕家礼 ｜ 技术顾问：苗远舟",
    "出席人员：\n柏江川：副主任\n滕家礼，总干事\n苗远舟 - 技术顾问",
    "出席人员：柏江川副主任，滕家礼总干事，苗远舟技术顾问",
)


@pytest.mark.parametrize("table", TABLES)
def test_rows_of_people_give_each_the_office_beside_however_the_cells_are_parted(table: str) -> None:
    head = f"苗家坳村民代表会议记录\n{DAYS[0]}\n{PLACES[0]}\n{CHAIRED[1]}\n{table}\n{REST}"
    people = {one.name: one for one in extract(to_report("minutes.txt", head.encode())).attendance}
    assert people.keys() == {"阙青岚", "古若溪", "逄一帆", *COME}
    assert {people[name].title for name in COME} == {"副主任", "总干事", "技术顾问"}
    assert all(people[name].roles == ("attend",) for name in COME)


TOLD = (
    "出席人员：全体代表，包括柏江川、滕家礼、苗远舟",
    "出席：渔社代表3人（柏江川、滕家礼、苗远舟）",
    "出席人员：1、柏江川 2、滕家礼 3、苗远舟",
    "出席人员：（1）柏江川（2）滕家礼（3）苗远舟",
    "出席会议的代表有柏江川、滕家礼、苗远舟共3人。",
    "本次会议应到代表5人，实到3人，包括柏江川、滕家礼、苗远舟。",
    "会议应出席代表5名，实际出席代表3名，分别为柏江川、滕家礼、苗远舟。",
    "会议应到5人，实到3人。柏江川、滕家礼、苗远舟出席会议。",
    "出席人员：柏江川\n滕家礼\n苗远舟",
    "出席：柏江川 苇湖公司\n滕家礼 护礁公司\n苗远舟 渔火大学",
)


@pytest.mark.parametrize("told", TOLD)
def test_who_came_is_read_wherever_the_minutes_count_number_or_bracket_them(told: str) -> None:
    head = f"苗家坳村民代表会议记录\n{DAYS[0]}\n{PLACES[0]}\n{CHAIRED[1]}\n{told}\n{REST}"
    roles = {one.name: one.roles for one in extract(to_report("minutes.txt", head.encode())).attendance}
    assert roles.keys() == {"阙青岚", "古若溪", "逄一帆", *COME}
    assert all(roles[name] == ("attend",) for name in COME)


def test_who_called_the_meeting_chairs_it_where_nobody_else_does() -> None:
    called = f"苗家坳村民代表会议记录\n{DAYS[0]}\n会议召集人：阙青岚\n{CAME[0]}\n"
    roles = {one.name: one.roles for one in extract(to_report("minutes.txt", called.encode())).attendance}
    assert roles["阙青岚"] == ("chair",)
    chaired = extract(to_report("minutes.txt", f"{called}主持人：古若溪\n".encode())).attendance
    assert [one.name for one in chaired if "chair" in one.roles] == ["古若溪"]


def test_labels_that_nobody_knows_and_headings_of_parts_are_no_title() -> None:
    head = (
        "苗家坳村民代表会议记录\n协商时间：2031年3月2日\n议事地点：渔火活动室\n协商主题：护礁\n村主任：阙青岚\n会计：柏江川\n"
        "# 基本信息\n| 项目 | 内容 |\n| --- | --- |\n| 主持 | 阙青岚 |\n"
        "## 参会人\n| 姓名 | 职务 |\n| --- | --- |\n| 滕家礼 | 委员 |\n"
    )
    report = to_report("minutes.txt", head.encode())
    facts = extract(report)
    assert (report.title, facts.meeting.date, facts.meeting.place) == (
        "苗家坳村民代表会议记录",
        "2031-03-02",
        "渔火活动室",
    )
    assert {one.name: one.roles for one in facts.attendance} == {"阙青岚": ("chair",), "滕家礼": ("attend",)}


def test_a_day_in_a_table_that_came_apart_is_the_meetings_own_and_a_menu_begins_no_title() -> None:
    page = (
        "渔火社 首页 活动 博客 志愿者 关于\n2031年第二季度护礁组工作会议\n日期： | 2031-02-24 （星期一） |\n"
        "时间： | 上午10时 |\n地点： |\n渔火大厦 |\n议程 |\nI. |\n选举主席 |\n"
    )
    report = to_report("minutes.txt", page.encode())
    assert (report.title, extract(report).meeting.date) == ("2031年第二季度护礁组工作会议", "2031-02-24")


def test_a_label_of_the_page_over_its_title_does_not_end_the_search_for_it() -> None:
    page = "归档时间：2035-09-07\n苇湖县渔会常委会召开第三次会议\n11月24日，苇湖县渔会常委会召开第三次会议。\n"
    assert to_report("minutes.txt", page.encode()).title == "苇湖县渔会常委会召开第三次会议"
