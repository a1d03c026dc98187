"""The list of communes that is asked for by its standard or its year; how many stand on each."""

from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.answer import Answer, Found, Nothing, Option, Unsure
from knowledge.asked import Place
from knowledge.facts import Communes
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.places.cited import cited
from knowledge.places.standards import STANDARDS, listed_standard, listed_standards
from knowledge.places.words import ABOUT_LISTS, TELLING
from knowledge.query import Query

_SCREEN = 32
_BARE = 9
_TOTALS = Pattern(
    r"\btong\b|\btong cong\b|\bthem\b|\bgiai doan\b|\bduy tri\b|\btren 193\b|\bchi tieu\b|\bmuc tieu\b|\bti le\b|\bphan tram\b|\bden (?:nam )?20\d\d\b|\bden nam\b"
)

_COMPLETED = Pattern(
    r"\b(?:trinh|ho so|cong nhan)\b.{0,30}\bquy (?:1|i|mot)\b|\bquy (?:1|i|mot)\b.{0,30}\b(?:trinh|ho so|cong nhan)\b"
)
"""What is done in the first quarter of 2024 with the communes of the year before: their papers are completed and submitted."""


def list_asked(query: Query) -> Answer | None:
    """Returns the list of communes that is asked for, or which ones there are; None when no list is asked for."""
    if set(query.plans) & {"haiduong", "tamky"} or query.has("huyen nao|chua co|khong co xa"):
        return None
    asked = listed_standard(query.line)
    several = listed_standards(query)
    years = [year for year in query.years if year >= 2000]
    rows = query.base.library.of(Communes)
    bare = not query.aims and len(query.words) <= _BARE and query.line.startswith("xa ")
    if not years and not bare and not query.wants(Aim.LIST, Aim.WHERE):
        return None
    if _TOTALS.search(query.line) and not query.wants(Aim.LIST, Aim.WHERE):
        return None
    if not asked and not years:
        return None
    if query.has("(?:tung|moi|cac) muc"):
        asked = ""
    if query.has("trinh") and query.has("ho so|quy (?:1|i|mot)") and 2023 in years:
        years = [2023]
    if years == [2024] and query.finds(_COMPLETED):
        years = [2023]
    if any(
        not ABOUT_LISTS.fullmatch(place.word.fold)
        and (query.base.index.weight(place) > TELLING or _is_name(query, place))
        for place in query.telling
    ):
        return None
    if len(years) > 1 and not query.wants(Aim.LIST, Aim.WHERE, Aim.FIRST):
        return None
    known = {row.year for row in rows}
    if years and not set(years) & known:
        if max(years) - min(years) >= 2 or not query.wants(Aim.LIST, Aim.WHERE, Aim.COUNT):
            return None
        return Nothing(
            f"Tôi không có danh sách xã năm {years[0]}. Kế hoạch chỉ có danh sách các năm 2023, 2024 và 2025.",
            why="another year",
        )
    standards = several or frozenset([asked] if asked else STANDARDS)
    chosen = [row for row in rows if row.standard in standards and (not years or row.year in years)]
    if not chosen:
        return None
    if len(chosen) == 1 or (len(chosen) <= 3 and len(standards) < len(STANDARDS)):
        lines = [f"{row.say} {', '.join(row.names)}." for row in chosen]
        return Found(
            "\n".join([*lines, cited(query, chosen)]),
            tuple(dict.fromkeys(row.source for row in chosen)),
            tuple(row.id for row in chosen),
        )
    if query.wants(Aim.FIRST) or query.has("tong so|tong cong|tat ca|ca ba|cong lai"):
        return _counts(query, chosen)
    short = sum(len(row.names) for row in chosen) <= _SCREEN
    heads = [
        f"- {STANDARDS[row.standard]} năm {row.year}: {len(row.names)} xã{_names(row) if short else ''}"
        for row in chosen
    ]
    options = tuple(
        Option(f"{STANDARDS[row.standard].capitalize()} {row.year}", f"fact:{row.id}") for row in chosen[:7]
    )
    return Unsure(
        "\n".join(["Có mấy danh sách xã:", *heads, "Đồng chí hỏi danh sách nào?"]),
        options,
        tuple(dict.fromkeys(row.source for row in chosen)),
        tuple(row.id for row in chosen),
    )


def _is_name(query: Query, place: Place) -> bool:
    """Whether a word that the plans do not have is written as names are: "sa Trà Bui" asks for one commune, and no list."""
    written = query.text[place.word.start : place.word.end]
    return (
        plain(written) not in query.base.vocabulary
        and written[:1].isupper()
        and not written.isupper()
        and place.word.start > 0
    )


def _counts(query: Query, rows: Sequence[Communes]) -> Found:
    """How many communes stand on each list, and on all of them together."""
    rows = sorted(rows, key=lambda row: -len(row.names))
    lines = [f"- {STANDARDS[row.standard].capitalize()} năm {row.year}: {len(row.names)} xã." for row in rows]
    total = f"Cộng {sum(len(row.names) for row in rows)} xã."
    return Found(
        "\n".join([*lines, total, cited(query, rows)]),
        tuple(dict.fromkeys(row.source for row in rows)),
        tuple(row.id for row in rows),
    )


def _names(row: Communes) -> str:
    return f" ({', '.join(row.names)})"
