"""Whoever doubts the last answer gets it once more with its source: "chắc không?", "đúng không đó? nghe nói tháng 6/2025 mà"."""

import re
from dataclasses import replace

from knowledge.answer import Answer, Context, Found, Unsure
from knowledge.facts import Fact
from knowledge.message.in_context import in_context
from knowledge.message.one_question import Answerer
from knowledge.normal import words
from knowledge.pattern import Pattern
from knowledge.speech import Speech
from knowledge.wording import said

_PEOPLE = "bot|toi|tui|minh|bac|chu|co|chau|em|anh|chi|ong|ba|con|dong chi|ban"
_SMALL = rf"(?:{_PEOPLE}|day|do|vay|rua|the|ri|a|ha|nhi|hi|he|ta|oi|nghe|nha|nhe|ma|nua|luon|te|coi|voi|giup|gium|gi)"
_LEAD = rf"(?:(?:{_PEOPLE}|co|la|u|ua|o|ma|nhung|the|vay|rua|thi|chu|sao|coi|xem|tra|kiem tra|check|lai|giup|gium|cho|chua|hoi|noi|ghi|nhu|khong tin|chua tin|hong tin|khong yen tam|so sai|so nham) )*"
_TRUE = r"(?:chac(?: chan)?|chan chac|dung(?: that)?|that(?: su)?|thiet|phai|chuan|chinh xac|tin duoc)"
_WRONG = r"co (?:nham|lon|sai|bia)(?: (?:gi|chi|dau|cho nao))?"
_NOT = r"(?:khong|ko|hong|hem|hon|chua|ha|a|sao)"
_DOUBT = rf"{_LEAD}(?:{_TRUE}(?: (?:la|nhu|vay|rua|the|do|ay))*|{_WRONG}) {_NOT}(?: {_SMALL})*"
_HEARSAY = (
    rf"(?:(?:{_PEOPLE}|sao|ua|ma|chu|nhung|the|vay|rua|co|lai|hom|bua|truoc|nay|cu|van) )*"
    r"(?:nghe(?: (?:noi|dau|bao|ke|ai noi|nguoi ta noi|anh em noi))?|tuong|nho|nghi|hinh nhu|thay(?: (?:noi|ghi|bao|viet))?|nguoi ta (?:noi|bao)|ho (?:noi|bao)"
    rf"|(?:{_PEOPLE}|anh em|ong [a-z]+|ba [a-z]+|chi hoi) (?:noi|bao))(?: (?:la|rang|dau|hinh nhu))*"
)
_END = r"(?: (?:ma|chu|kia|co|lan|do|day|ha|a|nhi|te|ta|vay|rua|dung khong|phai khong|chu khong phai))*"
_VALUE = r" (?P<value>[a-z0-9%][a-z0-9 %]*?)"
_DOUBTS = Pattern(rf"^{_DOUBT}(?: {_HEARSAY}{_VALUE}{_END})?$")
_HEARD = Pattern(rf"^{_HEARSAY}{_VALUE}{_END}$")
_CONTRARY = Pattern(r"^(?:sao|ua|nhung|the sao|vay sao|rua sao)\b|\b(?:ma|chu|kia|dung khong|phai khong|te)$")
"""How what somebody heard is told against an answer."""

_EITHER = Pattern(
    rf"^(?:(?:{_PEOPLE}|ong ay|ba ay|no|do|cai do|ua|nhieu|it|vay|rua|the|a|thi|sao|ma|chu) )*(?:la )?(?P<one>[a-z0-9 %]{{1,24}}?) hay (?:la )?(?P<other>[a-z0-9 %]{{1,24}}?){_END}(?: (?:{_PEOPLE}) (?:nghe|doc|nhin|thay|coi) (?:khong|chua) ro)?$"
)
"""Two things that the answer may have said: "5.675 hay 6.575, tôi nghe không rõ"."""

_LONG, _MOST = 20, 8
_CONFIRMED = "Đúng vậy. Kế hoạch ghi:"
_LOOKED_UP = "Tôi tra lại, kế hoạch ghi:"


def verified(reader: Answerer, text: str, context: Context) -> Answer | None:
    """Returns the last answer once more, where a message only doubts it or tells what its writer heard instead; else None."""
    query = reader.query(text)
    line = query.bare
    if len(query.words) > _LONG or not (_DOUBTS.may_match(line) or _HEARD.may_match(line) or _EITHER.may_match(line)):
        return None
    if (either := _EITHER.search(line)) and (told := _one_of_two(reader, either, context)):
        return told
    doubted = found = _DOUBTS.search(line)
    if found is None and _CONTRARY.search(line) and any(letter.isdigit() for letter in line):
        found = _HEARD.search(line)
    if found is None:
        return None
    value = found["value"] or ""
    if len(value.split()) > _MOST or (not doubted and (query.names_said or query.communes or query.districts)):
        return None  # it asks of another thing
    return _once_more(reader, value, context)


def _one_of_two(reader: Answerer, either: re.Match[str], context: Context) -> Answer | None:
    """The last answer once more where one of the two things that are chosen among stands in it: "là chủ tịch hay phó chủ tịch?"."""
    last = in_context(reader, context.question, context.before)
    told = f" {' '.join(word.fold for word in words(last.text, reader.base.speech))} "
    heard = [either[side].strip() for side in ("one", "other")]
    if not isinstance(last, Found) or not any(f" {one} " in told for one in heard):
        return None
    return _once_more(reader, next(one for one in heard if f" {one} " in told), context)


def _once_more(reader: Answerer, value: str, context: Context) -> Answer:
    """The last answer with its source, under a line that says so."""
    library = reader.base.library
    last = in_context(reader, context.question, context.before)
    facts: list[Fact] = [fact for name in context.facts if (fact := library.fact(name))]
    if facts and len(facts) == len(context.facts) and not _tells(last, context):
        last = said(library, facts, reader.today)  # of one of the things that the question was answered with
    match last:
        case Found() | Unsure() if context.facts:
            head = _CONFIRMED if value and _is_told(reader.base.speech, value, last.text) else _LOOKED_UP
            return replace(last, text=f"{head}\n{last.text}", question=context.question)
        case _:
            return last


def _tells(answer: Answer, context: Context) -> bool:
    return isinstance(answer, Found | Unsure) and {*answer.facts} == {*context.facts}


def _is_told(speech: Speech, value: str, text: str) -> bool:
    """Whether a text has a value with a number in it, as that was named."""
    told = " ".join(word.fold for word in words(text, speech))
    return any(letter.isdigit() for letter in value) and f" {value} " in f" {told} "
