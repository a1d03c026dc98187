"""Questions whether a plan says something at all, which a fact answers that says itself what the plan leaves out."""

import re

from knowledge.pattern import Pattern
from knowledge.query import Query

_TOLD = "ghi|noi|neu|ke|liet ke|giai thich|giang|chi|huong dan|chi dan|bao|kem|dinh|an dinh|quy dinh|trich|chep|tinh|xac dinh|cho biet"
_WHETHER = Pattern(
    rf"\b(?:co|he)(?: [a-z]+){{0,2}} (?:{_TOLD})\b.{{0,90}}\b(?:khong|chua)\b(?! [a-z]+ (?:gi|nao)\b)"
    rf"|\bhay (?:chi|khong|la khong|co)\b.{{0,30}}\b(?:{_TOLD}|nhac)\b|\b(?:co|da) (?:kem|dinh|san)\b.{{0,20}}\b(?:khong|chua)\b"
)
"""What asks whether it is told: "kế hoạch có giải thích … không", "hay chỉ nhắc tên"."""

_LEFT_OUT = re.compile(
    r"\bkhong (?:duoc )?(?:ghi|giai thich|ke|neu|dinh|kem|an dinh|quy dinh|noi)\b|\bchi (?:neu ten|ghi nam)\b"
)


def asks_whether_told(query: Query) -> bool:
    """Returns whether it is asked if a plan tells something, and not only what it tells."""
    return query.finds(_WHETHER)


def says_left_out(told: str) -> bool:
    """Returns whether plain words say that a plan leaves something out: "kế hoạch chỉ nêu tên", "không ghi số tiền"."""
    return _LEFT_OUT.search(told) is not None
