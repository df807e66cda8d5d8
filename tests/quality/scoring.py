"""How extractions and answers are judged here: gold against found, as counts that add up over reports.

Texts are compared without punctuation, by the F1 of their longest common subsequence; a pair matches at 0.6 or more,
best pairs first, one to one. Names compare exactly.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

MATCH = 0.6
SAME_OFFICE = 0.8
OUTCOMES = {"adopted", "decided", "appointed"}
Record = Mapping[str, Any]


def folded(text: str | None) -> str:
    """`text` without punctuation, symbols and spaces, widths folded, lower case."""
    return "".join(
        c for c in unicodedata.normalize("NFKC", text or "").lower() if unicodedata.category(c)[0] not in "PSZC"
    )


def likeness(one: str | None, other: str | None) -> float:
    """F1 of the longest common subsequence of two folded texts, 0 to 1; two empty ones are alike."""
    a, b = folded(one), folded(other)
    if not a or not b:
        return float(a == b)
    row = [0] * (len(b) + 1)
    for x in a:
        diagonal = 0
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], diagonal + 1 if x == y else max(row[j], row[j - 1])
    return 2 * row[-1] / (len(a) + len(b))


def matched(gold: list[str], found: list[str], may: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """One-to-one pairs (i, j) of texts that match, best first, among the pairs that `may` be."""
    pairs = sorted(
        ((likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if may(i, j)), reverse=True
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    chosen = []
    for score, i, j in pairs:
        if score >= MATCH and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            chosen.append((i, j))
    return chosen


class Score:
    """Counts of hits and of possible hits by name; a name's rate is their ratio."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.of: Counter[str] = Counter()
        self.misses: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, name: str, hits: int, of: int, miss: str = "") -> None:
        self.hits[name] += hits
        self.of[name] += of
        if miss and hits < of:
            self.misses[name].append(miss)

    def rate(self, name: str) -> float:
        """Hits over possible hits; 1.0 where there was nothing to hit."""
        return self.hits[name] / self.of[name] if self.of[name] else 1.0

    def f1(self, name: str) -> float:
        """Harmonic mean of `name`.precision and `name`.recall."""
        p, r = self.rate(f"{name}.precision"), self.rate(f"{name}.recall")
        return 2 * p * r / (p + r) if p + r else 0.0

    def figures(self) -> dict[str, float]:
        """Every rate and F1, rounded to three places."""
        rates = {name: self.rate(name) for name in self.of}
        lists = {name.rpartition(".")[0] for name in self.of if name.endswith(".precision")}
        return {k: round(v, 3) for k, v in sorted((rates | {f"{n}.f1": self.f1(n) for n in lists}).items())}


def score_facts(gold: Iterable[Record], found: Mapping[str, Record]) -> Score:
    """Judge extractions by id against gold records (both in the form that `huiwen facts` prints)."""
    score = Score()
    for want in gold:
        got = found.get(want["id"], {})
        _meeting(score, want["id"], want["meeting"], got.get("meeting", {}))
        _attendance(score, want, got)
        _items(score, want, got, "groups", "text")
        for i, j in _items(score, want, got, "decisions", "object", _same_side):
            kinds = want["decisions"][i]["kind"], got["decisions"][j]["kind"]
            score.add("decisions.kind", kinds[0] == kinds[1], 1, f"{want['id']} {want['decisions'][i]} is {kinds[1]}")
        _goals(score, want, got, _items(score, want, got, "goals", "text"))
    return score


def _meeting(score: Score, report: str, want: Record, got: Record) -> None:
    score.add("meeting.is_meeting", bool(want["is_meeting"]) == bool(got.get("is_meeting")), 1, report)
    if not want["is_meeting"]:
        return
    date, place = want.get("date"), folded(want.get("place"))
    if date:
        day = got.get("date") or ""
        hit = day.endswith(date[1:]) if date.startswith("--") else day == date
        score.add("meeting.date", hit, 1, f"{report} {date} is {day}")
    if want.get("name"):
        hit = likeness(want["name"], got.get("name")) >= MATCH
        score.add("meeting.name", hit, 1, f"{report} {want['name']} is {got.get('name')}")
    if place:
        found = folded(got.get("place"))
        score.add(
            "meeting.place", bool(found) and (place in found or found in place), 1, f"{report} {place} is {found}"
        )


def _attendance(score: Score, want: Record, got: Record) -> None:
    people = {a["name"]: a for a in want["attendance"]}
    found = {a["name"]: a for a in got.get("attendance", [])}
    both = people.keys() & found.keys()
    score.add("attendance.recall", len(both), len(people), f"{want['id']} missed {people.keys() - both}")
    score.add("attendance.precision", len(both), len(found), f"{want['id']} wrong {found.keys() - both}")
    for name in both:
        roles = set(people[name]["roles"]), set(found[name]["roles"])
        score.add("attendance.roles", roles[0] == roles[1], 1, f"{want['id']} {name} {roles}")
        if people[name].get("title"):
            titles = people[name]["title"], found[name]["title"]
            score.add("attendance.title", likeness(*titles) >= SAME_OFFICE, 1, f"{want['id']} {name} {titles}")


def _same_side(one: Record, other: Record) -> bool:
    return (one["kind"] in OUTCOMES) == (other["kind"] in OUTCOMES)


def _items(
    score: Score,
    want: Record,
    got: Record,
    field: str,
    text: str,
    may: Callable[[Record, Record], bool] = lambda one, other: True,
) -> list[tuple[int, int]]:
    golds, founds = want.get(field, []), got.get(field, [])
    pairs = matched([g[text] for g in golds], [f[text] for f in founds], lambda i, j: may(golds[i], founds[j]))
    missed = [g[text] for i, g in enumerate(golds) if i not in {i for i, _ in pairs}]
    wrong = [f[text] for j, f in enumerate(founds) if j not in {j for _, j in pairs}]
    score.add(f"{field}.recall", len(pairs), len(golds), f"{want['id']} missed {missed}")
    score.add(f"{field}.precision", len(pairs), len(founds), f"{want['id']} wrong {wrong}")
    return pairs


def _goals(score: Score, want: Record, got: Record, pairs: list[tuple[int, int]]) -> None:
    hard = {i for i, goal in enumerate(want["goals"]) if goal.get("quantity") or goal.get("deadline")}
    score.add("goals.hard_recall", len(hard & {i for i, _ in pairs}), len(hard))
    for i, j in pairs:
        for part in ("quantity", "deadline"):
            if stated := want["goals"][i].get(part):
                hit = folded(stated) in folded(got["goals"][j].get(part)) and bool(got["goals"][j].get(part))
                score.add(f"goals.{part}", hit, 1, f"{want['id']} {stated} is {got['goals'][j].get(part)}")
