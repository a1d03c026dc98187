"""Short forms that the plans print: "Ban TG-TC-KT là viết tắt của chữ gì?"."""

import re

from knowledge.answer import Answer, Found, Nothing
from knowledge.fold import plain
from knowledge.query import Query

_ASKED = re.compile(r"\bviet tat\b|\bla chu (?:gi|chi)\b")
_MEANS = re.compile(r"\b(?:nghia )?la (?:gi|cai gi|chu gi|chi|cai chi)\b|\bnghia\b")
_TOKENS = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*")
_FEW = 6
_GUESSED = "không giải thích"


def find(query: Query) -> Answer | None:
    """Returns what a short form stands for, when that is asked."""
    typed = plain(query.text)
    outright = _ASKED.search(typed) is not None
    if not outright and not (_MEANS.search(typed) and len(query.text.split()) <= _FEW):
        return None
    named = [
        known
        for token in _TOKENS.findall(query.text)
        if token.lower().replace("đ", "d") == plain(token) or token.isupper()  # "những từ nào" names no TU
        if (known := query.base.speech.explained.get(plain(token)))
    ]
    if not outright:
        named = [
            (short, long) for short, long in named if re.search(rf"\b{re.escape(short)}\b", query.text, re.IGNORECASE)
        ]
    if not named:
        return None
    guessed = [short for short, long in named if _GUESSED in long]
    if guessed:
        return Nothing(f"Kế hoạch có in {guessed[0]} mà không giải thích.", why="short form without its meaning")
    lines = [f"{short} là {long}." for short, long in dict.fromkeys(named)]
    return Found("\n".join([*lines, "Đây là chữ viết tắt trong các kế hoạch."]), (), ())
