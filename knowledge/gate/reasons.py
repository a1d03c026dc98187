"""Whether an answer holds the reason that is asked for: why, from what cause, or why something is called so."""

import re
from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.facts import Fact
from knowledge.pattern import Pattern
from knowledge.phrase import asked
from knowledge.query import Query

_CAUSE = Pattern(
    r"\bdo dau ma\b|\bnguyen (?:nhan|do)\b|\b(?:(?:vi|tai|co|ly do) (?:sao|gi|chi)|(?:vi|tai) dau|co dau ma) (?:ma )?(?:[a-z0-9]+ ){0,14}(?:lai|bi|chua|mat|thieu|nhieu|it|cao|thap|kem|cham|tut|rot)\b"
)
_CAUSE_SAID = Pattern(
    r"\b(?:(?<!don )(?<!danh )vi|(?<!che )(?<!muc )(?<!tien )(?<!trinh )(?<!thai )do|nguyen nhan)\b(?! (?:nguongheo|nguoi ngheo|an ninh|suc khoe|mot|mttq|hoi|ubnd|hdnd|tinh|cac|ban|doan|bo|thi)\b)"
)
_MEANING = Pattern(
    r"\bsao(?: [a-z0-9]+){0,4} (?:goi|keu) la\b|\bsao(?: [a-z0-9]+){0,4} (?:dat|mang|lay) ten\b"
    r"|\b(?:so|chu(?! nghia)|ten|con so)(?: [a-z0-9]+){0,3} (?:co )?(?<!chu )(?:nghia(?! vu\b| tinh\b| trang\b)|y nghia)\b|\by nghia (?:cua )?(?:so|ten|chu|con so)\b"
)
_MEANING_SAID = Pattern(r"\b(?:nghia la|viet tat|tuc la|la chu)\b")
_REASON_PROPER = Pattern(r"\b(?:vi sao|tai sao|vi co (?:gi|sao)|ly do|nguyen nhan|nguyen do|duyen co)\b")
_REASON = Pattern(
    r"\b(?:vi sao|tai sao|vi co (?:gi|sao)|ly do|nguyen nhan|co sao|sao lai|nguyen do|^sao (?!khong|vang)|lam sao ma|duyen co|do dau ma|vi (?:gi|chi) ma|co gi ma)\b"
)
_REASON_SAID = re.compile(
    r"\bvi\b(?! nguoi| mot| dan| an ninh| suc khoe| nguongheo)|\bdo\b (?!la|mttq|hoi|ubnd|hdnd|chinh quyen|tinh|cac|ban|doan|uy ban|bo|thi)|\bnham\b|\bde\b (?!an)|\bmuc dich\b"
)

ASKS = (
    _CAUSE,
    _MEANING,
    _REASON_PROPER,
    _REASON,
)
"""By these it is seen that a reason is asked for."""


def no_cause(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether the cause of a state is asked for, and the answer only says what is to be done about it, or what for."""
    return asked(query, _CAUSE, query.readings) and _CAUSE_SAID.search(body) is None


def no_meaning(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether it is asked why something is called so or what its number stands for."""
    return asked(query, _MEANING, query.readings) and _MEANING_SAID.search(body) is None


def no_reason(query: Query, body: str) -> bool:
    """Returns whether the reason is asked for and the answer gives none."""
    if not asked(query, _REASON) or _REASON_SAID.search(body) is not None:
        return False
    # "răng nghe nói tới tháng mô là xong?" wonders first, and asks another thing then
    return asked(query, _REASON_PROPER) or not query.wants(Aim.WHEN, Aim.COUNT, Aim.LEFT)
