"""A question that compares two things, cut into the two questions that an answer needs: "đường hoa với đường cây xanh, cái nào dài hơn?"."""

import re
from collections.abc import Sequence

from knowledge.fold import plain
from knowledge.normal import Word
from knowledge.pattern import Pattern
from knowledge.query import Query

_MEASURED = "dai|nhieu|it|cao|thap|lon|nho|rong|ngan"
_TIMED = "som|muon|tre|truoc|sau|moi|cu"
_OF_ONE = (
    "cai|ben|moc|muc|chi tieu|han|ke hoach|van ban|huyen|xa|viec|dang|thu|ngay|con so|so|phong trao|chuong trinh|mo hinh"
    "|nghi quyet|quyet dinh|hoi|noi"
)
_WHICH = Pattern(
    rf"\b(?:(?:{_OF_ONE}) )?(?:nao|mo)\b(?P<matter>(?: [a-z0-9]+){{0,5}}) (?:(?:{_MEASURED}|{_TIMED}) (?:hon|nhat)|truoc|sau)\b"
)
_BEFORE_OR_AFTER = Pattern(r"\b(?:truoc|som|sau|muon|tre)(?: hon)? hay (?:la )?(?:truoc|som|sau|muon|tre)(?: hon)?\b")
_MORE_OR_LESS = Pattern(
    rf"\b(?:{_MEASURED})(?: hon)? hay (?:la )?(?:{_MEASURED})(?: hon)?(?: so voi| voi)?\b|\b(?:{_MEASURED}) hon so voi\b"
)
"""What stands between the two things: "… năm 2025 nhiều hơn hay ít hơn năm 2024"."""

_DIFFERS = Pattern(
    r"\bkhac (?:gi|cho nao|o cho nao|the nao|sao|ra sao|may|nhung gi|gi nhau)(?: so voi| voi)?\b|\bkhac (?:so )?voi\b"
)
"""The same: "loa an ninh khác gì kẻng an ninh"."""

_MORE = Pattern(rf"\b(?:{_MEASURED}|{_TIMED})(?: [a-z]+){{0,2}} hon\b")
_DIFFERENT = Pattern(r"\b(?:khac|lech|chenh|trung|giong) nhau\b|\bkhac (?:gi|cho nao|o cho nao|the nao)\b")
_COMPARING = (_BEFORE_OR_AFTER, _MORE_OR_LESS, _WHICH, _MORE, _DIFFERENT, _DIFFERS)
_DAY = Pattern(r"\b(?:hanchot|han|moc|ngay)\b")
_JOINING = ("voi", "va", "hay", "hoac")
_ONE_NAME = {("nguyen", "moi"), ("nghiep", "phat"), ("duc", "dao"), ("binh", "xa"), ("hoa", "the"), ("khoa", "cong")}
_TIME = Pattern(rf"\b(?:{_TIMED})\b")
_ASKS = Pattern(r"\b(?:bao nhieu|khi nao|nam nao|bao gio|thang nao|ngay nao|may)\b")
_PLAN = Pattern(r"^ke hoach\b")
_WHOSE = Pattern(r"\b(?:cua|hoi|mat tran|mttq|tam ky|hai duong|tinh|thanh pho|\d{2,3})\b")
"""What says whose a plan is."""

_LEAST = 2
_FRAMING = frozenset({"nam", "trong", "theo", "giai", "den", "toi", "o"})


def may_compare(words: Sequence[Word]) -> bool:
    """Returns whether words hold what compares two things; most questions do not."""
    line = " ".join(word.fold for word in words)
    return any(pattern.search(line) for pattern in _COMPARING)


def sides(query: Query) -> tuple[str, str] | None:
    """Returns the two questions of a comparison, None when nothing is compared."""
    words = query.words
    line = query.bare
    for comparing, asking in ((_BEFORE_OR_AFTER, "khi nào"), (_MORE_OR_LESS, "bao nhiêu"), (_DIFFERS, "là gì")):
        if (between := comparing.search(line)) and (around := _around(query, line, between)):
            return _whole(around[0], asking), _whole(around[1], asking)
    which = _WHICH.search(line)
    more = which or next(reversed(list(_MORE.finditer(line))), None) or _DIFFERENT.search(line)
    if not more:
        return None
    tail = len(line[: more.start()].split())
    joined = [place for place in range(1, tail - 1) if _joins(query, place)]
    if not joined:
        return None
    join = max(joined, key=lambda place: (words[place].fold != "va", place))
    stop = next((place for place in range(join + 1, tail) if _comma(query, place)), tail)
    first, second = words[:join], words[join + 1 : stop]
    first = first[1:] if first[0].fold == "giua" else first
    if len(first) < _LEAST or len(second) < _LEAST:
        return None
    head, one, other, rest = _parallel(first, second, together=which is not None)
    begin, end = (len(line[:place].split()) for place in which.span("matter")) if which else (0, 0)
    shared = [*_typed(rest), *_typed(words[stop:tail]), *_typed(words[begin:end])]
    asking = "khi nào" if _TIME.search(more.group()) else "bao nhiêu"
    if _DIFFERENT.search(more.group()):
        asking = "khi nào" if _DAY.search(line) else "là gì"
    return _whole([*_typed(head), *_typed(one), *shared], asking), _whole(
        [*_typed(head), *_typed(other), *shared], asking
    )


def _around(query: Query, line: str, between: re.Match[str]) -> tuple[Sequence[str], Sequence[str]] | None:
    """The words of both sides of what compares them, up to a comma; None where one side says too little."""
    words = query.words
    join, end = len(line[: between.start()].split()), len(line[: between.end()].split())
    stop = next((place for place in range(end + 1, len(words)) if _comma(query, place)), len(words))
    if min(join, stop - end) < _LEAST:
        return None
    return _typed(words[:join]), _typed(_said_whole(words[:join], words[end:stop]))


def _said_whole(first: Sequence[Word], second: Sequence[Word]) -> Sequence[Word]:
    """The second side with what it leaves out of a thing that is whose: "phong trào làm kinh tế của thành phố" and "của tỉnh"."""
    end, start = (
        next((place for place, word in enumerate(side) if word.fold == "cua"), -1) for side in (first, second)
    )
    if end < 0 or start < 0 or not {word.fold for word in second[:start]} <= {word.fold for word in first[:end]}:
        return second
    return [*first[:end], *second[start:]]


def _joins(query: Query, place: int) -> bool:
    """Whether two things are joined here; "Sở Tài nguyên và Môi trường" is one."""
    words = query.words
    return words[place].fold in _JOINING and (words[place - 1].fold, words[place + 1].fold) not in _ONE_NAME


def _comma(query: Query, place: int) -> bool:
    return "," in query.text[query.words[place - 1].end : query.words[place].start]


def _whole(words: Sequence[str], asking: str) -> str:
    text = " ".join(words)
    return text if _ASKS.search(plain(text)) else f"{text} {asking}"


def _parallel(
    first: Sequence[Word], second: Sequence[Word], together: bool
) -> tuple[Sequence[Word], Sequence[Word], Sequence[Word], Sequence[Word]]:
    """What both sides share before, the two sides, and what they share after: the second side begins as the first one does.

    ``together``: the question word stands behind both sides, so of the second side only whose plans they are belongs to both.
    """
    starts = [place for place, word in enumerate(first) if word.fold == second[0].fold]
    if not starts and second[0].fold.isdigit():  # "kế hoạch số 271 và 274"
        starts = [place for place, word in enumerate(first) if word.fold.isdigit()]
    if not starts:
        return (), first, second, ()
    start = starts[-1]
    one = first[start:]
    cut = _whose(one, second) if together else _own_end(second, min(len(one), len(second)))
    return first[:start], one, second[:cut], second[cut:]


def _whose(one: Sequence[Word], second: Sequence[Word]) -> int:
    """Where the second of two plans ends: before what says whose both are, or at the end."""
    line, other = (" ".join(word.fold for word in side) for side in (one, second))
    if not (_PLAN.search(line) and _PLAN.search(other)) or _WHOSE.search(line):
        return len(second)
    return next((place for place, word in enumerate(second) if word.fold == "cua"), len(second))


def _own_end(second: Sequence[Word], least: int) -> int:
    """Where the second side ends: before what tells the frame of both, or at the end."""
    return next((place for place in range(least, len(second)) if second[place].fold in _FRAMING), len(second))


def _typed(words: Sequence[Word]) -> list[str]:
    return [word.typed for word in words]
