"""A topic or a body over time: each meeting with what it decided and which goals it set."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.asked import Asked
from bot.pictures.sessions import Session
from data.records import OUTCOMES, Decision, Goal


@dataclass(frozen=True, slots=True)
class Stop:
    """A meeting on the line, the weightiest decisions and goals first."""

    session: Session
    decisions: tuple[Decision, ...]
    goals: tuple[Goal, ...]


def timeline(sessions: Sequence[Session], asked: Asked) -> tuple[Stop, ...]:
    """Oldest first. A meeting found only by what it decided shows only what holds the words."""
    return tuple(_stop(session, () if session.named else asked.words) for session in sessions)


def _stop(session: Session, words: tuple[str, ...]) -> Stop:
    decisions = [decision for _, decision in session.decisions if _holds(decision.object, words)]
    goals = [goal for _, goal in session.goals if _holds(goal.text, words)]
    return Stop(
        session,
        tuple(sorted(decisions, key=lambda decision: decision.kind not in OUTCOMES)),
        tuple(sorted(goals, key=lambda goal: goal.hardness == "soft")),
    )


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return all(word in text for word in words)
