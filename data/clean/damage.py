"""Spots whose characters are lost: found and reported, never repaired."""

import re

_MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_LOST = re.compile(
    rf"\?[a-zü]{{0,5}}[{_MARKED}][a-zü]{{0,5}}\)(?:[A-Za-z?]|\(?)"
    r"|[\ufffd\ue000-\uf8ff]+|锟斤拷|烫烫烫|(?<=[㐀-鿿])\?{2,}(?=[㐀-鿿])"
)
_AROUND = 4


def find_damage(text: str) -> tuple[str, ...]:
    """The damaged spots of a text with a few characters around each, in order."""
    return tuple(text[max(0, m.start() - _AROUND) : m.end() + _AROUND].replace("\n", " ") for m in _LOST.finditer(text))
