"""Dates as pages write them → ISO dates."""

import re
from datetime import date

NUMERIC = r"(?<!\d)(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d)"
WRITTEN = r"(?<!\d)(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号]"
TIME = r"(?:[T ]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
DATE = rf"(?:{NUMERIC}|{WRITTEN})"
_PARTS = re.compile(rf"{DATE}")


def iso_date(text: str) -> str | None:
    """The first real calendar date in `text` as YYYY-MM-DD; None where there is none."""
    for match in _PARTS.finditer(text):
        year, month, day = (int(number) for number in re.findall(r"\d+", match[0]))
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return None
