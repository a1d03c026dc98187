""" "xuất excel", "xuất word": the figures of a period as a file, made beside the conversation and sent when done."""

import re

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.audit import Audit
from bot.model.job import JobKind, job_for
from bot.model.person import Person
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.cut import without
from bot.router import Handler
from handlers.answering import asked
from handlers.looked_after import NOT_YOURS, keeps
from handlers.order import asked_after
from handlers.own_units import reach, tops
from handlers.telling import remark
from handlers.totals_meant import meant
from handlers.totals_table import period_of
from handlers.totals_view import FILE, View, file_of
from handlers.totals_wish import wish
from handlers.typed import pressed
from knowledge.fold import plain

_THING = r"(?:cai |ban )?(?:file|tep|phai|bang|ban|so lieu|tong hop|bao cao)"
_EXCEL = r"(?:excel|xlsx?)"
_WORD = r"(?:word|docx?)"
_KIND = rf"(?:{_EXCEL}|{_WORD}|csv)"
_ORDER = re.compile(
    r"(?:cho (?:toi |tui |minh )?(?:xin )?|xin |toi (?:muon |can )?|gui (?:cho )?(?:toi |tui ))?"
    rf"(?:/?(?:xuat|tai)(?: ra| ve| cho toi)?(?= {_THING}| {_KIND}|$)"
    rf"|(?:lap|in|lam|gui)(?= (?:\w+ ){{0,5}}{_KIND})"
    rf"|in(?: ra)?(?: cai| ban)?(?: bao cao| tong hop)+$"
    r"|(?:soan|lap)(?= bao cao (?:gui|nop|trinh|len)\b)"
    rf"|ban in(?= (?:bao cao|tong hop))"
    rf"|{_THING}(?= (?:{_THING} )*{_KIND}))"
    rf"(?: {_THING})*(?: ra|:)?(?= |$)"
)
_FOR = re.compile(
    r"\b(?:de|cho) (?:toi |tui |minh )?(?:trinh|ky|in|nop|gui|bao cao|luu|dong dau)\b.*$"
    r"|\b(?:gui|nop|trinh) (?:huyen|xa|tinh|cap tren|len)\b.*$"
)
"""What the file is for says nothing about the file."""

_LEFT = re.compile(rf"\b(?:{_THING}|cai|giup toi|giup tui|qua day|vao day)\b")
_FORMS = {
    "xlsx": re.compile(rf"\b(?:{_EXCEL}|bang tinh)\b"),
    "docx": re.compile(rf"\b(?:{_WORD}|van ban)\b"),
    "csv": re.compile(r"\bcsv\b"),
}
_NAMES = {"xlsx": "Excel", "docx": "Word", "csv": "CSV"}
_GONE = 'Nút đó không dùng được nữa. Đồng chí nhắn lại "xuất excel" giúp tôi.'
_MADE_OF = "Kỳ {title} gộp từ các kỳ ngắn hơn, nên không có tệp riêng. Đồng chí lấy tệp của từng kỳ."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants a file."""
    return pressed(incoming, FILE) or (incoming.kind is Kind.TEXT and asked_after(incoming.text, _ORDER) is not None)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns that the file is being made, or of which form, period or unit it is to be."""
    person = await desk.records.person_at(incoming.address)
    if person is None or not keeps(person):
        refused = remark(incoming, NOT_YOURS.format(office=desk.office))
        ordered = person is not None or incoming.kind is Kind.PRESS or incoming.text.startswith("/")
        return refused if ordered else asked(incoming, desk, incoming.text)
    tree = await desk.records.tree()
    if not tops(person, tree, desk):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    if incoming.kind is Kind.TEXT:
        return await _spoken(incoming, desk, person)
    found = file_of(incoming.token)
    if found is None or not reach(person, tree, desk).covers(found[1].unit):
        return remark(incoming, _GONE)
    return await _made(incoming, desk, person, *found)


async def _spoken(incoming: Incoming, desk: Desk, person: Person) -> Outcome:
    rest = without(asked_after(incoming.text, _ORDER) or "", _FOR)
    form = next((name for name, words in _FORMS.items() if words.search(plain(rest))), "")
    for words in _FORMS.values():
        rest = without(rest, words)
    rest = without(rest, _LEFT)
    wanted = wish(rest, desk.now.date(), await desk.records.periods(), desk.forms)
    found = await meant(incoming, desk, person, wanted, lambda period, unit: View(period, unit).file(form or "?"))
    if isinstance(found, Outcome):
        return found
    return await _made(incoming, desk, person, form, View(found.period.id, found.unit.id))


async def _made(incoming: Incoming, desk: Desk, person: Person, form: str, view: View) -> Outcome:
    period, unit = await period_of(desk, view.period), (await desk.records.tree()).find(view.unit)
    if period is None or unit is None:
        return remark(incoming, _GONE)
    whole, made_of = period
    if made_of != (whole,):
        return remark(incoming, _MADE_OF.format(title=whole.title))
    if form not in _NAMES:
        choices = tuple(Choice(name, view.file(one)) for one, name in _NAMES.items())
        return remark(incoming, f"Đồng chí lấy tệp loại nào, {whole.title}, {unit.name}?", choices)
    told = f"Tôi đang lập tệp {_NAMES[form]}: {whole.title}, {unit.name}. Xong tôi gửi ngay."
    job = job_for(incoming, JobKind.EXPORT, form, whole.id, unit.id)
    audit = Audit(person.id, "report.exported", f"{whole.id}/{unit.id}", desk.now, incoming.address.channel, form)
    return Outcome((Reply(incoming.address, told),), records=(audit,), jobs=(job,))


HANDLER = Handler("exporting", wants, handle)
