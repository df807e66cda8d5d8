"""Fictional reports spoiled in every way that a seed can say: nothing may crash, misquote, or take long.

`python tests/quality/mutations.py 10000` spoils that many reports and then measures how time grows; it prints what
failed, each with the seed that makes it again (`--seed 17`), and ends in 1 where anything did.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from data.errors import HuiwenError
from data.facts.extract import extract
from data.facts.world import World
from data.ingest import to_report
from data.records import Attendance, Facts, Report, Span

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SLOW = 5.0  # seconds of this process for a megabyte
MEGABYTE = 1_000_000  # bytes
HUGE = 500  # one spoiled report in so many is blown up to a megabyte
FOREIGN = (
    "회의에서 결정했다 会議は決定した Совет одобрил the council İstanbul المجلس קבע สภา Ελλάδα हिन्दी 漢語"
    " \U0001f642\U0001f469\u200d\U0001f467 \U00020000\U0002a6a5 \ufdfd"
)
CONTROL = (
    "\x00\x01\x07\b\x0b\x0c\x1b\x7f\x85\xa0\u00ad\u200b\u200d\u200e\u2028\u2029\u202e\u2066\u3000\ufeff\ufffd\ufffe\t\r"
)
MARKS = "《》“”「」（）()【】[]<>，。；：、！？…—-·*#|_~=&;"


@cache
def originals() -> tuple[str, ...]:
    """Our reports as text: the samples, the pages of the reading tests and both gold sets of our own."""
    folders = (ROOT / "data" / "samples", ROOT / "tests" / "data" / "reading" / "pages")
    files = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html")]
    pages = [path.read_bytes().decode("utf-8", "replace") for path in files]
    sets = [HERE / name / "reports.jsonl" for name in ("ours", "local")]
    rows = [json.loads(line) for path in sets for line in path.read_text("utf-8").splitlines()]
    return (*pages, *("\n".join([row.get("title") or "", *row.get("paras", [row.get("text", "")])]) for row in rows))


@cache
def world() -> World:
    """What the unspoiled reports introduce, and those of `GROWING`."""
    facts = [extract(to_report("original", text.encode())) for text in (*originals(), HEAD + GROWING["a news page"])]
    people = [(one.name, one.title, 1) for each in facts for one in each.attendance if one.title]
    return World.of([*people, ("顾城", "局长", 1)], [each.meeting.body for each in facts if each.meeting.body])


def truncated(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] if chance.random() < 0.5 else text[at:]


def shuffled(text: str, chance: random.Random) -> str:
    mark = chance.choice(("\n", "\n", "。", "，", "、", ""))
    pieces = text.split(mark) if mark else list(text)
    chance.shuffle(pieces)
    return mark.join(pieces)


def doubled(text: str, chance: random.Random) -> str:
    at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[:to] + text[at:to] * chance.choice((1, 1, 2, 9)) + text[to:]


def _sprinkled(text: str, chance: random.Random, what: str) -> str:
    for _ in range(chance.choice((1, 3, 30))):
        at, to = chance.randrange(len(text) + 1), chance.randrange(len(what))
        text = text[:at] + what[to : to + chance.choice((1, 1, 4, 20))] + text[at:]
    return text


def foreign(text: str, chance: random.Random) -> str:
    return _sprinkled(text, chance, FOREIGN)


def controls(text: str, chance: random.Random) -> str:
    return _sprinkled(text, chance, CONTROL)


def marks(text: str, chance: random.Random) -> str:
    return _sprinkled(text, chance, "".join(chance.sample(MARKS, len(MARKS))))


def mingled(text: str, chance: random.Random) -> str:
    other = chance.choice(originals())
    at, to = chance.randrange(len(text) + 1), chance.randrange(len(other) + 1)
    return text[:at] + other[to:]


def one_line(text: str, chance: random.Random) -> str:
    return chance.choice(("", " ", "　", "。")).join(text.splitlines()) * chance.choice((1, 1, 4))


Mutation = Callable[[str, random.Random], str]
MUTATIONS: tuple[Mutation, ...] = (truncated, shuffled, doubled, foreign, controls, marks, mingled, one_line)


def spoiled(seed: int) -> bytes:
    """The file of that number: one to four mutations of one report, in one of the encodings that are met."""
    chance = random.Random(seed)
    text = chance.choice(originals())
    for mutation in chance.choices(MUTATIONS, k=chance.choice((1, 1, 2, 4))):
        text = mutation(text, chance)[:100_000]
    if seed % HUGE == HUGE - 1 and text.strip():
        text = " ".join(text.splitlines()) if chance.random() < 0.5 else text
        text = (text * (MEGABYTE // 3 // len(text) + 1))[: MEGABYTE // 3]
    data = text.encode(chance.choice(("utf-8", "utf-8", "utf-8", "gb18030", "big5", "utf-16")), "replace")
    return data[chance.randrange(3) :] if chance.random() < 0.1 else data


def _written(person: Attendance) -> Iterator[str]:
    """A name as reports write it: whole, or with the office between surname and given name (汤会长秉儒)."""
    name = "".join(person.name.split())
    yield name
    yield from (f"{name[:at]}{person.title}{name[at:]}" for at in (1, 2))


def misquoted(report: Report, facts: Facts) -> Iterator[str]:
    """What is not, word for word, where it says that it stands."""
    for span in _spans(facts):
        if not (-1 <= span.para < len(report.paragraphs) and 0 <= span.start < span.end <= len(report.text(span.para))):
            yield f"{span} lies outside the report"
            return
    whole = "".join("\n".join((report.title, *report.paras)).split())
    for person in facts.attendance:
        if person.title_at and person.title != _at(report, person.title_at):
            yield f"the office {person.title} is {_at(report, person.title_at)}"
        if not any(form in whole for form in _written(person)):
            yield f"{person.name} is nowhere written"
    quotes = [(group.text, group.at.span) for group in facts.groups]
    quotes += [(decision.object, decision.at.span) for decision in facts.decisions]
    quotes += [(goal.text, goal.at.span) for goal in facts.goals]
    yield from (f"{text} is {_at(report, span)}" for text, span in quotes if text != _at(report, span))


def _at(report: Report, span: Span) -> str:
    return report.text(span.para)[span.start : span.end]


def _spans(value: object) -> Iterator[Span]:
    """Every span anywhere in the facts."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def tried(seed: int) -> tuple[str, list[str]]:
    """What became of the spoiled report of that seed: `read`, or the error that refused it; and what is wrong."""
    data = spoiled(seed)
    began = time.process_time()
    try:
        report = to_report("spoiled", data)
        facts = extract(report, world())
    except HuiwenError as error:
        return type(error).__name__, []
    except Exception as error:  # any other is the finding
        return "crash", [f"{type(error).__name__}: {error}"]
    took = time.process_time() - began
    wrong = list(misquoted(report, facts))
    if took > SLOW:
        wrong.append(f"{len(data)} bytes took {took:.1f} s")
    return "read", wrong


HEAD = "市政府召开常务会议\n12月3日，市长闻人澈主持召开市政府常务会议。会议指出，要抓好落实。\n"
"""What makes a page one of a meeting, so that all of it is read for facts."""
GROWING = {
    "a news page": "12月3日，市长闻人澈主持召开市政府常务会议。副市长葛云、秘书长林岚出席会议并讲话。"
    "会议审议通过了《湿地办法》，听取了春耕情况汇报。会议强调，要抓好落实，到2030年森林覆盖率达到60%以上。\n",
    "people and nothing else": "顾城、林岚、葛云、闻人澈、陶格、",
    "people with offices": "副市长顾城，局长林岚、",
    "people by blanks": "顾城 林岚 葛云 ",
    "heard": "会议听取了关于春耕的汇报，",
    "heard, unnamed": "会议听取了关于…，",
    "adopted": "会议审议通过了《湿地办法》",
    "decided": "会议决定任命顾城为副局长；",
    "attended": "顾城出席会议，",
    "goals": "到2030年达到60%，",
    "open brackets": "《“（",
    "closed brackets": "》”）",
    "one character": "会",
    "digits": "20231203",
    "dates": "12月3日",
    "blanks": "　 ",
    "marks": "，。；：、",
    "labels": "出席：顾城\n",
    "labels with handles": "主持人：顾 [@gu]\n出席：顾城\n",
    "speakers": "顾城：好\n",
    "items": "1. 春耕方案（顾城）\n",
    "tags": "<p>会议<b>",
    "latin": "Anna Li ",
    "pinyin": "会(hui)",
    "tables": "顾城 | 局长 | 出席\n",
    "empty lines": "\n",
    "traditional": "會議審議通過了濕地辦法，",
}


def seconds(text: str) -> float:
    """Of this process, for the whole way from bytes to facts; the quicker of two."""
    return min(_once(text) for _ in range(2))


def _once(text: str) -> float:
    world()
    data, began = (HEAD + text).encode(), time.process_time()
    with suppress(HuiwenError):
        extract(to_report("growing.txt", data), world())
    return time.process_time() - began


def growth(unit: str, size: int) -> tuple[float, float]:
    """Seconds for `size` characters of repeated `unit`, and for twice as many: the best of three, noise only adds."""
    text = unit * (2 * size // len(unit) + 1)
    once, twice = zip(*((seconds(text[:size]), seconds(text[: 2 * size])) for _ in range(3)), strict=True)
    return min(once), min(twice)


def too_steep(once: float, twice: float) -> bool:
    """Whether time grows faster than length; what takes next to no time cannot be told."""
    return twice > 3 * max(once, 0.02)


def main() -> int:
    """Spoil and measure; 0 where all is well."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int, nargs="?", default=1000)
    asked.add_argument("--seed", type=int, help="this one only, printed")
    given = asked.parse_args()
    if given.seed is not None:
        print(spoiled(given.seed), *tried(given.seed), sep="\n")
        return 0
    failed = 0
    world()
    outcomes: Counter[str] = Counter()
    for seed in range(given.count):
        outcome, wrong = tried(seed)
        outcomes[outcome] += 1
        failed += bool(wrong)
        if wrong:
            print(f"seed {seed}: {wrong[:3]}", flush=True)
    print(f"{given.count} spoiled reports: {dict(outcomes)}; {failed} wrong", flush=True)
    for name, unit in GROWING.items():
        once, twice = growth(unit, 50_000)
        whole = _once(unit * (MEGABYTE // len(unit.encode()) + 1))
        bad = too_steep(once, twice) or whole > SLOW
        failed += bad
        print(
            f"{'WRONG' if bad else 'ok':5} {name}: {once:.2f} s, twice {twice:.2f} s, a megabyte {whole:.2f} s",
            flush=True,
        )
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
