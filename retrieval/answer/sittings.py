"""Who chaired one sitting of a meeting: 某某主持第一次全体会议, 某某主持闭幕会."""

import re

from data.records import Attendance
from retrieval.evidence.gather import Evidence
from retrieval.numerals import ordinals

_SITTING = "第?[0-9一二三四五六七八九十]+次(?:全体会议|全会|大会|会议)|开幕|闭幕"


def of_sitting(evidence: Evidence, people: list[Attendance]) -> list[Attendance]:
    """Those told to have chaired the sitting that the question names, else those not told to have chaired another."""
    asked = {one for text in re.findall(_SITTING, evidence.question.text) for one in _key(text)}
    told = {one.name: chaired(evidence, one) for one in people}
    here = [one for one in people if told[one.name] & asked]
    return here or [one for one in people if not asked or not told[one.name]] or people


def chaired(evidence: Evidence, one: Attendance) -> frozenset[str]:
    """The sittings that the report says somebody chaired: 1次, 开幕."""
    behind = re.compile(rf"{re.escape(one.name)}[^，。；]{{0,6}}?主持(?:召开)?了?({_SITTING})")
    texts = (found[1] for text in evidence.stored.report.paras for found in behind.finditer(text))
    return frozenset(key for text in texts for key in _key(text))


def _key(text: str) -> frozenset[str]:
    return ordinals(text) or frozenset({text})
