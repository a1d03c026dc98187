"""Parts of the lists of communes: names that begin alike, what stands beside a commune, what the lists know of a district."""

from knowledge.aims import Aim
from knowledge.answer import NONE_OF_THESE, Answer, Found, Option, Unsure
from knowledge.facts import Communes
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.places.cited import cited
from knowledge.places.standards import STANDARDS, listed_standard
from knowledge.places.words import OTHER_MATTER
from knowledge.query import Query

_NAMED_SO = Pattern(
    r"\b(?:(?:bat dau|mo dau)(?: (?:bang|voi|la|chu))+|(?:ten|chu)(?: (?:bang|voi|la|chu|co|(?:bat )?dau))*) ([a-z]+)\b|\b(?:may|cac|nhung) xa ([a-z]+) (?:gi|nao|chi)\b(?! (?:len|dat))|\b(?:may|cac|nhung) xa ([a-z]+) (?:gi|chi) "
)
_FEW_LISTS = 2
_OF_STATE = "chua|duy tri|ra soat|giu|da (?:co|la|duoc|dat|len)"
"""Words of what communes have reached, of which the lists of what they aim at say nothing."""


def beginning_asked(query: Query) -> str:
    """Returns the first word of communes' names that is asked for as such: "các xã bắt đầu bằng chữ Phước", "mấy xã Điện"."""
    gazetteer = query.base.gazetteer
    said = [word for found in _NAMED_SO.finditer(query.said) for word in found.groups() if word]
    word = next((one for one in said if one in gazetteer.communes.first), "")
    typed = [one for one in query.words if one.fold == word]
    if query.districts or any(one.marked and one.typed not in gazetteer.firsts for one in typed):
        return ""  # "tên Tháng Nhân đạo" begins no "Thăng Phước", and Tam Kỳ is no commune
    return word


def communes_beginning(query: Query, beginning: str) -> Answer | None:
    """Returns the communes whose names begin with a word, by list."""
    asked, years = listed_standard(query.line), set(query.years)
    rows = [
        (row, own)
        for row in query.base.library.of(Communes)
        if (not asked or row.standard == asked) and (not years or row.year in years)
        if (own := [name for name in row.names if plain(name).split()[0] == beginning])
    ]
    if not rows:
        return None
    lines = [
        f"- {STANDARDS[row.standard].capitalize()} năm {row.year}: {', '.join(own)} ({len(own)} xã)."
        for row, own in rows
    ]
    shown = [row for row, _ in rows]
    return Found(
        "\n".join([*lines, cited(query, shown)]),
        tuple(dict.fromkeys(row.source for row in shown)),
        tuple(row.id for row in shown),
    )


def communes_beside(query: Query) -> Answer | None:
    """Returns the lists on which communes that are named stand, when the others are asked for."""
    asked, years = listed_standard(query.line), set(query.years)
    names = {name for mention in query.communes for name in mention.names}
    rows = [
        row
        for row in query.base.library.of(Communes)
        if names & set(row.names) and (not asked or row.standard == asked) and (not years or row.year in years)
    ]
    lines = [f"{row.say} {', '.join(row.names)}." for row in rows]
    return (
        Found(
            "\n".join([*lines, cited(query, rows)]),
            tuple(dict.fromkeys(row.source for row in rows)),
            tuple(row.id for row in rows),
        )
        if rows
        else None
    )


def lists_beside_district(query: Query) -> Answer | None:
    """Returns the lists of communes of a standard and a year, asked back: the plan does not say which commune is in which district."""
    if not query.has("xa nao|nhung xa|may xa|cac xa|danh sach xa") or not query.wants(Aim.LIST, Aim.WHERE):
        return None
    if query.plans not in ((), ("ntm",)) or OTHER_MATTER.search(query.line) or query.has(_OF_STATE):
        return None
    asked, years = listed_standard(query.line), set(query.years)
    rows = [
        row
        for row in query.base.library.of(Communes)
        if (not asked or row.standard == asked) and (not years or row.year in years)
    ]
    if not years or not rows:
        return None
    return Unsure(
        "\n".join(
            [
                "Kế hoạch không chia danh sách xã theo huyện. Danh sách chung của tỉnh:",
                *(
                    f"- {STANDARDS[row.standard].capitalize()} năm {row.year}: {', '.join(row.names)}."
                    for row in rows[:_FEW_LISTS]
                ),
                "Đồng chí hỏi xã nào?",
            ]
        ),
        (
            *(
                Option(f"{STANDARDS[row.standard].capitalize()} {row.year}", f"fact:{row.id}")
                for row in rows[:_FEW_LISTS]
            ),
            NONE_OF_THESE,
        ),
        tuple(dict.fromkeys(row.source for row in rows)),
        tuple(row.id for row in rows),
    )
