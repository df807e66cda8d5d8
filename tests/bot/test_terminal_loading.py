"""`huiwen load` of a file of records: read line by line, told in one line, gone on with where it was left."""

import gzip
import json
from pathlib import Path

import pytest

from bot.terminal.loading import load
from data.records import PUBLIC
from data.store import Store

ROWS = [
    {"id": "一", "title": "青澜市召开渡口改造会议", "published": "2021-12-18", "paras": ["市长祝青禾主持会议。"]},
    {"id": "二", "title": "青澜市召开校舍加固会议", "published": "2021-12-19", "paras": ["会议要求加快校舍加固。"]},
]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    lines = [json.dumps(ROWS[0]), "", "no record", json.dumps(ROWS[1], ensure_ascii=False)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_records_come_in_once_and_what_is_none_is_told(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(f"sqlite:///{tmp_path / 'huiwen.db'}") as store:
        assert load(store, [records], PUBLIC) == 1
        told = capsys.readouterr()
        assert told.out == "2 loaded, 0 already there, 1 failed\n"
        assert "reports.jsonl line 3" in told.err
        load(store, [records], PUBLIC)
        assert capsys.readouterr().out == "0 loaded, 2 already there, 1 failed\n"
        assert len(store.numbers()) == 2


def test_a_compressed_file_is_read_as_the_one_within(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "reports.jsonl.gz"
    packed.write_bytes(gzip.compress(records.read_bytes()))
    with Store.open(f"sqlite:///{tmp_path / 'huiwen.db'}") as store:
        assert load(store, [packed], PUBLIC) == 1
        assert capsys.readouterr().out == "2 loaded, 0 already there, 1 failed\n"


def test_of_a_damaged_file_what_stands_before_the_damage_comes_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.jsonl.gz"
    whole = gzip.compress(json.dumps(ROWS[0]).encode() + b"\n") + gzip.compress(json.dumps(ROWS[1]).encode())
    broken.write_bytes(whole[:-20])
    with Store.open(f"sqlite:///{tmp_path / 'huiwen.db'}") as store:
        assert load(store, [broken], PUBLIC) == 1
        told = capsys.readouterr()
        assert told.out == "1 loaded, 0 already there, 1 failed\n"
        assert "broken.jsonl.gz" in told.err
