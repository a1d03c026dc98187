"""What the districts aim at and by when: those that are named, or all of a standard and a year."""

import re

from knowledge.aims import Aim
from knowledge.answer import Answer
from knowledge.facts import Districts
from knowledge.pattern import Pattern
from knowledge.places.standards import ADVANCED
from knowledge.places.words import STATUS, TELLING
from knowledge.query import Query
from knowledge.wording import said

_ABOUT_DISTRICTS = re.compile(
    r"huyen|liet|ke|ten|cac|theo|muc|huyen|thi|thanh|pho|ntm|nang|cao|dat|chuan|phan|dau|muc|tieu|ve|dich|nam|ho|so|cong|nhan|trinh|hoan|thanh|xong|len|thuong|moi|sap|nhap|20\d\d|\d+|truoc|thang|hanchot|han|nhiem|giay|to|nop|cham|nhat|vao|luc|vu|lam|phai|lai|cap|som|muon|hon|hay|huyen|nao|tre|co|cham|kip|chi|xa|loai|minh|dai|loc"
)
_OTHER_THAN_DISTRICTS = Pattern(
    r"\bthon\b|\bocop\b|\bbao cao\b|\bthu nhap\b|\bnhatam\b|\bduong hoa\b|\bmo hinh\b|\btieu chi\b|\bhai long\b|\bchua co\b|\bmay xa\b|\bngheo\b|\bdua\b.*\bvao (?:dau|nao)\b"
)


def told_of_districts(query: Query) -> Answer | None:
    """Returns what the districts named are to reach and by when, where nothing else is asked of them."""
    if query.plans not in ((), ("ntm",)) or not query.finds(STATUS) or _OTHER_THAN_DISTRICTS.search(query.line):
        return None
    if query.wants(Aim.WHO, Aim.WHOM, Aim.NUMBER, Aim.EMAIL):
        return None
    named = {query.words[place].start for one in query.districts for place in range(one.start, one.end)}
    if any(
        place.word.start not in named and not _ABOUT_DISTRICTS.fullmatch(place.word.fold) for place in query.telling
    ):
        return None
    names = {name for mention in query.districts for name in mention.names}
    rows = [
        row
        for row in query.base.library.of(Districts)
        if names & set(row.members) and row.end and "ý kiến" not in row.what
    ]
    rows = [row for row in rows if not query.years or any(str(year) in f"{row.what} {row.due}" for year in query.years)]
    return said(query.base.library, rows, query.today) if rows else None


def districts_listed(query: Query) -> Answer | None:
    """Returns every list of districts of the standard and year asked for."""
    if query.plans not in ((), ("ntm",)) or not query.finds(STATUS) or _OTHER_THAN_DISTRICTS.search(query.line):
        return None
    if any(
        not _ABOUT_DISTRICTS.fullmatch(place.word.fold)
        for place in query.telling
        if query.base.index.weight(place) > TELLING
    ):
        return None
    rows = [row for row in query.base.library.of(Districts) if row.due and "ý kiến" not in row.what]
    years = {str(year) for year in query.years}
    if years:
        rows = [row for row in rows if any(year in f"{row.what} {row.due}" for year in years)]
    if ADVANCED.search(query.line):
        rows = [row for row in rows if "nâng cao" in row.what]
    elif query.has("dat chuan|hoan thanh"):
        rows = [row for row in rows if "nâng cao" not in row.what]
    return said(query.base.library, rows, query.today) if len(rows) > 1 else None
