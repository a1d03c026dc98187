"""Models, movements, campaigns: one by its name, or those of a topic, a body, a plan."""

from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.answer import Answer
from knowledge.demand import names_places
from knowledge.detail import asks_detail, asks_what_is_said
from knowledge.facts import Model
from knowledge.fitness import candidates
from knowledge.models.described import LIST_TERMS, of_topic, with_word, words_about
from knowledge.models.listing import models_listed
from knowledge.models.naming import models_named, models_quoted
from knowledge.models.topics import BODIES, body_named, of_types, topic_named, topic_words, topics_named, types_named
from knowledge.pattern import Pattern
from knowledge.planned import owner_named
from knowledge.query import Query
from knowledge.trust import trust
from knowledge.wording import said

_WORD = Pattern(
    r"\bmo hinh\b|\bphongtrao\b|\bcvd\b|\bchuong trinh\b|\bcuoc thi\b|\bdanh hieu\b|\bquyvon\b|\bquy\b(?! (?:1|2|che|dinh|hoach|may|ii|nao))|\bkhau hieu\b|\bmh\b|\bde an\b|\bcac to\b(?! chuc)|\bto (?:cua )?ccb\b|\bdoan duong\b"
)
_PLURAL = Pattern(
    r"\b(?:nhung|cac|may|hai|ba|bon|\d+|ke|ke ten|liet ke|neu|gom|danh sach|ds|neu ten|ten cac)\b(?: [a-z0-9]+){0,4} (?:mo hinh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|quy|de an|to(?! chuc)|doan duong)\b"
    r"|\b(?:mo hinh|phongtrao|cvd|chuong trinh|cuoc thi|danh hieu|quyvon|quy|khau hieu|de an|to(?! chuc)|doan duong)(?: (?!kehoach|van ban)[a-z0-9]+){0,9}(?<! quan)(?<! don vi)(?<! hang)(?<! viec)(?<! ky)(?<! dip)(?<! lan)(?<! noi)(?<! chuyen)(?<! dieu)(?<! cho) (?:nao|(?<! la )gi)\b"
)
_ELSEWHERE = frozenset({"haiduong"})
_FEW = 5
SEVERAL = Pattern(
    r"\b(?:nhung|cac|ke|liet ke|neu) (?:ten |ra |cac )?(?:mo hinh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|de an|to|doan duong)\b"
)
_NUMBERS = {"hai": 2, "2": 2, "ba": 3, "3": 3, "bon": 4, "4": 4}
_COUNTED = Pattern(
    rf"\b({'|'.join(_NUMBERS)}) (?:cai )?(?:mo hinh|mh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|quy|de an|to|cau lac bo)\b"
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
_WHOSE_TASK = Pattern(r"\b(?:giao|cho) (?:[a-z]+ ){0,2}(?:so|ban|co quan|don vi|hoi|nganh|doan the) nao\b")
_AT_WHICH = Pattern(r"\bo (?:[a-z]+ ){1,4}nao$")
_WHO_DOES = Pattern(
    r"^(?:[a-z]+ ){0,6}(?:ai|(?:hoi|ban|bo phan|don vi|co quan|to chuc|doan the|ben|nganh) nao) (?:lo|lam|chu tri|phu trach)\b"
)
_IS_THERE = Pattern(
    r"\b(?:mo hinh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|de an)(?: [a-z0-9]+){0,9} (?:nao|gi) (?:khong|k|ko|hong|khg)\b"
)
_SURE_OF_ONE = 0.95
_MATTER = Pattern(
    r"\b(?:bang|trong|cay|mon|loai|mau|luc|may|bao nhieu) (?:cay )?(?:gi|nao|may|gio|ky|phong)\b|\b(?:bao nhieu|may) [a-z]+\b"
)
SIBLINGS = Pattern(
    r"\b(?:ngoai|con|them)\b.{0,40}\b(?:mo hinh|mh|phongtrao|cvd|to|nhom|quy|quyvon|lang|khu dan cu|xom|(?:loai )?nha|danh hieu|de an)\b.{0,16}\b(?:nao|gi|nua)\b|\bcon (?:nhung |cac )?(?:mo hinh|mh|phongtrao)(?! (?!nao|gi)(?:[a-z]+ ){1,6}(?:o dau|cua ai|do ai|la gi|the nao|ra sao)\b)"
    r"|\b(?:ke|neu|nhac|dung|di) (?:cung|chung|kem)\b.{0,24}\b(?:mo hinh|mh|phongtrao|cvd|to|nhom|quy|quyvon|danh hieu|de an)\b.{0,16}\b(?:nao|gi)\b"
    r"|\b(?:voi|va|cung)\b.{0,24}\b(?:mo hinh|mh|phongtrao|cvd|to|nhom|quy|quyvon|lang|khu dan cu|xom|nha|danh hieu|de an)\b.{0,16}\bnua\b"
)
"""What asks for the others beside the one that is named: "nhà nghĩa tình đồng đội với nhà gì nữa"."""

_MANY = Pattern(
    r"\b(?:nhung|cac|may|bao nhieu) (?:cai )?(?:mo hinh|phongtrao|cvd|chuong trinh|danh hieu|quyvon|quy|de an)\b|\bke\b|\bliet ke\b|\bdanh sach\b"
)
_GENERAL = frozenset(
    "goi y can bo hoi vien nhan rong hieu qua dia phuong o neu ke nhac tham gia hay tot moi duoc trien khai thuc hien phat trien ten ra cho de trong nao gi".split()  # noqa: SIM905  # words are read as a line
)


def find(query: Query) -> Answer | None:
    """Returns the models of the topic, body or plan that is named, when several are asked for."""
    counted = query.wants(Aim.COUNT, Aim.WHEN, Aim.LEFT, Aim.OFTEN)
    if asks_what_is_said(query):
        return None
    siblings = query.finds(SIBLINGS)
    if not siblings and (quoted := models_quoted(query)) and _all_missed(query, quoted):
        return said(query.base.library, quoted[:3], query.today)
    named = (
        [] if counted or query.finds(_OTHER_MATTER) or query.finds(SEVERAL) else models_named(query, beside=siblings)
    )
    if siblings and not named and not counted:
        named = models_quoted(query)
    if named and not siblings:
        return (
            None
            if len(named) < _counted(query)
            or (asks_detail(query) and not query.wants(Aim.NAME))
            or query.wants(Aim.PLAN)
            or names_places(query)
            or _more_than_name(query)
            else said(query.base.library, named[:3], query.today)
        )
    if named:
        return models_listed(query, _siblings(query, named[0]), named[0].type, named[0].source)
    bare = not query.aims and len(query.words) < _BARE
    if query.finds(_WHOSE_TASK) or query.finds(_WHO_DOES) or query.finds(_AT_WHICH):
        return None
    if not _WORD.search(query.line) or not (bare or _PLURAL.search(query.line)) or query.has("bao cao|ho so"):
        return None
    body, topic = body_named(query.line), topic_named(query.line)
    plans = query.plans
    if any(not any(_covers(query, plan, year) for plan in plans or ("kh121", "tamky", "ntm")) for year in query.years):
        return None
    if not (body or topic or plans) or len(query.words) > 60 or (body and not topic and _is_of_a_district(query)):
        return None
    types = types_named(query.line)
    own = frozenset() if _is_of_campaign(query) else frozenset(plans)
    rows = of_types(
        [
            one.model
            for one in of_topic(query.base).get(topic, ())
            if (not own.isdisjoint(one.plans) if own else plans or one.plans != _ELSEWHERE)
            and (not body or body in one.model.run_by)
        ],
        types,
    )
    if not query.wants(Aim.WHO, Aim.WHEN, Aim.COUNT, Aim.OFTEN, Aim.PLAN, Aim.YESNO, Aim.WHERE) and (
        some := _by_own_words(query, body, types)
    ):
        return models_listed(query, some, " ".join(types[:1]) or "mô hình")
    if len(plans) > 1 and query.finds(_IN_BOTH):
        rows = [row for row in rows if set(plans) <= {source.plan for source in row.sources}]
        return models_listed(query, rows, " ".join(types[:1]) or "mô hình") if rows else None
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
        and not (topic and query.finds(SEVERAL) and len(topics_named(query.line)) == 1)
        and not (topic and plans and query.finds(_IS_THERE))
        and not query.has("ke ten|liet ke")
        and _one_fact_says_more(query, rows)
    ):
        return None
    return models_listed(query, rows, " ".join(types[:1]) or "mô hình")


def _counted(query: Query) -> int:
    """How many models the question counts: "hai đề án"; 0 when it counts none."""
    found = _COUNTED.search(query.line)
    return _NUMBERS.get(found.group(1), 0) if found else 0


def _all_missed(query: Query, quoted: Sequence[Model]) -> bool:
    """Whether what is quoted would be passed over: several names, or one that does not stand in the plan that is named."""
    if query.wants(Aim.COUNT, Aim.WHEN, Aim.LEFT, Aim.OFTEN):
        return False
    places = {source.plan for model in quoted for source in model.sources}
    return len(quoted) > 1 or bool(query.plans and places.isdisjoint(query.plans))


def _by_own_words(query: Query, body: str, types: Sequence[str]) -> list[Model]:
    """The few models in whose own names every telling word stands that is no topic's: "mô hình nhà trọ", "cuộc vận động về giao thông"."""
    own = Pattern(BODIES[body]) if body else None
    words = [
        frozenset(term for term, _ in place.meant) or frozenset([place.word.fold])
        for place in query.telling
        if place.word.fold not in LIST_TERMS and not (own and own.search(place.word.fold))
    ]
    told = {term for some in words for term in some}
    other_topic = (topic := topic_words(query.line)) and not set(topic.split()) <= told
    if not words or other_topic or asks_detail(query) or query.finds(_OTHER_MATTER) or query.finds(_AT_WHICH):
        return []
    least = min(words, key=lambda some: sum(len(with_word(query.base).get(term, ())) for term in some))
    with_one = {number for term in least for number in with_word(query.base).get(term, ())}
    named = frozenset() if _is_of_campaign(query) else frozenset(query.plans)
    rows = [
        one.model
        for one in map(query.base.described.__getitem__, sorted(with_one))
        if (not body or body in one.model.run_by)
        and any(all(some & name for some in words) for name in one.names)
        and (query.plans or one.plans != _ELSEWHERE)
        and (not named or not named.isdisjoint(one.plans))
    ]
    rows = of_types(rows, types)
    return rows if 1 < len(rows) <= _FEW else []


def _is_of_campaign(query: Query) -> bool:
    """Whether a plan seems to be named only because the word "cuộc vận động" is in its name too."""
    return query.plans == ("kh121",) and not query.has("121|kehoach")


def _is_of_a_district(query: Query) -> bool:
    """Whether a body of another district is named than those whose plans there are: "Thành đoàn Hội An"."""
    return bool(query.districts) and not query.has("tam ky|hai duong|kehoach")


def _asks_which_of_plan(query: Query) -> bool:
    """Whether the models of a plan are asked for and no matter of theirs: "kế hoạch gợi ý nhân rộng những mô hình hiệu quả nào"."""
    return (
        bool(query.plans)
        and query.finds(SEVERAL)
        and all(place.word.fold in _GENERAL for place in query.telling if place.word.fold not in LIST_TERMS)
    )


def _more_than_name(query: Query) -> bool:
    """Whether words that the plans do not know are asked about the model."""
    return query.finds(_MATTER) or any(place.weight == 1.0 and not place.meant for place in query.places)


def _siblings(query: Query, model: Model) -> list[Model]:
    """The models that stand in the same section."""
    rows = [row for row in query.base.library.of(Model) if set(row.sources) & {model.source}]
    same = [row for row in rows if row.type == model.type]
    return same if len(same) > 1 else rows


def _one_fact_says_more(query: Query, rows: Sequence[Model]) -> bool:
    """Whether a single fact explains more of the question than the names and topics of the list do."""
    index = query.base.index
    about = words_about(query.base)
    telling = [place for place in query.places if place.weight == 1.0]
    total = sum(index.weight(place) for place in telling) or 1.0
    by_list = (
        sum(
            index.weight(place)
            for place in telling
            if any(term in LIST_TERMS or any(term in about[row.id] for row in rows) for term, _ in place.meant)
        )
        / total
    )
    ranked = candidates(query)
    if not ranked:
        return False
    best = ranked[0]
    if best.share > _SURE_OF_ONE and query.base.numbers[best.fact.id] in query.names_said:
        return True  # it is named, and something is asked of it
    if not isinstance(best.fact, Model) and trust(query, ranked, [best.fact]) > _SURE_OF_ONE:
        return True
    return best.hit.explained > by_list + 0.08


def _covers(query: Query, key: str, year: int) -> bool:
    return any(plan.start.year <= year <= plan.end.year for plan in query.base.library.plans if plan.key == key)
