"""Every call that reached the server: the history that checks read."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """One request; `result` is None when it was refused or never carried out, `error` then says why."""

    number: int
    time: float
    method: str
    given: dict[str, Any]
    result: Any = None
    error: str | None = None
    code: int = 200
    fault: str | None = None

    @property
    def chat_id(self) -> int | None:
        """The chat it was about; none for calls about no chat or one named by @username."""
        chat = str(self.given.get("chat_id"))
        return int(chat) if chat.lstrip("-").isdigit() else None
