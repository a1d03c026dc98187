"""Questions that go on from the last one: "còn cả năm thì sao?", "nộp cho ai?", "nguồn mô?", "nói rõ hơn"."""

import re
from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.answer import Answer, Found
from knowledge.facts import Communes, Fact, Regime, Source
from knowledge.finders.places import standard
from knowledge.finders.reports import asked_periods
from knowledge.query import Query
from knowledge.wording import cited, said

_SHORT = 9
_SOURCE = re.compile(
    r"\bnguon\b|\bo muc nao\b|\btheo (?:van ban|kehoach|tai lieu|dau|muc) ?(?:nao)?\b|\blay (?:o|tu) dau\b|\bcan cu (?:vao )?dau\b|\bo trang nao\b|\bcan cu\b$|\bdau ra\b"
)
_MORE = re.compile(
    r"\bdai hon\b|\bro hon\b|\bchi tiet hon\b|\bnoi them\b|\bthem nua\b|\bky hon\b|\bnoi ro\b|\bgiai thich them\b|\bcon gi nua\b|\bnua di\b|\bnoi tiep\b"
)
_GOES_ON = re.compile(
    r"^(?:con|the|vay|rua|a|u|da|va|thi|o)\b|\bthi sao\b|\bsao\b|\bthi (?:khi|luc|ngay|thang|ai|gui|nop)\b|\bno\b|\bcai (?:do|nay|ay|kia)\b|\bviec (?:do|nay|ay)\b"
)


def find(query: Query) -> Answer | None:
    """Returns the answer that the last topic gives to a short question without one of its own."""
    if query.context is None or len(query.words) > _SHORT:
        return None
    library = query.base.library
    facts = [fact for name in query.context.facts if (fact := library.fact(name))]
    if not facts:
        return None
    if _SOURCE.search(query.line) and not _own_topic(query):
        lines = [f"{fact.say} ({cited(library, fact)})" for fact in facts[:3]]
        return Found(
            "\n".join(["Điều tôi vừa nói lấy từ:", *(f"- {line}" for line in lines)]),
            _sources(facts),
            tuple(fact.id for fact in facts),
        )
    if _MORE.search(query.line) and not _own_topic(query):
        return _longer(query, facts)
    if all(isinstance(fact, Regime) for fact in facts):
        return _regimes(query, [fact for fact in facts if isinstance(fact, Regime)])
    if all(isinstance(fact, Communes) for fact in facts):
        return _lists(query, [fact for fact in facts if isinstance(fact, Communes)])
    if (
        _GOES_ON.search(query.line)
        and query.wants(Aim.WHO, Aim.WHEN, Aim.WHERE, Aim.PLAN, Aim.LEFT)
        and not _own_topic(query)
    ):
        return said(library, facts[:2], query.today)
    return None


def _own_topic(query: Query) -> bool:
    """Whether the question names something of its own to talk about."""
    index = query.base.index
    return (
        sum(place.weight == 1.0 and bool(place.meant) and index.idf(place.meant[0][0]) > 3.0 for place in query.places)
        > 1
    )


def _regimes(query: Query, facts: Sequence[Regime]) -> Answer | None:
    """Another period, another plan, or another side of the same report."""
    periods = asked_periods(query.line)
    plans = query.plans or tuple(dict.fromkeys(fact.source.plan for fact in facts))
    if not (
        periods or query.plans or query.wants(Aim.WHOM, Aim.WHO, Aim.WHEN, Aim.LEFT, Aim.EMAIL, Aim.OFTEN, Aim.WHERE)
    ):
        return None
    if _own_topic(query) and not query.plans and not query.has("bao cao|nop|gui"):
        return None
    wanted = periods or tuple(dict.fromkeys(period for fact in facts for period in fact.periods))
    rows = [
        row
        for row in query.base.library.of(Regime)
        if row.kind == "báo cáo"
        and row.source.plan in plans
        and set(wanted) & set(row.periods)
        and (row.who in {f.who for f in facts} or query.plans)
    ]
    return said(query.base.library, rows[:3], query.today) if rows else None


def _lists(query: Query, facts: Sequence[Communes]) -> Answer | None:
    """The same list for another year or another standard."""
    asked = standard(query.line)
    if (not query.years and not asked) or query.communes:
        return None
    rows = [
        row
        for row in query.base.library.of(Communes)
        if row.year in (query.years or {fact.year for fact in facts})
        and row.standard in ({asked} if asked else {fact.standard for fact in facts})
    ]
    return said(query.base.library, rows, query.today) if rows else None


def _longer(query: Query, facts: Sequence[Fact]) -> Found:
    """The facts again with their notes, and their neighbours in the same section."""
    library = query.base.library
    neighbours = [
        fact
        for fact in library.facts
        if fact.source in {one.source for one in facts} and fact not in facts and not isinstance(fact, Communes)
    ]
    lines = [f"{fact.say} {fact.note}".strip() for fact in facts[:2]]
    if neighbours:
        lines.append("Cùng mục đó còn có:")
        lines += [f"- {fact.say}" for fact in neighbours[:4]]
    lines.append(f"Theo {cited(library, facts[0])}.")
    return Found("\n".join(lines), _sources(facts), tuple(fact.id for fact in facts))


def _sources(facts: Sequence[Fact]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for fact in facts for source in fact.sources))
