"""Why a question got its answer: letter, parts, normal form, slots, candidates with scores and checks, gate, decision. For whoever debugs it."""

from collections.abc import Iterator
from datetime import date

from knowledge.answer import Answer, Context, Nothing
from knowledge.base import Base
from knowledge.finders import search
from knowledge.fitness import candidates
from knowledge.gate.kept import kept
from knowledge.match import answer, readings
from knowledge.message.one_question import FINDERS
from knowledge.query import Query, read
from knowledge.trust import trust

_SHOWN = 6
_WORDS = 90


def explained(base: Base, text: str, today: date, context: Context | None = None) -> str:
    """Returns the whole way of one question, a line a step; every text that was tried has its own lines."""
    lines = [f"typed       {text}"]
    if context:
        lines.append(f"goes on     {context.question} ({', '.join(context.facts)})")
    for why, tried in readings(base, text, today, context):
        lines.append(f"reading     {tried} ({why})")
        lines += _reading(read(base, tried, today))
    decision = answer(base, text, today, context)
    because = f" ({decision.why})" if isinstance(decision, Nothing) else ""
    lines.append(f"decision    {_named(decision)}{because}: {decision.text.splitlines()[0]}")
    return "\n".join(lines)


def _reading(query: Query) -> Iterator[str]:
    yield f"normal      {query.line}"
    yield f"aims        {', '.join(sorted(query.aims)) or '-'}"
    yield f"plans       {', '.join(query.plans) or '-'}; years {', '.join(map(str, query.years)) or '-'}"
    yield f"places      {'; '.join('/'.join(one.names) for one in (*query.communes, *query.districts)) or '-'}"
    unknown = [place.word.typed for place in query.places if not place.known]
    guessed = [
        f"{place.word.typed} -> {'/'.join(term for term, _ in place.meant)}"
        for place in query.places
        if place.meant and place.meant[0][0] != place.word.fold
    ]
    yield f"unknown     {', '.join(unknown) or '-'}; guessed {', '.join(guessed) or '-'}"
    ranked = candidates(query)
    for one in ranked[:_SHOWN]:
        yield (
            f"candidate   {one.fact.id} {one.score:.2f}, trust {trust(query, ranked, [one.fact]):.2f}"
            f" (bm25 {one.hit.bm25:.2f}, explained {one.hit.explained:.2f}, likeness {one.hit.likeness:.2f})"
            f" {'; '.join(one.checks)} | {one.fact.say[:_WORDS]}"
        )
    found, by = _found(query)
    yield f"found by    {by}: {_named(found)}"
    if (looked := kept(query, found)) is not found and isinstance(looked, Nothing):
        yield f"gate        {looked.why}"


def _found(query: Query) -> tuple[Answer, str]:
    for find in FINDERS:
        found = find(query)
        if found is not None:
            return found, find.__module__.rsplit(".", 1)[-1]
    sure, searched = search.find(query)
    return searched, f"search, trust {sure:.2f}"


def _named(found: Answer) -> str:
    return type(found).__name__
