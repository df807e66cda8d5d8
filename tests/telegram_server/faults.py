"""Faults on the way between bot and Telegram, chosen by method, chat and a seeded die."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["flood", "error", "page", "reset", "slow", "lost", "half", "garbage", "late"]
"""Before the request is carried out: `flood` 429, `error` 500 in JSON, `page` 502 in HTML, `reset` connection cut,
`slow` a delay. After it is carried out: `lost` connection cut, `half` cut in mid-body, `garbage` not JSON, `late` a
slow answer."""


@dataclass
class Fault:
    """One rule; `skip` requests pass first, then at most `times` are hit, each with `probability`.

    `seconds` is the retry_after of a flood (in whole seconds, never 0, as on Telegram) and the delay of slow and late.
    """

    kind: Kind
    methods: frozenset[str] = frozenset()
    chat: int | None = None
    times: int | None = 1
    probability: float = 1.0
    skip: int = 0
    seconds: float = 1.0
    hits: int = 0

    def fits(self, method: str, given: dict[str, Any]) -> bool:
        return (not self.methods or method in self.methods) and self.chat in {None, given.get("chat_id")}


@dataclass
class Faults:
    """The rules in force, asked in order; the first that strikes is used."""

    seed: int = 1
    rules: list[Fault] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def add(self, kind: Kind, *methods: str, **settings: Any) -> Fault:
        """A new rule for `methods` (none: every one, getUpdates too; "download" is a file's); settings as in Fault."""
        rule = Fault(kind, frozenset(methods), **settings)
        self.rules.append(rule)
        return rule

    def mix(self, kinds: Iterable[Kind], *methods: str, probability: float, **settings: Any) -> list[Fault]:
        """A rule without end for every kind, which share `probability` evenly."""
        kinds = list(kinds)
        share = probability / len(kinds)
        return [self.add(kind, *methods, probability=share, times=None, **settings) for kind in kinds]

    def clear(self) -> None:
        self.rules.clear()

    def strike(self, method: str, given: dict[str, Any]) -> Fault | None:
        """The fault that hits this request, if any."""
        for rule in self.rules:
            if not rule.fits(method, given) or (rule.times is not None and rule.hits >= rule.times):
                continue
            if rule.skip:
                rule.skip -= 1
                continue
            if self.random.random() < rule.probability:
                rule.hits += 1
                return rule
        return None
