"""The gallery is made from the shipped samples, every kind of answer in it."""

import os
import subprocess
import sys
from pathlib import Path

from bot.texts import say

ROOT = Path(__file__).parents[2]


def test_the_gallery_shows_every_kind_of_answer(tmp_path):
    page = tmp_path / "gallery.html"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, Path(__file__).with_name("gallery.py"), page], env=environment, check=True)
    shown = page.read_text(encoding="utf-8")
    keys = ("role.chair", "role.attend", "source.heading", "none.no_report", "none.which_one", "button.source")
    keys += ("draft.heading", "button.confirm", "settings.heading", "settings.as_asked")
    assert [key for key in keys if say("zh-hans", key) not in shown] == []
    assert [key for key in ("role.chair", "none.no_report") if say("en", key) not in shown] == []
    assert shown.count("<blockquote expandable>") >= 10
