"""Question → Evidence: the meetings, facts and passages that bear on it."""

from retrieval.evidence.carrying import resumed
from retrieval.evidence.choice import Choice, choose, other_days
from retrieval.evidence.gather import Evidence, gather

__all__ = ["Choice", "Evidence", "choose", "gather", "other_days", "resumed"]
