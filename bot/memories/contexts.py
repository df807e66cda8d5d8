"""What a conversation is about, read back as it was kept."""

from datetime import date
from typing import Any

from retrieval.records import Context, Period


def context_from(found: dict[str, Any] | None) -> Context:
    """The context whose fields are `found`, the empty one for None."""
    if found is None:
        return Context()
    period = found["period"]
    return Context(
        reports=tuple(found["reports"]),
        people=tuple(found["people"]),
        period=Period(*(date.fromisoformat(period[end]) for end in ("start", "end"))) if period else None,
        topic=found["topic"],
        kind=found["kind"],
    )
