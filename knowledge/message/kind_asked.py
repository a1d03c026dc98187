"""A message that asks nothing but from when to when, in which month, in which year: of what was just told."""

import re
from dataclasses import replace

from knowledge.answer import Answer, Context, Found, Nothing
from knowledge.made_whole import merged
from knowledge.message.one_question import Answerer
from knowledge.pattern import Pattern
from knowledge.wording import said

_LEAD = r"(?:(?:con|the|vay|rua|thi|a|u|va|ma|la|no|cai do|do|dien ra|lam|thuc hien|trien khai|ap dung|keo dai|co|xong|han|phai|ghi|trong|vao|cu the|nhung) )*"
_END = r"(?: (?:vay|rua|the|ha|he|nhi|hi|a|chau|em|dong chi|chu|bac|lan|xong|la xong|nghe|ta))*"
_TO = r"(?:den|toi|cho den|qua)"
_UNIT = r"(?:giai doan|nam|thang|ngay)"
_WHICH = r"(?:may|nao|gi|bao nhieu)"
_SPAN = rf"(?:giai doan {_WHICH}(?: {_TO} (?:{_UNIT} )?{_WHICH})?|(?:tu )?{_UNIT} {_WHICH} {_TO} (?:{_UNIT} )?{_WHICH}|(?:tu )?{_WHICH}(?: {_UNIT})? {_TO} {_WHICH}(?: {_UNIT})?)"
_KINDS = (
    (Pattern(rf"^{_LEAD}{_SPAN}{_END}$"), re.compile(r"\b20\d\d\s*[-–]\s*20\d\d\b|\btừ\b[^.]*\d[^.]* đến ")),
    (
        Pattern(rf"^{_LEAD}(?:truoc |den )?thang {_WHICH}{_END}$"),
        re.compile(r"\btháng \d|\b\d{1,2}/20\d\d\b|theo tháng"),
    ),
    (Pattern(rf"^{_LEAD}(?:truoc |den )?nam {_WHICH}{_END}$"), re.compile(r"\b20\d\d\b")),
)
"""What is asked for, and how it stands in what was told; also that it is not said."""

_MOST = 3


def of_kind_asked(reader: Answerer, text: str, context: Context) -> Answer | None:
    """Returns those of the facts just told that say when, as it is asked, else what is found of it; None where something else is asked."""
    line = reader.query(text).bare
    told = next((told for asked, told in _KINDS if asked.search(line)), None)
    if told is None:
        return None
    library = reader.base.library
    facts = [fact for name in context.facts if (fact := library.fact(name))]
    saying = [fact for fact in facts if told.search(fact.say)]
    if not facts or len(saying) > _MOST or len(facts) > 2 * _MOST:
        return None
    if saying:
        return replace(said(library, saying, reader.today), question=context.question)
    whole = merged(reader.query(context.question), reader.query(text))
    if isinstance(found := reader.one(whole), Found) and told.search(found.text):
        return replace(found, question=whole)
    known = said(library, facts[:_MOST], reader.today).text
    return Nothing(
        f"Kế hoạch không ghi thời gian ấy. Điều tôi có:\n{known}", why="not in the fact: time", question=whole
    )
