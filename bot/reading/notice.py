"""A notice of the office that somebody pastes: "Kính mời các đồng chí dự lễ … lúc 7h30 ngày 6/12". Pure."""

import re

from knowledge.fold import plain, same_form

_SHORTEST, _LONG = 8, 16
"""So many words it has at least; from so many on it need not say when or where."""

_MANY = r"(?:(?:cac|toan the|toan|tat ca|moi|quy|nhung) )+"
_PEOPLE = r"(?:dong chi|d/c|hoi vien|ccb|cuu chien binh|can bo|anh em|anh chi|ba con|chi hoi|don vi|ong|bac|co chu)\b"
_NAMED = r"(?:thong bao|tb|giay moi|thu moi|giay trieu tap|tin buon|cao pho|khan)(?: (?:khan|hop|so \S+))?"
_URGES = r"(?:kinh moi|de nghi|yeu cau|thong bao|trieu tap|moi)"
_BEGINS = re.compile(
    rf"(?:tran trong )?(?:kinh |xin )?moi {_MANY}{_PEOPLE}|(?:tran trong )?kinh (?:moi|bao(?! cao)|de nghi)\b"
    rf"|(?:de nghi|yeu cau|trieu tap|thong bao (?:den|toi|de)) {_MANY}{_PEOPLE}"
    rf"|{_NAMED} ?(?:[:.|-]|v/v\b|ve viec\b)"
    rf"|(?:kinh gui|kinh thua)[: ]*{_MANY}{_PEOPLE}.{{0,160}}\b{_URGES}\b"
)
_WHEN_OR_WHERE = re.compile(
    r"\b\d{1,2} ?(?:h|g|gio)\b|\b\d{1,2}(?:h|g)\d\d|\b\d{1,2}:\d\d|\b\d{1,2}[/.-]\d{1,2}\b|\bngay \d"
    r"|\b(?:sang|chieu|toi) (?:mai|nay|thu)\b|\b(?:tai|dia diem|truoc ngay|vao luc|dung gio)\b"
)
_ASKS = re.compile(
    r"\?|\b(?:ai|gi|nao|sao|may|gium|dum|bao nhieu|bao gio|bao lau|o dau|may gio|xin hoi)\b"
    r"|\b(?:cho|giup) (?:toi|tui|minh|em|chau)\b|\b(?:khong|chua)\W*$"
)


_OF_ONESELF = re.compile(r"(?<!chúng )\btôi\b|\btui\b")
"""Who tells of himself writes to one; with its marks, for without them it may be "tối"."""


def is_notice(text: str) -> bool:
    """Returns whether a text is a notice to many, and asks nothing of its reader."""
    lines = " | ".join(line for line in plain(text).split("\n") if line.strip())
    low = " ".join(lines.split()).strip("\"'“”*•-– ")
    count = len(low.split())
    if count < _SHORTEST or _BEGINS.match(low) is None or _ASKS.search(low):
        return False
    if _OF_ONESELF.search(same_form(text)):
        return False
    return count >= _LONG or _WHEN_OR_WHERE.search(low) is not None
