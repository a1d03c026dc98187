"""Questions for what lies behind a name, which the plans seldom tell."""

from knowledge.pattern import Pattern
from knowledge.phrase import asked
from knowledge.query import Query

_DETAIL = Pattern(
    r"\b(?:de|dung|dung de) lam gi\b|\bchat lieu\b|\blam bang\b|\b(?:gom|la) (?:[a-z0-9]+ ){0,4}(?:tu|cung|khong|co|sach|ho|sot|day) (?:gi|nao)\b|\b(?:nhung|cac|may|nam|ba|hai|\d) (?:cai |dieu )?(?:tu|cung|khong|co) (?:gi|nao)\b|\b\d (?:khong|co|tu|cung|sach)\b.{0,40}\b(?:dieu|cai) gi\b"
    r"|\bgom (?:[a-z0-9]+ ){0,4}(?:dieu|cai|thu) (?:gi|nao)\b|\bcach (?:lam|thuc hien)\b|\blam (?:nhu )?(?:the nao|sao|ra sao)\b|\bsang lap\b|\bnghi ra\b|\bkhoi xuong\b|\b(?:bat dau|thanh lap|ra doi) (?:tu )?(?:nam|khi|ngay)\b"
    r"|\bmay lan\b|\bbao nhieu (?:ho|nguoi|thanh vien|met|lit|can)\b|\bmay (?:ho|nguoi|met|lit|can)\b|\bgom (?:nhung )?gi\b|\b(?:gom |la )?nhung don vi nao\b|\b(?:cung|tu) (?:nhung )?(?:viec )?(?:gi|nao)\b|\bco nghia\b|\bnghia la\b|(?<!mo hinh )\b(?:thon|xa|huyen) nao\b"
)
_WHAT_IS_SAID = Pattern(r"\b(?:noi|ghi|neu|viet) (?:gi|the nao|ra sao) ve viec\b")


def asks_detail(query: Query) -> bool:
    """Returns whether the question wants what lies behind a name: how it is made, what its numbers stand for, who thought of it."""
    return asked(query, _DETAIL)


def asks_what_is_said(query: Query) -> bool:
    """Returns whether the question is what a plan says of some work, so that what it names beside is only part of that."""
    return query.finds(_WHAT_IS_SAID)
