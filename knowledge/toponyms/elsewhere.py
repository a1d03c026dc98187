"""Provinces and districts that the plans do not speak of, named in a question."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from knowledge.normal import Word
from knowledge.toponyms.exact import agrees
from knowledge.toponyms.gazetteer import Gazetteer
from knowledge.toponyms.slips import MOST_SLIPS, slips
from knowledge.toponyms.triggers import LEADS

_PAIR = 2
_RANKED = frozenset({"tinh", "thanh pho", "tp", "huyen", "quan", "thi xa"})
"""Ranks of the places that the table of places elsewhere has."""

_BODIES = frozenset(
    [
        ("thap", "do"),
        ("chien", "binh"),
        ("thanh", "nien"),
        ("khuyen", "hoc"),
        ("cao", "tuoi"),
        ("phu", "nu"),
        ("nong", "dan"),
        ("mat", "tran"),
    ]
)
"""The last words of bodies' names, behind which stands where they are."""


def places_elsewhere(
    gazetteer: Gazetteer, words: Sequence[Word], text: str, follow: Callable[[str, str], bool]
) -> list[str]:
    """Returns the plain names of provinces and districts that the plans do not speak of."""
    found: list[str] = []
    for place, word in enumerate(words):
        for size in (4, 3, 2, 1) if word.fold in gazetteer.begin_elsewhere else ():
            span = words[place : place + size]
            name = " ".join(word.fold for word in span)
            if (
                len(span) == size
                and name in gazetteer.elsewhere
                and (
                    agrees([word.typed for word in span], gazetteer.elsewhere[name].split(), True)
                    or _led(words, place)
                    or (len(span) > _PAIR and not any(word.marked for word in span))
                    or (size > 1 and (_out_of_place(span, follow) or _is_written_as_name(words, place, size, text)))
                )
            ):
                found.append(name)
    return found or _nearly_elsewhere(gazetteer, words, text, follow)


def named_alone(gazetteer: Gazetteer, words: Sequence[Word]) -> str:
    """Returns the plain name of the place elsewhere that words are, its rank aside, with their marks or without; "" when they are
    none. What may be one of the plans' own places is elsewhere only behind a rank: "tỉnh Bình Định".
    """
    ranked = next((size for size in (2, 1) if " ".join(word.fold for word in words[:size]) in _RANKED), 0)
    span = words[ranked:]
    name = " ".join(word.fold for word in span)
    if name not in gazetteer.elsewhere or (name in gazetteer.known and not ranked):
        return ""
    return name if agrees([word.typed for word in span], gazetteer.elsewhere[name].split(), marked=False) else ""


def begins_at(gazetteer: Gazetteer, words: Sequence[Word], place: int) -> int:
    """Returns where a name of a place elsewhere begins of which a word before ``place`` and the one there are part; else ``place``."""
    for at, parts in gazetteer.parts_elsewhere.get(words[place].fold, ()) if place < len(words) else ():
        span = words[max(0, place - at) : place - at + len(parts)]
        name = " ".join(parts)
        if (
            at
            and " ".join(word.fold for word in span) == name
            and agrees([word.typed for word in span], gazetteer.elsewhere[name].split(), marked=False)
        ):
            return place - at
    return place


def _is_one_slip(span: Sequence[Word], parts: Sequence[str]) -> bool:
    """Whether words are a name with a slip in one of them."""
    wrong = [step for step, part in enumerate(parts) if span[step].fold != part]
    return len(wrong) == 1 and slips(span[wrong[0]].fold, parts[wrong[0]]) < MOST_SLIPS


def _out_of_place(span: Sequence[Word], follow: Callable[[str, str], bool]) -> bool:
    """Whether unmarked words make a name that the plans' own language does not have side by side."""
    return (
        not any(word.marked for word in span)
        and span[0].fold not in ("nam", "gia", "ha", "long")
        and not follow(span[0].fold, span[1].fold)
    )


def _led(words: Sequence[Word], place: int) -> bool:
    """Whether the word before says that a place comes: unmarked words that look like a place often are none."""
    led = place > 0 and words[place - 1].fold in LEADS
    led = led or (place > 1 and (words[place - 2].fold, words[place - 1].fold) in _BODIES)
    return led and not any(word.marked for word in words[place : place + 2])


def _is_written_as_name(words: Sequence[Word], place: int, size: int, text: str) -> bool:
    """Whether words have capitals throughout as only names have, be their marks there or not ("Da Nẵng"): neither the
    beginning of a sentence nor a text in capitals.
    """
    written = [text[word.start : word.end] for word in words[place : place + size]]
    goes_on = place + size < len(words) and text[words[place + size].start].isupper()
    return place > 0 and not goes_on and all(one[:1].isupper() and not one.isupper() for one in written)


def _nearly_elsewhere(
    gazetteer: Gazetteer, words: Sequence[Word], text: str, follow: Callable[[str, str], bool]
) -> list[str]:
    """Names of places elsewhere with one slip in them, written as names are: "huyện Thăng Bìnj", "h.Bắt Trà My".

    What the plans say so themselves has no slip: "Ban Thanh tra nhân dân".
    """
    found: list[str] = []
    for place, word in enumerate(words):
        for at, parts in gazetteer.parts_elsewhere.get(word.fold, ()):
            start = place - at
            span = words[start : start + len(parts)] if start >= 0 else ()
            if len(span) != len(parts) or not all(text[one.start].isupper() for one in span):
                continue
            shouted = any(text[one.start : one.end].isupper() for one in span)
            if shouted or not _is_one_slip(span, parts) or _is_of_plans(gazetteer, span, parts):
                continue
            if not all(follow(one.fold, two.fold) for one, two in pairwise(span)):
                found.append(" ".join(parts))
    return found


def _is_of_plans(gazetteer: Gazetteer, span: Sequence[Word], parts: Sequence[str]) -> bool:
    """Whether the words are as near to a place that the plans name."""
    typed = [word.fold for word in span]
    return any(
        len(own) == len(parts) and sum(map(slips, typed, own)) < MOST_SLIPS
        for name in gazetteer.known
        if (own := name.split())[0] == typed[0] or own[-1] == typed[-1]
    )
