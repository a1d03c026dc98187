"""What the lists say of the communes that a question names: yes or no, which standard and when, or that they do not say it."""

from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.answer import NONE_OF_THESE, Answer, Found, Nothing, Option, Unsure
from knowledge.facts import Communes
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.places.cited import cited
from knowledge.places.standards import STANDARDS, standard
from knowledge.places.words import ABOUT_LISTS, OTHER_MATTER, STATUS
from knowledge.query import Query
from knowledge.syllables import is_syllable
from knowledge.toponyms.heard import heard_alike
from knowledge.toponyms.mention import Mention

_OF_LIST = Pattern(r"\bdanh sach(?: (?:phan dau|xa|dat|len|nay|do|hay|chua|khong)\b|$)")
"""What asks whether a commune stands on a list, whatever else a letter tells before."""

_HOW_MANY = Pattern(
    r"\b(?:may|bao nhieu) xa\b(?! nao)|\b(?:tong so|ca thay|tat ca) (?:la |co |duoc )?(?:may|bao nhieu)\b"
)
"""What asks how long the list is, too: "có mấy xã, Tiên Mỹ có trong đó không?"."""


def told_of_communes(query: Query) -> Answer:
    """Returns what the lists say of the communes that are named; a question back where a name may be several."""
    rows = query.base.library.of(Communes)
    names = list(dict.fromkeys(name for mention in query.communes for name in mention.names))
    lines: list[str] = []
    shown: list[Communes] = []
    for name in names[:4]:
        own = [row for row in rows if name in row.names]
        shown += own
        lines.append(f"Xã {name}: " + "; ".join(_entry(row) for row in own) + ".")
    if query.has(
        "huyen nao|thuoc huyen|o huyen|thuoc phuong|phuong nao|thuoc tinh nao|thuoc (?:dau|noi nao)|bi thu hoi"
    ):
        return Nothing(
            f"Kế hoạch không ghi xã này thuộc huyện, phường nào. Điều tôi có:\n{chr(10).join(lines)}",
            why="absent: district of a commune",
        )
    if strange := _strange(query):
        return Nothing(
            f"Kế hoạch không ghi điều đó về xã này. Điều tôi có:\n{chr(10).join(lines)}", why=f"absent: {strange}"
        )
    own_years = {row.year for row in shown}
    asked_years = [year for year in query.years if year not in own_years and not 2021 <= year <= 2025]
    if asked_years:
        return Nothing(
            f"Tôi không có thông tin năm {asked_years[0]} của xã này. Điều tôi có:\n" + "\n".join(lines),
            why="another year",
        )
    yes_or_no = query.wants(Aim.YESNO) or query.line.endswith(" khong")
    if yes_or_no and len(names) == 1 and (asked := standard(query.line)) and not _unread(query):
        lines.insert(0, _yes_or_no(query, names[0], asked, shown))
    for row in _counted(query):
        shown.append(row)
        lines.append(f"Danh sách {STANDARDS[row.standard]} năm {row.year} có {len(row.names)} xã.")
    lines.append(cited(query, shown))
    sources = tuple(dict.fromkeys(row.source for row in shown))
    facts = tuple(dict.fromkeys(row.id for row in shown))
    several = len(query.communes) > 1 and all(
        len(mention.names) == 1 and (mention.exact or _is_slip(query, mention)) for mention in query.communes
    )
    if not several and any(len(mention.names) > 1 or not mention.exact for mention in query.communes):
        options = tuple(Option(f"Xã {name}", f"commune:{name}") for name in names[:4])
        if len(options) > 1 or not _surely_mistyped(query):
            question = "Ý đồng chí là xã nào?" if len(options) > 1 else "Ý đồng chí là xã này phải không?"
            return Unsure("\n".join([*lines, question]), (*options, NONE_OF_THESE), sources, facts)
    return Found("\n".join(lines), sources, facts)


def _counted(query: Query) -> list[Communes]:
    """The lists of the standard and year named, where their length is asked for as well."""
    asked = standard(query.line)
    if not asked or not query.finds(_HOW_MANY):
        return []
    rows = [row for row in query.base.library.of(Communes) if row.standard == asked]
    return [row for row in rows if row.year in query.years]


def _unread(query: Query) -> bool:
    """Whether a word beside the name could not be read, so that the standard asked for may be another one ("kiểu ẫu")."""
    named = {query.words[place].start for one in query.communes for place in range(one.start, one.end)}
    return any(
        place.word.start not in named
        and not any(ABOUT_LISTS.fullmatch(term) for term in (place.word.fold, *(term for term, _ in place.meant[:1])))
        for place in query.telling
    )


def _strange(query: Query) -> str:
    """A telling word of the question that the lists cannot explain, where a number, a body or a person is asked for."""
    if query.wants(Aim.NUMBER) and query.has("quyet dinh"):
        return "quyết định"
    if query.wants(Aim.WHEN) and not query.finds(STATUS) and not query.has("len|chuan|phan dau|kieu mau"):
        named = {query.words[place].start for one in query.communes for place in range(one.start, one.end)}
        others = [place.word.typed for place in query.telling if place.word.start not in named]
        strange = [word for word in others if not ABOUT_LISTS.fullmatch(plain(word))]
        return strange[0] if len(strange) > 1 else ""
    matter = OTHER_MATTER.search(query.line)
    if matter and not query.wants(Aim.YESNO) and not query.finds(STATUS) and not query.has("kieu mau|chuan|phan dau"):
        return matter.group()  # "sản phẩm OCOP của xã ấy là gì?"
    if _counted(query):
        return ""
    doubtful = (
        query.wants(Aim.YESNO) and not standard(query.line) and not query.finds(_OF_LIST) and len(query.communes) == 1
    )
    if not (doubtful or query.wants(Aim.COUNT, Aim.WHO, Aim.NUMBER, Aim.EMAIL, Aim.SIGNER)) or query.has(
        "nam may|may nam|thang may|nam bao nhieu|quy (?:may|nao)|(?:khi|luc|bao|chung|ngay|bua|hom|thoi gian|thoi diem) (?:nao|gio|may)"
    ):
        return ""
    named = {query.words[place].start for one in query.communes for place in range(one.start, one.end)}
    for place in query.telling:
        if place.word.start not in named and not ABOUT_LISTS.fullmatch(place.word.fold):
            return place.word.typed
    return ""


def _surely_mistyped(query: Query) -> bool:
    return any(_is_slip(query, one) for one in query.communes)


def _is_slip(query: Query, named: Mention) -> bool:
    """Whether the name typed is no name at all ("Tam Ngocj"), or the one that it sounds like, and not perhaps another commune's."""
    span = query.words[named.start : named.end]
    return any(not is_syllable(word.fold) for word in span) or (
        len(named.names) == 1 and heard_alike(" ".join(word.typed for word in span), named.names[0])
    )


def _entry(row: Communes) -> str:
    goal = STANDARDS[row.standard]
    if row.state == "hoàn thiện hồ sơ":
        return f"hoàn thiện hồ sơ {goal} năm {row.year}, trình công nhận trong quý 1/2024"
    return f"phấn đấu đạt chuẩn {goal} năm {row.year}"


def _yes_or_no(query: Query, name: str, asked: str, rows: Sequence[Communes]) -> str:
    years = [year for year in query.years if 2023 <= year <= 2025]
    right = any(row.standard == asked and (not years or row.year in years) for row in rows)
    goal = STANDARDS[asked] + (f" năm {years[0]}" if years else "")
    return (
        f"Có, xã {name} có trong danh sách {goal}." if right else f"Không, xã {name} không có trong danh sách {goal}."
    )
