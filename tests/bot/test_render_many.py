"""Real answers to the 213 questions of the fictional local set: all of them are messages that Telegram takes."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.render import html
from bot.render.plain import plain_sources, plain_text
from bot.render.record import answer_record
from data.ingest import ingest_records
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine
from retrieval.records import Context

SET = Path(__file__).parents[1] / "quality" / "local"


def rows(name):
    return [json.loads(line) for line in (SET / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """Every question with its reply."""
    folder = tmp_path_factory.mktemp("many")
    store = Store.open(f"sqlite:///{folder / 'many.db'}")
    ingest_records(store, rows("reports.jsonl"))
    engine = Engine(store, folder)
    replies, context = [], Context()
    for row in rows("questions.jsonl"):
        day = date.fromisoformat(row.get("asked_on") or "2024-12-31")
        reply = engine.ask(EVERYONE, row["q"], day, context if row.get("follow_up") else Context())
        replies.append((row["q"], reply))
        context = reply.context
    yield replies
    store.close()


def test_every_part_is_html_within_the_limits_and_none_is_lost(answered, checked):
    for question, reply in answered:
        parts = html.parts(reply)
        texts = [checked(part.html) for part in parts]
        whole = "\n".join(filter(None, (plain_text(reply), plain_sources(reply))))
        assert "".join("".join(texts).split()) == "".join(whole.split()), question


def test_every_record_is_cited_verbatim_or_says_why_not(answered):
    for question, reply in answered:
        record = answer_record(reply, 1, question)
        assert record["status"] in {"answered", "partial", "ambiguous", "not_found"}
        assert record["citations"] or record["status"] in {"ambiguous", "not_found"}, question
        for citation in record["citations"]:
            assert citation["paragraph"][citation["start"] : citation["end"]] == citation["quote"] != "", question
