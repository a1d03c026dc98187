"""What lies near a question that is declined: the plans' nearest facts, shown and not bent into an answer."""

from dataclasses import replace

from knowledge.answer import Nothing, Option
from knowledge.fitness import candidates
from knowledge.query import Query
from knowledge.trust import trust
from knowledge.wording import brief, cited

_TRUST = 0.5  # less, and the fact is about something else
_LIKENESS = 0.3
_MOST = 2
_SILENT = (
    "none of these",
    "old choice",
    "another year",
    "absent: chuyện ấy",
    "absent: person",
    "unknown body",
)
"""Reasons beside which nothing is offered: the asker has just refused it, what is known is said, or what is near is about somebody else."""


def with_nearest(query: Query, found: Nothing) -> Nothing:
    """Returns a decline that says what is known nearby, where it does not yet and something is."""
    if found.options or "\n" in found.text or found.why.startswith(_SILENT):
        return found
    ranked = candidates(query)
    near = [
        one.fact
        for one in ranked[:_MOST]
        if one.hit.likeness >= _LIKENESS and trust(query, ranked, [one.fact]) >= _TRUST
    ]
    if not near:
        return found
    library = query.base.library
    lines = [f"- {fact.say} ({cited(library, fact)})" for fact in near]
    return replace(
        found,
        text="\n".join([found.text, "Điều gần nhất tôi có:", *lines]),
        options=tuple(Option(brief(fact), f"fact:{fact.id}") for fact in near),
    )
