"""The plans and their facts, looked up by name. Built once, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from knowledge.facts import Fact, Plan, Source
from knowledge.load import PLANS, load

_F = TypeVar("_F", bound=Fact)


@dataclass(frozen=True)
class Library:
    """Everything the bot knows of the plans."""

    plans: tuple[Plan, ...]
    facts: tuple[Fact, ...]

    @cached_property
    def _plan_by_key(self) -> dict[str, Plan]:
        return {plan.key: plan for plan in self.plans}

    @cached_property
    def _fact_by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    def plan(self, key: str) -> Plan:
        """Returns the plan with this key. Raises KeyError."""
        return self._plan_by_key[key]

    def fact(self, name: str) -> Fact | None:
        """Returns the fact with this id, if there is one."""
        return self._fact_by_id.get(name)

    @cached_property
    def _by_kind(self) -> dict[type[Fact], list[Fact]]:
        found: dict[type[Fact], list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(type(fact), []).append(fact)
        return found

    def of(self, kind: type[_F]) -> Sequence[_F]:
        """Returns the facts of one kind, in the order of the files."""
        return cast(Sequence[_F], self._by_kind.get(kind, ()))

    def plans_of(self, fact: Fact) -> Sequence[Plan]:
        """Returns the plans in which a fact stands, each once."""
        return list(dict.fromkeys(self.plan(source.plan) for source in fact.sources))

    def named(self, source: Source) -> str:
        """Returns a source as an answer names it: "Kế hoạch 121/KH-CCB, mục III.3"."""
        section = source.section
        if section[:1].isdigit() or section.split(".")[0].strip("IVX") == "":
            section = f"mục {section}"
        return f"{self.plan(source.plan).short}, {section}" if section else self.plan(source.plan).short


def open_library(folder: Path = PLANS) -> Library:
    """Returns the library of a folder of plans. Raises BrokenPlanFileError, BrokenFactError."""
    return Library(*load(folder))
