"""Pairs of neighbouring characters and who holds them: put in bit by bit, it is the table of all at once."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.catalogue.grams import Grams, Layer, pairs

TEXTS = st.lists(st.text(alphabet="青岚湖镇会议2号A ", max_size=12), max_size=40)


@given(TEXTS, TEXTS)
def test_two_tables_joined_are_the_table_of_both(first, second):
    joined = Layer.of(list(map(pairs, first))).joined(Layer.of(list(map(pairs, second))))
    whole = Layer.of(list(map(pairs, first + second)))
    assert joined.size == whole.size
    assert joined.keys.tolist() == whole.keys.tolist()
    assert joined.starts.tolist() == whole.starts.tolist()
    assert joined.holders.tolist() == whole.holders.tolist()


@given(TEXTS, st.integers(1, 5))
def test_a_pair_is_held_by_the_documents_that_hold_it_however_they_came(texts, step):
    grams = Grams()
    for at in range(0, len(texts), step):
        grams = grams.with_more(list(map(pairs, texts[at : at + step])))
    for key in set().union(*(pairs(text).tolist() for text in texts)):
        holders = [at for at, text in enumerate(texts) if key in pairs(text)]
        assert grams.count(key) == len(holders)
        assert grams.summed({key: 1.0}).nonzero()[0].tolist() == holders
