"""Draws the README's pictures of the web page anew: python -m docs.page_pictures (needs Chromium, Pillow)."""

import asyncio
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Page

from tests.browser import chromium, press, program, say, visit

HERE = Path(__file__).parent
_COLOURS = 32
_APP = (360, 780)
"""The screen of a small phone on which the page was installed."""


async def draw() -> None:
    """Writes the pictures beside this file, of a demo that begins today."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            program(Path(folder), QUIET_HOURS="0:00-0:00") as url,
            chromium() as browser,
            visit(browser, url, _APP) as visitor,
        ):
            member = await visitor.open()
            await say(member, "hạn nộp báo cáo 6 tháng của Kế hoạch 121?")
            await _draw(member, "trang-hoi")
            leader = await visitor.open("leader")
            await press(leader, "Báo cáo")
            await say(leader, "2")
            await say(leader, "cận nghèo 3, sinh kế 1, quỹ 35tr")
            await _draw(leader, "trang-bao-cao")
            await say(leader, "nhà tạm 1, đường hoa 500m, ra quân 6, rác 35, an ninh 1, hoà giải 0, truyền thống 2")
            await say(leader, "tuyên truyền 4")
            await press(leader, "Bỏ qua")
            await press(leader, "Bỏ qua")
            await press(leader, "Gửi")
            officer = await visitor.open("officer")
            await say(officer, "duyệt")
            await _draw(officer, "trang-duyet")
            await say(officer, "trả lại 4 vì ghi thừa một số 0")
            await leader.get_by_role("button", name="Sửa ngay").wait_for()
            await _draw(leader, "trang-tra-lai")
            office = await visitor.open("admin")
            await say(office, "gửi cho chi hội trưởng xã Vân Trà ngay, có nút đã nhận: Họp giao ban *8 giờ sáng mai*.")
            await office.get_by_text("như người nhận sẽ thấy").wait_for()
            await press(office, "Gửi")
            await leader.get_by_role("button", name="Đã nhận").wait_for()
            await press(leader, "Đã nhận")
            await _draw(leader, "trang-da-nhan")
            await office.get_by_text("Thông báo số 1 đã xong").wait_for()
            await say(office, "thông báo 1")
            await _draw(office, "trang-thong-bao")
            for _ in range(4):
                await leader.click("#larger")
            await _draw(leader, "trang-chu-to")
            await visitor.context.set_offline(True)
            await member.fill("#text", "còn cả năm thì sao?")
            await member.click("#send")
            await member.locator("article.waiting").wait_for()
            await _draw(member, "trang-mat-mang")


async def _draw(page: Page, name: str) -> None:
    path = HERE / f"{name}.png"
    await page.bring_to_front()
    await page.mouse.move(0, 0)
    await page.evaluate("document.activeElement.blur()")
    await page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    asyncio.run(draw())
