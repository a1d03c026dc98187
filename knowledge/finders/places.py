"""Communes and districts: what one aims at, who is on a list, how many, yes or no."""

import re
from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.answer import NONE_OF_THESE, Answer, Found, Nothing, Option, Unsure
from knowledge.asked import Place
from knowledge.facts import Communes, Districts, Target
from knowledge.fold import plain
from knowledge.gazetteer import Mention, heard_alike
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.standing import unknown_year
from knowledge.syllables import is_syllable
from knowledge.wording import said

_MODEL = Pattern(r"\bkieu (?:mau|ma|mu|au|amu|mua|muu|maau)\b|\bntmkm\b|\bkm\b")
_ADVANCED = Pattern(r"\b(?:nang|nagn|nan|nag) (?:cao|cap cao|ca|co|coa|caoo|cso)\b|\bntmnc\b")
_PLAIN = Pattern(r"\bntm\b|\bve dich\b|\bdat chuan\b")
_STANDARDS = {
    "NTM": "nông thôn mới",
    "NTM nâng cao": "nông thôn mới nâng cao",
    "NTM kiểu mẫu": "nông thôn mới kiểu mẫu",
}
_OUTSIDE_LISTS = "dai hiep"
_NAMED_SO = Pattern(
    r"\b(?:(?:bat dau|mo dau)(?: (?:bang|voi|la|chu))+|(?:ten|chu)(?: (?:bang|voi|la|chu|co|dau))*) ([a-z]+)\b|\b(?:may|cac|nhung) xa ([a-z]+) (?:gi|nao|chi)\b(?! (?:len|dat))|\b(?:may|cac|nhung) xa ([a-z]+) (?:gi|chi) "
)
_STATUS = Pattern(
    r"\bntm\b|\bve dich\b|\bdat chuan\b|\blen chuan\b|\bnang cao\b|\bho so\b|\bhoan thanh nhiem vu\b|\bcong nhan\b"
)
_ABOUT_DISTRICTS = re.compile(
    r"huyen|liet|ke|ten|cac|theo|muc|huyen|thi|thanh|pho|ntm|nang|cao|dat|chuan|phan|dau|muc|tieu|ve|dich|nam|ho|so|cong|nhan|trinh|hoan|thanh|xong|len|thuong|moi|sap|nhap|20\d\d|\d+|truoc|thang|hanchot|han|nhiem|giay|to|nop|cham|nhat|vao|luc|vu|lam|phai|lai|cap|som|muon|hon|hay|huyen|nao|tre|co|cham|kip|chi|xa|loai|minh|dai|loc"
)
_SCREEN = 32
_OTHERS = Pattern(r"\bngoai\b.{0,40}\bxa nao\b|\b(?:va|voi|cung) (?:nhung |cac )?xa nao\b|\bxa nao nua\b")
"""What asks for the communes beside the one that is named."""

_BARE = 9
_FEW_LISTS = 2
_OF_STATE = "chua|duy tri|ra soat|giu|da (?:co|la|duoc|dat|len)"
"""Words of what communes have reached, of which the lists of what they aim at say nothing."""

_COMMON = Pattern(r"\b(?:ntm|chuan|xa) thuong\b(?! (?:truc|xuyen))")
"""The first of the three standards, said so: "nông thôn mới thường, không kể nâng cao"."""

_JOINING = frozenset({"va", "voi", "con", "cung"})
_OF_LIST = Pattern(r"\bntm\b|\bntmnc\b|\bntmkm\b|\bxa\b.*\b(?:nang cao|kieu mau)\b")
_TELLING = 2.5
_NOT = Pattern(
    r"\b(?:khong|chua|ngoai|tru)(?: ke| phai| tinh| gom| ra)? (?:nang cao|kieu mau)(?: (?:voi|va|hay|hoac|cung) (?:nang cao|kieu mau)| kieu mau| nang cao)*"
)
_ABOUT_LISTS = re.compile(
    r"xa|ntm|nang|cao|kieu|mau|dat|chuan|phan|dau|danh|sach|muc|tieu|hieu|ve|dich|nam|giai|doan|ho|so|cong|nhan|trinh|hoan|thien|thanh|len|xep|loai|nhom|dang|ky|20\d\d|\d+|quang|tinh|tieu|chi|tu|dien|huyen|kehoach|ke|hoach|liet|ds|thuong|muc|dinh|dot|vong|cap|diem|ten|lan|luot|day|du|gom|moc|bao|nhieu|mien|nui|tat|ca|xac|trong|pd|nhat|hon|ba|loai|cong|tong|muc|nhung|sl|luong|phai|he|gio"
)
_OTHER_MATTER = Pattern(
    r"\bthon\b(?! ntm nang)|\bocop\b|\bbao cao\b|\bthu nhap\b|\bnhatam\b|\bduong hoa\b|\bcay xanh\b|\bho so huyen\b|\bmo hinh\b|\btieu chi\b|\bhai long\b|\bquyet dinh\b|\bdua\b.*\bvao (?:dau|nao)\b"
)
_OTHER_THAN_DISTRICTS = Pattern(
    r"\bthon\b|\bocop\b|\bbao cao\b|\bthu nhap\b|\bnhatam\b|\bduong hoa\b|\bmo hinh\b|\btieu chi\b|\bhai long\b|\bchua co\b|\bmay xa\b|\bngheo\b|\bdua\b.*\bvao (?:dau|nao)\b"
)
_TOTALS = Pattern(
    r"\btong\b|\btong cong\b|\bthem\b|\bgiai doan\b|\bduy tri\b|\btren 193\b|\bchi tieu\b|\bmuc tieu\b|\bti le\b|\bphan tram\b|\bden (?:nam )?20\d\d\b|\bden nam\b"
)


def find(query: Query) -> Answer | None:
    """Returns what the lists of communes say of the places named, or the list that is asked for."""
    if query.communes:
        return (_others(query) if query.finds(_OTHERS) else None) or _of_communes(query)
    if query.has(_OUTSIDE_LISTS):
        return _outside_lists(query) if query.finds(_STATUS) or query.finds(_MODEL) else None
    if beginning := _beginning(query):
        return _named_so(query, beginning)
    if query.has("xa") and not query.districts and not _OTHER_MATTER.search(query.line):
        return _list(query)
    if query.districts:
        return _lists_beside_district(query) or _of_districts(query)
    if query.has("huyen|thanh pho") and (
        query.wants(Aim.LIST) or query.has("(?:cac|nhung) huyen|huyen (?:minh|toi|ta|nha|tui)")
    ):
        return _districts(query)
    return None


def _outside_lists(query: Query) -> Answer | None:
    """What is said of the one commune that keeps its standard and stands on no list."""
    rows = [fact for fact in query.base.library.of(Target) if "Đại Hiệp" in fact.say]
    other = query.wants(Aim.COUNT, Aim.WHO, Aim.NUMBER) or query.has("quyet dinh")
    return said(query.base.library, rows[:1], query.today) if rows and not other else None


def _beginning(query: Query) -> str:
    """The first word of communes' names that is asked for as such: "các xã bắt đầu bằng chữ Phước", "mấy xã Điện"."""
    found = _NAMED_SO.search(query.said)
    word = next(filter(None, found.groups()), "") if found else ""
    return word if word in query.base.gazetteer.communes.first else ""


def _named_so(query: Query, beginning: str) -> Answer | None:
    """The communes whose names begin with a word, by list."""
    asked, years = _listed_standard(query.line), set(query.years)
    rows = [
        (row, own)
        for row in query.base.library.of(Communes)
        if (not asked or row.standard == asked) and (not years or row.year in years)
        if (own := [name for name in row.names if plain(name).split()[0] == beginning])
    ]
    if not rows:
        return None
    lines = [
        f"- {_STANDARDS[row.standard].capitalize()} năm {row.year}: {', '.join(own)} ({len(own)} xã)."
        for row, own in rows
    ]
    shown = [row for row, _ in rows]
    return Found(
        "\n".join([*lines, _source(query, shown)]),
        tuple(dict.fromkeys(row.source for row in shown)),
        tuple(row.id for row in shown),
    )


def _others(query: Query) -> Answer | None:
    """The lists on which communes that are named stand, when the others are asked for."""
    asked, years = _listed_standard(query.line), set(query.years)
    names = {name for mention in query.communes for name in mention.names}
    rows = [
        row
        for row in query.base.library.of(Communes)
        if names & set(row.names) and (not asked or row.standard == asked) and (not years or row.year in years)
    ]
    lines = [f"{row.say} {', '.join(row.names)}." for row in rows]
    return (
        Found(
            "\n".join([*lines, _source(query, rows)]),
            tuple(dict.fromkeys(row.source for row in rows)),
            tuple(row.id for row in rows),
        )
        if rows
        else None
    )


def _lists_beside_district(query: Query) -> Answer | None:
    """The lists of communes of a standard and a year, asked back: the plan does not say which commune is in which district."""
    if not query.has("xa nao|nhung xa|may xa|cac xa|danh sach xa") or not query.wants(Aim.LIST, Aim.WHERE):
        return None
    if query.plans not in ((), ("ntm",)) or _OTHER_MATTER.search(query.line) or query.has(_OF_STATE):
        return None
    asked, years = _listed_standard(query.line), set(query.years)
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
                    f"- {_STANDARDS[row.standard].capitalize()} năm {row.year}: {', '.join(row.names)}."
                    for row in rows[:_FEW_LISTS]
                ),
                "Đồng chí hỏi xã nào?",
            ]
        ),
        (
            *(
                Option(f"{_STANDARDS[row.standard].capitalize()} {row.year}", f"fact:{row.id}")
                for row in rows[:_FEW_LISTS]
            ),
            NONE_OF_THESE,
        ),
        tuple(dict.fromkeys(row.source for row in rows)),
        tuple(row.id for row in rows),
    )


def _of_districts(query: Query) -> Answer | None:
    """What the districts named are to reach and by when, where nothing else is asked of them."""
    if query.plans not in ((), ("ntm",)) or not query.finds(_STATUS) or _OTHER_THAN_DISTRICTS.search(query.line):
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


def _districts(query: Query) -> Answer | None:
    """Every list of districts of the standard and year asked for."""
    if query.plans not in ((), ("ntm",)) or not query.finds(_STATUS) or _OTHER_THAN_DISTRICTS.search(query.line):
        return None
    if any(
        not _ABOUT_DISTRICTS.fullmatch(place.word.fold)
        for place in query.telling
        if query.base.index.weight(place) > _TELLING
    ):
        return None
    rows = [row for row in query.base.library.of(Districts) if row.due and "ý kiến" not in row.what]
    years = {str(year) for year in query.years}
    if years:
        rows = [row for row in rows if any(year in f"{row.what} {row.due}" for year in years)]
    if _ADVANCED.search(query.line):
        rows = [row for row in rows if "nâng cao" in row.what]
    elif query.has("dat chuan|hoan thanh"):
        rows = [row for row in rows if "nâng cao" not in row.what]
    return said(query.base.library, rows, query.today) if len(rows) > 1 else None


def standard(line: str) -> str:
    """Returns the standard that a line names, "" when none."""
    line = _NOT.sub(" ntm ", line)
    if _COMMON.search(line):
        return "NTM"
    if _MODEL.search(line):
        return "NTM kiểu mẫu"
    if _ADVANCED.search(line):
        return "NTM nâng cao"
    return "NTM" if _PLAIN.search(line) else ""


def _listed_standards(query: Query) -> frozenset[str]:
    """The standards whose lists are asked for, of several joined ones too: "xã nông thôn mới và xã kiểu mẫu"."""
    line = ""
    for before, place in zip([None, *query.places], query.places, strict=False):
        between = query.text[before.word.end : place.word.start] if before else ""
        joined = place.word.fold in _JOINING or any(mark in between for mark in ",;&/")
        line += f" | {place.word.fold}" if joined else f" {place.word.fold}"
    parts = _NOT.sub(" ntm ", line).split(" | ")
    named = [_listed_standard(part) for part in parts if _OF_LIST.search(part)]
    return frozenset(name for name in named if name) if len(named) > 1 else frozenset()


def _listed_standard(line: str) -> str:
    """The standard whose list is asked for: "đạt chuẩn" and "về đích" alone are said of all three."""
    named = standard(line)
    return "" if named == "NTM" and "ntm" not in line.split() else named


def _of_communes(query: Query) -> Answer | None:
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
    if query.wants(Aim.YESNO) and len(names) == 1 and (asked := standard(query.line)) and not _unread(query):
        lines.insert(0, _yes_or_no(query, names[0], asked, shown))
    lines.append(_source(query, shown))
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


def _unread(query: Query) -> bool:
    """Whether a word beside the name could not be read, so that the standard asked for may be another one ("kiểu ẫu")."""
    named = {query.words[place].start for one in query.communes for place in range(one.start, one.end)}
    return any(
        place.word.start not in named
        and not any(_ABOUT_LISTS.fullmatch(term) for term in (place.word.fold, *(term for term, _ in place.meant[:1])))
        for place in query.telling
    )


def _strange(query: Query) -> str:
    """A telling word of the question that the lists cannot explain, where a number, a body or a person is asked for."""
    if query.wants(Aim.WHEN) and not query.finds(_STATUS) and not query.has("len|chuan|phan dau|kieu mau"):
        named = {query.words[place].start for one in query.communes for place in range(one.start, one.end)}
        others = [place.word.typed for place in query.telling if place.word.start not in named]
        strange = [word for word in others if not _ABOUT_LISTS.fullmatch(plain(word))]
        return strange[0] if len(strange) > 1 else ""
    matter = _OTHER_MATTER.search(query.line)
    if matter and not query.wants(Aim.YESNO) and not query.finds(_STATUS) and not query.has("kieu mau|chuan|phan dau"):
        return matter.group()  # "sản phẩm OCOP của xã ấy là gì?"
    doubtful = query.wants(Aim.YESNO) and not standard(query.line) and len(query.communes) == 1
    if not (doubtful or query.wants(Aim.COUNT, Aim.WHO, Aim.NUMBER, Aim.EMAIL, Aim.SIGNER)) or query.has(
        "nam may|may nam|thang may|nam bao nhieu|quy (?:may|nao)|(?:khi|luc|bao|chung|ngay|bua|hom) (?:nao|gio|may)"
    ):
        return ""
    named = {query.words[place].start for one in query.communes for place in range(one.start, one.end)}
    for place in query.telling:
        if place.word.start not in named and not _ABOUT_LISTS.fullmatch(place.word.fold):
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
    goal = _STANDARDS[row.standard]
    if row.state == "hoàn thiện hồ sơ":
        return f"hoàn thiện hồ sơ {goal} năm {row.year}, trình công nhận trong quý 1/2024"
    return f"phấn đấu đạt chuẩn {goal} năm {row.year}"


def _yes_or_no(query: Query, name: str, asked: str, rows: Sequence[Communes]) -> str:
    years = [year for year in query.years if 2023 <= year <= 2025]
    right = any(row.standard == asked and (not years or row.year in years) for row in rows)
    goal = _STANDARDS[asked] + (f" năm {years[0]}" if years else "")
    return (
        f"Có, xã {name} có trong danh sách {goal}." if right else f"Không, xã {name} không có trong danh sách {goal}."
    )


def _list(query: Query) -> Answer | None:
    if set(query.plans) & {"haiduong", "tamky"} or query.has("huyen nao|chua co|khong co xa"):
        return None
    asked = _listed_standard(query.line)
    several = _listed_standards(query)
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
    if any(
        not _ABOUT_LISTS.fullmatch(place.word.fold)
        and (query.base.index.weight(place) > _TELLING or _is_name(query, place))
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
    standards = several or frozenset([asked] if asked else _STANDARDS)
    chosen = [row for row in rows if row.standard in standards and (not years or row.year in years)]
    if not chosen:
        return None
    if len(chosen) == 1 or (len(chosen) <= 3 and len(standards) < len(_STANDARDS)):
        lines = [f"{row.say} {', '.join(row.names)}." for row in chosen]
        return Found(
            "\n".join([*lines, _source(query, chosen)]),
            tuple(dict.fromkeys(row.source for row in chosen)),
            tuple(row.id for row in chosen),
        )
    if query.wants(Aim.FIRST) or query.has("tong so|tong cong|tat ca|ca ba|cong lai"):
        return _counts(query, chosen)
    short = sum(len(row.names) for row in chosen) <= _SCREEN
    heads = [
        f"- {_STANDARDS[row.standard]} năm {row.year}: {len(row.names)} xã{_names(row) if short else ''}"
        for row in chosen
    ]
    options = tuple(
        Option(f"{_STANDARDS[row.standard].capitalize()} {row.year}", f"fact:{row.id}") for row in chosen[:7]
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
    lines = [f"- {_STANDARDS[row.standard].capitalize()} năm {row.year}: {len(row.names)} xã." for row in rows]
    total = f"Cộng {sum(len(row.names) for row in rows)} xã."
    return Found(
        "\n".join([*lines, total, _source(query, rows)]),
        tuple(dict.fromkeys(row.source for row in rows)),
        tuple(row.id for row in rows),
    )


def _source(query: Query, rows: Sequence[Communes | Districts]) -> str:
    library = query.base.library
    plan = library.plan(rows[0].source.plan)
    sections = ", ".join(dict.fromkeys(row.source.section for row in rows))
    last = max((row.year for row in rows if isinstance(row, Communes)), default=plan.end.year)
    passed = f" Năm {last} đã qua.{unknown_year(plan, query.today)}" if query.today.year > last else ""
    return f"Theo {plan.short}, mục {sections}.{passed}"


def _names(row: Communes) -> str:
    return f" ({', '.join(row.names)})"
