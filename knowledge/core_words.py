"""The words by which a message says something, apart from what only joins it to the last question: "còn cả năm thì sao?"."""

import itertools
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from knowledge.normal import Word
from knowledge.pattern import Pattern
from knowledge.query import Query, fully_marked
from knowledge.toponyms.elsewhere import begins_at

_JOINERS = re.compile(
    r"^(?:(?:con|rieng|the|vay|rua|va|thi|roi|voi|ua|the con|y (?:bac|chu|toi|tui) (?:hoi|la|noi)|y la|nghia la|cai|ben|cua|muc|viec|ngoai ra|ma|da|u|uh|a|trong (?:so )?do|nhung) )+"
)
_LEFTOVERS = Pattern(r"(?: (?:thi sao|thi rang|the nao|sao|rang|vay|rua|the|ha|he|ho|hi|a|nhi|nua|thi|ra sao))+$")
_HOUSEHOLD = "ho"
_COUNTING = frozenset({"may", "nhieu", "so", "moi", "cac", "nhung"})
_STILL, _CHILD = "con", "conx"
_STAR, _STARS = "sao", frozenset({"3", "4", "5", "ba", "bon", "nam"})
_NUMBERED = frozenset({"chi", "so", "muc", "phan", "thu", "ngay", "thang"})
_BY = "do"


@lru_cache(maxsize=64)
def core(query: Query) -> tuple[int, int]:
    """Returns from where to where the words say something, and do not only join them to the last question."""
    words = query.words
    line = line_of(words)
    begin = _JOINERS.match(line)
    start = _of_name(query, len(begin.group().split()) if begin else 0)
    rest = " " + " ".join(word.fold for word in words[start:])
    end = _LEFTOVERS.search(rest)
    stop = len(words) - (len(end.group().split()) if end else 0)
    named = [mention.end for mention in (*query.communes, *query.districts) if mention.start < stop < mention.end]
    if stop < len(words) and words[stop].fold == _HOUSEHOLD and _counted(words, stop):
        stop += 1
    if stop < len(words) and words[stop].fold == _STAR and _of_stars(words, stop):
        stop += 1
    return start, max(start, stop, *named)  # "xã Tiên Hà" does not end in "hả"


def _of_stars(words: Sequence[Word], place: int) -> bool:
    """Whether "sao" is a product's star and asks nothing: "mấy cái 5 sao", and not "còn tiêu chí 5 sao"."""
    behind = [word.fold for word in words[max(0, place - 2) : place]]
    return bool(behind) and behind[-1] in _STARS and behind[0] not in _NUMBERED


def _of_name(query: Query, start: int) -> int:
    """Where a name begins that what joins seems to end in: "còn Đà Nẵng?" does not begin with "dạ"."""
    mentions = (*query.communes, *query.districts)
    inside = [mention.start for mention in mentions if mention.start < start < mention.end]
    return min([begins_at(query.base.gazetteer, query.words, start), *inside])


def _counted(words: Sequence[Word], place: int) -> bool:
    """Whether a word is a household and no mere sound: "mấy hộ"."""
    return words[place].marked or (place > 0 and words[place - 1].fold in _COUNTING)


def line_of(words: Sequence[Word]) -> str:
    """Returns the plain words of a message in a row; those that their marks keep from being a joining one are told apart."""
    line = " ".join(word.fold for word in words)
    if "do" in line and any(word.typed == _BY for word in words) and fully_marked(words):
        line = " ".join(
            "dox" if word.typed == _BY else word.fold for word in words
        )  # "mô hình do Hội …" is no "mô hình đó"
    # Among words with their marks "con" is a child, and no "còn".
    return f"{_CHILD}{line[len(_STILL) :]}" if words and words[0].typed == _STILL and fully_marked(words) else line


def written(query: Query, places: Iterable[int]) -> list[str]:
    """Returns words of a question as they stand in it: "13/2023" and "KH121" are one, though they are read as two."""
    wanted = list(places)
    found: list[str] = []
    for (start, end), group in itertools.groupby(enumerate(query.words), lambda one: (one[1].start, one[1].end)):
        numbers = [place for place, _ in group]
        kept = [place for place in numbers if place in wanted]
        found += [query.text[start:end]] if kept == numbers else [query.words[place].typed for place in kept]
    return found
