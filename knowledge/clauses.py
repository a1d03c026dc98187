"""A long message cut into what may be its questions: sentences, and the clauses of a polite letter."""

import re

_SENTENCES = re.compile(r"(?<=[?!])\s*|(?<=[.;])\s+|\n+")
_CLAUSES = re.compile(
    r",\s*|(?<!\b[Tt]rào)(?<!\b[Tt]rao)(?<!\b[Gg]iáo)(?<!\b[Gg]iao)(?<!\b[Cc]hức)(?<!\b[Cc]huc)\s+-\s+|\s+(?=xin hỏi|cho hỏi|cho tôi hỏi|muốn hỏi)|(?<=[?!.;])\s+|\n+"
)
"""Between clauses; the dash of "Ban Phong trào - Văn phòng" and "Tuyên giáo - Tổ chức - Kiểm tra" stands inside a name."""

_JOINED = re.compile(
    r"\s*(?:[,;?\n]|\s[&/-])\s*(?:và|va|với|voi|còn|con|rồi|roi|hai là|hai la|một là|mot la|ba là|ba la)?\s+"
    r"|\s+(?:và|va|vaf|va2|còn|con|conf|co2n|con2|hai là|rồi thì|cộng lại)\s+|(?<=[.!:])\s+",
    re.IGNORECASE,
)


_STRUNG = re.compile(
    r"[?!;\n]\s*|(?<=[.])\s+|,?\s+(?:còn|con|conf|co2n|con2|luôn tiện|luon tien|hai là|hai la|ba là|ba la)\s+(?!mấy|may|bao|lại|lai|\d)",
    re.IGNORECASE,
)


_NUMBERED = re.compile(
    r"(?:^|[\s:,;.(-])(?:(?:câu |cau |chuyện |chuyen |ý |y |điều |dieu |việc |viec )?(?:một là|mot la|thứ nhất(?: là)?|thu nhat(?: la)?)|(?<![\w.])1[.)]|câu 1|cau 1)[\s:,]+(?P<one>.+?)"
    r"[\s,;.?-]+(?:và |va )?(?:(?:câu |cau |chuyện |chuyen |ý |y |điều |dieu |việc |viec )?(?:hai là|hai la|thứ hai(?: là)?|thu hai(?: la)?)|(?<![\w.])2[.)]|câu 2|cau 2)[\s:,]+(?P<two>.+?)"
    r"(?:[\s,;.?-]+(?:và |va )?(?:(?:câu |cau |chuyện |chuyen |ý |y |điều |dieu |việc |viec )?(?:ba là|ba la|thứ ba(?: là)?|thu ba(?: la)?)|(?<![\w.])3[.)]|câu 3|cau 3)[\s:,]+(?P<three>.+))?$",
    re.IGNORECASE | re.DOTALL,
)


def numbered(text: str) -> list[str]:
    """Returns the questions that a text counts off ("một là …, hai là …", "1. … 2. …"), in order; [] when it does not."""
    found = _NUMBERED.search(text)
    return [part.strip(" ,;") for part in found.groups() if part] if found else []


def strung(text: str) -> list[str]:
    """Returns the parts of a text at the ends of sentences and at "còn", by which one question is set against another."""
    return [part.strip() for part in _STRUNG.split(text) if part.strip()]


def sentences(text: str) -> list[str]:
    """Returns the sentences of a text; a full stop inside a number or a short form ("H. Núi Thành") does not end one."""
    parts = [part.strip() for part in _SENTENCES.split(text)]
    joined: list[str] = []
    for part in parts:
        if joined and len(joined[-1].split()) < 2:
            joined[-1] += " " + part
        elif part:
            joined.append(part)
    return joined


def joined_questions(text: str) -> list[str]:
    """Returns the parts of a text between commas, dashes and joining words ("và", "còn"), as questions are strung together."""
    return [part.strip() for part in _JOINED.split(text) if part.strip()]


def clauses(text: str) -> list[str]:
    """Returns the clauses of a text, in order."""
    return [part.strip() for part in _CLAUSES.split(text) if part.strip()]
