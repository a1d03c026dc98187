"""Whether an answer tells one thing where two are asked for: "hai mô hình nào?", "chỉ tiêu nào cao hơn?"."""

import re

from knowledge.answer import Found
from knowledge.facts import Communes, Model, Regime
from knowledge.fold import plain
from knowledge.models.described import of_topic
from knowledge.models.topics import topic_named
from knowledge.pattern import Pattern
from knowledge.query import Query

_TWO = Pattern(r"\bhai (?:mo hinh|mh|phongtrao|cvd|quy|quyvon|danh hieu)\b")
_COMPARED = Pattern(
    r"\b(?:nao|ai) (?:den |phai |nop |gui |xong |them |duoc )?(?:cao|thap|som|muon|tre|truoc|lon|nho|nhieu hon|it hon)\b"
    r"|\b(?:cao|thap|nhieu|it|som|muon|lon|nho) hon (?:[a-z]+ ){0,6}(?:may|bao nhieu)\b"
    r"|\bhay (?:[a-z0-9]+ ){1,6}(?:cao|thap|nhieu|it|som|muon|lon|nho) (?:[a-z]+ )?hon\b"
)
_ASKS = Pattern(r"\b(?:nao|gi|ai|may|bao nhieu|dau|sao)\b")
_MODELS = Pattern(r"\b(?:mo hinh|phong trao|phongtrao|danh hieu|de an)\b")
_ADVANCED, _MODEL = Pattern(r"\bnang (?!luc|chuan)"), Pattern(r"\bkieu mau\b")
_LEFT_OUT = Pattern(r"\b(?:chua|khong|tru) (?:phai|tinh|ke|gom|lay)\b")
_HIGHER = frozenset({"NTM nâng cao", "NTM kiểu mẫu"})
_BOTH = 2
_PLAN = "kehoach"
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:19|20)\d\d)?")


def is_half(query: Query, found: Found) -> bool:
    """Returns whether two things are asked for or compared, and what is told holds one of them."""
    if _leaves_a_plan(query, found) or _is_of_one_standard(query, found):
        return True
    if len(found.facts) != 1:
        return False
    if _is_one_of_many(query, found):
        return True
    if query.asks(_TWO):
        return isinstance(query.base.library.fact(found.facts[0]), Model)
    return query.asks(_COMPARED) and len(_FIGURE.findall(_YEAR.sub(" ", found.text.partition("\n")[0]))) == 1


def _leaves_a_plan(query: Query, found: Found) -> bool:
    """Whether the reports of two plans are asked for, and those of one are told."""
    facts = [fact for name in found.facts if (fact := query.base.library.fact(name))]
    told = {source.plan for fact in facts for source in fact.sources}
    if not any(isinstance(fact, Regime) for fact in facts):
        return False
    if len(query.plans) < _BOTH:  # "kế hoạch cuộc vận động kế hoạch vì người nghèo, hạn nào sớm hơn"
        return len(told) == 1 and query.line.count(_PLAN) >= _BOTH and query.asks(_COMPARED)
    return not told.issuperset(query.plans)


def _is_one_of_many(query: Query, found: Found) -> bool:
    """Whether a message that asks nothing speaks of models of a topic, of no plan's, and one of several is told that it does not name."""
    model = query.base.library.fact(found.facts[0])
    if (
        query.aims
        or query.plans
        or query.finds(_ASKS)
        or not isinstance(model, Model)
        or query.base.numbers[model.id] in query.names_said
        or _begins_its_name(query, model)
    ):
        return False
    return query.finds(_MODELS) and len(of_topic(query.base).get(topic_named(query.line), ())) > 1


def _begins_its_name(query: Query, model: Model) -> bool:
    """Whether a model is named by the first words of its name: "heo đất"."""
    begins = " ".join(plain(model.name).split()[:_BOTH])
    return not _MODELS.search(begins) and f" {begins} " in f" {query.said} "


def _is_of_one_standard(query: Query, found: Found) -> bool:
    """Whether both higher standards are named, and the communes of one of them are told, or of both that are left out."""
    if not (query.asks(_ADVANCED) and query.asks(_MODEL)):
        return False
    told = {fact.standard for name in found.facts if isinstance(fact := query.base.library.fact(name), Communes)}
    left_out = len(told) > 1 and query.asks(_LEFT_OUT)
    return (len(told) == 1 or left_out) and not query.communes and told <= _HIGHER
