"""Who wrote the report, where its text says so."""

import re

_NAME = r"[㐀-鿿][㐀-鿿·]{1,3}"
_REPORTER = re.compile(
    rf"[（(【](?:[^（）()]{{0,10}}?)(?:记者|作者)[\s:：/／]*({_NAME}(?:[\s、]+(?!通讯员|文|图|摄){_NAME})*)"
)
_SIGNED = re.compile(rf"[（(]\s*({_NAME}(?:[\s、]+{_NAME}){{0,3}})\s*[）)]")


def find_reporter(body: list[str], below: list[str]) -> str | None:
    """The names after 记者 or 作者 in a bracket of the body or below it, or alone in a bracket below it."""
    for line in (*body[:1], *body[-1:], *below):
        match = _REPORTER.search(line)
        if match:
            return " ".join(re.split(r"[\s、]+", match[1]))
    signed = (_SIGNED.fullmatch(line) for line in below)
    return next((match[1] for match in signed if match), None)
