"""The vocabulary: frozen values that the stages hand to each other.

Positions are characters (code points) of the cleaned paragraph, half open: `paragraph[start:end]`.
Paragraph number -1 is the title.
"""

from dataclasses import dataclass, field
from typing import Literal

TITLE = -1

Role = Literal["chair", "attend", "observe", "speak", "absent"]
DecisionKind = Literal["adopted", "decided", "appointed", "reviewed", "heard", "studied", "arranged"]
Hardness = Literal["hard", "named", "soft"]

OUTCOMES: frozenset[DecisionKind] = frozenset({"adopted", "decided", "appointed"})


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a reader decoded it: text with structure, before any cleaning.

    `lines` holds the document's blocks in order (HTML blocks, or text lines); `title`, `published`, `source` and
    `author` are what the format itself states (HTML heading and meta tags), else None.
    """

    name: str
    format: str
    encoding: str
    lines: tuple[str, ...]
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CleaningStep:
    """What one cleaner changed: its name, how many places, and up to three examples as (before, after)."""

    name: str
    places: int
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one paragraph: `paragraph[start:end]`; para -1 is the title."""

    para: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A cleaned paragraph and where it stood in the source text, as (start, end) characters, or None when unknown."""

    text: str
    origin: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report ready for extraction.

    `id` is the caller's own, else made from the content; `published` is ISO `YYYY-MM-DD` or None; `damage` lists the
    spots that look broken, as found; `cleaning` what was changed on the way here.
    """

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    published: str | None = None
    source: str | None = None
    url: str | None = None
    reporter: str | None = None
    encoding: str | None = None
    cleaning: tuple[CleaningStep, ...] = ()
    damage: tuple[str, ...] = ()
    paras: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The paragraphs' texts in order."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "paras", tuple(paragraph.text for paragraph in self.paragraphs))

    def text(self, para: int) -> str:
        """The text of paragraph `para`, the title for -1."""
        return self.title if para == TITLE else self.paragraphs[para].text


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact is believed: where it stands, which rule made it, and the lexicon entry that the rule used."""

    span: Span
    rule: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that a report is about; dates are ISO, `--MM-DD` where no year can be known."""

    name: str | None
    date: str | None
    is_meeting: bool
    end_date: str | None = None
    place: str | None = None
    body: str | None = None
    number: int | None = None
    name_at: Evidence | None = None
    date_at: Evidence | None = None
    place_at: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person who took part (or is stated absent); `title_at` is where the office is written."""

    name: str
    title: str
    roles: tuple[Role, ...]
    at: Evidence
    title_at: Span | None = None
    also_at: tuple[Evidence, ...] = ()
    """Further places that give this person a role, e.g. where they spoke."""


@dataclass(frozen=True, slots=True)
class Group:
    """Attendees named only together."""

    text: str
    role: Role
    at: Evidence


@dataclass(frozen=True, slots=True)
class Decision:
    """What the meeting formally did with one matter; `at` spans the object's words."""

    kind: DecisionKind
    verb: str
    object: str
    at: Evidence
    vote: str | None = None
    owner: str | None = None
    deadline: str | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A state that the meeting says should be reached; hard goals carry a quantity or a deadline."""

    text: str
    at: Evidence
    quantity: str | None = None
    deadline: str | None = None
    hardness: Hardness = "soft"


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything extracted from one report; `other_meetings` are further meetings on the same page."""

    meeting: Meeting
    attendance: tuple[Attendance, ...] = ()
    groups: tuple[Group, ...] = ()
    decisions: tuple[Decision, ...] = ()
    goals: tuple[Goal, ...] = ()
    other_meetings: tuple[Meeting, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, as the collections that they may read. Every query takes one; the empty reader reads nothing."""

    collections: frozenset[str] = field(default_factory=frozenset)


PUBLIC = "public"
SHIPPED = "samples"
"""The fictional reports that ship with the program; they are read only while nobody has loaded a public report."""
EVERYONE = Reader(frozenset({PUBLIC}))


@dataclass(frozen=True, slots=True)
class Stored:
    """A report in the store with its facts; `number` is the short number that people use (`/report 7`)."""

    number: int
    collection: str
    report: Report
    facts: Facts


@dataclass(frozen=True, slots=True)
class Summary:
    """One row of a list of reports: what it is about and how much was found in it."""

    number: int
    id: str
    collection: str
    title: str
    published: str | None
    meeting: str | None
    date: str | None
    people: int
    decisions: int
    goals: int
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Saved:
    """The outcome of a save: the report's number, and False when the same content was there already."""

    number: int
    created: bool
