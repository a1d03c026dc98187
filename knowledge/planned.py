"""Which plan a question speaks of."""

from knowledge.library import Library
from knowledge.pattern import Pattern

_HAIDUONG = Pattern(r"\bhai duong\b")
_TAMKY = Pattern(
    r"\btam ky\b|\btruong xuan\b|\bmttq (?:o )?(?:thanh pho|tp|phuong|xa)\b|\bthanh doan\b|\bthanh uy\b|\b(?:thanh pho|tp) (?:ky|ban hanh)\b"
)
_121 = Pattern(r"\b121\b(?! (?:tt|thong tin|thong tu))(?<!thong tu 121)")
_POOR = Pattern(
    r"\bchung tay\b(?! (?:xay dung|lam) ntm)|\b(?:kehoach|phongtrao|bao cao|vu|vi|ve|cai|thi dua|thang cao diem)\b.{0,24}\bnguongheo\b|\bvi nguongheo\b|\bbi bo lai phia sau\b|\bthi dua\b.{0,20}\bngheo\b|\bkehoach 271\b"
)
_RURAL = Pattern(
    r"\bntm (?:giai doan )?(?:nam )?2024 2025\b|\bntm 24 25\b|\bkehoach (?:cua [a-z ]{0,20})?(?:tuyen truyen |phoi hop |thuc hien |chuong trinh |xay dung |mtqg |ve )*ntm\b(?! dtvm)"
    r"|\bmtqg (?:ve )?(?:xay dung )?ntm\b|\bchuong trinh (?:mtqg )?(?:xay dung )?ntm\b(?! dtvm)|\bbao cao (?:[a-z0-9]+ ){0,4}ntm\b(?! dtvm)|\bkehoach (?:2024 2025|24 25)\b|\bntm\b.{0,30}\b2024 2025\b|\bchung suc\b"
)
_CAMPAIGN = Pattern(r"\bcvd\b|\btoan dan doan ket\b|\bntm (?:va )?dtvm\b")
_SAME_NAME = Pattern(
    r"\b(?:kehoach|van ban)\b.{0,24}\b(?:cvd|toan dan doan ket)\b|\b(?:cvd|toan dan doan ket) la (?:ban |mot )?(?:kehoach|van ban)\b"
)
"""The document of the campaign, and not the campaign: the Hội and the city's Front each have one of that name."""

_HOI = Pattern(
    r"\bccb\b|\bhoi tinh\b|\bhoi minh\b|\bhoi ta\b|\bchi hoi\b|\bcac cap hoi\b"
    r"|\b(?:kehoach|van ban)(?: [a-z0-9]+){0,5} cua hoi\b(?! (?:nong|lhpn|phu|lien|nguoi|chu|khuyen|cuu|dong|sinh|luat|thanh|o|ben))"
)
"""The association, which is called the Hội where no other one is named."""

_FRONT = Pattern(r"\bmttq\b")


def plans_named(line: str, library: Library) -> tuple[str, ...]:
    """Returns the keys of the plans that the line names, () when it names none.

    The name of the campaign belongs to three plans: the Hội's unless the city's or the other province's Front is named.
    """
    named: list[str] = []
    if _HAIDUONG.search(line):
        named.append("haiduong")
    if _TAMKY.search(line):
        named.append("tamky")
    if _121.search(line):
        named.append("kh121")
    if _POOR.search(line):
        named.append("nguoingheo")
    if _CAMPAIGN.search(line) and not named:
        named += ["kh121"] if _HOI.search(line) or not _SAME_NAME.search(line) else ["kh121", "tamky"]
    if _RURAL.search(line) and not {"tamky", "haiduong", "kh121"} & set(named):
        named.append("ntm")
    return tuple(key for key in named if any(plan.key == key for plan in library.plans))


def owner_named(line: str) -> frozenset[str]:
    """Returns the plans of the association or of the Front, when only the issuer is named: "hạn báo cáo của Hội"."""
    if _HOI.search(line):
        return frozenset({"kh121", "ntm", "nguoingheo"})
    if _FRONT.search(line):
        return frozenset({"tamky"})
    return frozenset()
