"""Replies of every kind, made by hand, on one fictional report."""

import asyncio
import re
import socket
import threading
from html import unescape
from pathlib import Path
from typing import Any, Self

import pytest
from telegram_server import TelegramServer, User

from bot.app import Feed, polling, serve
from bot.assembly import build
from bot.outbox import Pace
from config.settings import Settings
from data.store import Store
from retrieval.records import (
    Answer,
    Citation,
    Context,
    Entry,
    Kind,
    Language,
    MeetingRef,
    NoAnswer,
    Passage,
    Question,
    Reply,
)

PARAGRAPHS = (
    "12月17日，市委书记罗远山主持召开市水务委员会第二次会议。市长祝青禾、副市长欧阳岚出席会议，有关部门负责同志列席。",
    "会议审议通过了《节水工作规则》，听取了水库加固情况汇报。到2025年实现供水全覆盖，努力建设节水高地。",
)
MEETING = MeetingRef(
    "r1", "市水务委员会第二次会议", "2021-12-17", number=7, title="罗远山主持召开市水务委员会第二次会议"
)
OTHER = MeetingRef("r2", "市水务委员会第一次会议", "2021-03-02", number=6)


def cite(n: int, para: int, quote: str) -> Citation:
    start = PARAGRAPHS[para].index(quote)
    title = MEETING.title
    return Citation(n, "r1", para, start, start + len(quote), quote, PARAGRAPHS[para], title, "2021-12-18")


def question(kind: Kind, language: Language = "zh-hans", **more: Any) -> Question:
    return Question("问", language, (kind,), **more)


CHAIR = Entry("person", "罗远山", (1,), "市委书记", ("chair", "attend"), report="r1")
MAYOR = Entry("person", "祝青禾", (2,), "市长", ("attend", "speak"), report="r1")
VICE = Entry("person", "欧阳岚", (2,), "副市长", ("attend",), report="r1")
GROUP = Entry("group", "有关部门负责同志", (3,), "", ("observe",), report="r1")
ATTENDED = (
    cite(1, 0, "市委书记罗远山主持召开"),
    cite(2, 0, "市长祝青禾、副市长欧阳岚出席会议"),
    cite(3, 0, "有关部门负责同志列席"),
)
ADOPTED = Entry("item", "节水工作规则", (1,), kind="adopted", verb="审议通过", report="r1")
HEARD = Entry("item", "水库加固情况", (2,), kind="heard", verb="听取", report="r1")
HARD = Entry("item", "实现供水全覆盖", (2,), "到2025年", kind="hard", report="r1")
SOFT = Entry("item", "努力建设节水高地", (1,), kind="soft", report="r1")
ITEMS = (cite(1, 1, "审议通过了《节水工作规则》"), cite(2, 1, "听取了水库加固情况汇报"))
GOALS = (cite(1, 1, "努力建设节水高地"), cite(2, 1, "到2025年实现供水全覆盖"))


def answer(kind: Kind, language: Language, **more: Any) -> Answer:
    people = more.pop("people", ())
    more.setdefault("meetings", (MEETING,))
    return Answer(question(kind, language, people=people), kind, more.pop("status", "answered"), **more)


def every_answer(language: Language) -> dict[str, Answer | NoAnswer]:
    """One answer a kind, each refusal, and what may come with an answer."""
    lang = language
    everyone = ("罗远山", "祝青禾", "欧阳岚")
    topic = Entry("passage", "到2025年实现供水全覆盖，努力建设节水高地。", (1,), report="r1")
    topic_cite = (cite(1, 1, topic.text),)
    held = Entry("meeting", MEETING.name, (1,), "2021-12-17", report="r1")
    chaired = answer("who_chaired", lang, entries=(CHAIR,), names=("罗远山",), citations=ATTENDED[:1])
    decided = answer("what_decided", lang, entries=(HEARD, ADOPTED), citations=ITEMS)
    return {
        "chaired": chaired,
        "attended": answer(
            "who_attended", lang, entries=(VICE, GROUP, MAYOR, CHAIR), names=everyone, citations=ATTENDED
        ),
        "spoke": answer("who_spoke", lang, entries=(MAYOR,), names=("祝青禾",), citations=ATTENDED),
        "did": answer("did_attend", lang, people=("祝青禾",), value=True, entries=(MAYOR,), citations=ATTENDED),
        "did_not": answer("did_attend", lang, people=("习近平",), value=False, citations=ATTENDED[1:2]),
        "decided": decided,
        "agenda": answer("what_agenda", lang, entries=(HEARD,), citations=ITEMS),
        "goals": answer("what_goals", lang, entries=(SOFT, HARD), citations=GOALS),
        "when": answer("when", lang, date="2021-12-17", citations=(cite(1, 0, "12月17日"),)),
        "where": answer("where", lang, text="东河宾馆", citations=ATTENDED[:1]),
        "office": answer("title_of", lang, people=("欧阳岚",), text="副市长", citations=ATTENDED[1:2]),
        "count": answer("count", lang, value=1, entries=(held,), citations=ATTENDED[:1]),
        "which": answer("which_meetings", lang, entries=(held,), citations=ATTENDED[:1], rests_on=2),
        "topic": answer("topic", lang, entries=(topic,), citations=topic_cite),
        "partial": answer(
            "who_attended", lang, status="partial", entries=(MAYOR,), names=("祝青禾",), citations=ATTENDED
        ),
        "carried": answer("what_goals", lang, entries=(HARD,), citations=GOALS, carried=(MEETING.name,)),
        "two_things": answer(
            "who_chaired", lang, entries=(CHAIR,), names=("罗远山",), citations=ATTENDED[:1], further=(decided,)
        ),
        "no_report": NoAnswer(question("topic", lang), "topic", "no_report", citations=topic_cite),
        "not_said": NoAnswer(question("where", lang), "where", "not_said", (MEETING,)),
        "which_one": NoAnswer(question("who_chaired", lang), "who_chaired", "which_one", (MEETING, OTHER)),
    }


def reply_of(said: Answer | NoAnswer) -> Reply:
    return Reply(said, Context(reports=("r1",)), 1.25)


@pytest.fixture
def replies() -> dict[str, Reply]:
    return {name: reply_of(said) for name, said in every_answer("zh-hans").items()}


@pytest.fixture
def answers_in():
    """Every kind of reply in a language."""
    return lambda language: {name: reply_of(said) for name, said in every_answer(language).items()}


@pytest.fixture
def checked():
    """Telegram's own rules for one HTML message: gives its text, fails on what Telegram refuses or drops."""
    return parsed


_TAG = re.compile(r"<(/?)([a-z]+)((?: expandable| href=\"https://t\.me/\w+\?start=[\w-]{1,64}\")?)>")
_ENTITY = re.compile(r"&(lt|gt|amp|quot|#\d+);")


def parsed(html: str) -> str:
    open_tags, text, entities, at = [], "", 0, 0
    for tag in _TAG.finditer(html):
        text += unescaped(html[at : tag.start()])
        at = tag.end()
        if tag[1]:
            assert open_tags.pop() == tag[2], f"wrong end tag {tag[0]}"
        else:
            assert tag[2] in {"a", "b", "i", "blockquote"}, f"unsupported tag {tag[0]}"
            open_tags.append(tag[2])
            entities += 1
    text += unescaped(html[at:])
    assert not open_tags
    assert text.strip() == text != ""
    assert len(text.encode("utf-16-le")) // 2 <= 4096
    assert entities <= 100
    return text


def unescaped(text: str) -> str:
    assert not set("<>") & set(text), f"unescaped in {text!r}"
    assert "&" not in _ENTITY.sub("", text), f"unescaped in {text!r}"
    return unescape(text)


class ScriptedEngine:
    """Answers at once from the hand-made replies: the question's first word names the reply, else the topic answer."""

    def __init__(self, language: Language = "zh-hans") -> None:
        self.answers = every_answer(language)
        self.asked: list[tuple[str, tuple[str, ...], Any]] = []
        self.refreshed = 0
        self.found = 0
        self.ready = threading.Event()
        self.ready.set()
        self.generation = 0

    def ask(self, reader: Any, text: str, today: Any, context: Context) -> Reply:
        self.ready.wait(20)
        self.asked.append((text, context.reports, reader))
        if text == "fail":
            raise RuntimeError("scripted")
        said = self.answers.get(text, self.answers["topic"])
        return Reply(said, Context(reports=("r1",)), 1.0)

    def search(self, reader: Any, text: str, k: int) -> list[Passage]:
        return [Passage(n, "r1", 0, 1.0, f"{text} {n}", MEETING.title) for n in range(self.found)][:k]

    def refresh(self) -> None:
        self.refreshed += 1


HURRIED = Pace(overall=1000, between=0.0, group=1000)


class Rig:
    """The bot as it is built for Telegram, on a thread, with a scripted engine and a real store."""

    def __init__(
        self,
        server: TelegramServer,
        folder: Path,
        owner: User,
        token: str | None = None,
        pace: Pace = HURRIED,
        feed: Feed = polling,
        **settings: Any,
    ) -> None:
        self.settings = Settings(
            telegram_token=token or server.token,
            telegram_url=server.url,
            owners=frozenset({owner.id}),
            data_dir=folder,
            **settings,
        )
        self.pace, self.feed = pace, feed
        self.server = server
        self.store = Store.open(self.settings.database)
        self.engine = ScriptedEngine()
        self.code: int | None = None

    def __enter__(self) -> Self:
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,))
        self._thread.start()
        ready.wait(10)
        self.server.wait_for(self._begun, what="the first poll or the webhook")
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.store.close()
        assert self.server.violations == []

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
        self.wait_until_ended()

    def _begun(self) -> bool:
        return bool(self.server.polls or self.server.calls("setWebhook") or self.code is not None)

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def wait_until_ended(self) -> None:
        self._thread.join(20)
        assert not self._thread.is_alive(), "the bot does not end"

    def reopened(self) -> Store:
        return Store.open(self.settings.database)

    def _run(self, ready: threading.Event) -> None:
        async def main() -> int:
            self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
            ready.set()
            return await serve(build(self.settings, self.store, self.engine, self.pace), self._stop, self.feed)

        self.code = asyncio.run(main())


@pytest.fixture
def telegram():
    with TelegramServer() as server:
        yield server


@pytest.fixture
def owner(telegram):
    return telegram.user("Owner")


@pytest.fixture
def make_rig(telegram, owner, tmp_path):
    """Builds the rig, not yet started, with other settings than usual."""
    return lambda **more: Rig(telegram, tmp_path / "var", owner, **more)


@pytest.fixture
def rig(make_rig):
    with make_rig() as rig:
        yield rig


@pytest.fixture
def scripted():
    return ScriptedEngine()


@pytest.fixture(params=["polling", "webhook"], scope="module")
def mode(request):
    """How updates come in: the arguments and the environment of the process."""
    if request.param == "polling":
        return {}
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        place = "127.0.0.1:" + str(taken.getsockname()[1])
    settings = {"HUIWEN_WEBHOOK_URL": f"http://{place}/hook", "HUIWEN_WEBHOOK_LISTEN": place}
    return {"arguments": ("run", "--webhook"), "environment": settings}
