"""A report in one message, cut into its clauses: lines, commas, "và", numbers in front of lines."""

import re
from dataclasses import dataclass

_CUT = re.compile(
    r"\n|;|,(?!\d)|(?<=\D),|(?<!\d)\.(?=\s)|(?<=\d)\.(?=\s)|\s-\s(?=\D)"
    r"|(?:^|\s)(?:và|va|với|voi|cùng|cung|trong đó|trong do)(?=\s)"
)
_JOINED = re.compile(
    r"(?:mỗi|moi|từng|tung|cứ|chứ|chu ko|chu k|chu khong|chớ|không phải|khong phai|ko phai|tức|tuc|nghĩa là"
    r"|bằng chữ|bang chu|không|khong)\b"
)
_TOTAL = re.compile(r"(\d[^\d:,;\n]{1,20}):(?=\s*\d)")
"""A total and its parts: "3 nhà: 2 xây, 1 sửa"."""
_PARTS = re.compile(r"\((\d{1,2} [^()\d]+,? ?\d{1,2} [^()\d]+)\)")
"""Parts in brackets: "2 nhà (1 xây, 1 sửa)"."""
_REMARK = re.compile(r"\([^()\d\n]*\)")
"""Names and remarks in brackets stay in one piece."""
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,]))(\d{1,2})(?:\)|[.:](?=\s)|\s?-(?=\s))\s*")


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a message. ``number`` is the number written in front of it, None when there is none."""

    text: str
    number: int | None = None


def clauses(text: str) -> tuple[Clause, ...]:
    """Returns the clauses of a cleaned text in their order."""
    if (listed := numbered(text)) is not None:
        return listed
    parts: list[str] = []
    text = _PARTS.sub(r", \1", text)
    text = _REMARK.sub(lambda found: found.group().replace(",", " "), text)
    for cut in _CUT.split(_TOTAL.sub(r"\1,", text)):
        part = cut.strip(" -•*+\t")
        if part and parts and _JOINED.match(part) and not parts[-1].endswith(":"):
            parts[-1] += f", {part}"
        elif part:
            parts.append(part)
    return tuple(Clause(part) for part in parts)


def numbered(text: str) -> tuple[Clause, ...] | None:
    """Returns the entries of a list numbered 1, 2, 3 …, None when the text is not such a list as a whole."""
    marks = list(_NUMBERED.finditer(text))
    kept: list[re.Match[str]] = []
    for mark in marks:
        if int(mark.group(1)) == len(kept) + 1:
            kept.append(mark)
    if len(kept) < 2 or text[: kept[0].start()].strip():
        return None
    ends = [mark.start() for mark in kept[1:]] + [len(text)]
    entries = [text[mark.end() : end].strip(" ,;.\n") for mark, end in zip(kept, ends, strict=True)]
    return tuple(Clause(entry, number) for number, entry in enumerate(entries, start=1)) if all(entries) else None
