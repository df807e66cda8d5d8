"""Text → Question: what is asked, about which meeting, in an ordered pipeline."""

import re
from collections.abc import Sequence
from datetime import date

from config import lexicon
from data.clean import clean_text
from retrieval.catalogue.vocabulary import Vocabulary
from retrieval.numerals import congresses, ordinal_spans, ordinals, without_ordinals
from retrieval.question.characters import Held
from retrieval.question.dates import Moment, meeting_day, moments
from retrieval.question.english import is_english, outsiders, sparing_names, to_chinese, unread
from retrieval.question.focus import (
    cut_out,
    derived,
    in_full,
    in_one_piece,
    shortened,
    synonyms,
    without_chatter,
    without_courtesy,
)
from retrieval.question.frames import Asked, asked
from retrieval.question.idle import is_idle
from retrieval.question.parting import parts
from retrieval.question.people import Named, named
from retrieval.question.repair import with_repairs
from retrieval.question.rivals import rivals
from retrieval.question.romanized import in_characters, is_pinyin
from retrieval.question.several import descriptions
from retrieval.question.spelling import repairs
from retrieval.question.strangers import place_of, seemingly_named
from retrieval.question.subjects import among_them, subject_of, tellers, unknown_subject
from retrieval.records import Kind, Language, Period, Question

_LAST = re.compile("最后(?:那|一)?次|最近(?:那|一)?次|上(?:一)?次|最新")
_FIRST = re.compile("最早(?:那|一)?次|头一次|第一回")
_TOLD = "(?:听取?|征求|讲|说|谈|研究|审议|讨论|学习|部署|纪念|关于|聊)"
_THAT = "(?:那次|那场|那回|那个会|那个(?=[^，。]{0,8}会)|的(?=[^，。的]{0,10}会))"
_IDENTITY = re.compile(f"({_TOLD}[^，。？ ]{{2,24}}?)的?{_THAT}")
_OTHERS = re.compile("除了?|还有谁|其他人?还?有?谁")


_LONGEST_DAY = 31


def understand(text: str, today: date, vocabularies: Sequence[Vocabulary], held: Held) -> Question:
    """What `text` asks on the day `today`, by the words of the collections that the asker may read.

    `held` tells how many reports hold a pair of characters.
    """
    said = clean_text(text).replace("麽", "么")
    cleaned = without_courtesy(said)
    language = language_of(text, said)
    typed = in_one_piece(to_chinese(cleaned, today) if language == "en" else in_characters(cleaned))
    spans = [*((day.start, day.end) for day in moments(typed, today)), *ordinal_spans(typed), *place_of(typed)]
    made = sparing_names(repairs(typed, vocabularies, held, spans), typed)
    chinese = with_repairs(typed, made)
    days = moments(chinese, today)
    people = named(chinese, vocabularies)
    outside = outsiders(chinese, people) if language == "en" else ()
    frames = _outside(asked(chinese), people) or among_them(chinese, people)
    unknown = () if language == "en" else unknown_subject(chinese, people, frames, held)
    focus, expanded = _focus(chinese, days, people, frames, vocabularies)
    main = meeting_day(days, chinese)
    differ = any(one.frame.measure == "difference" for one in frames)
    both = parts(chinese, compared=differ) if differ or "who_attended" in _kinds(frames) else None
    among = None if both else rivals(chinese)
    last, first = _LAST.search(chinese), _FIRST.search(chinese)
    return Question(
        text=chinese if language == "en" else cleaned,
        language=language,
        kinds=_kinds(frames),
        people=tuple(dict.fromkeys(one.name for one in people)),
        period=_up_to_now(chinese, main, today) if main else None,
        exact=bool(main and main.exact),
        bare=bool(main and main.bare),
        focus=focus,
        counts=ordinals(undated := cut_out(chinese, [(day.start, day.end) for day in days])) | congresses(undated),
        ordinal="last" if last else "first" if first else None,
        negated=any(one.frame.negated for one in frames),
        role=next((one.frame.role for one in frames if one.frame.role), None),
        verbs=tuple(dict.fromkeys(verb for one in frames for verb in one.frame.verbs)),
        measure=next((one.frame.measure for one in frames if one.frame.measure), ""),
        noun=next((one.part for one in frames if one.part), ""),
        identity=" ".join(match[1] for match in _IDENTITY.finditer(chinese)),
        synonyms=(*synonyms(focus), *shortened(focus)),
        subject=(outside if people else ()) or unknown or subject_of(chinese, people, frames),
        said=" ".join(chinese[one.start : one.end] for one in frames),
        both=tuple(understand(part, today, vocabularies, held) for part in both) if both else (),
        rivals=tuple(understand(one, today, vocabularies, held) for one in among[0]) if among else (),
        claim=understand(among[1], today, vocabularies, held) if among else None,
        several=()
        if both or among
        else tuple(understand(one, today, vocabularies, held) for one in descriptions(chinese, frames)),
        tellers=tellers(chinese, people, frames),
        others=bool(people and _OTHERS.search(chinese)),
        places=_places(chinese, vocabularies),
        strangers=outside or unknown or (() if people else seemingly_named(chinese)),
        unread=unread(chinese, people) if language == "en" else (),
        idle=is_idle(said),
        repairs=(
            *((one.typed, one.read) for one in made),
            *((chinese[one.start : one.end], one.name) for one in people if one.repaired),
        ),
        trace=_trace(chinese, days, people, frames, focus, expanded),
    )


def _up_to_now(text: str, main: Moment, today: date) -> Period:
    """2022年以来 runs to today."""
    since = main.period.start <= today and text.startswith(("以来", "至今", "到现在"), main.end)
    return Period(main.period.start, max(today, main.period.end)) if since else main.period


def _places(text: str, vocabularies: Sequence[Vocabulary]) -> tuple[str, ...]:
    """Pairs of characters that reports know for places, with 市, 县, 区 and so on where these follow."""
    stems = (text[at : at + 2] for at in range(len(text) - 1))
    known = {stem for stem in stems if any(stem in words.places for words in vocabularies)}
    told = {match[0] for match in _DIVISION.finditer(text)}
    provinces = {name for name in lexicon.words("question", "naming.provinces") if name in text}
    written = {f"{name}省" if f"{name}省" in text else name for name in provinces}
    return tuple(sorted(told | known | written))


_DIVISION = re.compile("[㐀-鿿]{2}[市县区镇乡村旗]")


def language_of(text: str, cleaned: str) -> Language:
    """English by its small words, traditional by characters that cleaning had to simplify."""
    if is_english(cleaned) and not is_pinyin(cleaned):
        return "en"
    return "zh-hant" if clean_changes_script(text, cleaned) else "zh-hans"


def clean_changes_script(text: str, cleaned: str) -> bool:
    """Whether a Han character of `text` is gone from `cleaned`: it was traditional."""
    return any("㐀" <= char <= "鿿" and char not in cleaned for char in text)


def _outside(frames: tuple[Asked, ...], people: Sequence[Named]) -> tuple[Asked, ...]:
    """The frames that do not begin or end inside a person's name."""
    return tuple(
        one for one in frames if not any(p.start < one.start < p.end or p.start < one.end < p.end for p in people)
    )


def _kinds(frames: Sequence[Asked]) -> tuple[Kind, ...]:
    """In the order asked. Beside another thing asked, 哪次会 only says that the meeting is not known."""
    kinds = tuple(dict.fromkeys(one.frame.kind for one in frames))
    others = tuple(kind for kind in kinds if kind != "which_meetings")
    return others or kinds or ("topic",)


def _focus(
    text: str,
    days: Sequence[Moment],
    people: Sequence[Named],
    frames: Sequence[Asked],
    vocabularies: Sequence[Vocabulary],
) -> tuple[str, list[tuple[str, str]]]:
    # 2024年, 一季度 and 2024/5 are often part of a name; 今年的, 去年的 are not
    brief = [
        day
        for day in days
        if (day.length <= _LONGEST_DAY and (day.exact or "/" not in text[day.start : day.end]))
        or text.startswith(("今年的", "去年的", "前年的"), day.start)
    ]
    spots = [(one.start, one.end) for group in (brief, people, frames) for one in group]
    left = cut_out(text, spots) + " " + " ".join(one.part for one in frames if one.part)
    words = in_full(without_chatter(without_ordinals(left)))
    expanded = derived(words, vocabularies)
    for short, long in expanded:
        words = words.replace(short, long)
    return words, expanded


def _trace(
    text: str,
    days: Sequence[Moment],
    people: Sequence[Named],
    frames: Sequence[Asked],
    focus: str,
    expanded: Sequence[tuple[str, str]],
) -> tuple[str, ...]:
    lines = [f"read as: {text}"]
    lines += [f"asks {one.frame.kind} by “{text[one.start : one.end]}”" for one in frames]
    lines += [f"time “{text[d.start : d.end]}” = {d.period.start}..{d.period.end}" for d in days]
    lines += [f"person {one.name}" for one in people]
    lines += [f"“{short}” may stand for {long}" for short, long in expanded]
    return (*lines, f"words left: {focus}")
