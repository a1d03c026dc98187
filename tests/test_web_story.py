"""A whole report and a broadcast in a real browser: what a newcomer does with the page in five minutes."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from tests.browser import Visit, chromium, faults_of_access, needs_chromium, program, too_wide, visit

pytestmark = needs_chromium

PATIENCE = 120_000  # milliseconds that an answer may take on a busy machine
ANY_HOUR = "0:00-0:00"  # broadcasts go out whenever this is run
FIGURES = "sinh kế 1, quỹ 35tr, nhà tạm 1, đường hoa 500m, ra quân 6, phân loại rác 35, an ninh 1"
RECEIPT = re.compile(r"Biên nhận (BC-\d{4}-\w+-\d{4})")
MEETING = "gửi cho chi hội trưởng xã Vân Trà ngay, có nút đã nhận: Mời họp giao ban *8 giờ sáng mai*."


@asynccontextmanager
async def visitors(folder: Path) -> AsyncIterator[tuple[Visit, Visit]]:
    """Yields two telephones before one fresh demo."""
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(program(folder, QUIET_HOURS=ANY_HOUR))
        browser = await stack.enter_async_context(chromium())
        first = await stack.enter_async_context(visit(browser, url))
        yield first, await stack.enter_async_context(visit(browser, url))


async def plays(visitor: Visit, role: str) -> Page:
    """Opens the page as a newcomer does, and takes a role in its corner."""
    page = await visitor.open()
    page.set_default_timeout(PATIENCE)
    await page.get_by_text("Đóng vai: Hội viên").click()
    await page.get_by_role("navigation", name="Đóng vai thử").get_by_role("link", name=role).click()
    await expect(page.get_by_text(f"Đóng vai: {role}")).to_be_visible(timeout=PATIENCE)
    await shows(page, "Chào đồng chí")
    return page


def chat(page: Page) -> Locator:
    """Returns what was said."""
    return page.get_by_role("log", name="Cuộc trò chuyện")


def latest(page: Page) -> Locator:
    """Returns the last message."""
    return chat(page).get_by_role("article").last


async def shows(page: Page, *words: str | re.Pattern[str]) -> None:
    """Waits until all these words stand in the last message."""
    for part in words:
        await expect(latest(page)).to_contain_text(part, timeout=PATIENCE)


async def writes(page: Page, words: str, *answer: str | re.Pattern[str]) -> None:
    """Types words, sends them, and waits for the answer."""
    await page.get_by_role("textbox", name="Tin nhắn của đồng chí").fill(words)
    await page.get_by_role("contentinfo").get_by_role("button", name="Gửi", exact=True).click()
    await shows(page, *answer)


async def presses(page: Page, label: str, *answer: str | re.Pattern[str]) -> None:
    """Presses a choice of the last message, and waits for the answer."""
    await latest(page).get_by_role("button", name=label, exact=True).click()
    await shows(page, *answer)


async def is_fit_to_read(page: Page) -> None:
    """Asserts what everybody needs: nothing that axe finds, nothing beside the screen."""
    assert await faults_of_access(page) == []
    assert await too_wide(page) == 0


async def bright(page: Page) -> list[str]:
    """Returns the choices that stand out."""
    return await page.locator("form.choices.now button").all_inner_texts()


async def test_a_report_is_handed_in_returned_put_right_and_accepted(tmp_path: Path) -> None:
    async with visitors(tmp_path) as (visitor, _):
        leader = await plays(visitor, "Chi hội trưởng")
        await leader.evaluate("window.opened = 'once'")
        await presses(leader, "Báo cáo", "(1/14)", "hộ cựu chiến binh nghèo?")
        await is_fit_to_read(leader)
        await presses(leader, "Như kỳ trước", "(2/14)", "Đã ghi Hộ CCB nghèo: 0 hộ, như kỳ trước.")
        await writes(leader, "3 hộ", "(3/14)", "Đã ghi Hộ cận nghèo: 3 hộ.")
        await writes(leader, FIGURES, "(10/14)", "Đã ghi 7 số", "35.000.000 đồng", "500 m = 0,5 km")
        await writes(leader, "khong co", "(11/14)", "Đã ghi Hoà giải: 0 vụ.")
        await writes(leader, "2 buổi", "(12/14)")
        await writes(leader, "4", "(13/14)")
        await presses(leader, "Bỏ qua", "(14/14)")
        await writes(leader, "Xin thêm cây giống", "4. Quỹ Vì người nghèo: 35.000.000 đồng")
        await presses(leader, "Gửi", "Đã nhận báo cáo của Chi hội", RECEIPT)

        officer = await plays(visitor, "Cán bộ xã")
        await writes(officer, "duyệt", "Nguyễn Văn Minh gửi", RECEIPT)
        await shows(officer, "4. Quỹ Vì người nghèo: 35.000.000 đồng, khác xa năm", "3. Trao sinh kế: 1 hộ")
        await is_fit_to_read(officer)
        await writes(officer, "trả lại 4 vì ghi thừa một số 0", "Đã báo Nguyễn Văn Minh.")
        assert await bright(officer) == []  # no report waits for "Nhận" any more
        await officer.reload()
        assert await bright(officer) == []

        await shows(leader, "được trả lại để sửa", "Quỹ Vì người nghèo: ghi thừa một số 0", "đồng chí Trần Văn Quang")
        await presses(leader, "Sửa ngay", "(4/14)", "Đang ghi: 35.000.000 đồng.")
        await writes(leader, "3tr5", "Đã sửa Quỹ Vì người nghèo: 35.000.000 đồng thành 3.500.000 đồng.")
        await presses(leader, "Gửi bản sửa", "Đã nhận báo cáo (bản sửa lần 1)", RECEIPT)

        await with_the_keyboard_alone(officer)
        await writes(officer, "tình hình", "1/8 chi hội đã nộp", "thôn Trung Đông")
        await is_fit_to_read(officer)
        await shows(leader, "Đồng chí Trần Văn Quang (Hội CCB xã Vân Trà) đã nhận báo cáo")
        await writes(leader, "báo cáo của tôi", "đã nhận", "4. Quỹ Vì người nghèo: 3.500.000 đồng", RECEIPT)
        assert len({*RECEIPT.findall(await chat(leader).inner_text())}) == 1
        assert await leader.evaluate("window.opened") == "once"  # all of it came by itself
        assert visitor.faults == []


async def with_the_keyboard_alone(officer: Page) -> None:
    """The officer looks at what was put right and accepts it without a mouse."""
    await officer.get_by_role("textbox").focus()
    await officer.keyboard.type("duyệt")
    await officer.keyboard.press("Enter")
    await shows(officer, "Nay đổi:", "35.000.000 đồng thành 3.500.000 đồng")
    await expect(officer.get_by_role("textbox")).to_be_focused()
    for label in ("Trả lại", "Nhận"):
        await officer.keyboard.press("Shift+Tab")
        await expect(latest(officer).get_by_role("button", name=label, exact=True)).to_be_focused()
    await officer.keyboard.press("Enter")
    await shows(officer, "Đã nhận báo cáo của Chi hội", "Không còn báo cáo nào chờ duyệt.")


async def test_a_broadcast_is_read_at_once_and_its_acknowledgement_is_seen(tmp_path: Path) -> None:
    async with visitors(tmp_path) as (visitor, other):
        leader = await plays(visitor, "Chi hội trưởng")
        await shows(leader, "chi hội trưởng thôn Thượng Quý")
        await leader.evaluate("window.opened = 'once'")
        office = await plays(other, "Văn phòng")
        await writes(office, MEETING, "như người nhận sẽ thấy", "Nguyễn Văn Minh", "Khi nào: gửi ngay.")
        await is_fit_to_read(office)
        people = int(re.findall(r"Số người: (\d+)", await latest(office).inner_text())[0])
        await presses(office, "Gửi")
        progress = chat(office).get_by_text(re.compile(r"^Thông báo số 1:"))  # one message, written anew
        await expect(progress).to_contain_text(f"đã xong {people}/{people} người (100 %)", timeout=PATIENCE)
        await shows(office, f"Thông báo số 1 đã xong, {people} người.", f"Đã gửi: {people}")
        await writes(office, "thông báo 1", f"Đã báo nhận: 0/{people}")

        await shows(leader, "Mời họp giao ban 8 giờ sáng mai.")
        await expect(latest(leader).get_by_role("strong")).to_have_text("8 giờ sáng mai")
        await presses(leader, "Đã nhận", "Tôi đã ghi: đồng chí đã nhận thông báo.")

        await writes(office, "đã có bao nhiêu người nhận thông báo 1?", f"Đã báo nhận: 1/{people}")
        await presses(office, "Ai chưa nhận", f"{people - 1}/{people} người chưa báo nhận.", "Nguyễn Văn Ba")
        await expect(latest(office)).not_to_contain_text("thôn Thượng Quý")
        assert await leader.evaluate("window.opened") == "once"
        assert (visitor.faults, other.faults) == ([], [])
