"""The one name that the edge needs: Engine.ask(reader, text, today, context) → Reply."""

import time
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from data.clean import clean_text
from data.records import Reader
from data.store import Store
from retrieval.answer import compose, of_each, of_rivals, of_two
from retrieval.answer.forms import ref
from retrieval.catalogue.aliases import in_full
from retrieval.catalogue.current import Current
from retrieval.catalogue.following import following
from retrieval.conversation import next_context, with_carried
from retrieval.evidence import Aggregates, Choice, Evidence, choose, gather, other_days, resumed, the_two
from retrieval.passages import Passages, Progress
from retrieval.question import halves, understand
from retrieval.question.people import named
from retrieval.records import Answer, Context, NoAnswer, Passage, Question, Reply

_TWO = 2


class Engine:
    """Questions in, proven answers out. Safe to use from many threads."""

    def __init__(self, store: Store, cache_dir: Path, progress: Progress = lambda _done, _total: None) -> None:
        """`cache_dir` is for what can be made again from the store; `progress` hears how that goes."""
        self._store = store
        self._passages = Passages(store, cache_dir, progress)
        self._current = Current(store, cache_dir)

    def ask(self, reader: Reader, text: str, today: date, context: Context = Context()) -> Reply:  # noqa: B008 - frozen, so one for all is safe
        """The answer to `text`, asked on `today` after what `context` holds.

        Raises:
            StoreError: the store fails.
        """
        begun = time.perf_counter()
        self.refresh()
        catalogue = self._current.catalogue
        text, in_words = in_full(text, self._current.aliases, reader)
        understood = understand(text, today, catalogue.people(reader), catalogue.held)
        question = with_carried(replace(understood, repairs=(*in_words, *understood.repairs)), context)
        question = resumed(catalogue, reader, question, context)

        def about(asked: Question, choice: Choice) -> Evidence:
            fetch, find = partial(self._store.get, reader), partial(self._find, reader)
            counted = Aggregates(self._store, reader)
            return gather(catalogue, reader, fetch, find, counted, asked, today, context, choice)

        def evidence_for(asked: Question) -> Evidence:
            return about(asked, choose(catalogue, reader, asked, today, context))

        evidence = evidence_for(question)
        both = [evidence_for(half) for half in halves(question)]
        if question.measure == "difference" and not both:
            both = [about(question, choice) for choice in the_two(catalogue, reader, context)]
        each = [evidence_for(one) for one in question.several]
        rivals = [evidence_for(one) for one in question.rivals]
        over_several = of_each(question, each) or of_rivals(question, rivals)
        answer = of_two(question, *both) if len(both) == _TWO else over_several or compose(evidence)
        if isinstance(answer, NoAnswer) and answer.reason == "not_said":
            others = (compose(about(question, choice)) for choice in other_days(evidence.choice))
            answer = next((other for other in others if isinstance(other, Answer)), answer)
        if isinstance(answer, Answer) and answer.value is False:
            others = (compose(about(question, choice)) for choice in other_days(evidence.choice))
            answer = next((one for one in others if isinstance(one, Answer) and one.value is True), answer)
        if isinstance(answer, Answer) and len(answer.meetings) == 1:
            after = following(catalogue, reader, answer.meetings[0].report)
            answer = replace(answer, following=ref(after) if after else None)
        trace = (*question.trace, *evidence.choice.trace)
        took = (time.perf_counter() - begun) * 1000

        def people_in(said: str) -> tuple[str, ...]:
            return tuple(dict.fromkeys(one.name for one in named(said, catalogue.people(reader))))

        return Reply(answer, next_context(answer, question, context, people_in), took, trace)

    @property
    def generation(self) -> int:
        """The generation of the store that it answers from; -1 before the first question."""
        return self._current.generation

    def search(self, reader: Reader, text: str, k: int) -> list[Passage]:
        """The best `k` paragraphs for the words of `text`, with no understanding of it.

        The first search after a start loads the index, or builds it.

        Raises:
            StoreError: the store fails.
        """
        self.prepare()
        return self._passages.search(reader, clean_text(text), k)

    def _find(self, reader: Reader, words: str, reports: tuple[int, ...]) -> dict[tuple[int, int], float]:
        """The BM25 scores of the paragraphs of `reports` that hold any of `words`, by report number and paragraph."""
        self.prepare()
        return self._passages.scores(reader, words, reports)

    def prepare(self) -> None:
        """Have the index ready, so that no search waits for it.

        Raises:
            StoreError: the store fails.
        """
        self.refresh()
        generation = self._current.generation  # before the catalogue, which may be newer but never older
        self._passages.prepare(generation, self._current.catalogue)

    def close(self) -> None:
        """Keep what was learned since the last start, so that the next is quick."""
        self._current.close()
        self._passages.close()

    def refresh(self) -> None:
        """Catch up with the store; next to nothing when it has not changed.

        Raises:
            StoreError: the store fails.
        """
        self._current.refresh()
