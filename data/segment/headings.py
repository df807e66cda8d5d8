"""Which lines are the title: above the body, on the info line, or after the body."""

import re

from config import lexicon

_ENDS_SENTENCE = re.compile(r"[。！？!?；;，,：:…][”’」』）)]*$")
_LABEL = re.compile(r"[㐀-鿿]{2,8}\s?[:：]")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
_NUMBER = re.compile(r"^.{0,20}[〔\[【(（]?(?:19|20)\d{2}[〕\]】)）]?\s*(?:第\s*)?\d+\s*[号期]?$|^第?\s*\d+\s*[号期]$")
_LONGEST = 80


def is_heading(line: str) -> bool:
    """Whether a line could be (part of) a title: short, no sentence, no label, no item number."""
    bare = line.strip()
    return (
        2 < len(bare) <= _LONGEST
        and not _ENDS_SENTENCE.search(bare)
        and not _LABEL.match(bare)
        and not _NUMBERED.match(bare)
        and not is_document_number(bare)
    )


def is_document_number(line: str) -> bool:
    """〔2024〕37号, 2024年第3期: what stands over a document's heading."""
    return bool(_NUMBER.match(line.strip()))


def says_meeting(line: str) -> bool:
    """Whether a line has a word for a meeting or its paper."""
    return any(word in line for word in lexicon.words("headings", "meeting"))


def find_title(lines: list[str], stated: str | None = None) -> tuple[str, list[int]]:
    """The title, its parts joined by a space, and the numbers of the lines that are body (blank ones left out).

    `stated` is what the format gives as the title; its copies among the lines are no body.
    """
    bar = next((at for at, line in enumerate(lines) if line.startswith(("|", "｜"))), None)
    lines = [line.strip("|｜ ") for line in lines]
    filled = [at for at, line in enumerate(lines) if line]
    chosen = _stated(lines, filled, stated) if stated else []
    chosen = chosen or (_below_bar(lines, bar) if bar is not None else [])
    chosen = chosen or _above(lines) or _below(lines, filled)
    title = " ".join(lines[at] for at in chosen)
    if stated and not chosen:
        title = stated
    copies = {_bare(title), *(_bare(lines[at]) for at in chosen), _bare(stated or title)}
    return title, [at for at in filled if at not in chosen and _bare(lines[at]) not in copies]


def _bare(text: str) -> str:
    return re.sub(r"[\s　|｜]+", "", text)


def _stated(lines: list[str], filled: list[int], stated: str) -> list[int]:
    """The lines that make up the stated title, with the sub-heading below them."""
    target = _bare(stated)
    for index, at in enumerate(filled):
        run: list[int] = []
        text = ""
        for following in filled[index : index + 4]:
            text += _bare(lines[following])
            run.append(following)
            if text == target:
                return _with_subtitle(lines, run)
            if not target.startswith(text):
                break
        del at
    return []


def _with_subtitle(lines: list[str], run: list[int]) -> list[int]:
    below = run[-1] + 1
    while below < len(lines) and is_heading(lines[below]) and len(run) < _MOST_LINES:
        run = [*run, below]
        below += 1
    return run


_MOST_LINES = 4


def _below_bar(lines: list[str], bar: int) -> list[int]:
    start = next((at for at in range(bar, len(lines)) if lines[at]), None)
    if start is None or not is_heading(lines[start]):
        return []
    return _with_subtitle(lines, [start])


def _above(lines: list[str]) -> list[int]:
    """The group of headings over the body that reads most like a meeting's; the first of equals."""
    groups: list[list[int]] = [[]]
    numbered = 0
    for at, line in enumerate(lines):
        if is_heading(line):
            groups[-1].append(at)
        elif is_document_number(line):
            groups, numbered = [[]], at
        elif not line:
            groups.append([])
        else:
            break
    del numbered
    found = [group for group in groups if group]
    return max(found, key=lambda group: _score([lines[at] for at in group]), default=[])


def _score(group: list[str]) -> int:
    return 2 * says_meeting(" ".join(group)) + (len(group[0]) >= _SHORT)


_SHORT = 7


def _below(lines: list[str], filled: list[int]) -> list[int]:
    """A heading after the body, where the page shows its parts in another order."""
    last = [at for at in filled[-3:] if is_heading(lines[at]) and says_meeting(lines[at])]
    return last[:1]
