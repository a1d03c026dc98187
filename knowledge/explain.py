"""Why a question got its answer: normal form, slots, candidates with scores and checks, decision. For whoever debugs it."""

from collections.abc import Iterator
from datetime import date

from knowledge.answer import Context
from knowledge.base import Base
from knowledge.finders import search
from knowledge.fitness import candidates
from knowledge.match import FINDERS, answer, variants
from knowledge.query import Query, read


def explained(base: Base, text: str, today: date, context: Context | None = None) -> str:
    """Returns the whole way of one question, a line a step."""
    lines: list[str] = []
    for variant in variants(base, text, today):
        lines += _variant(read(base, variant, today))
    decision = answer(base, text, today, context)
    lines.append(f"decision    {type(decision).__name__}: {decision.text.splitlines()[0]}")
    return "\n".join(lines)


def _variant(query: Query) -> Iterator[str]:
    yield f"read        {query.text}"
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
    for one in candidates(query)[:6]:
        yield (
            f"candidate   {one.fact.id} {one.score:.2f} (bm25 {one.hit.bm25:.2f}, explained {one.hit.explained:.2f},"
            f" likeness {one.hit.likeness:.2f}) {'; '.join(one.checks)} | {one.fact.say[:90]}"
        )
    for find in FINDERS:
        found = find(query)
        if found is not None:
            yield f"found by    {find.__module__.rsplit('.', 1)[-1]}: {type(found).__name__}"
            return
    sure, found = search.find(query)
    yield f"found by    search: {type(found).__name__}, trust {sure:.2f}"
