"""Criteria by number: "tiêu chí 17 nông thôn mới nói gì", "nội dung 1.4 gồm tiêu chí nào"."""

import re

from knowledge.answer import Answer, Found, Nothing
from knowledge.facts import Criteria
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.wording import places, said

_NAMED = 3.0
_GENERAL = frozenset("noi dung xay dung thuc hien nang cao phat trien cong tac so may tieu chi cua ve".split())  # noqa: SIM905  # words are read as a line
_WHICH_NUMBER = Pattern(
    r"\btieu chi\b.{0,70}\bso (?:may|bao nhieu|nao)\b|\bso may\b.{0,30}\btieu chi\b|\btieu chi (?:so )?(?:may|nao)\b"
)
_NUMBER = Pattern(
    r"\btieu chi (?:(?:cua|trong|xay dung|ntm|dtvm|thu|so|mang so) )*(?!20[0-4]\d)((?:\d{1,2}(?: va | voi | )?)+)"
)


def _of_topic(query: Query) -> list[Criteria]:
    """The group whose topics the question names, when it asks for the numbers: "tiêu chí môi trường là số mấy?"."""
    if not query.finds(_WHICH_NUMBER):
        return []
    if query.section and (
        own := [row for row in query.base.library.of(Criteria) if row.source.section == query.section]
    ):
        return own
    index = query.base.index
    best: list[Criteria] = []
    most = 0.0
    for row in query.base.library.of(Criteria):
        words = set(plain(f"{row.group} {' '.join(row.topics)}").replace(",", "").split())
        weight = sum(
            index.weight(place)
            for place in query.telling
            if place.word.fold not in _GENERAL and any(term in words for term, _ in place.meant)
        )
        if weight > most:
            best, most = [row], weight
        elif weight == most and weight:
            best.append(row)
    return best if most > _NAMED else []


def find(query: Query) -> Answer | None:
    """Returns the groups to which the criteria named belong; declines numbers that the plans do not have."""
    found = _NUMBER.search(query.line)
    if not found and (topic := _of_topic(query)):
        return said(query.base.library, topic, query.today)
    if not found or query.has("duoi 15 tieu chi|15 tieu chi"):
        return None
    numbers = [int(number) for number in re.findall(r"\d{1,2}", found.group(1))]
    urban = query.has("dtvm|do thi|phuong")
    rural = query.has("ntm|xa") or not urban
    rows = query.base.library.of(Criteria)
    lines: list[str] = []
    shown: list[Criteria] = []
    for number in numbers:
        for is_urban, name in ((False, "nông thôn mới"), (True, "đô thị văn minh")):
            if not (urban if is_urban else rural) and (urban or query.has("ntm")):
                continue
            own = [row for row in rows if number in (row.dtvm if is_urban else row.ntm)]
            if own:
                groups = "; ".join(f"{row.group} ({', '.join(row.topics)})" for row in own)
                lines.append(f"Tiêu chí số {number} {name} thuộc nhóm: {groups}.")
                shown += own
    if not shown:
        which = "đô thị văn minh" if urban else "nông thôn mới"
        return Nothing(
            f"Các kế hoạch tôi có không nói tiêu chí số {numbers[0]} {which}. Kế hoạch chỉ nhắc tiêu chí nông thôn mới 10 đến 19"
            " và tiêu chí đô thị văn minh 3, 4, 6, 7, 8, 9.",
            why="unknown criterion",
        )
    shown = list(dict.fromkeys(shown))
    if urban and query.has("ntm"):  # "bên đô thị văn minh tương ứng số mấy?"
        lines += [row.say for row in shown]
    sources = places(query.base.library, [source for row in shown for source in row.sources])
    return Found(
        "\n".join([*lines, f"Theo {sources}."]),
        tuple(dict.fromkeys(s for row in shown for s in row.sources)),
        tuple(row.id for row in shown),
    )
