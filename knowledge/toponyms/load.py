"""The gazetteer made from the plans' lists of communes and districts and from the lexicon's table of places."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge.facts import Communes, Districts
from knowledge.fold import plain, same_form
from knowledge.library import Library
from knowledge.toponyms.gazetteer import Gazetteer
from knowledge.toponyms.names import LONGEST_NAME, Names

_FILE = Path(__file__).parents[1] / "lexicon" / "places.toml"
_MORE = ("dai hiep", "tam ky", "hai duong", "quang nam", "viet nam", "hoi", "ubnd", "mttq")


def open_gazetteer(library: Library) -> Gazetteer:
    """Returns the gazetteer of a library."""
    communes: dict[str, list[str]] = defaultdict(list)
    for row in library.of(Communes):
        for name in row.names:
            if name not in communes[plain(name)]:
                communes[plain(name)].append(name)
    for name in [name for names in communes.values() for name in names if len(name.split()) == LONGEST_NAME]:
        begun = plain(name).rsplit(" ", 1)[0]  # "Bình Định" may be Bình Định Bắc or Bình Định Nam
        if begun not in communes or communes[begun][0].count(" ") > begun.count(" "):
            communes[begun].append(name)
    districts: dict[str, list[str]] = defaultdict(list)
    for group in library.of(Districts):
        for name in group.members:
            if len(name.split()) <= LONGEST_NAME and name not in districts[plain(name)]:
                districts[plain(name)].append(name)
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    elsewhere = {
        plain(name.strip()): same_form(name.strip())
        for kind in ("provinces", "districts")
        for name in table[kind].replace("\n", " ").split(";")
        if name.strip()
    }
    said = {
        " ".join(plain(form).replace("'", "").replace("-", " ").split()): name
        for name, forms in table["said"].items()
        for form in forms.split(";")
        if name in communes[plain(name)]
    }
    said = {form: name for form, name in said.items() if form not in communes}
    return Gazetteer(
        replace(_names(communes), said=said),
        _names(districts),
        elsewhere,
        frozenset(name.split()[0] for name in elsewhere),
        _by_parts(elsewhere),
        frozenset(same_form(name).split()[0] for row in library.of(Communes) for name in row.names if " " in name),
        frozenset([*(plain(name) for names in communes.values() for name in names), *districts, *said, *_MORE]),
    )


def _by_parts(names: Iterable[str]) -> Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]:
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for name in names:
        parts = tuple(name.split())
        for at, part in enumerate(parts) if len(parts) > 1 else ():
            found[part].append((at, parts))
    return dict(found)


def _names(names: Mapping[str, list[str]]) -> Names:
    return Names({key: tuple(values) for key, values in names.items()}, frozenset(key.split()[0] for key in names))
