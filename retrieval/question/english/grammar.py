"""The frames of English questions → those of Chinese ones, clause by clause, the words of the object kept in place."""

import re
from functools import cache

from config import lexicon
from retrieval.catalogue.sounds import spelled
from retrieval.question.english.counts import with_counts
from retrieval.question.english.glossary import FLAGS, in_glossary

_ASKS = r"(?=(?:who|what|when|where|which|how|did|was|were|thanks|thank)\b)"
_JOINTS = re.compile(
    rf"\s*[;?!](?=\s|$)\s*|\s*[？！；]\s*|\.\s+{_ASKS}|[,，]?\s+(?:and|or|but|then)\s+{_ASKS}|[,，]\s*{_ASKS}", FLAGS
)
_SLOT = re.compile(r"\{([A-Z]\d?)\}")
_TRAILING = re.compile(r"(?:\s+(?:of|for|in|on|at|by|during|from|to|the))+$", FLAGS)
_NAMED = r"(?:[A-Z][a-z]+|[\d㐀-鿿“”]+)(?: (?:[A-Z][a-z]+|[\d㐀-鿿“”]+))*"
_OF = re.compile(rf"{_NAMED}(?: of (?:the )?{_NAMED})+", re.ASCII)
_APART = re.compile(r"(?<=[㐀-鿿])(?:\s*'s)?\s+(?=[㐀-鿿])")


def in_frames(text: str) -> str:
    """`text` with each of its clauses put by the first frame that fits it; clauses that no frame fits stay."""
    clauses = [_TRAILING.sub("", clause.strip(' ,.:"')) for clause in _JOINTS.split(text) if clause]
    return "，".join(_in_frame(clause) for clause in clauses if clause)


def without_glue(text: str) -> str:
    """`text` without the small words of English that nothing was made of."""
    text = re.sub(r"\s*'s?(?![A-Za-z])", " ", text)
    text = re.sub(r"\s+", " ", _glue().sub(lambda match: match[0] if _begins_name(match) else " ", text))
    text = re.sub(r"(?:\s*,)+\s+|\s+,", " ", text)
    return re.sub(r"\s*([，；])[\s，；]*", r"\1", text).strip(" ,，；.:\"'-")


def _begins_name(match: re.Match[str]) -> bool:
    """Whether a small word is a surname here: An Gang, He Lifeng."""
    following = _NEXT.match(match.string, match.end())
    return match[0][0].isupper() and following is not None and bool(spelled(match[0]) and spelled(following[1]))


_NEXT = re.compile(r" ([A-Z][a-zü]+)")


def in_words(text: str) -> str:
    """`text` with the single words of the glossary in Chinese, 会议 of 国务院 in its Chinese order."""
    text = with_counts(re.sub(r"\s+", " ", in_glossary(text, "words")))
    return with_counts(_OF.sub(lambda match: " ".join(reversed(re.split(" of (?:the )?", match[0]))), text))


def _in_frame(clause: str) -> str:
    fitting = ((match, chinese) for pattern, chinese in _frames() if (match := pattern.match(clause)) is not None)
    match, chinese = next(fitting, (None, ""))
    return _put(match, chinese) if match is not None else in_words(clause)


def _put(match: re.Match[str], chinese: str) -> str:
    return re.sub(r"\s+", " ", _SLOT.sub(lambda slot: _filled(slot[1], match), chinese))


def _filled(slot: str, match: re.Match[str]) -> str:
    """What the frame caught under that name: meetings and nouns in one piece, a person's name in great letters."""
    caught = (match[slot] or "").strip()
    if slot[0] == "M":
        return f" {without_glue(with_counts(_APART.sub('', in_words(caught))))} "
    if slot == "X":
        name = without_glue(caught)
        return name.title() if name.islower() else name
    return _APART.sub("", in_words(caught)).strip() if slot == "N" else in_words(caught)


@cache
def _frames() -> tuple[tuple[re.Pattern[str], str], ...]:
    parts = lexicon.mapping("english", "parts")
    return tuple(
        (_compiled(pattern, parts), chinese) for pattern, chinese in lexicon.mapping("english", "frames").items()
    )


def _compiled(pattern: str, parts: dict[str, str]) -> re.Pattern[str]:
    for _ in range(2):  # parts may name parts
        for name, alternatives in parts.items():
            pattern = pattern.replace("{" + name + "}", alternatives)
    return re.compile(rf"(?:and\s+|so\s+|but\s+|then\s+)*(?:{pattern})$", FLAGS)


@cache
def _glue() -> re.Pattern[str]:
    words = sorted(
        (*lexicon.words("english", "small.words"), *lexicon.words("english", "glue.words")), key=len, reverse=True
    )
    return re.compile(rf"(?<![A-Za-z0-9_./@-])(?:{'|'.join(words)})(?![A-Za-z0-9_/@·-]|'[a-z]{{2}})", FLAGS)
