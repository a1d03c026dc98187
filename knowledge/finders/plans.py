"""The plans themselves: who signed, what number and date, who issued, for whom, until when, what it says."""

from knowledge.aims import Aim
from knowledge.answer import Answer, Found, Nothing
from knowledge.facts import Legal, Source
from knowledge.fold import plain
from knowledge.pattern import Pattern
from knowledge.plan_told import (
    DAY_SAID,
    basis,
    candidates,
    checked,
    gist,
    issuer,
    number,
    of_plans,
    period,
    recipients,
    signer,
    title,
)
from knowledge.query import Query
from knowledge.signers import signers_named

_PLACE = Pattern(r"\btam ky\b")
_SIGNER = Pattern(
    r"\bchuc (?:gi|vu gi|danh gi)\b|(?<!dang )\bky\b(?! (?:mot|voi|chung|giua|hieu|bao cao|nay|sau|truoc|ket|luc|niem|dau|cuoi|han))"
)
_SIGNED_ON = Pattern(r"\bky (?:vao |hoi )?(?:ngay|khi|luc|thang|nam|bua) (?:nao|may|gi)|\bngay ky\b")
_NUMBER = Pattern(
    r"\b(?:so|mang so|so hieu|so van ban) (?:may|bao nhieu|gi|hieu|nao)\b|\bso hieu\b|\bso ky hieu\b|\bky hieu\b"
)
_DATE = Pattern(
    r"\b(?:ban hanh|ky|ra|ra doi|phat hanh|de) (?:vao |tu |hoi )?(?:ngay|khi|luc|thang|nam)\b|\bngay (?:ban hanh|ky|thang|ra|may|nao)\b"
)

_ISSUER = Pattern(
    r"\b(?:ai|don vi nao|co quan nao|hoi nao|to chuc nao|ben nao|cap nao) (?:la nguoi |da )?(?:ban hanh|ra|viet|lap|lam ra)\b|\bdo (?:ai|don vi nao|co quan nao) ban hanh\b|\bcua (?:ai|don vi nao|co quan nao)\b"
)
_RECIPIENTS = Pattern(
    r"\bnoi nhan\b|\bgui (?:cho|den|toi) (?:nhung )?(?:ai|noi nao|don vi nao|co quan nao)\b"
    r"|\bgui (?!bao cao)(?:[a-z]+ ){1,8}de (?:lam )?(?:gi|chi)\b|\bgui (?:cho|den|toi) (?:[a-z]+ ){1,6}nao\b"
)
_BASIS = Pattern(
    r"\bcan cu\b|\bdua (?:vao|tren|theo)\b|\bthuc hien theo\b|\bdua tren co so\b|\bco so phap ly\b|\btheo (?:van ban|chi thi|thong tri|kehoach) (?:nao\b|so (?:may|bao nhieu) cua\b)"
)
_ON_PLAN = Pattern(
    r"\b(?:can cu|dua)(?: (?:vao|tren|theo))* (?:kehoach|van ban) (?:121|nay|do|ay|ntm|nguongheo|tren)\b(?! (?:cua|so|nao))"
)
"""What is based on the plan itself: "dựa trên kế hoạch 121 thì phải tự làm gì?"."""

_BASIS_KIND = Pattern(
    r"\b(nghi quyet|quyet dinh|chi thi|thong tu|thong tri|huong dan|de an|cong van|luat|nghi dinh) (?:nao|gi|so (?:may|bao nhieu|nao))\b"
)
_OTHERS = Pattern(
    r"\bubnd\b|\buy ban (?:nhan dan|tinh|thanh pho|huyen)\b|\bvoi (?:(?!nguoi\b)[a-z]+ ){1,4}ky (?:mot|chung|kehoach|van ban)\b"
)
"""Who has plans of his own that are none of these: the people's committees; two bodies together."""

_OTHER_KIND = Pattern(
    r"\b(?:chuong trinh phoi hop|nghi quyet|quyet dinh|chi thi|thong tu|thong tri|huong dan|de an|cong van|ky ket|(?<!tam )ky voi|phoi hop voi|bao cao|tieu chi|kehoach phoi hop(?! tuyen truyen)|kehoach (?:so )?(?!121)\d{1,3}\b|cua ubnd|cua tinh uy)\b"
)
"""Other documents than these plans, and other matters of theirs."""

_UNTIL = Pattern(
    r"\b(?:den|het|hieu luc|giai doan|thuc hien (?:den|trong)|ap dung|keo dai)\b.{0,20}\b(?:nam nao|khi nao|bao gio|den khi)\b|\bcon hieu luc\b|\bhet hieu luc\b|\b(?:cho|cua) (?:nhung |cac |may )?nam nao\b"
)
_GIST = Pattern(
    r"\b(?:noi gi|noi ve|noi dung|ve gi|ve chuyen gi|tom tat|gom gi|gom nhung gi|la gi|viet gi|co gi|noi cai gi|ra sao)\b"
)
_SHOW = Pattern(r"\b(?:xem|coi|doc|mo|gui|tim|can|muon co)\b")
_FEW, _SOME = 10, 3
_TITLE = Pattern(r"\bten (?:day du|chinh thuc|goi|van ban|kehoach)\b")


_OF_PLANS = frozenset(
    "kehoach van ban hoi ccb tinh mttq thanh pho tam ky hai duong ntm dtvm cvd nguongheo vi 121 2024 2025 nam quang phan co quan don gom vao khi nguoi so hieu ngay hanh nhan can cu chu tich uy thuong truc cac trien khai thuc hien xay dung mtqg ten day du moi chuc vu ai giai doan luc gui thang 24 25 bi lai phia sau ra thi dua phong trao toan dan ket tom tat noi chinh chung tay phongtrao chuong trinh kh 2017 ad z v".split()  # noqa: SIM905  # words are read as a line
)
"""What a question says of any plan, and what joins it."""


def find(query: Query) -> Answer | None:
    """Returns what is asked of a plan as a document."""
    if signers := signers_named(query):
        if not query.has("ky|chuc vu|chuc gi|kehoach|la ai") or query.has(
            "tuoi|sinh nam|que|nha|con lam|dien thoai|so may may|goi dien|xin goi"
        ):
            return Nothing("Các kế hoạch tôi có chỉ ghi tên và chức vụ người ký.", why="absent: person")
        if query.plans and all(plan.key not in query.plans for plan in signers):
            return of_plans(query, signer)
        plan = signers[0]
        text = f"{plan.signer} là {plan.signer_title}, người ký {plan.short}."
        return Found(text, (Source(plan.key, ""),), (f"plan:{plan.key}",))
    if _ON_PLAN.search(query.line):
        return None
    if query.plans and _BASIS.search(query.line) and query.has("can cu|dua (?:vao|tren)") and len(_rest(query)) <= 2:
        return of_plans(query, basis) if _has_basis_asked(query) else None
    if query.plans and query.wants(Aim.YESNO) and query.finds(DAY_SAID) and not _OTHER_KIND.search(query.line):
        return of_plans(query, checked)
    # who asks for number and day of a plan that is named asks for that, however much is told beside: "cần ghi vô sổ mà quên mất"
    surely = query.plans and _NUMBER.search(query.line) and _DATE.search(query.line)
    if (
        len(_rest(query)) > (_SOME if surely else not query.has("kehoach ve"))
        or query.finds(_OTHERS)
        or query.finds(_OTHER_KIND)
    ):
        return None
    signed = _PLACE.sub("", query.line)
    if _SIGNED_ON.search(signed) and query.has("kehoach|van ban|121"):
        return of_plans(query, number)
    if _SIGNER.search(signed) and query.has("kehoach|van ban|chu tich|121"):
        return of_plans(query, signer)
    if not query.has("kehoach|van ban|121 kh"):
        return None
    for pattern, teller in (
        (_BASIS, basis),
        (_NUMBER, number),
        (_DATE, number),
        (_ISSUER, issuer),
        (_RECIPIENTS, recipients),
        (_TITLE, title),
        (_UNTIL, period),
    ):
        if pattern.search(signed) and not query.has("mo hinh|phongtrao nao|cvd nao"):
            return of_plans(query, teller)
    if query.plans and query.has("co kehoach|co van ban") and query.has("khong|phai khong|chua") and not _rest(query):
        return of_plans(query, title)
    if _SHOW.search(query.said) and len(query.words) <= _FEW and not _rest(query):
        return of_plans(query, title)
    if (
        _GIST.search(query.line)
        and len(_rest(query)) <= 1
        and not query.wants(Aim.PLAN)
        and not query.has(
            "(?:mo hinh|phongtrao|cvd|quyvon|chuong trinh|khau hieu) (?:nao|gi)|mo hinh|ve viec|phongtrao (?:cho|cua)|keu la|nhiem vu|trach nhiem"
        )
    ):
        return of_plans(query, gist)
    return None


def _has_basis_asked(query: Query) -> bool:
    """Whether one of the plans meant is based on a document of the kind that is asked for: "dựa vào thông tư nào?"."""
    asked = _BASIS_KIND.search(query.line)
    rows = [query.base.library.fact(name) for plan in candidates(query) for name in plan.based_on]
    return asked is None or any(isinstance(row, Legal) and plain(row.kind).startswith(asked.group(1)) for row in rows)


def _rest(query: Query) -> list[str]:
    """What the question names beside a plan, in words that tell something."""
    return [place.word.fold for place in query.telling if place.word.fold not in _OF_PLANS]
