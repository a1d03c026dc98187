"""Words such as "chi hội trưởng xã Vân Trà" to an audience; what is not plain is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.desk import Desk
from bot.messages import Choice
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast
from bot.model.unit import Unit
from bot.reading.cut import without
from bot.reading.period_named import period_named
from handlers.broadcast_people import people_named
from handlers.broadcast_rights import Sender
from handlers.broadcast_token import Pick, Verb
from handlers.pages import shortened
from handlers.period_meant import periods_meant
from handlers.role_words import placed, told_apart
from handlers.unit_named import units_named
from knowledge.fold import plain


@dataclass(frozen=True, slots=True)
class Unclear:
    """What is asked instead of an audience."""

    text: str
    choices: tuple[Choice, ...] = ()


_SILENT = re.compile(
    r"\bchua (?:(?:bam|an|bao|nut|duoc|thay) )*(?:da )?(?:xac nhan|nhan|doc)\b(?: duoc)?"
    r"(?: (?:thong bao|tb|tin)(?: so)?(?: (?P<number>\d+))?)?"
)
_MISSING = re.compile(
    r"\b(?:chua|con thieu|thieu|no) ?(?:(?:nop|nap|bao|gui|co|lam|xong) )*(?:xong )?(?:bao cao|bc|so lieu)\b"
    r"|\bchua (?:nop|nap)(?: xong| het| du)?\s*$"
)
_EVERYBODY = re.compile(
    r"\b(?:(?:tat ca|toan the|toan bo|moi)(?: cac)? (?:moi nguoi|hoi vien|thanh vien|nguoi(?! chua))"
    r"|moi nguoi(?! chua)|(?:cac )?hoi vien|ba con(?! (?:hoi vien|chua))|toan hoi|ca hoi|toan the)\b"
)
_LEADERS = re.compile(r"\b(?:chi hoi truong|truong chi hoi|truong cac chi hoi|lanh dao chi hoi|chi hoi)\b")
_OFFICERS = re.compile(r"\b(?:can bo|thuong truc|lanh dao|chu tich)\b")
_EDGE = (
    r"(?:(?:may|cac|nhung|quy) (?:ong|bac|anh|chu|co|vi)"
    r"|tat ca|toan bo|toan the|ca|moi|ba con|cac|nhung|nguoi|ai|dong chi|cho|gui|den|toi|cua|o|tai|thuoc|trong"
    r"|don vi|hoi ccb|tren dia ban|hien|dang|deu|nhe|nha|a)"
)
_LITTLE = re.compile(
    rf"^(?:{_EDGE}\b[ ,.]*)+|(?:[ ,.]*\b{_EDGE})+$|\b(?:cac )?(?:xa|thon|don vi) (?:thuoc|cua|o|trong)\b"
)
_WHOLE = re.compile(r"\b(?:toan|ca) (?:tinh|hoi(?! vien)|huyen|xa|thanh pho)\b")
_WIDER = re.compile(
    r"\b(?P<level>tinh|huyen|thanh pho|thi xa|xa|phuong|thi tran)\b(?! [a-z])"
    r"|\b(?:toan|ca|khap) (?P<whole>tinh|huyen|xa|hoi)\b"
)
_LEVELS = ("thon", "xa", "huyen", "tinh")
_SAME_LEVEL = {
    "chi hoi": "thon",
    "hoi": "tinh",
    "thanh pho": "huyen",
    "thi xa": "huyen",
    "phuong": "xa",
    "thi tran": "xa",
}
_ALL = re.compile(r"(?:gui )?(?:cho )?(?:tat ca|het|toan bo)")
_SEVERAL = 2
_FEW = 5
"""Units or periods among the choices: two more put it off or cancel it."""

_NOBODY_ELSE = (
    "Gửi cho mọi hội viên thì văn phòng Hội làm.\n"
    "Đồng chí gửi được cho chi hội trưởng và cán bộ các đơn vị mình phụ trách."
)
_NO_UNIT_OF_MEMBERS = (
    "Tôi không biết hội viên nào thuộc đơn vị nào, chỉ biết chi hội trưởng và cán bộ.\n"
    'Đồng chí nhắn, ví dụ: "chi hội trưởng {unit}", hay "tất cả hội viên".'
)
_NOT_SOME = (
    "Tôi không biết hội viên nào là {some}, chỉ gửi được cho mọi hội viên.\n"
    "Gửi cho tất cả, hay đồng chí kể tên từng người?"
)
_OF_ALL = re.compile(
    r"\b(?:ccb|cuu chien binh|hoi|cua|trong|ta|minh|het|luon|deu|biet|giup|toi|tui|voi|nua|thoi|tren|duoi|khap"
    r"|noi|va|ba con"
    r"|gia dinh|nhan dan|thanh vien|moi nguoi|dang|nhan|tin|thong bao|duoc|de)\b"
)
"""Words beside "hội viên" that make them no fewer."""

_NO_PERIOD = "Tôi không thấy kỳ báo cáo nào như vậy. Đồng chí nói rõ kỳ, ví dụ: chưa nộp báo cáo 6 tháng 2026."
_NARROWER = "Đồng chí chỉ gửi được trong {units}.\nGửi cho {whom} {units}, được không?"
_WHICH_PERIOD = "Đồng chí nói kỳ nào?"
_WHICH_UNIT = "Đồng chí gửi cho đơn vị nào?"
_NO_UNIT = "Trong các đơn vị đồng chí phụ trách tôi không thấy {text}.\nĐồng chí nói rõ tên giúp tôi."
_MANY_UNITS = "Có {count} đơn vị tên như vậy: {units}.\nĐồng chí nói thêm đơn vị đó ở đâu."
_WHICH_ONE = "Đồng chí nói rõ tên đơn vị, ví dụ: chi hội trưởng xã Vân Trà."
_ONE_GROUP = "Mỗi thông báo gửi cho một nhóm. Lần này đồng chí gửi cho nhóm nào?"
_ONE_UNIT = "Mỗi thông báo gửi cho một đơn vị. Lần này đồng chí gửi cho đơn vị nào?"
_NOT_ASKED = "Thông báo {number} không có nút Đã nhận, nên tôi không biết ai chưa nhận."
_NO_SUCH = "Tôi không thấy thông báo nào như vậy."


def names_audience(text: str) -> bool:
    """Returns whether a text names a kind of receivers, not people or a unit only."""
    low = plain(text)
    return any(pattern.search(low) for pattern in (_SILENT, _MISSING, _EVERYBODY, _LEADERS, _OFFICERS))


async def audience_said(words: str, sender: Sender, desk: Desk, number: int) -> Audience | Unclear:
    """Returns whom words mean. ``number`` is that of the broadcast for which it is asked."""
    low = plain(words)
    if silent := _SILENT.search(low):
        return await _silent(silent["number"], sender, desk)
    if _MISSING.search(low):
        return await _missing(words, sender, desk, number)
    if _ALL.fullmatch(low) or (_EVERYBODY.search(low) and not _LEADERS.search(low) and not _OFFICERS.search(low)):
        return _everybody(words, sender, number)
    if _LEADERS.search(low) and _OFFICERS.search(low):
        return Unclear(_ONE_GROUP, _either(number))
    for pattern, kind in ((_LEADERS, AudienceKind.LEADERS), (_OFFICERS, AudienceKind.OFFICERS)):
        if pattern.search(low):
            rest = without(words, pattern)
            return _narrower(rest, Audience(kind), sender, number) or _of_unit(
                rest, words, Audience(kind), sender, number
            )
    return await _people(words, sender, desk, number)


async def left_out(words: str, audience: Audience, sender: Sender, desk: Desk) -> Audience | Unclear:
    """Returns an audience without the units and people that words name, besides those left out before."""
    units, people = list(audience.without_units), list(audience.without_people)
    for part in _parts(words):
        name = without(part, re.compile(rf"{_LEADERS.pattern}|{_LITTLE.pattern}"))
        found = _inside(_near(name or part, sender), audience, sender)
        if len(found) == 1:
            units.append(found[0].id)
            continue
        if found:
            return Unclear(_many(found, sender))
        named = await people_named([part], sender, desk)
        if isinstance(named, str):
            return Unclear(named)
        people += named
    return replace(
        audience,
        without_units=tuple(dict.fromkeys(units)),
        without_people=tuple(dict.fromkeys(people)),
    )


def of_unit(audience: Audience, sender: Sender, number: int) -> Audience | Unclear:
    """Returns an audience for which no unit was named, within what somebody may write to."""
    if sender.admin:
        return audience
    tops = sender.reach.tops
    if len(tops) == 1:
        return replace(audience, unit=tops[0].id)
    return Unclear(_WHICH_UNIT, _choices(tops[:_FEW], audience, sender, number))


async def _silent(said: str | None, sender: Sender, desk: Desk) -> Audience | Unclear:
    """Without a number it is the last broadcast that asked for it."""
    every = [one for one in await desk.records.broadcasts() if sender.sees(one)]
    fitting = [one for one in every if (one.number == int(said) if said else _went_out(one) and one.acknowledged)]
    if not fitting or not _went_out(fitting[0]):
        return Unclear(_NO_SUCH)
    if not fitting[0].acknowledged:
        return Unclear(_NOT_ASKED.format(number=fitting[0].number))
    return Audience(AudienceKind.SILENT, broadcast=fitting[0].number)


def _went_out(broadcast: Broadcast) -> bool:
    return broadcast.state.value in ("running", "paused", "finished", "cancelled")


async def _missing(words: str, sender: Sender, desk: Desk, number: int) -> Audience | Unclear:
    named = period_named(without(words, _MISSING), desk.now.year)
    periods = periods_meant(await desk.records.periods(), named)
    if not periods:
        return Unclear(_NO_PERIOD)
    rest = without(without(named.rest, _LEADERS), _LITTLE)
    if len(periods) > 1:
        choices = tuple(
            Choice(shortened(one.title), Pick(Verb.WHOM, number, AudienceKind.MISSING.value, one.id).token)
            for one in periods[:_FEW]
        )
        return Unclear(_WHICH_PERIOD, choices)
    audience = Audience(AudienceKind.MISSING, period=periods[0].id)
    return _of_unit(rest, named.rest, audience, sender, number)


def _either(number: int) -> tuple[Choice, ...]:
    labels = {AudienceKind.LEADERS: "Chi hội trưởng", AudienceKind.OFFICERS: "Cán bộ"}
    return tuple(Choice(label, Pick(Verb.WHOM, number, kind.value).token) for kind, label in labels.items())


def _everybody(words: str, sender: Sender, number: int) -> Audience | Unclear:
    rest = without(without(without(words, _EVERYBODY), _WHOLE), _LITTLE).strip(" ,.")
    if not sender.admin:
        return Unclear(_NOBODY_ELSE)
    if _near(rest, sender):
        return Unclear(_NO_UNIT_OF_MEMBERS.format(unit=rest))
    if without(rest, _OF_ALL).strip(" ,."):  # "hội viên nữ": nobody is written to whom it is not meant for
        everybody = Choice("Tất cả hội viên", Pick(Verb.WHOM, number, AudienceKind.EVERYBODY.value).token)
        return Unclear(_NOT_SOME.format(some=shortened(rest, 40)), (everybody,))
    return Audience(AudienceKind.EVERYBODY)


def _of_unit(rest: str, said: str, audience: Audience, sender: Sender, number: int) -> Audience | Unclear:
    """Returns the audience in the unit that is named; "cán bộ xã" names none."""
    name = without(without(rest, _WHOLE), _LITTLE).strip(" ,.")
    if not re.sub(r"\b(?:xa|phuong|thi tran|huyen|tinh|thon|chi hoi|cap|truong)\b", "", plain(name)).strip():
        return of_unit(audience, sender, number)
    found = _near(name, sender)
    if len(found) == 1:
        return replace(audience, unit=found[0].id)
    if 0 < len(found) <= _FEW:
        return Unclear(_WHICH_UNIT, _choices(found, audience, sender, number))
    if found:
        return Unclear(_many(found, sender))
    several = [_near(part, sender) for part in _parts(name)]
    if len(several) >= _SEVERAL and all(several):
        units = list(dict.fromkeys(unit for units in several for unit in units))
        return Unclear(_ONE_UNIT, _choices(units[:_FEW], audience, sender, number))
    return Unclear(_NO_UNIT.format(text=shortened(name, 40)))


def _narrower(rest: str, audience: Audience, sender: Sender, number: int) -> Unclear | None:
    """Returns what is asked of an officer who means a level above the own one: "toàn huyện", "cán bộ huyện"."""
    found = _WIDER.search(" ".join(plain(rest).split()))
    if sender.admin or found is None:
        return None
    tops = sender.reach.tops
    highest = max((_height(plain(unit.level)) for unit in tops), default=0)
    if _height(found["level"] or found["whole"]) <= highest:
        return None
    whom = "chi hội trưởng" if audience.kind is AudienceKind.LEADERS else "cán bộ"
    names = told_apart(tops[:_FEW], sender.reach.tree)
    choices = tuple(
        replace(choice, label=shortened(f"{whom.capitalize()} {name}"))
        for choice, name in zip(_choices(tops[:_FEW], audience, sender, number), names, strict=True)
    )
    return Unclear(_NARROWER.format(units=", ".join(names), whom=whom), choices)


def _height(level: str) -> int:
    """Returns how far up in the tree a level stands, 0 for the lowest."""
    name = _SAME_LEVEL.get(level, level)
    return _LEVELS.index(name) if name in _LEVELS else 0


def _near(name: str, sender: Sender) -> list[Unit]:
    """Returns the units that a name can mean; the level that was typed with it tells them apart."""
    if not name:
        return []
    found = units_named(name, sender.reach.units(), sender.reach.tree)
    typed = re.compile(rf"\b{re.escape(plain(name))}\b")
    return [unit for unit in found if typed.search(plain(unit.name))] or found


def _inside(units: list[Unit], audience: Audience, sender: Sender) -> list[Unit]:
    """Returns those that an audience reaches; all where none of them is."""
    if len(units) < _SEVERAL or not audience.unit:
        return units
    reach = sender.reach
    return [unit for unit in units if reach.tree.within(unit.id, audience.unit, reach.day)] or units


def _many(units: list[Unit], sender: Sender) -> str:
    told = [placed(unit, sender.reach.tree) for unit in units[:_FEW]]
    return _MANY_UNITS.format(count=len(units), units="; ".join([*told, *(["…"] if len(units) > _FEW else [])]))


def _choices(units: Sequence[Unit], audience: Audience, sender: Sender, number: int) -> tuple[Choice, ...]:
    """Returns a choice for each unit. With a period the token is longer: its id and the unit's, at most 58 bytes."""
    about = f"{audience.kind.value[:1]}{audience.period}"
    return tuple(
        Choice(shortened(placed(unit, sender.reach.tree)), Pick(Verb.UNIT, number, about, unit.id).token)
        for unit in units
    )


def chosen_unit(pick: Pick) -> Audience | None:
    """Returns the audience that the choice of a unit stands for."""
    kinds = {kind.value[:1]: kind for kind in (AudienceKind.LEADERS, AudienceKind.OFFICERS, AudienceKind.MISSING)}
    kind = kinds.get(pick.about[:1])
    return None if kind is None else Audience(kind, pick.rest, pick.about[1:])


async def _people(words: str, sender: Sender, desk: Desk, number: int) -> Audience | Unclear:
    found = await people_named(_parts(words), sender, desk)
    if not isinstance(found, str):
        return Audience(AudienceKind.PEOPLE, people=tuple(dict.fromkeys(found)))
    if _WHOLE.fullmatch(plain(words).strip(" ,.")):
        return _of_whole(words, sender, number)
    units = _near(without(words, _LITTLE).strip(" ,."), sender)
    if len(units) == 1:  # "gửi cho xã Vân Trà": its leaders, as it is usually meant; the preview says so
        return Audience(AudienceKind.LEADERS, units[0].id)
    if 0 < len(units) <= _FEW:
        return Unclear(_WHICH_UNIT, _choices(units, Audience(AudienceKind.LEADERS), sender, number))
    return Unclear(found)


def _of_whole(words: str, sender: Sender, number: int) -> Audience | Unclear:
    """Returns the leaders of all that somebody looks after: "cả xã"; an admin, who looks after all, says which."""
    if sender.admin and not re.search(r"\b(?:tinh|hoi)\b", plain(words)):
        return Unclear(_WHICH_ONE)
    leaders = Audience(AudienceKind.LEADERS)
    return _narrower(words, leaders, sender, number) or of_unit(leaders, sender, number)


def _parts(words: str) -> list[str]:
    """Returns the names of a list."""
    low = plain(words)
    if len(low) != len(words):
        words = low
    cuts = [0, *(place for found in re.finditer(r"\s*(?:[,;\n]|\bva\b|\bvoi\b|&)\s*", low) for place in found.span())]
    parts = [words[start:end].strip(" .:") for start, end in zip(cuts[::2], [*cuts[1::2], len(words)], strict=True)]
    return [part for part in parts if part]
