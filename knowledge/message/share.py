"""How many per cent what the last answer told is: "là mấy phần trăm?" after a number of communes."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answer import Answer, Context, Found, Nothing
from knowledge.core_words import written
from knowledge.facts import Fact, Target
from knowledge.message.one_question import Answerer
from knowledge.pattern import Pattern
from knowledge.places.standards import standard
from knowledge.query import Query
from knowledge.slots import Slot, spans
from knowledge.wording import said

_SHARE = Pattern(
    r"^(?:(?:con|the|vay|rua|thi|tuc|la|so do|do|chiem|dat|duoc|tuong duong|khoang|ti le|ty le|bang|cu the|tinh ra|quy ra|thanh) )*(?:(?:bao nhieu|may) )?(?:phan tram|%)(?: (?:vay|rua|the|ha|he|nhi|hi|a|chau|em|dong chi|chu|bac|tong so|so xa|xa|lan|do|do do))*$"
)
_PERCENT = "bao nhiêu phần trăm"
_HOW_MANY = frozenset({"may", "bao"})


def share(reader: Answerer, text: str, context: Context) -> Answer | None:
    """Returns the share of what was just told, from its own fact or from its neighbour's; None where none is asked for."""
    query = reader.query(text)
    if not _SHARE.search(query.bare):
        return None
    library, previous = reader.base.library, reader.query(context.question)
    told = [fact for name in context.facts if (fact := library.fact(name))]
    if not told:
        return None
    question = context.question
    shares = _of(previous, told)
    if not shares:
        question = _in_percent(previous)
        found = reader.one(question)
        names = found.facts if isinstance(found, Found) else ()
        shares = _of(previous, [fact for name in names if (fact := library.fact(name))])
    if shares:
        return replace(said(library, shares, reader.today), question=question)
    known = said(library, told[:1], reader.today).text
    return Nothing(
        f"Kế hoạch không ghi tỷ lệ phần trăm. Điều tôi có:\n{known}", why="not in the fact: share", question=question
    )


def _of(previous: Query, facts: Sequence[Fact]) -> Sequence[Fact]:
    """Those facts that tell a share; before others those that tell a number beside it, of the standard that was asked about."""
    shares = [fact for fact in facts if "%" in fact.say]
    if len(shares) < 2 or not _counts(previous):
        return shares
    beside = [fact for fact in shares if isinstance(fact, Target) and "%" not in fact.unit]
    named = standard(previous.line)
    same = [fact for fact in beside if standard(_line(previous, fact)) == named]
    return same or beside or shares


def _line(query: Query, fact: Fact) -> str:
    profile = query.base.profiles[query.base.numbers[fact.id]]
    return profile.contracted


def _counts(query: Query) -> bool:
    """Whether a question asks how many, and not how many per cent."""
    asked = spans(query, 0, len(query.words)).get(Slot.ASKING, ())
    return any(query.words[first].fold in _HOW_MANY and last - first <= 2 for first, last in asked)


def _in_percent(previous: Query) -> str:
    """The last question, which asked for a number, asked for the share."""
    asked = spans(previous, 0, len(previous.words)).get(Slot.ASKING, ())
    first, last = next((one for one in asked if previous.words[one[0]].fold in _HOW_MANY), (0, 0))
    return " ".join([*written(previous, range(first)), _PERCENT, *written(previous, range(last, len(previous.words)))])
