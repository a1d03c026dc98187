"""What the plans never hold, said with a slip: "trủ tịch", "số diện thoại", "mấy chụt triệu", "ctịch".

The vocabulary knows the plans' words alone and bends a slip to one of those. These words are nobody's but the asker's, so a
slip in them is read by its neighbours: the rest of the name stands there as it is.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from knowledge.fold import plain
from knowledge.normal import Word
from knowledge.query import Query
from knowledge.syllables import is_syllable
from knowledge.vocabulary import is_near, sound

_FILE = Path(__file__).parent / "lexicon" / "unheld.toml"
_LEAST = 3
"""A shorter word with a letter wrong may be any other word."""


def unheld_line(query: Query) -> str:
    """Returns the plain words of a question with the names that no plan holds mended in it; "" when none has a slip."""
    whole, short = _names()
    words = query.words
    mended: dict[int, str] = {}
    for place, word in enumerate(words):
        if pair := short.get(word.fold):
            mended[place] = " ".join(pair)
        for at, name in whole.get(word.fold, ()):
            start = place - at
            span = words[start : start + len(name)] if start >= 0 else ()
            if len(span) == len(name) and _is_said(query, words, start, name):
                for step, part in enumerate(name):
                    mended[start + step] = part
    if not mended:
        return ""
    return " ".join(mended.get(place, word.fold) for place, word in enumerate(words))


@cache
def _names() -> tuple[Mapping[str, Sequence[tuple[int, tuple[str, ...]]]], Mapping[str, tuple[str, str]]]:
    """The names by each of their words, with its place in them; and those of two words by their short form ("ctich")."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))["names"]
    names = [tuple(plain(name).split()) for name in table.replace("\n", " ").split(";") if name.strip()]
    whole: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for name in names:
        for at, word in enumerate(name):
            whole[word].append((at, name))
    short = {name[0][0] + name[1]: (name[0], name[1]) for name in names if len(name) == 2}
    return dict(whole), {form: name for form, name in short.items() if not is_syllable(form)}


def _is_said(query: Query, words: Sequence[Word], start: int, name: Sequence[str]) -> bool:
    """Whether the words from a place on are a name with one slip in it, in a word that the plans do not have there."""
    slip = _slip(words, start, name)
    if slip < 0:
        return False
    typed, word, known = words[slip], words[slip].fold, query.base.vocabulary
    if (word in known or word in query.base.speech.plain_fillers) and (not typed.marked or typed.typed in known.forms):
        return False
    before = words[slip - 1].fold if slip else ""
    after = words[slip + 1].fold if slip + 1 < len(words) else ""
    if (before, word) in known.pairs or (word, after) in known.pairs:
        return False
    # … and its neighbours do not say already what else it is: "mấy tiiêu chí"
    return not any(one.word.start == typed.start and one.word.fold != word for one in query.places)


def _slip(words: Sequence[Word], start: int, name: Sequence[str]) -> int:
    """Where the one word stands that is a slip of its part of a name; -1 when there is none or more than one."""
    found = -1
    for place, part in enumerate(name, start):
        word = words[place].fold
        if word == part:
            continue
        if found >= 0 or not is_near(word, part) or (min(len(word), len(part)) < _LEAST and sound(word) != sound(part)):
            return -1
        found = place
    return found
