"""Chances that always come true at least once, so that a noise is a noise in a short text too."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def some(items: Sequence[T], share: float, rng: Random) -> list[T]:
    """Returns each item with the chance ``share``, in order, and at least one when there is one."""
    if not items:
        return []
    sure = rng.randrange(len(items))
    chosen = [rng.random() < share for _ in items]
    if not any(chosen):
        chosen[sure] = True
    return [item for item, is_in in zip(items, chosen, strict=True) if is_in]
