"""Proposing a name in the whole project: every mention of some words becomes a suggestion with a label.

It is a run of a model that knows one name: one step of the project's history, undone whole. `pump` does a little and
comes back, so that the window never stutters; what is stopped goes on from there when it is started again.
"""

from collections import deque
from collections.abc import Iterator
from hashlib import sha256
from time import perf_counter

import msgspec

from annotator.app.plans.mentions import Taken
from annotator.app.session import Session
from annotator.app.wording import count
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span, SpanKey
from annotator.model.errors import EditError, ProjectError
from annotator.model.ids import new_id
from annotator.model.mentions import is_unspaced, mentions
from annotator.model.rules import shorten
from annotator.store import annotators, articles, runs, sets
from annotator.store import mentions as found

_LONGEST = 100  # characters of a name
_SLICE = 0.012  # seconds in which articles are looked at, before what was found is stored
_AT_ONCE = 6  # articles stored in one go: about ten milliseconds
_FETCHED = 32

Result = tuple[str, str, AnnotationSet]


class Proposed(msgspec.Struct):
    """How many suggestions were made, in how many articles."""

    spans: int = 0
    articles: int = 0


def same_name(label: str, words: str) -> Annotator:
    """The annotator that proposes one name; each is a model of its own, as an article may have suggestions of many."""
    key = sha256(f"{label}\0{words}".encode()).hexdigest()[:12]
    return Annotator(name=f"same name: {label} “{words}”", kind="model", version=key)


class Proposing:
    """One name, proposed in every article of the project where it is not marked, judged or suggested yet."""

    def __init__(self, session: Session, label: str, words: str) -> None:
        if session.project.read_only:
            raise ProjectError("project.readonly", "The project is open for reading only.")
        if len(words) > _LONGEST or not words.strip() or "\n" in words:
            sentence = f"Only a name can be proposed: one line of up to {_LONGEST} characters."
            raise EditError("propose.name", sentence)
        self.told = Proposed()
        self._session, self._label, self._words = session, label, words
        self._model = same_name(label, words)
        self._number = annotators.find(session.project, self._model)
        self._numbers = self._candidates()
        self._results: deque[Result] = deque()
        self._step: int | None = None
        self.is_over = False

    def __str__(self) -> str:
        return f"{self._label} “{shorten(self._words)}”"

    def pump(self) -> bool:
        """Look at some articles and store what was found, in one transaction; whether there is more to do."""
        if self.is_over or (self._step is not None and found.is_undone(self._session.project, self._step)):
            self.is_over = True
            return False
        over = self._look()
        self._store()
        self.is_over = over and not self._results
        return not self.is_over

    def cancel(self) -> None:
        """Stop; what was proposed stays."""
        self.is_over = True

    def sentence(self, *, stopped: bool = False) -> str:
        """What was done, in words."""
        spans = count(self.told.spans, "mention was", "mentions were")
        told = f"{self}: {spans} proposed in {count(self.told.articles, 'article')}"
        return f"{told}; stopped." if stopped else f"{told}."

    def _look(self) -> bool:
        """Collect until there is enough to store or the time is up; whether every article was seen."""
        until = perf_counter() + _SLICE
        while len(self._results) < _AT_ONCE and perf_counter() < until:
            seq = next(self._numbers, None)
            if seq is None:
                return True
            if seq and (each := self._result(seq)):
                self._results.append(each)
        return False

    def _candidates(self) -> Iterator[int]:
        """The numbers of articles that may have the name; 0 where there is none among those just read."""
        project, after = self._session.project, 0
        if is_unspaced(self._words):
            last: int | None = 0
            while last is not None:
                numbers, last = found.read_for(project, self._words, after=last)
                yield from numbers
                yield 0
            return
        while numbers := found.candidates(project, self._words, after=after, limit=_FETCHED):
            yield from numbers
            after = numbers[-1]

    def _result(self, seq: int) -> Result | None:
        project = self._session.project
        if self._number is not None and sets.exists(project, seq, self._number):
            return None
        article = articles.get(project, seq)
        places = [SpanKey(label=self._label, fragments=(each,)) for each in mentions(article.text, self._words)]
        known, taken = self._known(seq) if places else (set(), Taken([]))
        made = [self._span(key) for key in places if key not in known and not taken.meets(key.fragments[0])]
        if not made:
            return None
        state, version = SetState(status="done"), self._session.schema_version
        spans = {each.id: each for each in made}
        aset = AnnotationSet(annotator=self._model, state=state, schema_version=version, spans=spans)
        return article.id, article.sha256, aset

    def _known(self, seq: int) -> tuple[set[SpanKey], Taken]:
        """What this annotator has marked or judged there, and what models suggest; the places of it with the label.

        What was rejected takes no place: a shorter name in it may be the right one.
        """
        project = self._session.project
        own = sets.load(project, seq, self._session.number)
        found = [span for each in sets.of_models(project, seq) for span in each.spans.values()]
        judged: set[SpanKey] = set()
        if own is not None:
            judged = {each.subject for each in own.verdicts.values() if isinstance(each.subject, SpanKey)}
            found = [span for span in found if span.key not in judged] + list(own.spans.values())
        taken = Taken([span for span in found if span.label == self._label])
        return judged | {span.key for span in found}, taken

    def _span(self, key: SpanKey) -> Span:
        defaults = self._session.schema.defaults_of_label(key.label)
        return Span(id=new_id(), label=key.label, fragments=key.fragments, text=self._words, attributes=defaults)

    def _store(self) -> None:
        batch = [self._results.popleft() for _ in range(min(_AT_ONCE, len(self._results)))]
        if not batch:
            return
        if self._step is None:
            self._step = runs.begin(self._session.project, "model run", f"Propose {self} in the project")
        stored = set(self._session.receive(batch, self._step))
        self.told.articles += len(stored)
        self.told.spans += sum(len(each[2].spans) for each in batch)
