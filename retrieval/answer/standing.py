"""Those who stand out among several people by some share of what is asked."""

from collections.abc import Callable, Sequence

from data.records import Attendance
from retrieval.answer.mentioned import ALONE

NEARLY_BEST = 0.75


def best_of(people: Sequence[Attendance], share: Callable[[Attendance], float], least: float) -> list[Attendance]:
    """Those near the best where that is at least `least` or far above all others; none otherwise."""
    shares = [share(one) for one in people]
    top = max(shares)
    chosen = [one for one, s in zip(people, shares, strict=True) if s >= NEARLY_BEST * top]
    others = [s for s in shares if s < NEARLY_BEST * top]
    stands_out = top >= ALONE and others and max(others) <= top / 3
    return chosen if top >= least or stands_out else []
