"""Long texts cut into parts that fit into a platform's messages. Pure."""

import re

# Where a text may be cut, best first: between paragraphs, lines, sentences, words.
BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…:;])\s+"), re.compile(r"\s+"))


def ranges(text: str, most: int) -> tuple[tuple[int, int], ...]:
    """Returns where the parts of a text begin and end, each of at most so many UTF-16 units, cut at the best break in
    the second half of each.

    What stands between two parts is white space; only a word that is too long itself is broken.
    """
    found, start = [], 0
    while units(text[start:]) > most:
        head = text[start : start + _fitting(text[start:], most)]
        cut = next((place for place in (_last(pattern, head) for pattern in BREAKS) if place), len(head))
        end = start + len(head[:cut].rstrip())
        if end > start:
            found.append((start, end))
        start += cut
        start += len(text[start:]) - len(text[start:].lstrip())
    return (*found, (start, len(text))) if start < len(text) or not found else tuple(found)


def units(text: str) -> int:
    """Returns the length as platforms count it: in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def _fitting(text: str, most: int) -> int:
    """Returns how many characters of the beginning fit."""
    for index, char in enumerate(text):
        most -= 2 if char > "\uffff" else 1
        if most < 0:
            return index
    return len(text)


def _last(pattern: re.Pattern[str], head: str) -> int:
    """Returns where the last break of the head's second half begins, 0 without one."""
    return max((found.start() for found in pattern.finditer(head, len(head) // 2)), default=0)
