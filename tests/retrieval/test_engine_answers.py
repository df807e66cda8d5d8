"""Each question of answers.toml, asked of the sample reports, is answered as it must be."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from data.records import EVERYONE
from retrieval.engine import Engine
from retrieval.records import Answer, Context, NoAnswer

ASKED = tomllib.loads((Path(__file__).parent / "answers.toml").read_text("utf-8"))["ask"]


def given(answer: Answer | NoAnswer) -> dict[str, Any]:
    """All that the answer and its further ones give, first come first."""
    found: dict[str, Any] = {}
    for one in (answer, *answer.further):
        if isinstance(one, Answer):
            items = [entry.text for entry in one.entries if entry.what == "item"]
            for key, value in (
                ("names", list(one.names)),
                ("value", one.value),
                ("date", one.date),
                ("text", one.text),
                ("items", items),
                ("meetings", [meeting.name for meeting in one.meetings]),
                ("paragraphs", [citation.paragraph for citation in one.citations]),
            ):
                if value not in (None, []) and key not in found:
                    found[key] = value
    return found


@pytest.mark.parametrize("ask", ASKED, ids=[ask["q"] for ask in ASKED])
def test_a_question_about_the_samples_is_answered(engine: Engine, ask: dict[str, Any]) -> None:
    context = Context()
    for earlier in ask.get("after", []):
        context = engine.ask(EVERYONE, earlier, ask["day"], context).context
    answer = engine.ask(EVERYONE, ask["q"], ask["day"], context).answer
    got = given(answer)
    if ask.get("status") == "not_found":
        assert isinstance(answer, NoAnswer), got
        return
    assert isinstance(answer, Answer) or answer.further, answer
    if "names" in ask:
        assert sorted(got.get("names", [])) == sorted(ask["names"])
    if "value" in ask:
        assert got.get("value") == ask["value"]
    if "date" in ask:
        assert got.get("date") == ask["date"].isoformat()
    if "place" in ask or "office" in ask:
        assert got.get("text") == ask.get("place", ask.get("office"))
    if "items" in ask:
        assert len(got.get("items", [])) == len(ask["items"]), got
        assert all(any(part in item for item in got["items"]) for part in ask["items"]), got
    if "meetings" in ask:
        assert sorted(got["meetings"]) == sorted(ask["meetings"])
    if "says" in ask:
        assert any(ask["says"] in paragraph for paragraph in got.get("paragraphs", [])), got
