"""Words for time → days, as the asker means them on the day of asking."""

from retrieval.question.dates.moment import Moment, meeting_day
from retrieval.question.dates.written import moments

__all__ = ["Moment", "meeting_day", "moments"]
