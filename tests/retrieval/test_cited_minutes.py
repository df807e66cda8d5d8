"""In minutes the lines that answer are cited: not the heading above them, nor the list of who was there."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.ingest import ingest
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine

MINUTES = """榕桥协作组第14次例会纪要
时间：2023年5月9日
主持人：阙青岚
与会人：阙青岚、佴书禾、厉闻溪、逄一帆
会议内容：
1. 申请发布轻量版镜像，减小嵌入式设备的安装体积
结论：
1）需要和打包组再沟通人力
2）轻量版镜像不单独发布，只随年度版本提供
2. 夜间构建失败告警的处理
讨论：
1）告警太多，值班的人怎样分级处理，建议按模块归并后再通知 - 厉闻溪
2）告警面板下月上线
3. 小组成员年度述职 - 佴书禾
逄一帆建议：多写案例
"""


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("minutes")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:
        ingest(store, "minutes.txt", MINUTES.encode())
        yield Engine(store, folder / "cache")


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("榕桥协作组第14次例会 轻量版镜像到底单独发布吗", ["2）轻量版镜像不单独发布，只随年度版本提供"]),
        (
            "榕桥协作组第14次例会 告警分级处理是谁提的",
            ["1）告警太多，值班的人怎样分级处理，建议按模块归并后再通知 - 厉闻溪"],
        ),
        ("榕桥协作组第14次例会 述职的是哪位", ["3. 小组成员年度述职 - 佴书禾"]),
    ],
)
def test_the_line_that_answers_is_what_is_cited(minutes: Engine, question: str, quotes: list[str]) -> None:
    answer = minutes.ask(EVERYONE, question, date(2023, 5, 20)).answer
    assert [citation.quote for citation in answer.citations] == quotes
