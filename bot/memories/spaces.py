"""Small durable state of one kind: JSON by key, each for a while."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from data.store.memory import Memory


@dataclass(frozen=True, slots=True)
class Space:
    """JSON by key, each kept for `lasts`, None for ever."""

    memory: Memory
    name: str
    lasts: timedelta | None

    def get(self, key: str) -> dict[str, Any] | None:
        """The value, None when there is none (any more)."""
        text = self.memory.get(self.name, key)
        found: dict[str, Any] | None = None if text is None else json.loads(text)
        return found

    def put(self, key: str, value: dict[str, Any]) -> None:
        """Keeps it, in place of an earlier one."""
        text = json.dumps(value, ensure_ascii=False, default=date.isoformat)
        self.memory.put(self.name, key, text, None if self.lasts is None else datetime.now(UTC) + self.lasts)

    def items(self) -> dict[str, dict[str, Any]]:
        """Everything that is kept, by key."""
        return {key: json.loads(text) for key, text in self.memory.items(self.name).items()}

    def drop(self, key: str) -> None:
        """Forgets it, if it is there."""
        self.memory.drop(self.name, key)
