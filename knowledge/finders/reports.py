"""Reports: when they are due, to whom they go, how often, by which plan. The commonest question of all."""

import re
from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.answer import Answer, Found, Nothing, Option, Unsure
from knowledge.facts import Regime
from knowledge.pattern import Pattern
from knowledge.planned import owner_named
from knowledge.query import Query
from knowledge.regimes import plan_lines
from knowledge.standing import standing, unknown_year
from knowledge.wording import said, sourced

_HALF = Pattern(r"\b(?:6|06|sau) thang\b|\bnua nam\b|\bgiua nam\b|\bso ket\b|\bdau nam\b")
_YEAR = Pattern(
    r"\bcuoi nam\b|\bca nam\b|\bhang nam\b|\bmot nam\b|\b0?1 nam\b|\bbao cao nam\b|\bbc nam\b|\bnam 2024\b|\btong ket\b|\bthuong nien\b|\b12 thang\b|\bhanchot nam\b"
)
_QUARTER = Pattern(
    r"\b(?:hang|tung|moi|cuoi|dau|het|theo|bao cao|bc) quy\b(?! (?:dinh|che|mo|trinh|uoc))|\bquy (?:[1-4]|i{1,3}|iv|nao|may|nay|toi|sau|truoc)\b"
)
_NINE = Pattern(r"\b(?:9|chin) thang\b")
_REPORT = Pattern(r"\bbao cao\b|\bbc\b|\bnop\b|\bgui (?:ve )?ket qua\b")
_OWN_REPORT = Pattern(
    r"\b(?:dang|sap|phai|can|lo|ngoi|dinh|chuan bi|tap)(?: [a-z]+){0,3} (?:lam|viet|soan|doc|gop y)(?: [a-z]+){0,3} bao cao\b"
    r"|\b(?:vua|moi) nop(?: [a-z]+){0,3} bao cao\b"
    r"|^(?:[a-z]+ ){0,3}bao cao (?:cac )?(?:dong chi|anh|chi|thu truong|quy (?:ban|hoi|anh|vi|dong chi))\b"
)
"""A report that the asker writes himself, and asks something else for; and "Báo cáo đồng chí, …", which is no report."""

_ASKED_OF_IT = Pattern(
    rf"{_REPORT.pattern}|\bgui\b|\bhanchot\b|\bhan\b|\bthoi han\b|\btruoc ngay\b|\b(?:ngay|khi|luc|bua|hom) (?:nao|may)\b|\bbao gio\b"
    r"|\b(?:cho|ve|len|qua) (?:ai|dau|ban|hoi)\b|\bmay (?:ky|lan|dot)\b|\bbao lau\b"
)
# Words after which "báo cáo" is not the periodic report.
_OTHER_REPORT = Pattern(
    r"\bso lieu\b|\bchi tieu\b|\bbieu mau\b|\bmau bao cao\b|\bto giac\b|\bkien nghi\b|\bphan anh\b|\bdang ky\b|\btong hop (?!ket qua)|\bho so\b|\btinh uy\b|\btrung uong\b"
)
_DAY_SAID = Pattern(r"\bngay \d{1,2}\b|\b\d{1,2} \d{1,2} 20\d\d\b")
"""A day that a report is said to be due on; whether it is so is asked."""

_NO_QUARTER = "Kế hoạch ấy không có kỳ báo cáo theo quý."
_OWN_DAYS = "Mỗi kế hoạch có hạn báo cáo riêng"
_ALL_OVER = ", nay đều đã qua"
_ALSO_WHOM = 'Gửi cho ai: nhắn "dài hơn".'
_ALSO_WHEN = 'Hạn ngày nào: nhắn "dài hơn".'
_EARLY = 20
_TO_FRONT = Pattern(r"\b(?:len|cho|den|toi|ve) (?:ban thuong truc )?mttq\b(?! (?:thanh pho|tam ky|hai duong))")
_HANDING = re.compile(r"\b(?:nop|gui|bao cao)\b")
_REPORTERS = (
    (Pattern(r"\bban phongtrao\b(?=.*\b(?:nop|lap|lam|tong hop)\b|$| van phong $)"), ("Ban Phong trào",)),
    (Pattern(r"\bhuyen\b|\bthi xa\b"), ("huyện",)),
    (
        Pattern(r"\bthuong truc\b|(?<!cua )\bhoi (?:ccb )?tinh (?:nop |gui )?bao cao\b"),
        ("Thường trực Hội", "Ban Thường trực Ủy ban MTTQ tỉnh"),
    ),
    (Pattern(r"\bto chuc thanh vien\b"), ("thành viên",)),
)
"""Who reports, as it is asked, and what stands in ``Regime.who`` then."""


_OWN_BODY = Pattern(r"\bban phongtrao\b|\bhuyen\b|\bcap hoi\b|\bthuong truc hoi\b")
_OTHER_BODIES = Pattern(
    r"\b(?:phu nu|lhpn|nong dan|thanh nien|tinh doan|thanh doan|doan tnc?s?|chu thap do|nguoi cao tuoi|ldld|lien doan lao dong|cong doan|khuyen hoc)\b"
)
"""Bodies whose own report dates no plan of the association has."""


def find(query: Query) -> Answer | None:
    """Returns the report regimes that the question asks for: one, several side by side, or a question back."""
    if not _REPORT.search(query.line) or _OTHER_REPORT.search(query.line):
        return None
    if (written := _OWN_REPORT.search(query.line)) and not _ASKED_OF_IT.search(query.line[written.end() :]):
        return None
    if (
        not query.wants(Aim.WHEN, Aim.WHOM, Aim.OFTEN, Aim.LEFT, Aim.EMAIL, Aim.WHO, Aim.WHERE, Aim.FIRST)
        and not _bare(query)
        and not (query.wants(Aim.YESNO) and query.finds(_DAY_SAID))
    ):
        return None
    if query.wants(Aim.WHO) and not query.wants(Aim.WHEN) and not _REPORT.search(" ".join(query.line.split()[:_EARLY])):
        return None  # "ai lo việc vận động quỹ, …, khen thưởng, báo cáo?"
    periods = asked_periods(query.line)
    regimes: Sequence[Regime] = [fact for fact in query.base.library.of(Regime) if fact.kind == "báo cáo"]
    plans = ("haiduong",) if "haiduong" in query.plans else query.plans
    if plans == ("kh121",) and _names_campaign_only(query):
        plans = ("kh121", "tamky")  # two plans of this province have that name, each with its own days
    if plans == ("haiduong",) and query.has("nguongheo|ccb|chung tay"):
        return Nothing(
            "Kế hoạch ấy là của Quảng Nam. Hải Dương tôi chỉ có kế hoạch Cuộc vận động của Mặt trận.",
            why="another province",
        )
    if _is_of_others(query):
        return Nothing("Các kế hoạch tôi có không ghi hạn báo cáo của nơi ấy.", why="another body's report")
    if other := [year for year in query.years if not _held(query, year)]:
        return Nothing(_not_of(query, other[0], regimes), why="another year")
    if query.wants(Aim.EMAIL) and query.has("chu nhan|la cua ai|ten gi|mat khau"):
        return None
    if query.wants(Aim.EMAIL):
        regimes = [fact for fact in regimes if "@" in fact.say]
        if plans and not any(fact.source.plan in plans for fact in regimes):
            return Nothing("Kế hoạch ấy không ghi hộp thư điện tử (email) nào.", why="absent: e-mail")
        plans = plans or tuple(dict.fromkeys(fact.source.plan for fact in regimes))
    if query.districts:
        return Nothing("Kế hoạch không ghi hạn báo cáo riêng của địa phương ấy.", why="elsewhere: district")
    if not plans:
        return _every_plan(query, regimes, periods, owner_named(query.line))
    chosen: Sequence[Regime] = [fact for fact in regimes if fact.source.plan in plans]
    chosen = _by_reporter(query, chosen)
    if query.finds(_TO_FRONT):
        of_plans = [fact for fact in regimes if fact.source.plan in plans]
        chosen = next(
            (
                own
                for some in (chosen, of_plans)
                if (own := [fact for fact in some if re.search("MTTQ|Mặt trận", fact.to)])
            ),
            chosen,
        )
    fitting = [fact for fact in chosen if not periods or set(periods) & set(fact.periods)]
    if not fitting and periods == ("hằng quý",):
        return Nothing(_NO_QUARTER, why="another period")
    if not fitting:
        return None
    return _told(query, fitting)


def _names_campaign_only(query: Query) -> bool:
    """Whether the campaign is named, and neither its plan's number nor whose plan it is."""
    return not (query.has("121") or owner_named(query.line) or query.finds(_OWN_BODY))


def _is_of_others(query: Query) -> bool:
    """Whether the report of another body is asked for; what those of Tam Kỳ and Hải Dương do stands in their plans."""
    head = _HANDING.split(query.line)[0]
    return not {"tamky", "haiduong"} & {*query.plans} and _OTHER_BODIES.search(head) is not None


def _held(query: Query, year: int) -> bool:
    """Whether a plan that is meant was for that year."""
    plans = [
        plan
        for plan in query.base.library.plans
        if plan.key in query.plans or (not query.plans and plan.key != "haiduong")
    ]
    dated = {fact.source.plan for fact in query.base.library.of(Regime) if fact.day and fact.day.year != year}
    return any(plan.start.year <= year <= plan.end.year for plan in plans if plan.key not in dated or year == 2024)


def _not_of(query: Query, year: int, regimes: Sequence[Regime]) -> str:
    """What is said of a year that no plan that is meant has dates for: for which years there are."""
    named = [query.base.library.plan(key) for key in query.plans]
    own = [plan for plan in named if not plan.start.year <= year <= plan.end.year]
    if own:
        return f"{own[0].short} là của {own[0].period}. Tôi không có hạn báo cáo năm {year} theo kế hoạch ấy."
    years = sorted({fact.day.year for fact in regimes if fact.day})
    return (
        f"Tôi chưa có kế hoạch nào ghi hạn báo cáo năm {year}. "
        f"Các hạn báo cáo tôi có đều của năm {', '.join(str(one) for one in years)}."
    )


def asked_periods(line: str) -> tuple[str, ...]:
    """Returns the reporting periods that a line names."""
    found = []
    if _HALF.search(line):
        found.append("6 tháng")
    if _NINE.search(line):
        found.append("9 tháng")
    if _YEAR.search(_HALF.sub("", line)):
        found.append("1 năm")
    if _QUARTER.search(line):
        found.append("hằng quý")
    return tuple(found)


def _bare(query: Query) -> bool:
    """Keywords only: "báo cáo năm vì người nghèo"."""
    return len(query.words) <= 12 and not query.has("mo hinh|phongtrao nao|ket qua")


def _by_reporter(query: Query, regimes: Sequence[Regime]) -> Sequence[Regime]:
    """Keeps the regimes of the reporter that is named, where one is: before "nộp", "gửi" or else anywhere."""
    head = _HANDING.split(query.line)[0]
    for line in (head, query.line):
        for pattern, marks in _REPORTERS:
            if pattern.search(line) and (
                named := [fact for fact in regimes if any(mark in fact.who for mark in marks)]
            ):
                return named
    return [fact for fact in regimes if fact.due or not any(other.due for other in regimes)] or regimes


def _told(query: Query, regimes: Sequence[Regime]) -> Found:
    library = query.base.library
    if len(regimes) == 1:
        return said(library, regimes, query.today)
    lines = [fact.say for fact in regimes]
    lines.append(
        sourced(library, regimes[0], query.today) if not any(fact.due for fact in regimes) else _sources(query, regimes)
    )
    return Found(
        "\n".join(lines),
        tuple(dict.fromkeys(source for fact in regimes for source in fact.sources)),
        tuple(fact.id for fact in regimes),
    )


def _sources(query: Query, regimes: Sequence[Regime]) -> str:
    library = query.base.library
    named = dict.fromkeys(library.named(fact.source) for fact in regimes)
    plan = library.plan(regimes[0].source.plan)
    later = unknown_year(plan, query.today)
    notes = dict.fromkeys(
        f"{'/'.join(fact.periods)}: {standing(fact, plan, query.today).removesuffix(later)}"
        for fact in regimes
        if fact.day
    )
    return f"Theo {'; '.join(named)}. {' '.join(notes)}{later}".strip()


def _every_plan(query: Query, regimes: Sequence[Regime], periods: tuple[str, ...], owner: frozenset[str]) -> Answer:
    """No plan named: the dates of every plan side by side, and the question back (gold facts, table of quick answers)."""
    library = query.base.library
    shown: list[Regime] = []
    for plan in library.plans:
        if plan.key == "haiduong" or (owner and plan.key not in owner):
            continue
        own = _by_reporter_default([fact for fact in regimes if fact.source.plan == plan.key])
        shown += [fact for fact in own if not periods or set(periods) & set(fact.periods)]
    if not shown:
        return Nothing("Các kế hoạch tôi có không ghi kỳ báo cáo ấy.", why="another period")
    options = tuple(
        Option(library.plan(key).short, "facts:" + ",".join(fact.id for fact in shown if fact.source.plan == key))
        for key in dict.fromkeys(fact.source.plan for fact in shown)
    )
    to = query.wants(Aim.WHOM, Aim.WHO, Aim.WHERE, Aim.EMAIL)
    due = not to or query.wants(Aim.WHEN, Aim.OFTEN, Aim.LEFT, Aim.FIRST)
    over = all(fact.day < query.today for fact in shown if fact.day) and any(fact.day for fact in shown)
    lines = [f"{_OWN_DAYS}{_ALL_OVER if over else ''}:" if due else "Mỗi kế hoạch có nơi nhận riêng:"]
    lines += plan_lines(library, shown, due=due, to=to)
    lines += [] if to and due else [_ALSO_WHOM if due else _ALSO_WHEN]
    return Unsure(
        "\n".join([*lines, "Đồng chí hỏi kế hoạch nào?"]),
        options,
        tuple(dict.fromkeys(fact.source for fact in shown)),
        tuple(fact.id for fact in shown),
    )


def _by_reporter_default(regimes: Sequence[Regime]) -> Sequence[Regime]:
    return [fact for fact in regimes if fact.due] or [fact for fact in regimes if "1 năm" in fact.periods]
