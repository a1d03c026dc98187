"""Things that a question itself tells off, and the one of them that it asks of: "một là …, hai là …. Cái thứ nhất hạn nào?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answer import Context, Found
from knowledge.core_words import written
from knowledge.fold import plain
from knowledge.message.one_question import Answerer
from knowledge.message.reader import ASKING, Reader
from knowledge.slots import Slot, spans

_NUMBERS = ("mot", "hai", "ba", "bon")
_BEGINS = re.compile(rf"(?<!\w)(?:(?:thu )?(?:{'|'.join(_NUMBERS)}|nhat)|[1-4]) la (?:la )?")
_ENDS = re.compile(r"\s*(?:[.;?!]|,?\s+(?=(?:cái|cai|điều|dieu|việc|viec)\s+(?:thứ|thu)\b))", re.IGNORECASE)
_POINTER = re.compile(r"(?<!\w)(?:cai|dieu|viec|ke hoach|phong trao|y)? ?thu (nhat|mot|hai|nhi|ba|tu|bon|[1-4])(?!\w)")
_PLACES = {"nhat": 0, "mot": 0, "1": 0, "hai": 1, "nhi": 1, "2": 1, "ba": 2, "3": 2, "tu": 3, "bon": 3, "4": 3}
_OF_HOI = re.compile(r"(?<!\w)hoi (?:(?:ccb|cuu chien binh) )?(?:tinh|minh|ta)(?!\w)")
_OF_ALL = (Slot.PERIOD, Slot.YEAR)


@dataclass(frozen=True, slots=True)
class ToldOff:
    """What a message tells off: the words before it, its things in their order, and what is asked behind them."""

    head: str
    things: Sequence[str]
    asked: str


def told_off(text: str) -> ToldOff | None:
    """Returns the things that a message tells off; None when it tells off no two."""
    line = plain(text)
    begins = list(_BEGINS.finditer(line)) if len(line) == len(text) else []
    if len(begins) < 2:
        return None
    ends = [one.start() for one in begins[1:]]
    last = _ENDS.search(text, begins[-1].end())
    ends.append(last.start() if last else len(text))
    things = [text[one.end() : end].strip(" ,;.") for one, end in zip(begins, ends, strict=True)]
    return ToldOff(text[: begins[0].start()].strip(" ,:;."), things, text[last.end() :].strip() if last else "")


def of_told_off(reader: Answerer, text: str, context: Context | None) -> Found | None:
    """Returns the answer about the one of the things told off that a message points at; None where it points at none."""
    whole, question = _with_thing(reader, text, context)
    found = reader.one(whole) if whole else None
    return replace(found, question=question) if isinstance(found, Found) else None


def _with_thing(reader: Reader, text: str, context: Context | None) -> tuple[str, str]:
    """The question with the thing that is pointed at in the place of "cái thứ hai", and the one that told the things off."""
    own = told_off(text)
    listed = own or (told_off(context.question) if context else None)
    if listed is None:
        return "", ""
    said = own.asked if own else text
    found = _POINTER.search(plain(said))
    place = _PLACES[found[1]] if found else len(listed.things)
    if found is None or place >= len(listed.things) or len(plain(said)) != len(said):
        return "", ""
    rest = f"{said[: found.start()]} {said[found.end() :]}".strip(" ?.")
    if not own and not ASKING.search(plain(rest)):
        before = _POINTER.search(plain(listed.asked))
        rest = listed.asked[before.end() :].strip(" ?.") if before else listed.asked
    head = reader.query(listed.head)
    kept = sorted(
        place
        for slot, places in spans(head, 0, len(head.words)).items()
        if slot in _OF_ALL and slot not in spans(reader.query(rest), 0, len(reader.query(rest).words))
        for first, last in places
        for place in range(first, last)
    )
    kind = "kế hoạch" if "ke hoach" in plain(listed.head) else ""
    whose = "của Hội tỉnh" if _OF_HOI.search(plain(listed.head)) else ""
    whole = " ".join(filter(None, [kind, listed.things[place], whose, *written(head, kept), rest]))
    return whole, text if own or context is None else context.question
