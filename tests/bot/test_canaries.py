"""Random days of groups, loaders and questions: no word of a report is ever sent where that report may not be read.

Every report holds a mark that nobody types, in a name, a decision and a goal. After each trial everything that the bot
sent, offered or answered since is searched for the marks of the reports that this chat may not read, the deleted ones
among them; and answers that count must count the readable reports alone.
"""

import json
import math
import os
import random
import re
import time
from dataclasses import dataclass, field
from typing import Any

import pytest

from retrieval.engine import Engine

TRIALS = int(os.environ.get("CANARY_TRIALS", "150"))
"""The release bar is 10,000, which takes a quarter of an hour."""
SEED = int(os.environ.get("CANARY_SEED", "7"))
SENT = {"sendMessage", "editMessageText", "sendPhoto", "sendDocument", "editMessageMedia", "editMessageReplyMarkup"}
REPORT = (
    "{body}召开第{n}次会议\n2024-03-05 来源：青澜日报\n"
    "3月4日，市委书记罗远山主持召开{body}第{n}次会议。副市长欧阳{mark}出席会议并讲话。\n"
    "会议审议通过了《{mark}工作规则》。会议强调，到2027年建成{mark}水库{n}座。"
)
RARE = "螭魅魍魉饕餮麒麟鸾凰貔貅蛟鼋鹓犼狻猊狴犴螣蚨蜃"
QUESTIONS = (
    "罗远山主持过几次会",
    "哪些会议审议过工作规则",
    "罗远山参加了哪些会",
    "谁出席了{body}第{n}次会议？",
    "{body}第{n}次会议通过了什么",
    "{body}定了哪些目标",
    "{body}开了几次会",
    "{body}最近一次会议谁讲话了",
    "通过了什么？",
    "那目标呢",
    "工作规则",
)
COMMANDS = (
    "/reports",
    "/reports 委员会",
    "/report {number}",
    "/versions {number}",
    "/matrix",
    "/timeline 委员会",
    "/start",
)
PASTED = "市委书记罗远山主持召开{body}第{n}次会议"
COUNTED = re.compile(r"共 (\d+) 次")


@dataclass
class Canary:
    """A report that was loaded: what it is about, what nobody types, and whose it is; `number` as the store has it."""

    body: str
    n: int
    mark: str
    collection: str
    number: int


@dataclass
class Trials:
    """The people and groups, the reports there are, and how much of the journal was checked."""

    telegram: Any
    rig: Any
    owner: Any
    chance: random.Random
    live: list[Canary] = field(default_factory=list)
    gone: list[tuple[Canary, float]] = field(default_factory=list)
    checked: int = 0
    serial: int = 0

    def __post_init__(self) -> None:
        self.members = [self.telegram.user(name) for name in ("Alice", "Bob", "Chen", "Dora")]
        self.groups = [
            self.telegram.supergroup(f"群{n}", self.owner, *self.members[n : n + 2], self.members[3]) for n in range(3)
        ]
        self.loaders: set[int] = set()

    def readable(self, room: Any) -> list[Canary]:
        mine = {"public", f"chat:{room.id}"}
        return [canary for canary in self.live if canary.collection in mine]

    # --- what happens in a trial

    def load(self) -> None:
        """A report with a pair of characters that no other has, in a name, a decision and a goal."""
        self.serial += 1
        mark = RARE[self.serial // len(RARE)] + RARE[self.serial % len(RARE)]
        body = f"青澜市水务{self.chance.choice('甲乙丙')}委员会"
        room = self.chance.choice([self.owner.private, *self.groups])
        card = self.telegram.reply_to(
            self.owner.says(room, "/load " + REPORT.format(body=body, n=self.serial, mark=mark)), 30
        )
        assert body in card.text
        collection = "public" if room.id > 0 else f"chat:{room.id}"
        self.live.append(Canary(body, self.serial, mark, collection, max(self.rig.store.numbers())))

    def delete(self) -> None:
        if not self.live:
            return
        canary = self.chance.choice(self.live)
        room = self.owner.private if canary.collection == "public" else self._room(canary.collection)
        asked = self.telegram.reply_to(self.owner.says(room, f"/delete {canary.number}"))
        self.owner.presses(asked, "删除").answered()
        self.telegram.wait_for(lambda: canary.number not in self.rig.store.numbers())
        self.live.remove(canary)
        self.gone.append((canary, time.monotonic()))

    def change_rights(self) -> None:
        user = self.chance.choice(self.members)
        word = "/revoke" if user.id in self.loaders else "/grant"
        self.telegram.reply_to(self.owner.tells(f"{word} {user.id}"))
        self.loaders ^= {user.id}

    def change_membership(self) -> None:
        room, user = self.chance.choice(self.groups), self.chance.choice(self.members)
        there = room.chat.members.get(user.id) == "member"
        room.set_status(user, "left" if there else "member")

    def ask(self) -> None:
        user, room = self._speaker()
        words = self.chance.choice(QUESTIONS + COMMANDS)
        said = self._about_any(words)
        addressed = said if said.startswith("/") or room.id > 0 else f"@huiwen_bot {said}"
        reply = self.telegram.reply_to(user.says(room, addressed), 30)
        if words == QUESTIONS[0] and (counted := COUNTED.search(reply.text)):
            assert int(counted[1]) == len(self.readable(room)), f"{said} in {room.id}: {reply.text}"

    def ask_under_a_paste(self) -> None:
        """A question that replies to a line of some report, as whoever read it elsewhere may paste it."""
        user, room = self._speaker()
        pasted = user.says(room, self._about_any(PASTED))
        self.telegram.reply_to(user.says(room, "@huiwen_bot 这次会议谁出席了？", reply_to=pasted), 30)

    def summon(self) -> None:
        """Somebody mentions the bot in a chat that it is not in."""
        user = self.chance.choice(self.members)
        left = user.summons("@huiwen_bot " + self._about_any(self.chance.choice(QUESTIONS))).answered(30)
        self.look(left, {"public"})

    def press(self) -> None:
        """Somebody presses a button of a message of the bot, in a room they are in."""
        user, room = self._speaker()
        shown = [message for message in room.sent[-12:] if message.buttons]
        if not shown:
            return
        message = self.chance.choice(shown)
        calling = [button for button in message.buttons if "callback_data" in button]
        if calling:
            button = self.chance.choice(calling)
            if button["text"] not in {"删除", "撤回", "只给某个群"}:
                answer = user.sends_callback(message, button["callback_data"]).answered()
                self.look(answer, self._readers(room.id))

    def press_elsewhere(self) -> None:
        """The button of another chat's message, sent by whoever is not in it, as a modified client can."""
        room, user = self.chance.choice(self.groups), self.chance.choice(self.members)
        shown = [message for message in room.sent[-12:] if message.buttons]
        other = self.chance.choice(user.private.messages or [None])
        if shown and other is not None:
            calling = [button for button in self.chance.choice(shown).buttons if "callback_data" in button]
            if calling:
                answer = user.sends_callback(other, self.chance.choice(calling)["callback_data"]).answered()
                self.look(answer, self._readers(user.id))

    def type_inline(self) -> None:
        user = self.chance.choice(self.members)
        offered = user.queries(self.chance.choice(["水务 委员会", "工作规则", "罗远山 主持", "水库"])).answered(30)
        self.look(offered, {"public", f"chat:{user.id}"})

    def follow_link(self) -> None:
        """A deep link of some group's answer, opened by anybody in private."""
        shown = json.dumps([call.given for call in self.telegram.journal[-60:]], default=str)
        links = re.findall(r"https://t\.me/huiwen_bot\?start=[\w-]+", shown)
        if links:
            self.telegram.reply_to(self.chance.choice(self.members).follows(self.chance.choice(links)), 30)

    # --- what must hold after it

    def check(self) -> None:
        """Nothing that was sent since the last look holds a secret of what may not be read there."""
        calls = self.telegram.journal[self.checked :]
        self.checked += len(calls)
        for call in calls:
            if call.method in SENT and call.chat_id not in {None, self.owner.id}:
                self.look(call.given, self._readers(call.chat_id), call.time)

    def look(self, shown: Any, collections: set[str], at: float = math.inf) -> None:
        """Nothing of the reports that `collections` do not hold, and of those that were gone by `at`."""
        words = json.dumps(shown, ensure_ascii=False, default=str)
        hidden = [canary for canary in self.live if canary.collection not in collections]
        for canary in (*hidden, *(canary for canary, when in self.gone if when < at)):
            assert canary.mark not in words, f"{canary.collection} shows where {collections} may be read: {words}"

    def _readers(self, chat: int) -> set[str]:
        """The collections that may be read in a chat; in private links open what the person's groups may read."""
        rooms = self._rooms_of(chat) if chat > 0 else []
        return {"public", f"chat:{chat}", *(f"chat:{room.id}" for room in rooms)}

    def _rooms_of(self, user: int) -> list[Any]:
        return [room for room in self.groups if room.chat.members.get(user) in {"member", "creator"}]

    def _about_any(self, words: str) -> str:
        """The words about a report that is or was somewhere."""
        reports = [*self.live, *(canary for canary, _ in self.gone)]
        about = self.chance.choice(reports) if reports else None
        return words.format(
            body=about.body if about else "水务委", n=about.n if about else 1, number=about.number if about else 1
        )

    def _speaker(self) -> tuple[Any, Any]:
        user = self.chance.choice([*self.members, self.owner])
        return user, self.chance.choice([*self._rooms_of(user.id), user.private])

    def _room(self, collection: str) -> Any:
        return next(room for room in self.groups if f"chat:{room.id}" == collection)


@pytest.fixture
def trials(telegram, owner, make_rig, tmp_path):
    rig = make_rig(questions_per_user=0, questions_per_group=0)
    rig.engine = Engine(rig.store, tmp_path / "cache")
    with rig:
        yield Trials(telegram, rig, owner, random.Random(SEED))
    rig.engine.close()


@pytest.mark.timeout(60 + TRIALS)
def test_no_chat_is_ever_sent_a_word_of_what_it_may_not_read(trials):
    steps = {
        trials.ask: 10,
        trials.ask_under_a_paste: 2,
        trials.summon: 2,
        trials.press: 5,
        trials.press_elsewhere: 2,
        trials.type_inline: 2,
        trials.follow_link: 2,
        trials.load: 1,
        trials.delete: 1,
        trials.change_rights: 1,
        trials.change_membership: 1,
    }
    for _ in range(6):
        trials.load()
    for _ in range(TRIALS):
        (step,) = trials.chance.choices(list(steps), list(steps.values()))
        step()
        trials.check()
    assert trials.checked > TRIALS
