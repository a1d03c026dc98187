"""A message that points at one of the things just shown: "cái thứ hai", "nội dung đầu", "cái của thành phố", "cái kia"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answer import Answer, Context, Found, Nothing, Unsure
from knowledge.core_words import core
from knowledge.fold import plain
from knowledge.gate.kept import kept
from knowledge.made_whole import merged
from knowledge.message.choices import question_with, told
from knowledge.message.one_question import Answerer
from knowledge.message.reader import ASKING
from knowledge.message.shown import Item, shown_in
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.wording import said

_ORDINALS = {
    "nhat": 1, "mot": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_LAST = -1
_THING = r"(?:cai|dieu|y|muc|dong|cau|lua chon|gach dau dong)"
_KIND = (
    r"(?:noi dung|kehoach|ke hoach|mo hinh|han|moc|xa|huyen|van ban|quyet dinh|nghi quyet|huong dan|thong tu|chi thi|phong trao"
    r"|de an|ban|viec|quy|chuong trinh|cuoc van dong|chi tieu|muc tieu|don vi|hoi|to chuc|danh sach|giai doan)"
)
_NUMBER = rf"(?P<number>{'|'.join(_ORDINALS)}|\d{{1,2}})"
_POINTER = Pattern(
    rf"(?<!\S)(?:(?:{_THING}|{_KIND}) )?(?:thu {_NUMBER})(?!\S)(?! (?:tuan|hang|nam|thang))"
    rf"|(?<!\S){_THING} so (?P<numbered>{'|'.join(_ORDINALS)}|\d{{1,2}})(?!\S)"
    rf"|(?<!\S)(?P<what>{_THING}|{_KIND}) (?P<end>dau tien|dau(?! (?:nam|thang|quy|ky|tuan|tu|de|mua|moi))|cuoi cung|cuoi(?! (?:nam|thang|quy|ky|tuan)))(?!\S)"
)
_OTHER = Pattern(rf"(?<!\S){_THING} (?:kia|con lai)(?!\S)")
_OF = re.compile(
    rf"(?:(?:con|the|vay|rua|y (?:toi|tui|bac|chu) (?:la|noi|hoi)|toi hoi|la|a|ma|uh|u) )*{_THING} (?P<of>.+)"
)
_NOT_FIRST = frozenset({"đâu", "đậu", "dầu", "dấu"})
_MORE = Pattern(
    r"\b(?:noi|giai thich|ke|cho biet|cho xem|xem|coi|doc|nhac)(?: (?:ro|them|ky|cu the|lai|giup))*(?: hon)?\b|\bro hon\b|\bla (?:gi|cai gi|sao)\b"
)
_AROUND = frozenset(
    "a ay do no nay kia di nhe nha nghe nghen coi xem cho toi tui bac chu chau em minh hoi dong chi giup voi thi la cai ve cua sao rang the nao vay rua ha he hi a oi nua ra con y muon biet roi ma co duoc khong cung lay chon ben".split()  # noqa: SIM905  # words are read as a line
)
_LONG = 16
_SHORT_OF = 8


@dataclass(frozen=True, slots=True)
class Pointed:
    """What was pointed at, and what else the message says: "" when nothing more."""

    item: Item
    rest: str
    before: str = ""
    """The kind of thing that was named: "nội dung"."""


def pointed(reader: Answerer, text: str, context: Context) -> Answer | None:
    """Returns the answer about the one of the things shown that a message points at; None when it points at none."""
    query = reader.query(text)
    if len(query.words) > _LONG or not (_points(query) or _OF.fullmatch(_line(query))):
        return None
    # What one thing of a list answered may list something itself; who goes on pointing means the list before it.
    for listed in (context.before, context) if context.facts else (context, context.before):
        if listed is None:
            continue
        items = _as_named(shown_in(reader.base.library, reader.one(listed.question)), listed.question)
        if items and (found := _meant(reader, query, items, context)):
            return _answered(reader, found, listed)
    return None


def _as_named(items: Sequence[Item], question: str) -> Sequence[Item]:
    """Those things that the question itself named, in its order, where it named several."""
    asked = plain(question)
    named = {place: item for item in items if (place := asked.find(plain(item.name))) >= 0}
    return [named[place] for place in sorted(named)] if len(named) > 1 else items


def _line(query: Query) -> str:
    return " ".join(word.fold if word.typed not in _NOT_FIRST else "where" for word in query.words)


def _points(query: Query) -> bool:
    line = _line(query)
    return _POINTER.search(line) is not None or _OTHER.search(line) is not None


def _meant(reader: Answerer, query: Query, items: Sequence[Item], context: Context) -> Pointed | None:
    line = _line(query)
    if found := _POINTER.search(line):
        if (place := _place(found)) and -len(items) <= place <= len(items) and place:
            item = items[place - 1 if place > 0 else place]
            return Pointed(item, _rest(query, line, found), _kind(found))
        return None
    if (found := _OTHER.search(line)) and len(items) == 2:
        others = [item for item in items if not _was_told(item, context)]
        return Pointed(others[0], _rest(query, line, found)) if len(others) == 1 else None
    if (of := _OF.fullmatch(line)) and len(query.words) <= _SHORT_OF and not ASKING.search(query.line):
        return _by_words(of["of"].split(), items)
    return None


def _was_told(item: Item, context: Context) -> bool:
    names = item.key.partition(":")[2].split(",") if item.key else []
    return bool({*names} & {*context.facts}) or plain(item.name) in plain(context.question)


def _place(found: re.Match[str]) -> int:
    number = found["number"] or found["numbered"]
    if number:
        return _ORDINALS.get(number) or int(number)
    return 1 if found["end"].startswith("dau") else _LAST


def _kind(found: re.Match[str]) -> str:
    words = found.group().split()
    return " ".join(words[: words.index("thu")]) if "thu" in words else found["what"] or ""


def _by_words(words: Sequence[str], items: Sequence[Item]) -> Pointed | None:
    """The one thing of which all that is said is true: "cái của thành phố", "cái 10/6"."""
    telling = [word for word in words if word not in _AROUND]
    for texts in ([item.name for item in items], [item.text for item in items]):
        fitting = [
            item
            for item, text in zip(items, texts, strict=True)
            if telling and all(_says(text, word) for word in telling)
        ]
        if len(fitting) == 1:
            return Pointed(fitting[0], "")
    return None


def _says(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain(text)) is not None


def _rest(query: Query, line: str, found: re.Match[str]) -> str:
    """What a message says beside its pointer, "" when that is nothing of its own."""
    first = len(line[: found.start()].split())
    last = first + len(found.group().split())
    start, stop = core(query)
    words = [word for place, word in enumerate(query.words) if start <= place < stop and not first <= place < last]
    left = _MORE.search(" ".join(word.fold for word in words))
    folds = " ".join(word.fold for word in words)
    if left:
        folds = folds.replace(left.group(), " ")
    telling = [fold for fold in folds.split() if fold not in _AROUND]
    return " ".join(word.typed for word in words) if telling else ""


def _answered(reader: Answerer, found: Pointed, listed: Context) -> Answer:
    """The thing itself, or what is asked of it."""
    base, today = reader.base, reader.today
    item, rest = found.item, found.rest
    if not rest:
        answer = told(base, item.key, today) if item.key else reader.one(_asked_of(reader, found, listed))
        question = (
            question_with(base, listed.question, item.key, today) if item.key else _asked_of(reader, found, listed)
        )
        return _within(answer, question, listed)
    kind, _, names = item.key.partition(":")
    if kind in ("plan", "facts", "commune"):
        question = merged(reader.query(question_with(base, listed.question, item.key, today)), reader.query(rest))
        if isinstance(answer := reader.one(question), Found):
            return _within(answer, question, listed)
    question = _asked_of(reader, found, listed)
    answer = reader.one(question)
    facts = [fact for name in names.split(",") if (fact := base.library.fact(name))]
    if facts and not (isinstance(answer, Found) and set(answer.facts) & {fact.id for fact in facts}):
        answer = kept(reader.query(rest), said(base.library, facts, today))
    return _within(answer, question, listed)


def _asked_of(reader: Answerer, found: Pointed, listed: Context) -> str:
    """The thing's name with what is asked of it, in the plan that was talked about."""
    named = found.item.name if plain(found.item.name).startswith(found.before) else f"{found.before} {found.item.name}"
    question = f"{named} {found.rest or 'là gì'}".strip()
    whole = reader.query(question)
    plans = reader.query(listed.question).plans
    shorts = [plan.short for plan in reader.base.library.plans if plan.key in plans]
    return question if whole.plans or not shorts else f"{question} {shorts[0]}"


def _within(answer: Answer, question: str, listed: Context) -> Answer:
    match answer:
        case Found() | Unsure():
            return replace(answer, question=question, within=listed.question)
        case Nothing():
            return replace(answer, question=question)
        case _:
            return answer
