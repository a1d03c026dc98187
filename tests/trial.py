"""Runs many questions against one knowledge base, over one process or several."""

import multiprocessing
from collections.abc import Callable, Sequence
from typing import TypeVar

from knowledge.base import Base

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_BASE: list[Base] = []


def each(work: Callable[[Base, _Given], _Made], base: Base, given: Sequence[_Given], processes: int = 1) -> list[_Made]:
    """Returns what ``work`` makes of each, in order. With several processes ``work`` is a function of a module."""
    if processes == 1:
        return [work(base, one) for one in given]
    with multiprocessing.get_context("fork").Pool(processes, _keep, (base,)) as pool:
        return pool.starmap(_with_base, [(work, one) for one in given], chunksize=50)


def _keep(base: Base) -> None:
    _BASE[:] = [base]


def _with_base(work: Callable[[Base, _Given], _Made], one: _Given) -> _Made:
    return work(_BASE[0], one)
