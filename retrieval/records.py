"""The vocabulary of asking: what was asked, what was found, what is answered."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from data.records import DecisionKind, Role

Kind = Literal[
    "who_chaired",
    "who_attended",
    "who_spoke",
    "did_attend",
    "what_decided",
    "what_agenda",
    "what_goals",
    "when",
    "where",
    "title_of",
    "count",
    "which_meetings",
    "topic",
]
Status = Literal["answered", "partial", "ambiguous", "not_found"]
Language = Literal["zh-hans", "zh-hant", "en"]
Refusal = Literal["no_report", "not_said", "which_one"]
EntryKind = Literal["person", "group", "item", "passage", "meeting", "fact"]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Whether `day` lies within."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Context:
    """What an earlier question of the same conversation was about; the empty one carries nothing.

    `reports` are report ids, best first; `people` names; `period` the time; `topic` the words.
    """

    reports: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    period: Period | None = None
    topic: str = ""
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `text` is cleaned (simplified, widths folded); `language` is the asker's; `repairs` are (as typed, as read) pairs
    shown to the asker; `meeting` are the words that name the meeting, `number` its 第N次.
    """

    text: str
    language: Language
    kinds: tuple[Kind, ...]
    people: tuple[str, ...] = ()
    meeting: str = ""
    number: int | None = None
    period: Period | None = None
    topic: str = ""
    ordinal: Literal["last", "first"] | None = None
    negated: bool = False
    repairs: tuple[tuple[str, str], ...] = ()
    trace: tuple[str, ...] = ()
    """How it was read, a line each, for `ask --explain`."""
    focus: str = ""
    """The words left when asking words, days and people are taken out: those of the meeting and of the topic."""
    counts: frozenset[str] = frozenset()
    """The ordinals that number the meeting, in one form: 3次, 15届."""
    exact: bool = False
    """Whether `period` is one day that was named, not a stretch."""
    bare: bool = False
    """Whether `period` was named without its year."""
    role: Role | None = None
    """The part in the meeting that is asked about: 谁列席 observe."""
    verbs: tuple[DecisionKind, ...] = ()
    """The kinds of decision asked about: 通过了什么 adopted."""
    measure: str = ""
    """What a count counts: meetings, people, votes, money, duration, or other things (number)."""
    noun: str = ""
    """The noun inside the asking words: 哪几个*副主席*发言, 多少*代表*."""
    identity: str = ""
    """The words by which the meeting is described, and which ask nothing: 讲新型工业化那次."""
    synonyms: tuple[tuple[str, str], ...] = ()
    """Everyday words of `focus` and what reports write for them."""
    subject: tuple[str, ...] = ()
    """Those of `people` about whom it is asked whether they were there, or who they were."""
    said: str = ""
    """The asking words themselves."""
    others: bool = False
    """Whether `people` are left out of what is asked: 除了X还有谁."""
    places: tuple[str, ...] = ()
    """The cities, counties and villages named, without 市, 县 and so on."""
    strangers: tuple[str, ...] = ()
    """Who seems to be named without being recorded anywhere."""
    tellers: tuple[str, ...] = ()
    """Those of `people` whose words or reports are asked about; the others only tell which meeting is meant."""
    unread: tuple[str, ...] = ()
    """Words of an English question whose Chinese is not known."""
    idle: bool = False
    """Whether nothing is asked: a greeting, thanks, small talk with the bot."""
    both: tuple["Question", ...] = ()
    """The two meetings of a question about who was at both."""
    rivals: tuple["Question", ...] = ()
    """The meetings of which it is asked which one did something."""
    claim: "Question | None" = None
    """What that is."""
    several: tuple["Question", ...] = ()
    """What the question says of each of the meetings that it describes apart."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands: `paragraph[start:end] == quote`; `n` is its number in the answer, from 1."""

    n: int
    report: str
    para: int
    start: int
    end: int
    quote: str
    paragraph: str
    title: str = ""
    published: str | None = None
    manual: bool = False
    """Whether a person corrected what is cited here: the quote alone may not say it."""


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """A meeting that an answer speaks of; `number` is the report's number in the store, for buttons."""

    report: str
    name: str
    date: str | None
    number: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an answer.

    A person has `detail` = office and `roles`; an item (decision, agenda item, goal) `kind` and `verb`, its deadline,
    quantity or vote in `detail`; a passage its quoted sentence; a meeting its date in `detail`. `cites` are citation
    numbers; only an entry that repeats another's proof may have none.
    """

    what: EntryKind
    text: str
    cites: tuple[int, ...]
    detail: str = ""
    roles: tuple[str, ...] = ()
    kind: str = ""
    verb: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A proven answer, free of wording: bot/render and bot/texts turn it into sentences.

    Which payload is set depends on `kind`: `names` (who_*), `value` (did_attend: bool, count: int), `items` through
    `entries` (decided, agenda, goals), `date` (when), `text` (where, title_of).
    """

    question: Question
    kind: Kind
    status: Status
    meetings: tuple[MeetingRef, ...]
    entries: tuple[Entry, ...] = ()
    citations: tuple[Citation, ...] = ()
    names: tuple[str, ...] = ()
    value: bool | int | None = None
    date: str | None = None
    text: str | None = None
    carried: tuple[str, ...] = ()
    """What was taken over from the conversation, e.g. the meeting's name; shown to the asker."""
    rests_on: int = 1
    """How many reports the answer rests on."""
    further: tuple["Answer | NoAnswer", ...] = ()
    """Answers to the further things asked in the same question, in order."""
    following: MeetingRef | None = None
    """The next meeting of the series, where the answer is about one meeting and there is a next one."""


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The reports do not say: why, what was found instead, and the nearest passages.

    `reason` no_report: no report fits; not_said: `meetings` fit but do not say; which_one: several fit, best first.
    """

    question: Question
    kind: Kind
    reason: Refusal
    meetings: tuple[MeetingRef, ...] = ()
    citations: tuple[Citation, ...] = ()
    carried: tuple[str, ...] = ()
    further: tuple["Answer | NoAnswer", ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What `Engine.ask` returns: the answer, the context that the next question continues from, milliseconds taken."""

    answer: Answer | NoAnswer
    context: Context
    took_ms: float
    trace: tuple[str, ...] = field(default_factory=tuple)
    """How the answer was found: meetings considered with scores, why the winner won; for `--explain`."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph found by its words: the report's number and id, the paragraph's number and text, and its score."""

    number: int
    report: str
    para: int
    score: float
    text: str
    title: str = ""

    def as_dict(self) -> dict[str, object]:
        """The passage as `search --json` writes it, a line each."""
        return {
            "report": self.report,
            "para": self.para,
            "score": round(self.score, 4),
            "paragraph": self.text,
            "title": self.title,
        }

    def line(self) -> str:
        """The passage as `search` shows it to people."""
        return f"{self.score:.2f}  {self.title} [{self.report} {self.para}]\n{self.text}"
