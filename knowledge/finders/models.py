"""Models, movements, campaigns: one by its name, or those of a topic, a body, a plan."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from knowledge.aims import Aim
from knowledge.answer import Answer, Found, Option
from knowledge.base import Base
from knowledge.demand import names_places
from knowledge.detail import asks_detail, asks_what_is_said
from knowledge.facts import Model, Source
from knowledge.fitness import candidates
from knowledge.fold import plain
from knowledge.normal import normal
from knowledge.pattern import Pattern, of_words
from knowledge.planned import owner_named
from knowledge.query import Query
from knowledge.standing import expired
from knowledge.trust import trust
from knowledge.wording import brief, said

_WORD = Pattern(
    r"\bmo hinh\b|\bphongtrao\b|\bcvd\b|\bchuong trinh\b|\bcuoc thi\b|\bdanh hieu\b|\bquyvon\b|\bquy\b(?! (?:1|2|che|dinh|hoach|may|ii|nao))|\bkhau hieu\b|\bmh\b|\bde an\b|\bcac to\b(?! chuc)|\bto (?:cua )?ccb\b|\bdoan duong\b"
)
_PLURAL = Pattern(
    r"\b(?:nhung|cac|may|hai|ba|bon|\d+|ke|ke ten|liet ke|neu|gom|danh sach|ds|neu ten|ten cac)\b(?: [a-z0-9]+){0,4} (?:mo hinh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|quy|de an|to(?! chuc)|doan duong)\b"
    r"|\b(?:mo hinh|phongtrao|cvd|chuong trinh|cuoc thi|danh hieu|quyvon|quy|khau hieu|de an|to(?! chuc)|doan duong)(?: (?!kehoach|van ban)[a-z0-9]+){0,9}(?<! quan)(?<! don vi)(?<! hang)(?<! viec)(?<! ky)(?<! dip)(?<! lan)(?<! noi)(?<! chuyen)(?<! dieu)(?<! cho) (?:nao|(?<! la )gi)\b"
)
TOPICS = {
    "môi trường": r"moi truong|rac|ve sinh|xanh sach|canh quan|cay xanh|bien doi khi hau|duong hoa|nhua",
    "an ninh – pháp luật – giao thông": r"an ninh|antt|trat tu|atgt|giao thong|di duong|phap luat|toi pham|chuachay|pccc|giu lang",
    "kinh tế – giảm nghèo": r"kinh te|ngheo|hongheo|nguongheo|giam ngheo|sxkd|sinh ke|tiet kiem|nhan dao|khoi nghiep",
    "văn hóa – giáo dục – y tế": r"van hoa|giao duc|hoc tap|khuyenhoc|hieu hoc|suc khoe|y te|gia dinh",
    "tự quản chung": r"tu quan",
    "dân chủ – hệ thống chính trị": r"dan chu|doi thoai|lang nghe",
}
_BODIES = {
    "Hội Nông dân": r"nong dan",
    "Hội Liên hiệp Phụ nữ": r"lhpn|phu nu",
    "Thành đoàn": r"thanh doan|doan thanh nien|thanh nien|doan vien",
    "Liên đoàn Lao động": r"ldld",
    "Hội Chữ thập đỏ": r"chu thap do",
    "Hội Khuyến học": r"khuyen hoc",
    "Hội Người cao tuổi": r"nguoi cao tuoi|cao tuoi",
    "Hội CCB": r"ccb|hoi minh|hoi ta|hoi tinh|cac cap hoi",
    "MTTQ": r"mttq",
}
_TYPES = {
    "mô hình": r"mo hinh|mh",
    "phong trào": r"phongtrao",
    "cuộc vận động": r"cvd",
    "chương trình": r"chuong trinh",
    "quỹ": r"quyvon|quy(?! (?:nao|may))",
    "danh hiệu": r"danh hieu",
    "đề án": r"de an",
}
_ELSEWHERE = frozenset({"haiduong"})
_MOST = 30
_FEW = 5
_MOVEMENTS = {"phong trào", "cuộc vận động", "chương trình"}
_SEVERAL = Pattern(
    r"\b(?:nhung|cac|ke|liet ke|neu) (?:ten |ra |cac )?(?:mo hinh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|de an|to|doan duong)\b"
)
_WHICH_ONE = Pattern(r"\b(?:mo hinh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|de an)(?: [a-z0-9]+){0,9} (?:nao|gi)\b")
_IN_BOTH = Pattern(
    r"\bvua (?:co|nam|duoc|o)\b|\bca hai (?:kehoach|van ban)\b|\bdeu (?:co|nam|nhac)\b|\bcung (?:co|nam) (?:trong|o)\b"
)
_BARE = 12
_OTHER_MATTER = Pattern(
    r"\b(?:muc dich|y nghia|yeu cau|gan (?:voi|cvd)|long ghep|khoi day|de lam gi|nham|binh xet|cam ket)\b"
)
_NUMBER_OF = Pattern(r"\b(?:bao nhieu|may) (?:mo hinh|phongtrao|cvd|chuong trinh)\b(?!.{0,30}\b(?:nao|gi)\b)")
_NAMED = 0.8
_NEAR_NAME = 80
"""How much of a quoted name may be mistyped, as rapidfuzz has it."""

_ALIKE = 5
_WHOSE_TASK = Pattern(r"\b(?:giao|cho) (?:[a-z]+ ){0,2}(?:so|ban|co quan|don vi|hoi|nganh|doan the) nao\b")
_AT_WHICH = Pattern(r"\bo (?:[a-z]+ ){1,4}nao$")
_WHO_DOES = Pattern(
    r"^(?:[a-z]+ ){0,6}(?:ai|(?:hoi|ban|don vi|co quan|to chuc|doan the|ben|nganh) nao) (?:lo|lam|chu tri|phu trach)\b"
)
_IS_THERE = Pattern(
    r"\b(?:mo hinh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|de an)(?: [a-z0-9]+){0,9} (?:nao|gi) (?:khong|k|ko|hong|khg)\b"
)
_SURE_OF_ONE = 0.95
_RARE = 5.0
_BESIDE = 0.3
_TRUST = 0.6
_MATTER = Pattern(
    r"\b(?:bang|trong|cay|mon|loai|mau|luc|may|bao nhieu) (?:cay )?(?:gi|nao|may|gio|ky|phong)\b|\b(?:bao nhieu|may) [a-z]+\b"
)
_SIBLINGS = Pattern(
    r"\b(?:ngoai|con|them)\b.{0,40}\b(?:mo hinh|mh|phongtrao|cvd|to|nhom|quy|quyvon|lang|khu dan cu|xom|(?:loai )?nha|danh hieu|de an)\b.{0,16}\b(?:nao|gi|nua)\b|\bcon (?:nhung |cac )?(?:mo hinh|mh|phongtrao)"
    r"|\b(?:ke|neu|nhac|dung|di) (?:cung|chung|kem)\b.{0,24}\b(?:mo hinh|mh|phongtrao|cvd|to|nhom|quy|quyvon|danh hieu|de an)\b.{0,16}\b(?:nao|gi)\b"
    r"|\b(?:voi|va|cung)\b.{0,24}\b(?:mo hinh|mh|phongtrao|cvd|to|nhom|quy|quyvon|lang|khu dan cu|xom|nha|danh hieu|de an)\b.{0,16}\bnua\b"
)
"""What asks for the others beside the one that is named: "nhà nghĩa tình đồng đội với nhà gì nữa"."""

_MANY = Pattern(
    r"\b(?:nhung|cac|may|bao nhieu) (?:cai )?(?:mo hinh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|quy|de an)\b|\bke\b|\bliet ke\b|\bdanh sach\b"
)
_QUOTED = re.compile(r"[“\"«‘']([^”\"»’']{6,80})[”\"»’']")
_LIST_WORDS = " mo hinh phongtrao cvd chuong trinh kehoach ntm 2024 2025 tinh hoi cac cap thanh pho tam ky hai duong quang nam ccb mttq bao ve giu gin moi truong antt an ninh trat tu nhan rong xay dung nguongheo vi "


def find(query: Query) -> Answer | None:
    """Returns the models of the topic, body or plan that is named, when several are asked for."""
    counted = query.wants(Aim.COUNT, Aim.WHEN, Aim.LEFT, Aim.OFTEN)
    if asks_what_is_said(query):
        return None
    siblings = query.finds(_SIBLINGS)
    if not siblings and (quoted := models_quoted(query)) and _all_missed(query, quoted):
        return said(query.base.library, quoted[:3], query.today)
    named = [] if counted or query.finds(_OTHER_MATTER) or query.finds(_SEVERAL) else _named(query, beside=siblings)
    if siblings and not named and not counted:
        named = models_quoted(query)
    if named and not siblings:
        return (
            None
            if (asks_detail(query) and not query.wants(Aim.NAME))
            or query.wants(Aim.PLAN)
            or names_places(query)
            or _more_than_name(query)
            else said(query.base.library, named[:3], query.today)
        )
    if named:
        return told(query, _siblings(query, named[0]), named[0].type, named[0].source)
    bare = not query.aims and len(query.words) < _BARE
    if query.finds(_WHOSE_TASK) or query.finds(_WHO_DOES) or query.finds(_AT_WHICH):
        return None
    if not _WORD.search(query.line) or not (bare or _PLURAL.search(query.line)) or query.has("bao cao|ho so"):
        return None
    body, topic = body_named(query.line), topic_named(query.line)
    plans = query.plans
    if any(not any(_covers(query, plan, year) for plan in plans or ("kh121", "tamky", "ntm")) for year in query.years):
        return None
    if not (body or topic or plans) or len(query.words) > 60:
        return None
    types = [name for name, pattern in _TYPES.items() if of_words(pattern).search(query.line)]
    own = frozenset() if _is_of_campaign(query) else frozenset(plans)
    rows = _of_types(
        [
            one.model
            for one in _of_topic(query.base).get(topic, ())
            if (not own.isdisjoint(one.plans) if own else plans or one.plans != _ELSEWHERE)
            and (not body or body in one.model.run_by)
        ],
        types,
    )
    if not query.wants(Aim.WHO, Aim.WHEN, Aim.COUNT, Aim.OFTEN, Aim.PLAN, Aim.YESNO, Aim.WHERE) and (
        some := _by_own_words(query, body, types)
    ):
        return told(query, some, " ".join(types[:1]) or "mô hình")
    if len(plans) > 1 and query.finds(_IN_BOTH):
        rows = [row for row in rows if set(plans) <= {source.plan for source in row.sources}]
        return told(query, rows, " ".join(types[:1]) or "mô hình") if rows else None
    if query.section:
        rows = [row for row in rows if any(source.section == query.section for source in row.sources)] or rows
    if not plans and (owner := owner_named(query.line)) and not body:
        rows = [row for row in rows if any(source.plan in owner for source in row.sources)] or rows
    if (
        query.has("co phai")
        or query.finds(_OTHER_MATTER)
        or query.wants(Aim.PLAN)
        or (query.finds(_NUMBER_OF) and not query.wants(Aim.LIST))
    ):
        return None
    if names_places(query) or (
        (asks_detail(query) or query.wants(Aim.OFTEN, Aim.WHEN, Aim.COUNT)) and not query.finds(_MANY)
    ):
        return None
    if len(rows) < 2 or (
        not query.section
        and not _asks_which_of_plan(query)
        and not (body and (topic or types) and query.finds(_WHICH_ONE))
        and not (topic and query.finds(_SEVERAL))
        and not (topic and plans and query.finds(_IS_THERE))
        and not query.has("ke ten|liet ke")
        and _one_fact_says_more(query, rows)
    ):
        return None
    return told(query, rows, " ".join(types[:1]) or "mô hình")


def models_quoted(query: Query) -> list[Model]:
    """Returns the models whose very names are quoted: "Tiếng loa an ninh" is no "Tiếng kẻng an ninh"."""
    quoted = {plain(name) for name in _QUOTED.findall(query.text)}
    if not quoted:
        return []
    models = query.base.library.of(Model)
    exact = [fact for fact in models if plain(fact.name) in quoted]
    if exact or len(quoted) > 1:
        return exact
    near = sorted(((fuzz.ratio(plain(fact.name), name), fact.id) for fact in models for name in quoted), reverse=True)[
        :2
    ]
    sure = near[0][0] >= _NEAR_NAME and near[0][0] - near[1][0] > _ALIKE
    return [fact for fact in models if sure and fact.id == near[0][1]]


def _all_missed(query: Query, quoted: Sequence[Model]) -> bool:
    """Whether what is quoted would be passed over: several names, or one that does not stand in the plan that is named."""
    if query.wants(Aim.COUNT, Aim.WHEN, Aim.LEFT, Aim.OFTEN):
        return False
    places = {source.plan for model in quoted for source in model.sources}
    return len(quoted) > 1 or bool(query.plans and places.isdisjoint(query.plans))


def _by_own_words(query: Query, body: str, types: Sequence[str]) -> list[Model]:
    """The few models in whose own names every telling word stands that is no topic's: "mô hình nhà trọ", "cuộc vận động về giao thông"."""
    own = Pattern(_BODIES[body]) if body else None
    words = [
        frozenset(term for term, _ in place.meant) or frozenset([place.word.fold])
        for place in query.telling
        if place.word.fold not in _LIST_TERMS and not (own and own.search(place.word.fold))
    ]
    told = {term for some in words for term in some}
    other_topic = (topic := _topic_words(query.line)) and not set(topic.split()) <= told
    if not words or other_topic or asks_detail(query) or query.finds(_OTHER_MATTER) or query.finds(_AT_WHICH):
        return []
    least = min(words, key=lambda some: sum(len(_with_word(query.base).get(term, ())) for term in some))
    with_one = {number for term in least for number in _with_word(query.base).get(term, ())}
    named = frozenset() if _is_of_campaign(query) else frozenset(query.plans)
    rows = [
        one.model
        for one in map(_described(query.base).__getitem__, sorted(with_one))
        if (not body or body in one.model.run_by)
        and any(all(some & name for some in words) for name in one.names)
        and (query.plans or one.plans != _ELSEWHERE)
        and (not named or not named.isdisjoint(one.plans))
    ]
    rows = _of_types(rows, types)
    return rows if 1 < len(rows) <= _FEW else []


def _is_of_campaign(query: Query) -> bool:
    """Whether a plan seems to be named only because the word "cuộc vận động" is in its name too."""
    return query.plans == ("kh121",) and not query.has("121|kehoach")


@dataclass(frozen=True, slots=True)
class _Described:
    """A model with the words of each of its names, the plans that have it, and the plain words by which a list tells of it."""

    model: Model
    names: Sequence[frozenset[str]]
    plans: frozenset[str]
    about: frozenset[str]


@cache
def _described(base: Base) -> Sequence[_Described]:
    """Every model, described."""
    return [
        _Described(
            row,
            [frozenset(word.fold for word in normal(name, base.speech)) for name in (row.name, *row.aliases)],
            frozenset(source.plan for source in row.sources),
            frozenset(plain(f"{row.name} {row.topic} {row.type} {row.run_by}").split()),
        )
        for row in base.library.of(Model)
    ]


@cache
def _of_topic(base: Base) -> Mapping[str, Sequence[_Described]]:
    """The models of each topic, and under "" those of all."""
    found: dict[str, list[_Described]] = {"": list(_described(base))}
    for one in _described(base):
        if one.model.topic:
            found.setdefault(one.model.topic, []).append(one)
    return found


@cache
def _with_word(base: Base) -> Mapping[str, Sequence[int]]:
    """In which models' names each word stands, by their numbers."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(_described(base)):
        for word in frozenset().union(*one.names):
            found.setdefault(word, []).append(number)
    return found


@cache
def _about(base: Base) -> Mapping[str, frozenset[str]]:
    """The words by which a list tells of each model, by its id."""
    return {one.model.id: one.about for one in _described(base)}


def _asks_which_of_plan(query: Query) -> bool:
    """Whether the models of a plan are asked for and no matter of theirs: "kế hoạch gợi ý nhân rộng những mô hình hiệu quả nào"."""
    return (
        bool(query.plans)
        and query.finds(_SEVERAL)
        and all(place.word.fold in _GENERAL for place in query.telling if place.word.fold not in _LIST_TERMS)
    )


def _of_types(rows: Sequence[Model], types: Sequence[str]) -> list[Model]:
    """Keeps the types that are named. People call movements, campaigns and programmes by one another's names."""
    if not types:
        return list(rows)
    if set(types) <= _MOVEMENTS:
        return [row for row in rows if row.type in _MOVEMENTS or row.type == "tháng/ngày cao điểm"]
    own = [row for row in rows if row.type in types]
    places = {source for row in own for source in row.sources}
    beside = "cuộc vận động" if "mô hình" in types else ""
    return [row for row in rows if row.type in types or (row.type == beside and places & set(row.sources))]


def _named(query: Query, beside: bool = False) -> list[Model]:
    """The models whose names (or other names) stand in the question, the most completely named first.

    ``beside``: what is asked for is beside them, so that the question may hold much more than their names.
    """
    spoken = dict.fromkeys(term for place in query.places for term, trust in place.meant if trust >= _TRUST)
    best: dict[str, tuple[float, Model, frozenset[str]]] = {}
    shares: dict[frozenset[str], float] = {}
    for form, rows in (entry for word in spoken for entry in query.base.names.get(word, {}).items()):
        share = shares.get(form)
        if share is None:
            share = shares[form] = _spoken(query, form, spoken)
        for row in rows if share >= _NAMED else ():
            if share > best.get(row.id, (0.0,))[0]:
                best[row.id] = (share, row, form)
    left = {form: _left(query, form) for form in {one[2] for one in best.values()}}
    found = [
        one
        for one in best.values()
        if (beside or left[one[2]] <= _BESIDE)
        and (not query.plans or any(source.plan in query.plans for source in one[1].sources))
    ]
    found = [one for one in found if not any(one[2] < other[2] for other in found)]
    alike = {
        row.id: max(fuzz.partial_ratio(plain(name), query.said) for name in (row.name, *row.aliases))
        for _, row, _ in found
    }
    order = {word: number for number, word in enumerate(spoken)}
    first = {row.id: min(order[word] for word in query.base.rarer[row.id] & spoken.keys()) for _, row, _ in found}
    found.sort(key=lambda one: (-alike[one[1].id], -one[0], first[one[1].id], query.base.numbers[one[1].id]))
    heard: set[str] = set()
    named = []
    for score, row, form in found:
        as_near = alike[row.id] > alike[found[0][1].id] - _ALIKE and score > found[0][0] - 0.05
        another = score >= 1.0 and len(form - heard) > 1  # a second name, said as fully beside the first
        if as_near or another:
            named.append(row)
            heard |= form
    return named


def _spoken(query: Query, name: frozenset[str], spoken: Mapping[str, None]) -> float:
    """How much of a name was said; two rare words of it are enough ("hũ gạo")."""
    index = query.base.index
    rare = [word for word in name & spoken.keys() if index.idf(word) > _RARE]
    return 1.0 if len(rare) > 1 else index.covered(name, spoken.keys())


def _left(query: Query, name: frozenset[str]) -> float:
    """How much of the question, by the rarity of its words, is neither the name nor words that go with any model."""
    index = query.base.index
    telling = [place for place in query.places if place.weight == 1.0]
    total = sum(index.weight(place) for place in telling) or 1.0
    left = [place for place in telling if not any(term in name or term in _LIST_TERMS for term, _ in place.meant)]
    return sum(index.weight(place) for place in left) / total


def _more_than_name(query: Query) -> bool:
    """Whether words that the plans do not know are asked about the model."""
    return query.finds(_MATTER) or any(place.weight == 1.0 and not place.meant for place in query.places)


def _siblings(query: Query, model: Model) -> list[Model]:
    """The models that stand in the same section."""
    rows = [row for row in query.base.library.of(Model) if set(row.sources) & {model.source}]
    same = [row for row in rows if row.type == model.type]
    return same if len(same) > 1 else rows


def told(query: Query, rows: Sequence[Model], what: str, at: Source | None = None) -> Found:
    """Returns the names side by side, grouped by the plan and section where they stand; ``at`` where they all do."""
    library = query.base.library
    groups: dict[str, list[str]] = {}
    for row in rows[:_MOST]:
        source = at or next((one for one in row.sources if not query.plans or one.plan in query.plans), row.source)
        groups.setdefault(library.named(source), []).append(f'"{row.name}"')
    lines = [
        f"Có {len(rows)} {what} như vậy:" if len(rows) <= _MOST else f"Có {len(rows)} {what}; đây là {_MOST} tên đầu:"
    ]
    lines += [f"- {'; '.join(names)} (theo {where})" for where, names in groups.items()]
    shown_plans = query.plans or tuple(dict.fromkeys(row.source.plan for row in rows))
    if len(shown_plans) == 1 and (note := expired(library.plan(shown_plans[0]), query.today)):
        lines.append(note)
    shown = rows[:_MOST]
    return Found(
        "\n".join(lines),
        tuple(dict.fromkeys(source for row in shown for source in row.sources)),
        tuple(row.id for row in shown),
        tuple(Option(brief(row), f"fact:{row.id}") for row in shown[:5]),
    )


_LIST_TERMS = frozenset(_LIST_WORDS.split())
_GENERAL = frozenset(
    "goi y can bo hoi vien nhan rong hieu qua dia phuong o neu ke nhac tham gia hay tot moi duoc trien khai thuc hien phat trien ten ra cho de trong nao gi".split()  # noqa: SIM905  # words are read as a line
)


def _one_fact_says_more(query: Query, rows: Sequence[Model]) -> bool:
    """Whether a single fact explains more of the question than the names and topics of the list do."""
    index = query.base.index
    about = _about(query.base)
    telling = [place for place in query.places if place.weight == 1.0]
    total = sum(index.weight(place) for place in telling) or 1.0
    by_list = (
        sum(
            index.weight(place)
            for place in telling
            if any(term in _LIST_TERMS or any(term in about[row.id] for row in rows) for term, _ in place.meant)
        )
        / total
    )
    ranked = candidates(query)
    if not ranked:
        return False
    best = ranked[0]
    if not isinstance(best.fact, Model) and trust(query, ranked, [best.fact]) > _SURE_OF_ONE:
        return True
    return best.hit.explained > by_list + 0.08


def _covers(query: Query, key: str, year: int) -> bool:
    return any(plan.start.year <= year <= plan.end.year for plan in query.base.library.plans if plan.key == key)


def body_named(line: str) -> str:
    """Returns the body that a line names, as ``run_by`` has it; "" when none."""
    return next((name for name, pattern in _BODIES.items() if of_words(pattern).search(line)), "")


def _topic_words(line: str) -> str:
    """The words by which a line names a topic of models, "" when it names none."""
    found = (of_words(pattern).search(line) for pattern in TOPICS.values())
    return next((one.group() for one in found if one), "")


def topic_named(line: str) -> str:
    """Returns the topic of models that a line names, "" when none."""
    return next((name for name, pattern in TOPICS.items() if of_words(pattern).search(line)), "")
