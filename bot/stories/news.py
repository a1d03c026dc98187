"""What changed in the house between two moments, in short lines. Pure."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from bot.messages import Address
from bot.model.account import Account
from bot.model.figure import Figure, Given
from bot.model.period import Period
from bot.model.review import Review
from bot.model.role import RoleKind
from bot.model.submission import Submission, SubmissionState
from bot.store.house import House
from bot.stories.lines import ZONE

_KINDS = {RoleKind.LEADER: "chi hội trưởng", RoleKind.OFFICER: "cán bộ", RoleKind.ADMIN: "quản trị"}
_STATES = {
    SubmissionState.SUBMITTED: "mở lại",
    SubmissionState.RETURNED: "trả lại",
    SubmissionState.ACCEPTED: "đã nhận",
    SubmissionState.WITHDRAWN: "đã rút",
}
_TOLD = ("person.", "role.", "invite.", "period.", "report.")
"""The audit entries that say again what another line has told already."""


def news(before: House, now: House) -> list[str]:
    """Returns what is new or changed, noun by noun."""
    names = {person.id: person.name for house in (before, now) for person in house.people}
    return [
        *_people(before, now),
        *_accounts(before, now, names),
        *_roles(before, now, names),
        *_invites(before, now, names),
        *_periods(before, now),
        *_submissions(before, now, names),
        *(_review(one, names) for one in now.reviews[len(before.reviews) :]),
        *_audit(before, now),
    ]


def _people(before: House, now: House) -> Iterator[str]:
    old, new = ({person.id: person.name for person in house.people} for house in (before, now))
    yield from (f"người mới: {name}" for one, name in new.items() if one not in old)
    yield from (f"đổi tên: {old[one]} thành {name}" for one, name in new.items() if old.get(one, name) != name)
    phones, phones_now = ({person.id: person.phone for person in house.people} for house in (before, now))
    for one, phone in phones_now.items():
        if phone != phones.get(one, ""):
            yield f"số điện thoại: {new[one]} {'cho giữ' if phone else 'thôi cho giữ'}"
    yield from (f"đã xoá người: {name}" for one, name in old.items() if one not in new)


def _accounts(before: House, now: House, names: Mapping[str, str]) -> Iterator[str]:
    """Somebody's first chat is no news beside the person, and their last ones go with them."""
    old, new = ({one.address: one for one in house.accounts} for house in (before, now))
    known = {person.id for person in before.people} & {person.id for person in now.people}
    yield from (f"kênh: {names[one.person]} thêm {at.channel}" for at, one in new.items() if _mine(one, at, old, known))
    yield from (f"kênh: {names[one.person]} bỏ {at.channel}" for at, one in old.items() if _mine(one, at, new, known))
    was = {person.id: person.address for person in before.people}
    for person in now.people:
        if person.id in known and person.address != was[person.id]:
            yield f"kênh: tin của {person.name} gửi về {person.address.channel}"


def _mine(one: Account, at: Address, others: Mapping[Address, Account], known: Collection[str]) -> bool:
    """Returns whether a chat is a known person's here, and was or is not there."""
    return one.person in known and (at not in others or others[at].person != one.person)


def _roles(before: House, now: House, names: Mapping[str, str]) -> Iterator[str]:
    for role in now.roles:
        if role not in before.roles:
            verb = "là" if role.end is None else "thôi"
            yield f"vai trò: {names.get(role.person, role.person)} {verb} {_role(role.kind, role.unit)}"


def _invites(before: House, now: House, names: Mapping[str, str]) -> Iterator[str]:
    for invite in now.invites:
        if invite in before.invites:
            continue
        what = f"lời mời: {_role(invite.kind, invite.unit)}"
        if not invite.used and invite.hash in {one.hash for one in before.invites}:
            yield f"{what}, mã cũ thôi"
        elif invite.used:
            yield f"{what}, {names.get(invite.by, invite.by)} đã dùng"
        else:
            yield f"{what}, đến {invite.last_day(ZONE)}"


def _role(kind: RoleKind, unit: str) -> str:
    return f"{_KINDS[kind]} {unit}".strip()


def _periods(before: House, now: House) -> Iterator[str]:
    old = {period.id: period for period in before.periods}
    for period in now.periods:
        yield from _period(old.get(period.id), period)


def _period(old: Period | None, new: Period) -> Iterator[str]:
    if old is None:
        yield f"kỳ {new.id}: mở, hạn {new.deadline}"
    elif (old.deadline, old.levels) != (new.deadline, new.levels):
        levels = "".join(f", {one.level} {one.day}" for one in new.levels)
        yield f"kỳ {new.id}: hạn mới {new.deadline}{levels}"
    was_closed = old is not None and old.closed is not None
    if new.closed is not None and not was_closed:
        yield f"kỳ {new.id}: đóng"
    elif new.closed is None and was_closed:
        yield f"kỳ {new.id}: mở lại"


def _submissions(before: House, now: House, names: Mapping[str, str]) -> Iterator[str]:
    old = {(one.key, one.number): one for one in before.submissions}
    for one in now.submissions:
        was = old.get((one.key, one.number))
        head = f"{one.key.form} v{one.number} {one.key.unit}"
        if was is None:
            yield f"{head}: {'; '.join(_report(one, names))}"
        elif was.state is not one.state and one.state is SubmissionState.WITHDRAWN:
            yield f"{head}: {_STATES[one.state]}"


def _report(one: Submission, names: Mapping[str, str]) -> Iterator[str]:
    yield ", ".join(_figure(figure) for figure in one.figures if figure.given is not Given.SKIPPED)
    if one.late:
        yield "nộp muộn"
    if one.helper:
        yield f"{names.get(one.helper, one.helper)} nhập thay"
    if one.reason:
        yield f'lý do: "{one.reason}"'
    if one.state is not SubmissionState.SUBMITTED:
        yield _STATES[one.state]


def _review(one: Review, names: Mapping[str, str]) -> str:
    """What an officer decided says the version's new state, too."""
    said = [f"{names.get(one.by, one.by)} {_STATES[one.state]}"]
    said += [f"mục {one.field}"] if one.field else []
    said += [f'lý do: "{one.note}"'] if one.note else []
    return f"{one.key.form} v{one.number} {one.key.unit}: {'; '.join(said)}"


def _figure(figure: Figure) -> str:
    if figure.given is Given.LATER:
        return f"{figure.field}: chưa biết"
    match figure.value:
        case bool():
            shown = "có" if figure.value else "không"
        case Decimal():
            shown = format(figure.value, "f")
        case str():
            shown = f'"{figure.value}"'
        case _:
            shown = str(figure.value)
    return f"{figure.field} {'≈' if figure.estimate else '='} {shown}"


def _audit(before: House, now: House) -> Iterator[str]:
    for entry in now.audit[len(before.audit) :]:
        if not entry.what.startswith(_TOLD):
            yield f"nhật ký: {' '.join(filter(None, (entry.what, entry.about, entry.note)))}"
