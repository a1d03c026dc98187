"""The three standards of new countryside that communes aim at, and which of them a question names."""

from knowledge.pattern import Pattern
from knowledge.query import Query

MODEL = Pattern(r"\bkieu (?:mau|ma|mu|au|amu|mua|muu|maau)\b|\bntmkm\b|\bkm\b")
"""What names the highest standard, with the slips that people make in it."""

ADVANCED = Pattern(r"\b(?:nang|nagn|nan|nag) (?:cao|cap cao|ca|co|coa|caoo|cso)\b|\bntmnc\b")
"""What names the second standard, with the slips that people make in it."""

_PLAIN = Pattern(r"\bntm\b|\bve dich\b|\bdat chuan\b")
STANDARDS = {
    "NTM": "nông thôn mới",
    "NTM nâng cao": "nông thôn mới nâng cao",
    "NTM kiểu mẫu": "nông thôn mới kiểu mẫu",
}
"""The standards as the facts have them, and as they are said."""

_COMMON = Pattern(r"\b(?:ntm|chuan|xa|muc|loai) thuong\b(?! (?:truc|xuyen|binh|ky))")
"""The first of the three standards, said so: "nông thôn mới thường, không kể nâng cao", "mức thường"."""

_JOINING = frozenset({"va", "voi", "con", "cung"})
_OF_LIST = Pattern(r"\bntm\b|\bntmnc\b|\bntmkm\b|\bxa\b.*\b(?:nang cao|kieu mau)\b")
_NOT = Pattern(
    r"\b(?:khong|chua|ngoai|tru)(?: ke| phai| tinh| gom| ra)? (?:muc |loai |chuan |xa |huyen |ntm )?(?:nang cao|kieu mau)(?: (?:voi|va|hay|hoac|cung) (?:nang cao|kieu mau)| kieu mau| nang cao)*"
)


def without_excepted(line: str) -> str:
    """Returns a line without the standards that it leaves out itself: "không tính mức nâng cao"."""
    return _NOT.sub(" ntm ", line)


def standard(line: str) -> str:
    """Returns the standard that a line names, "" when none."""
    line = without_excepted(line)
    if _COMMON.search(line):
        return "NTM"
    if MODEL.search(line):
        return "NTM kiểu mẫu"
    if ADVANCED.search(line):
        return "NTM nâng cao"
    return "NTM" if _PLAIN.search(line) else ""


def listed_standards(query: Query) -> frozenset[str]:
    """Returns the standards whose lists are asked for, of several joined ones too: "xã nông thôn mới và xã kiểu mẫu"."""
    line = ""
    for before, place in zip([None, *query.places], query.places, strict=False):
        between = query.text[before.word.end : place.word.start] if before else ""
        joined = place.word.fold in _JOINING or any(mark in between for mark in ",;&/")
        line += f" | {place.word.fold}" if joined else f" {place.word.fold}"
    parts = without_excepted(line).split(" | ")
    named = [listed_standard(part) for part in parts if _OF_LIST.search(part)]
    return frozenset(name for name in named if name) if len(named) > 1 else frozenset()


def listed_standard(line: str) -> str:
    """Returns the standard whose list is asked for: "đạt chuẩn" and "về đích" alone are said of all three."""
    named = standard(line)
    return "" if named == "NTM" and "ntm" not in line.split() and not _COMMON.search(line) else named
