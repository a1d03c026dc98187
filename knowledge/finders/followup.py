"""What is asked about the last answer itself: "nguồn mô?", "nói rõ hơn"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.aims import Aim
from knowledge.answer import Answer, Context, Found, Smalltalk
from knowledge.facts import Communes, Fact, Regime, Source
from knowledge.library import Library
from knowledge.pattern import Pattern
from knowledge.places.standards import standard
from knowledge.query import Query
from knowledge.regimes import plan_lines
from knowledge.wording import cited, said

_SHORT = 14
_SOURCE = Pattern(
    r"(?<!tai )\bnguon\b(?! (?:luc|von|kinh phi|tien|quy|quyvon|thu|chi|nuoc|nhan luc|dan|hang|goc|song))|\bo muc nao\b|\btheo (?:van ban|kehoach|tai lieu|dau|muc) ?(?:nao)?\b|\blay (?:o|tu) dau\b|\bcan cu (?:vao )?dau\b|\bo trang nao\b|\bcan cu\b$|(?<!phan )\bdau ra\b|\b(?:cua|trong|o) (?:kehoach|van ban) (?:nao|gi)\b|\bmuc may\b|\bai noi\b"
)
_MORE = Pattern(
    r"\bdai hon\b|\bro hon\b|\bchi tiet hon\b|\bnoi them\b|\bthem nua\b|\bky hon\b|\bnoi ro\b|\bgiai thich them\b|\bcon gi nua\b|\bnua di\b|\bnoi tiep\b|\bke them\b|\bky luong hon\b|\bcu the hon\b"
)
_NAMES = Pattern(
    r"\b(?:ke|doc|noi|xin|cho|biet)(?: [a-z]+)? ten\b|\bke (?:ra|het|tung|lai)\b|\bliet ke\b|^ten (?:gi|la|cac|may|nhung|tung)\b|\bla nhung (?:xa|noi|huyen) nao\b"
)
_OTHER_KIND = Pattern(r"\b(?:mo hinh|huyen|van ban|phongtrao|san pham|nha|ho|thon|tieu chi)\b")
"""What is no commune, and not counted among a list's."""

_SENTENCE = re.compile(r".{12,}?[.!?](?=\s|$)")
_REPORTS = "Báo cáo theo từng kế hoạch:"
_TELLING = 3.0
_FEW = 6
_MOST = 3
_SHOWN = 5
_NEIGHBOURS = 2


def find(query: Query, context: Context) -> Answer | None:
    """Returns where the last answer stands, or more about it, when that is asked."""
    if len(query.words) > _SHORT or (has_own_topic(query) and not _only_left(query)):
        return None
    library = query.base.library
    facts = [fact for name in context.facts if (fact := library.fact(name))]
    if not facts:
        return None
    if query.wants(Aim.LEFT) and len(query.words) <= _FEW:
        return replace(said(library, facts[:2], query.today), question=context.question)
    lists = [fact for fact in facts if isinstance(fact, Communes)]
    if (
        query.wants(Aim.COUNT)
        and not query.wants(Aim.LIST)
        and lists
        and len(query.words) <= _FEW
        and not (query.years or standard(query.line) or _OTHER_KIND.search(query.line))
    ):
        return Found(
            "\n".join(f"Danh sách ấy có {len(fact.names)} xã ({library.named(fact.source)})." for fact in lists),
            _sources(lists),
            tuple(fact.id for fact in lists),
            question=context.question,
        )
    if lists and _NAMES.search(query.line) and not (query.years or query.communes or query.districts):
        return replace(said(library, lists, query.today), question=context.question)
    if _SOURCE.search(query.line):
        lines = (
            _places(library, facts)
            if len(facts) > _MOST
            else [f"{fact.say} ({cited(library, fact)})" for fact in facts]
        )
        return Found(
            "\n".join(["Điều tôi vừa nói lấy từ:", *(f"- {line}" for line in lines)]),
            _sources(facts),
            tuple(fact.id for fact in facts),
            question=context.question,
        )
    return _longer(library, facts, context) if _MORE.search(query.line) else None


def without_topic(query: Query) -> Answer | None:
    """Returns what is said to "nguồn mô?" and "nói rõ hơn" where nothing was answered before."""
    if (
        len(query.words) > _SHORT
        or has_own_topic(query)
        or query.plans
        or query.years
        or query.communes
        or query.districts
    ):
        return None
    if _SOURCE.search(query.line) and not query.has("kehoach|van ban|bao cao"):
        return Smalltalk("Tôi chưa trả lời câu nào từ các kế hoạch. Đồng chí hỏi trước, rồi tôi nói nguồn.")
    return (
        Smalltalk("Đồng chí muốn rõ hơn điều gì? Đồng chí hỏi giúp tôi một câu.") if _MORE.search(query.line) else None
    )


def has_own_topic(query: Query) -> bool:
    """Returns whether the question names something of its own to talk about."""
    index = query.base.index
    told = [
        place
        for place in query.places
        if place.weight == 1.0 and place.meant and index.idf(place.meant[0][0]) > _TELLING
    ]
    return len(told) > 1 or bool(query.names_said)


def _only_left(query: Query) -> bool:
    """Whether nothing is asked but whether the date has passed: "qua hạn chưa?"."""
    return query.wants(Aim.LEFT) and len(query.words) <= _FEW and not (query.plans or query.communes or query.districts)


def _longer(library: Library, facts: Sequence[Fact], context: Context) -> Found:
    """The facts again with their notes, the reporting duty of their plan, and their neighbours in the same section;
    of reports of several plans all that was left out.
    """
    regimes = _reports(facts)
    if regimes:
        lines = [_REPORTS, *plan_lines(library, regimes)]
        return Found("\n".join(lines), _sources(facts), tuple(fact.id for fact in facts), question=context.question)
    places = {one.source for one in facts}
    neighbours = [
        fact for fact in library.facts if fact.source in places and fact not in facts and not isinstance(fact, Communes)
    ]
    lines = [f"{fact.say} {fact.note}".strip() for fact in facts[:2]]
    if neighbours:
        lines.append("Cùng mục đó còn có:")
        lines += [f"- {fact.say}" for fact in neighbours[:_NEIGHBOURS]]
    duties = [
        fact
        for fact in library.of(Regime)
        if fact.kind == "báo cáo" and fact.source.plan == facts[0].source.plan and fact.due and fact not in facts
    ]
    lines += [f"Việc báo cáo: {fact.say}" for fact in duties[:1] if fact not in neighbours[:_NEIGHBOURS]]
    lines.append(f"Theo {cited(library, facts[0])}.")
    return Found("\n".join(lines), _sources(facts), tuple(fact.id for fact in facts), question=context.question)


def shorter(query: Query, context: Context) -> Found | None:
    """Returns the last answer in few words, None where nothing was answered from the plans."""
    library = query.base.library
    facts = [fact for name in context.facts if (fact := library.fact(name))]
    if not facts:
        return None
    regimes = _reports(facts)
    lines = plan_lines(library, regimes, to=False) if regimes else [_first_sentence(fact.say) for fact in facts[:_MOST]]
    return Found("\n".join(lines), _sources(facts), tuple(fact.id for fact in facts), question=context.question)


def _reports(facts: Sequence[Fact]) -> list[Regime]:
    """Returns the facts where they are reports of several plans, else nothing."""
    regimes = [fact for fact in facts if isinstance(fact, Regime)]
    several = len({fact.source.plan for fact in regimes}) > 1 and len(regimes) == len(facts)
    return regimes if several else []


def _first_sentence(say: str) -> str:
    found = _SENTENCE.match(say)
    return found[0] if found else say


def _places(library: Library, facts: Sequence[Fact]) -> list[str]:
    """The places where many facts stand, the first few of them by name."""
    named = list(dict.fromkeys(library.named(source) for fact in facts for source in fact.sources))
    more = [f"và {len(named) - _SHOWN} chỗ khác"] if len(named) > _SHOWN else []
    return [*named[:_SHOWN], *more]


def _sources(facts: Sequence[Fact]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for fact in facts for source in fact.sources))
