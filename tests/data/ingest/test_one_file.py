"""A file goes in wholly, once, or not at all."""

from pathlib import Path

import pytest

import data
from data.errors import EmptyReport, NotText, ReadError
from data.ingest import ingest, to_report
from data.records import EVERYONE

SAMPLES = sorted((Path(data.__file__).parent / "samples").iterdir())
PAGE = """<html><head><meta charset="utf-8"></head><body><h1>市政府召开常务会议</h1>
<p>3月5日，市长闻人澈主持召开市政府常务会议。</p><p>会议审议通过了湿地管理办法。</p></body></html>"""


def test_what_came_in_is_what_is_kept(store) -> None:
    loaded = ingest(store, "page.html", PAGE.encode())
    assert loaded.saved.created
    kept = store.get(EVERYONE, loaded.saved.number)
    assert (kept.report, kept.facts) == (loaded.report, loaded.facts)
    assert [person.name for person in kept.facts.attendance] == ["闻人澈"]


def test_the_same_words_in_other_bytes_are_a_second_load_that_says_so(store) -> None:
    first = ingest(store, "a.html", PAGE.encode())
    again = ingest(store, "b.html", PAGE.replace("utf-8", "gb18030").encode("gb18030"))
    assert again.saved == type(again.saved)(first.saved.number, created=False)
    assert store.summaries(EVERYONE)[1] == 1


@pytest.mark.parametrize(
    ("content", "error"), [(b"", EmptyReport), (b"  \n ", EmptyReport), (bytes(range(256)) * 40, NotText)]
)
def test_what_cannot_be_read_leaves_the_store_as_it_was(store, content, error) -> None:
    with pytest.raises(error):
        ingest(store, "x.txt", content)
    assert issubclass(error, ReadError)
    assert store.generation() == 0


def test_the_same_file_has_the_same_id_whatever_it_is_called() -> None:
    assert to_report("a.html", PAGE.encode()).id == to_report("b.htm", PAGE.encode()).id
    assert to_report("a.html", PAGE.encode()).id != to_report("a.html", PAGE.replace("湿地", "河湖").encode()).id


def test_the_samples_are_ten_reports_or_so_each_on_a_meeting_with_people_and_a_day(store) -> None:
    for path in SAMPLES:
        loaded = ingest(store, path.name, path.read_bytes())
        assert loaded.saved.created, path.name
        assert loaded.facts.meeting.is_meeting, path.name
        assert loaded.facts.meeting.date, path.name
        assert loaded.facts.attendance, path.name
    assert len(SAMPLES) == store.summaries(EVERYONE)[1] >= 8


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_noise_of_a_sample_reaches_the_store(path) -> None:
    text = "".join(to_report(path.name, path.read_bytes()).paras)
    for noise in ("(jì)", "會", "当前位置", "版权所有", "浏览次数"):
        assert noise not in text
