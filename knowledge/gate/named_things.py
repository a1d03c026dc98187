"""Whether an answer is about the thing that the question names: the model in quotes, the prize, the piece of work."""

import re
from collections.abc import Sequence

from knowledge.demand import demanded
from knowledge.facts import Fact, Model, Note
from knowledge.fold import plain
from knowledge.models.naming import models_quoted
from knowledge.pattern import Pattern
from knowledge.query import Query

_DEED = Pattern(
    r"(?<!con )(?<!may )(?<!cac )(?<!nhung )\bso do\b|\bgiay to\b|\bho khau\b|\bcan cuoc\b|\bso hong\b|\bgiay khai sinh\b|\bgiay chung nhan\b|\bsua (?:ten|giay|so|ho so)\b"
)
"""Papers of one's own, whose misprints are no misprints of a plan."""

_QUOTED = Pattern(r"[“\"«]([^”\"»]{6,80})[”\"»]")
_LONG_NAME = 4
_PRIZE = Pattern(r"\bgiai (?:nhat|nhi|ba|khuyen khich|dac biet)\b")
_TIME_OF_YEAR = "tháng/ngày cao điểm"
_ALIKE, _QUITE_OTHER = 0.45, 0.4
_TOPICS = frozenset({"antt", "atgt", "attp", "bhyt", "bvtv", "chuachay", "nhatam", "ocop", "pccc", "nhcsxh"})
"""Notions that are a piece of work of their own: who has one of them has it by name."""

ASKS = (
    _DEED,
    _PRIZE,
)
"""By these it is seen that papers or prizes are asked for."""


def own_papers(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a remark on a plan is told to who asks about papers of his own."""
    return bool(facts) and all(isinstance(fact, Note) for fact in facts) and query.asks(_DEED)


def no_prize(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether a prize is asked about that the answer does not name."""
    return any(prize not in body for prize in _PRIZE.findall(query.line))


def another_task(query: Query, _: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a body is asked about a piece of work that the plans know, and the facts told of that body are of other work."""
    index, numbers = query.base.index, query.base.numbers
    topics = {place.meant[0][0] for place in query.places if place.meant and place.weight == 1.0} & _TOPICS
    if not topics or not facts or not demanded(query).bodies:
        return False
    return any(not any(index.has(numbers[fact.id], topic) for fact in facts) for topic in topics)


def another_name(whole: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a thing is named in full, in quotes or behind "mô hình", and the answer is about another one."""
    if not facts:
        return False
    if any(source.plan in whole.plans for fact in facts for source in fact.sources):
        return False  # what is quoted may be the plan's own name, which its facts do not repeat
    if any(_is_other(whole, quoted.span(1), body) for quoted in _QUOTED.finditer(whole.text)):
        return True
    if (quoted := models_quoted(whole)) and not any(fact in facts or plain(fact.name) in body for fact in quoted):
        return True
    library, numbers = whole.base.library, whole.base.numbers
    months = [model for model in library.of(Model) if model.type == _TIME_OF_YEAR and _is_said(whole, model)]
    if any(_held(month.name, plain(facts[0].say)) < _ALIKE for month in months):
        return True  # "Tháng Nhân đạo" is no other month
    named = whole.base.names_said(whole.places)
    if named & {numbers[fact.id] for fact in facts}:
        return False
    models = [fact for number in named if isinstance(fact := library.facts[number], Model)]
    return any(
        len(model.name.split()) >= _LONG_NAME
        and (
            f" {_words(model.name)} " in f" {' '.join(word.fold for word in whole.words)} "
            or f" mo hinh {' '.join(plain(model.name).split()[:2])} " in f" {whole.said} "
        )
        and _held(model.name, body) < _ALIKE
        for model in models
    )


def _words(name: str) -> str:
    """The plain words of a name, without what stands between them."""
    return " ".join(re.findall(r"\w+", plain(name)))


def _is_said(whole: Query, model: Model) -> bool:
    """Whether a model's name stands in the question word for word."""
    return f" {plain(model.name)} " in f" {whole.said} "


def _is_other(whole: Query, span: tuple[int, int], body: str) -> bool:
    """Whether what is quoted from one place of the text to another is another thing than the answer's, slips allowed for."""
    start, end = span
    quoted = [place for place in whole.places if start <= place.word.start < end]
    words = set(re.findall(r"\w+", body))
    held = sum(bool({place.word.fold, *(term for term, _ in place.meant)} & words) for place in quoted)
    return len(quoted) >= _LONG_NAME and held < _QUITE_OTHER * len(quoted)


def _held(name: str, body: str) -> float:
    """How much of a name's words stand in an answer."""
    words, held = re.findall(r"\w+", plain(name)), set(re.findall(r"\w+", body))
    return sum(word in held for word in words) / len(words) if words else 1.0
