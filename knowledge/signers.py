"""The people who signed the plans, as a question names them."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.facts import Plan
from knowledge.fold import plain
from knowledge.query import Query


def names_signer(query: Query) -> bool:
    """Returns whether somebody is named who signed a plan."""
    return bool(signers_named(query))


@lru_cache(maxsize=64)  # asked before a message is read further, and again by the finder
def signers_named(query: Query) -> list[Plan]:
    """Returns the plans whose signer is named."""
    return [plan for plan in query.base.library.plans if plan.signer and _is_named(query, plain(plan.signer))]


def _is_named(query: Query, name: str) -> bool:
    """Whether a full name stands in the question, or with one slip that makes no word of it that the plans have ("ùi Văn Trí")."""
    if query.has(name):
        return True
    folds, parts, vocabulary = [word.fold for word in query.words], name.split(), query.base.vocabulary
    if len(set(parts).intersection(folds)) < len(set(parts)) - 1:
        return False
    for window in zip(*(folds[start:] for start in range(len(parts))), strict=False):
        odd = [(one, part) for one, part in zip(window, parts, strict=True) if one != part]
        if len(odd) == 1 and odd[0][0] not in vocabulary and OSA.distance(*odd[0], score_cutoff=1) <= 1:
            return True
    return False
