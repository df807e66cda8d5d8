"""Files to take away: facts and reports as .xlsx, .csv and .json, and the numbers behind a picture."""

from bot.exports.write import FORMATS, WHAT, UnknownFormat, What, write, write_questions

__all__ = ["FORMATS", "WHAT", "UnknownFormat", "What", "write", "write_questions"]
