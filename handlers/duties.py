"""What somebody with a role can do here, as they are told when they come and when they ask for help."""

from bot.desk import Desk
from bot.messages import Choice
from bot.model.periods import taking
from bot.model.person import Person
from bot.model.role import RoleKind
from handlers.looked_after import keeps
from handlers.moments import standing_of

REPORT = Choice("Báo cáo", "baocao:")
"""The button that begins a report."""

STANDING = Choice("Tình hình", "tinhhinh:")
"""The button that shows who has reported."""

_LEADER = 'Nhắn "báo cáo" để nhập số, "báo cáo của tôi" để xem số đã gửi.'
_OFFICER = """Xem và nhận báo cáo đã gửi: nhắn "duyệt".
Xem ai đã nộp, ai chưa: nhắn "tình hình". Cần gọi ai: nhắn "gọi ai".
Số cộng: nhắn "tổng hợp". Lấy tệp: nhắn "xuất excel", "xuất word"."""
_HELPER = 'Chi hội nào gọi điện báo số: nhắn "nhập hộ" và tên chi hội.'
_KEEPER = """Thêm, đổi chi hội trưởng: nhắn "mời chi hội trưởng mới" và tên chi hội.
Cho thôi vai trò: nhắn "thu hồi vai trò" và tên đơn vị."""
_ADMIN = """Thêm cán bộ: nhắn "mời cán bộ" và tên đơn vị, ví dụ "mời cán bộ xã Vân Trà".
Gửi tin cho nhiều người, kèm ảnh, tệp được: nhắn "gửi thông báo"."""


async def duties(desk: Desk, person: Person) -> str:
    """Returns what somebody can do, and until when: a few lines."""
    lines = [await due_next(desk, person)] if person.has(RoleKind.LEADER) else []
    if person.has(RoleKind.LEADER):
        lines.append(_LEADER)
    if keeps(person):
        lines.append(_OFFICER)
    if person.has(RoleKind.OFFICER):
        lines.append(_HELPER)
    if keeps(person):
        lines.append(_KEEPER)
    if person.has(RoleKind.ADMIN):
        lines.append(_ADMIN)
    return "\n".join(lines)


def offers(person: Person) -> tuple[Choice, ...]:
    """Returns the choices that somebody is offered first."""
    return (REPORT,) * person.has(RoleKind.LEADER) + (STANDING,) * keeps(person)


async def due_next(desk: Desk, person: Person) -> str:
    """Returns what a leader has to hand in next, and until when."""
    tree, today = await desk.records.tree(), desk.now.date()
    units = [unit for name in person.units(RoleKind.LEADER) if (unit := tree.heir(name, today)) is not None]
    for period in sorted(taking(await desk.records.periods()), key=lambda one: one.deadline):
        wanted = set(await desk.records.expected(period.id))
        days = [period.last_day(unit.level) for unit in units if unit.id in wanted]
        if days:
            late = " Nay vẫn nhận." if min(days) < today else ""
            return f"Báo cáo {period.title}: hạn {standing_of(min(days), today)}.{late}"
    return "Hiện chưa có kỳ báo cáo nào đang mở. Khi mở, tôi báo đồng chí."
