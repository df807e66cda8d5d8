"""Question → Evidence: the meetings, facts and passages that bear on it."""

from retrieval.evidence.aggregates import Aggregates
from retrieval.evidence.carrying import resumed
from retrieval.evidence.choice import Choice, choose, other_days, the_two
from retrieval.evidence.gather import Evidence, gather

__all__ = ["Aggregates", "Choice", "Evidence", "choose", "gather", "other_days", "resumed", "the_two"]
