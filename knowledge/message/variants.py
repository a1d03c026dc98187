"""The texts in which a long letter's question may stand: behind "cho tôi hỏi", or among its clauses."""

import re
from collections.abc import Sequence

from knowledge.clauses import clauses
from knowledge.fold import plain
from knowledge.joined import refers_back
from knowledge.letters import question_of, without_thanks
from knowledge.message.reader import Reader
from knowledge.pattern import Pattern

_LONG = 30
_MOST_CLAUSES = 2
_FEW_OF_CLAUSE = 4
_TELL_ME = Pattern(
    r"\b(?:(?:xin|cho|muon|duoc|toi|tui|bac|chau|em|phep|chu|dinh) hoi|cho biet|noi giup|chi giup|chi gium|ke giup|ke gium|tra giup|tra gium|coi giup|coi gium|xem giup|muon biet|doc giup|nhac giup|tra loi giup)\b"
)
_GOING_ON = re.compile(r"(?:nay|ma|nham|gom) ")
"""How a clause begins that belongs to the question before it."""


def asked_in_letter(reader: Reader, text: str) -> tuple[str, bool]:
    """Returns the question of a letter that says where it asks, or the text itself; and whether it is such a letter's."""
    before, asked = question_of(text)
    if not asked or reader.names(before):
        return text, False
    # "số điện thoại của ban ấy là số nào?" names nothing that the plans have, and is a whole question none the less
    return (asked, True) if reader.is_whole(asked) or reader.asks_alone(before, asked) else (text, False)


def variants(reader: Reader, text: str) -> list[str]:
    """Returns the texts in which a question may stand, the likeliest first: the asking clauses of a long letter, and the whole of it."""
    if len(text.split()) <= _LONG:
        return [text]
    parts = clauses(text)
    while len(parts) > 1 and without_thanks(f"- {parts[-1]}") == "-":
        parts.pop()  # thanks ask nothing
    asking = [place for place, part in enumerate(parts) if reader.asks_outright(part)]
    asking.sort(key=lambda place: -_askness(parts[place], place / len(parts)))
    found: list[str] = []
    for place in asking[:_MOST_CLAUSES]:
        stop = _end_of_question(parts, place)
        core = ", ".join(parts[place : stop + 1])  # "xã nào đã đạt từ trước, nay chỉ phải rà soát?"
        alone = len(core.split()) > _FEW_OF_CLAUSE and not refers_back(reader.query(core))
        found += [core] if alone else []
        found += [
            ", ".join(parts[max(0, place - before) : stop + 1 + after]) for before, after in ((1, 0), (0, 1), (2, 0))
        ]
    if named := reader.communes(text):  # a clause without a commune that the letter names is not all of it
        found = [variant for variant in found if reader.communes(variant) >= named]
    return list(dict.fromkeys([*found, text]))


def _end_of_question(parts: Sequence[str], place: int) -> int:
    """Where the question that a clause begins ends: with its mark, or as far as it visibly goes on; the clause itself when it does not."""
    stop = place
    for later in range(place, min(place + 2, len(parts) - 1) + 1):
        if parts[later].endswith("?"):
            return later
        if parts[later].endswith((".", "!", ";")):
            break
        if later > place and stop == later - 1 and _GOING_ON.match(plain(parts[later])):
            stop = later
    return stop


def _askness(part: str, where: float) -> float:
    """How likely a clause of a letter is its question: what asks to be told, rather late than early."""
    return 2 * ("?" in part) + (_TELL_ME.search(plain(part)) is not None) + where
