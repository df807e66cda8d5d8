"""Where a paragraph that opens with a higher body's meeting comes to its own: 省委全会召开。9日，党委开会传达其精神."""

import re

_ABOVE = re.compile(
    r"[^。]{4,100}(?:召开|举行|闭幕)[^。]{0,60}。"
    r"(?=[^。]{0,20}(?:日|当晚|随后)[^。]{0,60}(?:召开|举行)[^。]{0,40}(?:传达|学习)[^。]{0,30}精神)"
)


def own_start(text: str) -> int:
    """The character where the report's own meeting begins, 0 where the paragraph opens with it."""
    above = _ABOVE.match(text)
    return above.end() if above else 0
