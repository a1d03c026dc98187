"""The polite words around an order: "Kính gửi đồng chí, cho tôi hỏi … giúp tôi với. Trân trọng cảm ơn."."""

import re

from bot.reading.cut import paired

_TO = r"(?:cac |quy )?(?:dong chi|d/c|anh|chi|em|chu|bac|ban|van phong|tro ly)"
_OPENING = re.compile(
    rf"(?:(?:kinh gui|kinh thua|thua|chao|alo|bao cao(?= {_TO})|nho|phien|lam on|vui long|de nghi)(?: {_TO})*[ ,:.!-]+"
    rf"|{_TO} oi[ ,:.!-]+|{_TO} (?=cho |lam on |xem )"
    r"|(?:chu|bua ni|hom nay|den nay|toi nay|bay gio)[ ,]+"
    r"|(?:cho (?:toi|tui|minh|em) )?hoi(?: ti| chut)?[ ,:]+|cap nhat (?=tinh|so))+"
)
_ME = r"(?:toi|tui|minh|em|anh|chi|bac)"
_CLOSING = re.compile(
    rf"(?:[ ,.!-]+(?:(?:lai )?(?:giup|ho|dum|gium|cho) {_ME}(?: (?:voi|hi|he|nghe|nhe|nha|di|a))*"
    r"|giup|dum|gium|nhe|nha|nghe|voi|rua|luon|dong chi(?: oi)?"
    r"|(?:xin |toi )?cam on\b.*|(?:xin )?tran trong\b.*))+[ .!?]*$"
)


def without_courtesy(text: str) -> str:
    """Returns what a polite letter is about; its accents stay. A text of nothing but courtesy stays as it is."""
    said, folded = paired(" ".join(text.split()))
    start = found.end() if (found := _OPENING.match(folded)) else 0
    end = found.start() if (found := _CLOSING.search(folded, start)) else len(folded)
    return said[start:end] or said


def without_closing(text: str) -> str:
    """Returns a text without the polite words behind it: "ông Ba giúp tui với" is "ông Ba"."""
    said, folded = paired(text)
    found = _CLOSING.search(folded)
    return said[: found.start()] if found else text
