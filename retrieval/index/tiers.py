"""Which segments to join, and how the joined one takes their place."""

from collections.abc import Iterator, Sequence

from retrieval.index.segment import EMPTY, Segment, joined

FRESH = 1000
"""Paragraphs up to which a new report is joined to the newest segment at once; that takes well below a millisecond."""

GROWTH = 8
"""A segment is joined to the older one before it that is less than so many times as large."""

MOST_DEAD = 0.2
"""A segment in which a larger part than this was taken out is written anew."""

Pair = tuple[Segment, Segment]


def grown(segments: Sequence[Segment], new: Segment) -> Sequence[Segment]:
    """`segments` with one that was just built: joined to the newest while that is small, else beside it."""
    if not new.documents:
        return segments
    if _grows(segments, new.documents):
        return *segments[:-1], joined(segments[-1], new)
    return *segments, joined(EMPTY, new)


def due(segments: Sequence[Segment]) -> Pair | None:
    """Two neighbours to be joined, or a segment and the empty one; None when all is well.

    The newest one is left alone as long as it grows.
    """
    settled = segments[:-1] if _grows(segments, 1) else segments
    for older, newer in zip(settled[-2::-1], settled[:0:-1], strict=True):
        if older.documents < GROWTH * newer.documents:
            return older, newer
    for segment in settled:
        if segment.documents < (1 - MOST_DEAD) * len(segment.alive):
            return segment, EMPTY
    return None


def exchanged(segments: Sequence[Segment], pair: Pair, merged: Segment) -> Iterator[Segment]:
    """`segments`, with `merged` in place of `pair`, less what was taken out of the two while they were being joined."""
    for segment in segments:
        if segment.lists is pair[0].lists:
            yield from _current(segments, pair, merged)
        elif segment.lists is not pair[1].lists:
            yield segment


def _current(segments: Sequence[Segment], pair: Pair, merged: Segment) -> Iterator[Segment]:
    for before in pair:
        for now in segments:
            if now.lists is before.lists:
                for number in before.lost(now):
                    merged = merged.without(number)
    if merged.documents:
        yield merged


def _grows(segments: Sequence[Segment], paragraphs: int) -> bool:
    """Whether so many new paragraphs go into the newest segment."""
    return bool(segments) and len(segments[-1].alive) + paragraphs <= FRESH
