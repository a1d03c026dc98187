"""Documents by their number: "185/QĐ-UBND", "nghị quyết 13", "chỉ thị 20". A number that no plan has is declined."""

import re
from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.answer import Answer, Nothing, Option, Unsure
from knowledge.demand import names_places
from knowledge.detail import asks_what_is_said
from knowledge.facts import Legal
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.wording import said

_KINDS = (
    "nghi quyet lien tich",
    "thong tu lien tich",
    "chuong trinh phoi hop",
    "kehoach phoi hop",
    "nghi quyet",
    "quyet dinh",
    "chi thi",
    "thong tri",
    "thong tu",
    "huong dan",
    "cong van",
    "nghi dinh",
    "quy che",
    "kehoach",
    "luat",
    "de an",
    "ctph",
    "nq",
    "qd",
    "ct",
    "cv",
    "nd",
)
_SHORT = {
    "nq": "nghi quyet",
    "qd": "quyet dinh",
    "ct": "chi thi",
    "cv": "cong van",
    "nd": "nghi dinh",
    "ctph": "chuong trinh phoi hop",
}
_ANY = "van ban"
"""A document of whatever kind: "văn bản số 271"."""

_FULL = re.compile(
    r"(?<![\w/.])(\d{1,4})\s*[/-]\s*(?:(\d{4})\s*/\s*)?((?:[a-zđ][\w-]*)(?:\s*[/-]\s*[a-zđ][\w-]*)*)", re.IGNORECASE
)
_BY_KIND = Pattern(
    rf"\b({'|'.join(_KINDS)}|{_ANY}) (?:lien tich |phoi hop )?(?:so |mang so )?(\d{{1,4}})\b(?! (?:nam|thang|xa|huyen|noi dung|mo hinh|tieu chi))"
)
_FURTHER = re.compile(r" (?:va|voi|hay|cung) (?:so )?(\d{1,4})\b(?! (?:nam|thang|xa|huyen|noi dung|mo hinh|tieu chi))")
_ASKED_KIND = Pattern(rf"\b({'|'.join(_KINDS)}) (?:nao|gi|so may|so bao nhieu)\b")
_KIND_NAMED = Pattern(rf"\b({'|'.join(_KINDS)})\b")
_DESCRIBES = frozenset(
    "nam so may hieu cua tinh hoi dong nhan dan hdnd ubnd uy ban mttq ma duoc nhac toi ke hoach kehoach nao gi hoi ccb noi den trung uong ban tu ra mang 2016 2017 2021 2022 2023 2024".split()  # noqa: SIM905  # words are read as a line
)
_ISSUERS = (("hdnd", "hdnd"), ("ubnd", "ubnd"), ("mttq", "mttq"), ("tinh uy", "tinh uy"), ("thanh uy", "thanh uy"))
_MOST = 4
_YEARS = range(1990, 2051)
_CENTURY = 2000
# "Nghị quyết 13 được triển khai bằng quyết định nào?" asks for another document than the one it names.
_OTHER = Pattern(
    r"\b(?:bang|theo|tai|trong|o|co|mang) (?:nhung |cac )?(?:quyet dinh|nghi quyet|chi thi|thong tri|thong tu|huong dan|van ban|kehoach|cong van|chuong trinh) (?:nao|gi|so may)\b"
)
_WHO_HAS = Pattern(
    r"\b(?:co quan|to chuc|don vi|hoi|ban|ai|doan the|nganh)(?: nao)? (?:duoc giao|lo|chu tri|phu trach|dam nhan)\b"
)
_MANY = 12


def find(query: Query) -> Answer | None:
    """Returns what the plans say of the documents whose numbers are named."""
    if _asks_something_else(query):
        return None
    rows = query.base.library.of(Legal)
    found: list[Legal] = []
    unknown: list[str] = []
    for number, year, suffix in _FULL.findall(query.text):
        if not any(letter.isalpha() for letter in suffix) or suffix.isdigit():
            continue
        if _own_plan(query, number, suffix):
            return None
        exact = [row for row in rows if _same(row, number, year, suffix)]
        found += exact
        if not exact and "-" in suffix:
            unknown.append(f"{number}/{year + '/' if year else ''}{suffix}")
    if not found and not unknown:
        for kind, number in _by_kind(query.line):
            if number == "121" and kind in ("kehoach", _ANY):
                return None
            if kind == "kehoach" and _CENTURY + int(number) in query.years:
                continue  # "kế hoạch 24-25" is one of two years
            named = "" if kind == _ANY else _SHORT.get(kind, kind)
            same = [
                row
                for row in rows
                if _number(row) == str(int(number))
                and _kind(row).startswith(named.replace("kehoach", "ke hoach"))
                and _of_year(row, number, query)
            ]
            found += same
            if not same and named and int(number) not in _YEARS and not (named == "kehoach" and int(number) < 10):
                unknown.append(f"{named} {number}")
    if not found and not unknown and (described := _described(query, rows)):
        return said(query.base.library, described, query.today)
    found = list(dict.fromkeys(found))
    if unknown and not found:
        return Nothing(
            f"Các kế hoạch tôi có không nhắc văn bản nào mang số {unknown[0].split()[-1]}.", why="unknown document"
        )
    if not found or _asks_another_kind(query, found):
        return None
    if len(found) > 1 and not _all_named(query, found):
        options = tuple(Option(f"{row.kind} {row.number}", f"fact:{row.id}") for row in found[:3])
        return Unsure(
            "\n".join(["Có mấy văn bản như vậy:", *(f"- {row.say}" for row in found[:3]), "Đồng chí hỏi văn bản nào?"]),
            options,
            tuple(row.source for row in found[:3]),
            tuple(row.id for row in found[:3]),
        )
    return said(query.base.library, found, query.today)


def _of_year(row: Legal, number: str, query: Query) -> bool:
    """Whether a document is of the year that is written behind its number, where one is ("nghị quyết 88/2023")."""
    written = re.search(rf"\b0*{number} ((?:19|20)\d\d)\b", query.line)
    if not written or int(written.group(1)) in (row.year, row.day.year if row.day else None):
        return True
    return f"{number}/{written.group(1)}/" in row.number


def _described(query: Query, rows: Sequence[Legal]) -> list[Legal]:
    """The documents of the kind and year named, when a number is asked for and nothing else is said of them."""
    asked = _KIND_NAMED.search(query.line)
    if not asked or not query.wants(Aim.NUMBER) or len(query.years) != 1:
        return []
    kind = _SHORT.get(asked.group(1), asked.group(1))
    if [word for word in (place.word.fold for place in query.telling) if word not in _DESCRIBES and word not in kind]:
        return []
    issuer = next((name for name, pattern in _ISSUERS if query.has(pattern)), "")
    return [
        row
        for row in rows
        if _kind(row).startswith(kind)
        and query.years[0] in (row.year, row.day.year if row.day else None)
        and (not issuer or issuer in plain(row.issuer))
        and not (row.source.plan == "haiduong" and "haiduong" not in query.plans)
    ][:_MOST]


def _by_kind(line: str) -> list[tuple[str, str]]:
    """The documents named by kind and number; a number joined to another one is of the same kind ("số 271 và 274")."""
    found = []
    for match in _BY_KIND.finditer(line):
        found.append((match.group(1), match.group(2)))
        further = _FURTHER.match(line, match.end())
        if further:
            found.append((match.group(1), further.group(1)))
    return found


def _asks_something_else(query: Query) -> bool:
    """Whether the document that is named is only the frame of the question: another document, a figure, who carries it out."""
    if _OTHER.search(query.line) or asks_what_is_said(query) or names_places(query):
        return True
    if query.finds(_WHO_HAS) and len(query.telling) > _MANY:
        return True
    if (
        query.wants(Aim.WHEN)
        and query.has("(?:phai|xong|hoan thanh|cong nhan|thong bao|lam|nop|giu|duy tri)")
        and not query.has("ban hanh|ky|ra doi|ra ngay|phat hanh|de ngay")
    ):
        return True
    counted = query.has("(?:bao nhieu|may) [a-z]+|la bao nhieu") and not query.has(
        "so (?:may|bao nhieu)|(?:ngay|thang|nam) (?:may|bao nhieu)"
    )
    return counted or (
        query.has("^(?:[a-z]+ ){0,3}ai|ai (?:phai|lo|lam|tham muu|chu tri)")
        and not query.has("ban hanh|nguoi ky|ra ngay|ky ngay")
    )


def _asks_another_kind(query: Query, rows: Sequence[Legal]) -> bool:
    """Whether a document of another kind is asked for than those named: "quyết định số mấy triển khai Nghị quyết 13"."""
    asked = [_SHORT.get(kind, kind) for kind in _ASKED_KIND.findall(query.line)]
    if not asked and query.wants(Aim.NUMBER) and (first := _KIND_NAMED.search(query.line)):
        asked = [_SHORT.get(first.group(1), first.group(1))]  # "quyết định triển khai Nghị quyết 13 mang số nào"
    return bool(asked) and not any(
        _kind(row).startswith(kind.replace("kehoach", "ke hoach")) for row in rows for kind in asked
    )


def _own_plan(query: Query, number: str, suffix: str) -> bool:
    return number == "121" and plain(suffix).startswith("kh")


def _same(row: Legal, number: str, year: str, suffix: str) -> bool:
    if _number(row) != str(int(number)):
        return False
    own = plain(row.number)
    if year and year not in own:
        return any(year in printed for printed in row.printed)
    return _letters(suffix)[:4] == _letters(_tail(row))[: len(_letters(suffix)[:4])]


def _tail(row: Legal) -> str:
    parts = [part for part in re.split(r"[/-]", row.number) if not part.strip().isdigit()]
    return "".join(parts)


def _letters(text: str) -> str:
    return "".join(letter for letter in plain(text) if letter.isalpha()).replace("dd", "d")  # Telex leftovers of đ


def _number(row: Legal) -> str:
    first = re.match(r"\D*(\d+)", row.number)
    return str(int(first.group(1))) if first else ""


def _kind(row: Legal) -> str:
    return plain(row.kind)


def _all_named(query: Query, rows: Sequence[Legal]) -> bool:
    return len({_number(row) for row in rows}) == len(rows) or query.wants(Aim.FIRST)
