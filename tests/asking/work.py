"""Who does what: the duties of the bodies, and what the plans call upon people to do."""

import re
from collections.abc import Iterator
from random import Random

from knowledge.facts import Content, Duty
from knowledge.library import Library
from tests.asking.ask import Ask, bare, by_plan, lowered, sentence, where

SAMPLE = 100
_SHORT = 7
_FEW_WORDS = 0.25
_PLACE = re.compile(r"^(?:ở )?(?:tỉnh )?(?:Hải Dương|Tam Kỳ) ")
_TELLING = 8
_PARTS = re.compile(r"(?:Đó là|Gồm|Nội dung|Trọng tâm)\b|: \w|\bgồm\b")
_SENTENCE_END = re.compile(r"(?<=[.:])\s+(?=\w)")


def of_duties(library: Library) -> Iterator[Ask]:
    """Yields who does each duty, asked with the whole of it and with its first part."""
    for row in library.of(Duty):
        parts = [part.strip() for part in bare(row.what).split(";")]
        part = parts[0] if len(parts[0].split()) > _SHORT else ", ".join(parts[:2])
        texts = {
            "all": f"ai lo việc {', '.join(parts)}",
            "part": f"cơ quan, tổ chức nào được giao {part}",
        }
        for form, text in texts.items():
            # Who it is decides: a reply that names the body for one of several duties is right.
            body = re.split(r"\s*\(", row.body)[0]
            asked = sentence(f"{by_plan(row, text)}{text}{where(row, text)}?")
            yield Ask("duty", row.id, form, asked, frozenset({row.id}), ((body,),), part, _FEW_WORDS)


def of_contents(library: Library) -> Iterator[Ask]:
    """Yields what is asked about a sample of the contents, made from the first sentence of what each says."""
    rows = sorted(library.of(Content), key=lambda row: row.id)
    for row in Random(0).sample(rows, min(SAMPLE, len(rows))):
        yield from of_content(row)


def of_content(row: Content) -> Iterator[Ask]:
    """Yields the questions about one content: who does it and what it consists of, or whether it is so.

    Only a sentence that begins with its own ``who`` can be turned into "who"; the others are asked as they stand.
    """
    first = _SENTENCE_END.split(row.say)[0].rstrip(".:")
    who = bare(row.who)
    if who and first.lower().startswith(f"{who.lower()} "):
        done = _clause(_PLACE.sub("", first[len(who) :].strip()), 7)
        place, plan = where(row, done), by_plan(row, done)
        # A sentence of few words says what it is about only together with its topic: "củng cố cái đang có".
        topic = f"chuyện {row.topics[0]} thì " if len(done.split()) < _TELLING and row.topics else ""
        texts = {
            "who": f"{plan}{topic}ai {done}{place}?",
            "what": f"{plan[5:-2] or 'Kế hoạch'} nói gì về việc {done}{place}{f' ({row.topics[0]})' if topic else ''}?",
        }
        if _PARTS.search(row.say):
            texts["consists"] = f"{plan}việc {done} của {who}{place} gồm những gì?"
    else:
        done = _clause(first, 10)
        place, plan = where(row, done), by_plan(row, done)
        texts = {
            "whether": f"{plan}có phải {lowered(done)}{place} không?",
            "told": f"Tôi nghe nói {lowered(done)}{place}, {plan[5:-2] or 'kế hoạch'} ghi thế nào?",
        }
    for form, text in texts.items():
        # Rows of several plans say the same: a reply that has all the words asked for is as good.
        yield Ask("content", row.id, form, sentence(text), frozenset({row.id}), about=done)


def _clause(text: str, enough: int) -> str:
    """The first clause, where it says enough by itself."""
    clause = re.split(r"[,;:] ", text)[0]
    return clause if len(clause.split()) >= enough else text
