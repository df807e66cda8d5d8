"""What is left of a question when asking words, days and people are taken out, abbreviations written in full."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from config import lexicon
from retrieval.catalogue.vocabulary import Vocabulary
from retrieval.numerals import number

_SUFFIX = "会委办局院所组协盟团校"
_AT = re.compile("(会议?)[上里中](?![㐀-鿿]*会)")
_RUN = re.compile("[㐀-鿿]{2,}")
_SHORTEST, _LONGEST = 2, 4
"""Lengths of abbreviations made from names: 茶协, 科创委."""


def cut_out(text: str, spots: Iterable[tuple[int, int]]) -> str:
    """`text` with the (start, end) stretches replaced by spaces."""
    chars = list(text)
    for start, end in spots:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


def without_chatter(text: str) -> str:
    """`text` without words that say nothing about a meeting or a topic."""
    text = _AT.sub(r"\1 ", text)
    return " ".join(_chatter().sub(" ", text).split())


def without_courtesy(text: str) -> str:
    """`text` without the words that open and close a request (麻烦看下…谢谢); all of it where nothing else is said."""
    before, after = (lexicon.words("question", f"courtesy.{place}") for place in ("before", "after"))
    opened = re.match(rf"(?:(?:{'|'.join(before)})[，,：:！!、。 ]*)+", text)
    closed = re.search(rf"[，,！!？?。~～ ]*(?:(?:{'|'.join(after)})[啦哈啊哦了！!~～。，, ]*)+$", text)
    left = text[opened.end() if opened else 0 : closed.start() if closed else len(text)]
    return left if len(left) >= _SHORTEST_ASKED else text


_SHORTEST_ASKED = 3
"""Characters: what is left of a request must still ask something."""


def in_one_piece(text: str) -> str:
    """`text` with its parted verbs joined (发了言 is 发言了) and its asking words brought together (主持X的是谁)."""
    for parted, joined in lexicon.mapping("question", "separable").items():
        text = text.replace(parted, joined)
    for pattern, read in lexicon.mapping("question", "turned").items():
        text = re.sub(pattern, read, text)
    return text


def in_full(text: str) -> str:
    """`text` with the well-known abbreviations written out."""

    def written_out(match: re.Match[str]) -> str:
        long = lexicon.mapping("abbreviations", "meetings")[match[0]]
        plenum = match[0] == "全会" and text[: match.start()].endswith(("中", "安"))  # 三中全会 is written so; 安全|会
        return match[0] if plenum or text.startswith(long, match.start()) else long

    return _short().sub(written_out, text)


def shortened(text: str) -> tuple[tuple[str, str], ...]:
    """The names in `text` that have a well-known short form, each with it: reports write the one or the other."""
    known = lexicon.mapping("abbreviations", "meetings").items()
    formal = lexicon.mapping("abbreviations", "formal").items()
    both = (*((long, short) for short, long in known), *formal)
    return tuple((long, short) for long, short in both if long in text and short not in long)


def synonyms(text: str) -> tuple[tuple[str, str], ...]:
    """The everyday words in `text`, each with what reports say for it."""
    table = lexicon.mapping("synonyms", "words")
    found = [(word, written) for word, written in table.items() if word in text and written not in text]
    years = [(match[0], f"{number(match[1])}周年") for match in _ANNIVERSARY.finditer(text)]
    return (*found, *years)


_ANNIVERSARY = re.compile("([一二三四五六七八九十百]+)周年")


def derived(text: str, vocabularies: Sequence[Vocabulary]) -> list[tuple[str, str]]:
    """(short, long) for stretches that no name holds but that some name's characters in order make up."""
    found = []
    for run in _RUN.findall(text):
        short = next(_unknown(run, vocabularies), None)
        if short is not None:
            found.append(short)
    return found


def _unknown(run: str, vocabularies: Sequence[Vocabulary]) -> Iterator[tuple[str, str]]:
    ends = (at + 1 for at, char in enumerate(run) if char in _SUFFIX and not _IN_FULL.match(run, at))
    for end in ends:
        for start in range(max(0, end - _LONGEST), end - _SHORTEST + 1):
            short = run[start:end]
            if not _begins(run, start, vocabularies):
                continue
            if any(words.says(short) for words in vocabularies) or short in lexicon.mapping("synonyms", "words"):
                break
            if not _unheard(short, vocabularies):
                continue
            long = next((long for words in vocabularies for long in words.expansions(short)), None)
            if long is not None and long[1] != short[1]:  # 上海会 is no short form of 上海峡…
                yield short, long


def _begins(run: str, start: int, vocabularies: Sequence[Vocabulary]) -> bool:
    """Whether a name may begin at `start`: first in the run, or behind a place or a body's last character."""
    before = run[max(0, start - 2) : start]
    return not before or before[-1] in _BEHIND or any(before in words.places for words in vocabularies)


_IN_FULL = re.compile("委会|[协学]会|会[长员计]|院[长校]|局长|所长|校[长友]|团[长员]")
"""Such a word is not over yet: 分委会 is no short form that ends in 委, nor 当会长 one that ends in 会."""
_BEHIND = "市县省区镇乡届校院司年月日号的"


def _unheard(short: str, vocabularies: Sequence[Vocabulary]) -> bool:
    """Whether at least half of the pairs in `short` occur in no name: a short form, not a name typed in part."""
    inner = [short[at : at + 2] for at in range(len(short) - 1)]
    known = [any(words.says(pair) for words in vocabularies) for pair in inner]
    return not known[0] and sum(known) * 2 <= len(inner)


@cache
def _chatter() -> re.Pattern[str]:
    words = sorted(lexicon.words("question", "chatter.words"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) + r"|[，。？！、；：,.?!;:()（）“”\"'…~～]")


@cache
def _short() -> re.Pattern[str]:
    words = sorted(lexicon.mapping("abbreviations", "meetings"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
