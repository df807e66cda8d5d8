"""Facts out of a report: the meeting, who attended, what was decided, which goals were set."""
