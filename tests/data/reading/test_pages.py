"""Fictional pages in the habits of many sites; expected.json says what each one holds, read by eye."""

import json
from pathlib import Path

import pytest

from data.readers import read
from data.segment import segment

PAGES = Path(__file__).parent / "pages"
EXPECTED = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))


def report(name):
    return segment(read(name, (PAGES / name).read_bytes()))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_its_title_date_and_paragraphs(name):
    found, expected = report(name), EXPECTED[name]
    assert (found.title, found.published, found.source, found.reporter) == (
        expected["title"],
        expected["published"],
        expected["source"],
        expected["reporter"],
    )
    assert list(found.paras) == expected["paras"]


def test_every_page_of_the_folder_is_expected():
    assert {path.name for path in PAGES.iterdir()} - {"expected.json"} == set(EXPECTED)


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith(".txt")])
def test_a_text_page_reads_the_same_in_gb18030(name):
    text = (PAGES / name).read_text(encoding="utf-8")
    assert segment(read(name, text.encode("gb18030"))).paras == report(name).paras


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith(".txt")])
def test_paragraphs_know_where_they_stood_in_the_source(name):
    source = read(name, (PAGES / name).read_bytes())
    whole = "\n".join(source.lines)
    for paragraph in segment(source).paragraphs:
        start, end = paragraph.origin
        assert {char for char in paragraph.text if char.isdigit()} <= set(whole[start:end])
        assert whole[start:end].strip() == whole[start:end]
        assert end - start >= len(paragraph.text)


def test_a_stated_date_and_id_go_before_what_the_page_says():
    source = read("faculty.txt", (PAGES / "faculty.txt").read_bytes())
    found = segment(source, id="mine", published="2020-05-06 10:00")
    assert (found.id, found.published) == ("mine", "2020-05-06")


def test_the_same_content_has_the_same_id_whatever_the_file_is_called():
    data = (PAGES / "faculty.txt").read_bytes()
    assert segment(read("a.txt", data)).id == segment(read("b.txt", data)).id
