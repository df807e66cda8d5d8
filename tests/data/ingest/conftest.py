"""A store to load into, and rows to load; every name is made up."""

import pytest

from data.store import Store


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'var' / 'huiwen.db'}"


@pytest.fixture
def store(url):
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def rows():
    return make_rows


def make_rows(count: int) -> list[dict[str, object]]:
    return [
        {
            "id": f"r{n}",
            "title": f"市政府召开第{n}次常务会议",
            "published": "2023-03-06",
            "paras": ["3月5日，市长闻人澈主持召开市政府常务会议。", f"会议审议通过了第{n}号湿地管理办法。"],
        }
        for n in range(count)
    ]
