"""Postings are kept as bits or listed, and come back as they were."""

import random

import numpy as np
import pytest

from retrieval.index.allowed import CHUNK, LONG, allowing, padded
from retrieval.index.blocks import BLOCK, COMMON, SMALL, packed, paragraphs_of
from retrieval.index.handles import handles

PARAGRAPHS = SMALL + 5


def test_common_and_rare_terms_come_back_as_they_were_packed() -> None:
    rng = random.Random(4)
    many = [1, PARAGRAPHS // COMMON, PARAGRAPHS // COMMON + 1, PARAGRAPHS // 3, PARAGRAPHS]
    docs = np.concatenate([sorted(rng.sample(range(PARAGRAPHS), n)) for n in many]).astype(np.int32)
    offsets = np.cumsum([0, *many])
    parts = np.array([rng.randint(1, 255) for _ in docs], np.uint8)
    lists = packed(offsets, docs, np.ones(len(docs), np.uint8), parts, PARAGRAPHS)
    assert (lists.where < 0).tolist() == [False, False, True, True, True]
    assert paragraphs_of(lists, PARAGRAPHS).tolist() == docs.tolist()


def test_a_block_is_worth_its_best_posting() -> None:
    docs, parts = np.array([0, 3, 4, 15, 16], np.int32), np.array([7, 5, 9, 200, 3], np.uint8)
    lists = packed(np.array([0, 5]), docs, np.ones(5, np.uint8), parts, paragraphs=20)
    assert lists.rises.tolist() == [7, 0, 2, 191, 3]


def test_where_many_blocks_are_allowed_those_between_are_looked_at_too() -> None:
    size = 3 * CHUNK * BLOCK
    every_other = np.arange(0, CHUNK * BLOCK, 2 * BLOCK)
    far = np.array([2 * CHUNK * BLOCK + 5])
    starts = np.append(every_other, far)
    let = allowing(starts, starts + 3, size)
    assert let.blocks.tolist() == [*range(CHUNK), 2 * CHUNK]
    assert let.masks.tolist() == [0b111, 0] * (CHUNK // 2) + [0b11100000]
    assert let.edges.tolist() == [0, CHUNK, CHUNK + 1]
    assert let.places[2 * CHUNK] == CHUNK
    assert let.places[CHUNK] == padded(CHUNK + 1)


def test_only_long_runs_are_tiles_of_their_own() -> None:
    size = 40 * CHUNK * BLOCK
    short, long = [CHUNK * BLOCK * i for i in range(1, 4)], (30 * CHUNK - LONG // 2) * BLOCK
    let = allowing(np.array([*short, long]), np.array([at + BLOCK for at in short] + [long + LONG * BLOCK]), size)
    assert let.edges.tolist() == [0, 3, 3 + LONG]


def test_nothing_allowed_is_no_block() -> None:
    nothing = np.zeros(0, np.int32)
    assert not allowing(nothing, nothing, 100).blocks.size


@pytest.mark.parametrize("array", [np.zeros(3, np.int64), np.zeros((3, 2), np.int32)[:, 0]])
def test_a_handle_is_given_for_arrays_of_its_kind_in_one_piece_only(array: np.ndarray) -> None:
    with pytest.raises(TypeError):
        handles([array], [np.int32])
