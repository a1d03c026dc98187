"""What an answer showed one under the other, so that it can be pointed at: choices, facts, or the parts that one fact lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answer import NONE_OF_THESE, Answer, Found, Smalltalk, Unsure
from knowledge.facts import Communes, Districts, Fact, Legal, Model
from knowledge.library import Library
from knowledge.wording import full

_LISTED = re.compile(r"(?::|(?:^|[.;] )Đó là(?::)?)\s+([^:.]+?(?:;|,)[^:.]+)(?:\.|$|\n)")
_QUOTED = re.compile(r'"([^"]+)"')
_BETWEEN = re.compile(r"\s*;\s*|\s*,\s*|\s+và\s+")
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was shown: its ``name``, all that was said of it, and the key that brings it ("fact:R01"); "" for a mere part."""

    name: str
    text: str
    key: str = ""


def shown_in(library: Library, answer: Answer) -> Sequence[Item]:
    """Returns the things that an answer shows, in their order; () when it shows no two."""
    if isinstance(answer, Smalltalk):
        return ()
    items = [_choice(library, option.label, option.key) for option in answer.options if option != NONE_OF_THESE]
    facts = [fact for name in _facts(answer) if (fact := library.fact(name))]
    if len(items) < max(2, len(facts)) and all(item.key.startswith("fact:") for item in items):
        items = [Item(_name(fact), full(fact), f"fact:{fact.id}") for fact in facts]
    if len(items) < 2:
        items = [Item(part, part) for part in (members(facts[0]) if facts else _parts(answer.text))]
    return items if len(items) > 1 else ()


def _facts(answer: Answer) -> tuple[str, ...]:
    return answer.facts if isinstance(answer, Found | Unsure) else ()


def _choice(library: Library, label: str, key: str) -> Item:
    kind, _, names = key.partition(":")
    facts = [fact for name in names.split(",") if kind in ("fact", "facts") and (fact := library.fact(name))]
    name = _name(facts[0]) if kind == "fact" and facts else label
    return Item(name, " ".join([label, *(full(fact) for fact in facts)]), key)


def _name(fact: Fact) -> str:
    """How a fact's thing is called in a question about it."""
    match fact:
        case Model():
            return fact.name
        case Legal():
            return f"{fact.kind} {fact.number}"
        case Communes():
            return f"Danh sách xã {fact.standard} năm {fact.year}"
        case _:
            return full(fact)


def members(fact: Fact) -> Sequence[str]:
    """Returns the things that one fact lists, in its order; () when it lists none."""
    match fact:
        case Communes():
            return [f"xã {name}" for name in fact.names]
        case Districts():
            return [f"huyện {name}" for name in fact.members]
        case _:
            return _parts(fact.say)


def _parts(text: str) -> Sequence[str]:
    """The parts that a text lists: behind a colon, else its names between quotation marks."""
    lists = [_split(found) for found in _LISTED.findall(text)]
    longest = max(lists, key=len, default=[])
    return longest if len(longest) > 1 else list(dict.fromkeys(_QUOTED.findall(text)))


def _split(listed: str) -> list[str]:
    if '"' in listed and len(quoted := _QUOTED.findall(listed)) > 1:
        return quoted
    parts = listed.split(";") if ";" in listed else _BETWEEN.split(listed)
    return [part.strip() for part in parts if 0 < len(part.split()) <= _MOST_WORDS]
