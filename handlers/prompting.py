""" "nhắc xã Vân Trà": an officer reminds those under the own unit that owe a report, once a day, by one button."""

import re

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Later, Outcome
from bot.reading.cut import without
from bot.reading.shown import shown
from bot.router import Handler
from handlers.answering import asked
from handlers.courtesy import without_courtesy
from handlers.leader_meant import leader_meant
from handlers.looked_after import NOT_YOURS, keeps
from handlers.looked_at import Asking, Look, looked_at, names_level
from handlers.moments import moment
from handlers.order import named_after
from handlers.own_units import reach
from handlers.person_named import titled
from handlers.prompted import Prompt, prompted, remembered
from handlers.role_words import title, told_apart
from handlers.seen_token import CALLS, PROMPT, token
from handlers.telling import remark
from handlers.typed import after_command, command, pressed
from knowledge.fold import same_form

DO, NOT = "nhacdi", "nhacthoi"
"""The families of the buttons that remind, and that do not."""

HELD = "nhacgiu"
"""The event of reminders that were held until the morning: "nhacgiu:<period>:<unit>:<person>"."""

_COMMAND = "nhac"
_WORDS = "nhắc"
_PRIVATELY = "Ở đây có nhiều người. Việc nhắc báo cáo thì đồng chí nhắn riêng cho tôi."
_SAMPLE = 3
_REPORT = r"(?: (?:bao cao|bc|so lieu))?"
_WHO = r"(?:don vi|chi hoi truong|chi hoi|noi|nguoi|cho|xa|ong|bac|anh)"
_ORDER = re.compile(
    r"(?:(?:hay|xin|nho(?: (?:em|chau|dong chi|tro ly))?|giup(?: toi)?|lam on|toi muon|gui) )*(?:nhac nho|nhac|don doc"
    r"|nhan(?= (?:cho )?(?:may|cac|nhung) (?:\w+ ){1,3}chua (?:nop|nap)\b))(?: giup)?(?: cho)?"
    r"(?! (?:ai|lai|toi|tui|minh)\b)"
    r"(?: (?:het|ca|tat ca|toan bo))?(?: (?:nhung|cac|may))?"
    rf"(?: {_WHO} (?:con |van )*chua (?:nop|nap|bao|gui|xong){_REPORT})?(?= |$)"
)

_TURNED = re.compile(
    rf"(?:(?:hay|xin|nho|con) )*(?:nhung |may |cac )?(?:ai|{_WHO})(?: (?:nao|mo))? (?:con |van |ma )*chua"
    rf" (?:nop|nap|bao|gui|xong){_REPORT} (?:thi |la )?(?:nhac|don doc)(?: nho)?(?= |$)(?: (?:giup|gium|dum|ho|cho))?"
    r"(?: (?:toi|tui|minh|ho|luon|voi|di|nghe|nhe|nha))*$"
)
"""The order behind those whom it is for: "ai chưa nộp thì nhắc giúp tui"."""

_PRESS = re.compile(r"\s*hối(?: thúc)?(?= )")
"""With its marks: without them it may be "hỏi"."""
_TO_DO = re.compile(
    r"(?:^|\s)(?:lo |mau |som )?(?:nop|nap|gui|lam|bao cao)\b ?(?:(?:bao cao|bc|so lieu) ?)?"
    r"(?:(?:(?:di|som|ngay|giup|nhe|nghe|gap|voi) ?)*$"
    r"|(?=(?:ky|dot|0?[69] ?(?:t|th|thang)|(?:sau|chin) thang|(?:quy|qui) ?\w+|ca nam|nam)\b))"
)
"""What they are to be reminded of: "nhắc chi hội An Hòa nộp báo cáo đi"."""
_THEM = frozenset({"họ", "ho", "tụi nó", "tui no", "mấy ông đó", "may ong do", "mấy nơi đó", "may noi do"})
"""Who have just been listed, and nobody by name."""

_HEAD = re.compile(r"^(?:chi hoi truong|truong chi hoi|lanh dao)(?: (?:cua|o))? (?=\w)")


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants others to be reminded. While a report is filled in, longer words are its own."""
    if pressed(incoming, PROMPT, DO, NOT):
        return True
    if incoming.kind is Kind.EVENT:
        return incoming.token.startswith(f"{HELD}:")
    text = _order(incoming)
    return text is not None and (not text or not talk.run)


def _order(incoming: Incoming) -> str | None:
    """Returns what stands behind the order, None for none."""
    if incoming.kind is not Kind.TEXT:
        return None
    if command(incoming.text) == _COMMAND:
        return after_command(incoming.text)
    said = (
        _PRESS.sub("nhắc", same_form(incoming.text).strip())
        if _PRESS.match(same_form(incoming.text))
        else incoming.text
    )
    turned = named_after(said, _TURNED)
    text = named_after(said, _ORDER) if turned is None else turned
    if not text:
        return text
    named = without(without(without_courtesy(text), _TO_DO), _HEAD).strip(" ,.")
    return "" if same_form(named).lower() in _THEM else named


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the question whether to remind, or that it was done."""
    if incoming.kind is Kind.EVENT:
        return await _held(incoming, desk)
    if pressed(incoming, NOT):
        return remark(incoming, "Vâng, tôi không nhắc ai.")
    person, text = await desk.records.person_at(incoming.address), _order(incoming) or ""
    if incoming.group:
        return asked(incoming, desk, incoming.text) if text else remark(incoming, _PRIVATELY)
    words = incoming.kind is Kind.TEXT and not command(incoming.text)
    if words and not keeps(person) and not titled(text) and (person is None or not names_level(text)):
        return asked(incoming, desk, incoming.text)
    if person is None or not keeps(person):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    meant = await leader_meant(incoming, desk, person, text) if incoming.kind is Kind.TEXT and text else None
    if isinstance(meant, Outcome):
        return meant
    look = await looked_at(meant or incoming, desk, person, Asking(PROMPT, _WORDS, text))
    if isinstance(look, Outcome):
        return look
    prompt = await prompted(desk, look.period, look.tree, look.unit)
    if not prompt.now:
        return remark(incoming, _nobody(look, prompt), _call(look, prompt))
    return (
        await _done(incoming, desk, look, prompt) if pressed(incoming, DO) else _question(incoming, desk, look, prompt)
    )


def _question(incoming: Incoming, desk: Desk, look: Look, prompt: Prompt) -> Outcome:
    if [one.unit.id for one in prompt.now] == [look.unit.id]:
        return _of_one(incoming, desk, look, prompt)
    names = told_apart([one.unit for one in prompt.now[:_SAMPLE]], look.tree)
    more = f" và {shown(len(prompt.now) - _SAMPLE)} nơi nữa" if len(prompt.now) > _SAMPLE else ""
    lines = [
        f"Nhắc {shown(len(prompt.now))} {prompt.noun} chưa xong báo cáo {look.period.title}?",
        f"{look.unit.name}: {', '.join(names)}{more}.",
        *_left(prompt),
    ]
    return _sure(incoming, desk, look, lines)


def _of_one(incoming: Incoming, desk: Desk, look: Look, prompt: Prompt) -> Outcome:
    """Returns the same of one unit: its leaders are named."""
    names = ", ".join(leader.name for leader in prompt.now[0].leaders)
    who = f"{names}, {title(RoleKind.LEADER, look.unit)},"
    return _sure(incoming, desk, look, [f"Nhắc {who} nộp báo cáo {look.period.title}?"])


def _sure(incoming: Incoming, desk: Desk, look: Look, lines: list[str]) -> Outcome:
    spoken = desk.rhythm.spoken(desk.now)
    if spoken > desk.now:
        lines.append(f"Bây giờ là giờ nghỉ, tôi giữ lại, sẽ nhắc ngày {moment(spoken, desk.now)}.")
    return remark(
        incoming, "\n".join(lines), (Choice("Nhắc", token(DO, look.period.id, look.unit.id)), Choice("Thôi", f"{NOT}:"))
    )


async def _done(incoming: Incoming, desk: Desk, look: Look, prompt: Prompt) -> Outcome:
    spoken = desk.rhythm.spoken(desk.now)
    person = await desk.records.person_at(incoming.address)
    assert person is not None
    if spoken > desk.now:
        held = Later(f"{HELD}:{look.period.id}:{look.unit.id}:{person.id}", spoken)
        told = f"Vâng. Tôi sẽ nhắc ngày {moment(spoken, desk.now)}. Ai gửi trước lúc đó thì tôi không nhắc."
        return Outcome(remark(incoming, told).replies, later=(held,))
    return remembered(desk, look.period, look.unit, prompt, person, _told(look, prompt), incoming.address)


async def _held(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the reminders that were held, where the officer still looks after the unit and somebody still owes."""
    name, unit_name, person_name = (*incoming.token.removeprefix(f"{HELD}:").split(":", 2), "", "")[:3]
    period = next((one for one in await desk.records.periods() if one.id == name), None)
    person, tree = await desk.records.person(person_name), await desk.records.tree()
    unit = tree.heir(unit_name, desk.now.date())
    if period is None or person is None or unit is None or not keeps(person):
        return Outcome()
    mine = reach(person, tree, desk)
    if not mine.covers(unit.id):
        return Outcome()
    look, prompt = Look(mine, period, unit), await prompted(desk, period, tree, unit)
    told = _told(look, prompt) if prompt.now else _nobody(look, prompt)
    return remembered(desk, period, unit, prompt, person, told, person.address)


def _told(look: Look, prompt: Prompt) -> str:
    head = f"Đã nhắc {shown(len(prompt.now))} {prompt.noun} chưa xong báo cáo {look.period.title}."
    return "\n".join([head, f"{look.unit.name}.", *_left(prompt)])


def _left(prompt: Prompt) -> list[str]:
    lines = []
    if prompt.today:
        lines.append(f"{shown(prompt.today)} nơi hôm nay đã nhắc rồi, tôi không nhắc nữa.")
    if prompt.alone:
        lines.append(f"{shown(prompt.alone)} nơi chưa có chi hội trưởng trên trợ lý, cần gọi điện.")
    return lines


def _nobody(look: Look, prompt: Prompt) -> str:
    head = f"{look.unit.name}, {look.period.title}"
    if look.period.closed is not None:
        return f"{head}: kỳ đã đóng, nên tôi không nhắc."
    if not prompt.today and not prompt.alone:
        return f"{head}: không còn ai phải nhắc."
    return "\n".join([f"{head}: bây giờ không nhắc thêm được ai.", *_left(prompt)])


def _call(look: Look, prompt: Prompt) -> tuple[Choice, ...]:
    return (Choice("Gọi ai", token(CALLS, look.period.id, look.unit.id)),) if prompt.alone or prompt.today else ()


HANDLER = Handler("prompting", wants, handle)
