"""Hide what stands in brackets and quotes, so that commas and verbs in titles are not read as the sentence's own."""

FILLER = "□"

_PAIRS = {
    "《": "》",
    "〈": "〉",
    "“": "”",
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "<": ">",
    "【": "】",
    "[": "]",
}
_CLOSERS = frozenset(_PAIRS.values())
_LONGEST = 160  # characters; a longer stretch is running text between stray marks, a short one （一） a number
_DEEPEST = 6


def mask(text: str) -> str:
    """`text` at the same length with the insides of balanced brackets replaced by `FILLER`; the outer marks stay."""
    if not any(mark in text for mark in _PAIRS):
        return text
    out = list(text)
    stack: list[tuple[str, int]] = []
    for position, char in enumerate(text):
        if char in _CLOSERS:
            opened = _opener(stack, char)
            if opened is not None and 3 < position - opened <= _LONGEST:
                out[opened + 1 : position] = FILLER * (position - opened - 1)
        if char in _PAIRS:
            stack.append((_PAIRS[char], position))
    return "".join(out)


def _opener(stack: list[tuple[str, int]], closer: str) -> int | None:
    """Pop the innermost opener that `closer` ends, with the stray ones above it; None if there is none near."""
    for depth in range(1, min(_DEEPEST, len(stack)) + 1):
        wanted, position = stack[-depth]
        if wanted == closer:
            del stack[-depth:]
            return position
    return None
