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
