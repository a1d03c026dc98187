"""Draws the README's pictures of the web page anew: python -m docs.page_pictures (needs Chromium, Pillow)."""

import asyncio
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Page

from tests.browser import chromium, press, program, say, visit

HERE = Path(__file__).parent
_COLOURS = 32


async def draw() -> None:
    """Writes the pictures beside this file, of a demo that begins today."""
    with tempfile.TemporaryDirectory() as folder:
        async with program(Path(folder)) as url, chromium() as browser, visit(browser, url) as visitor:
            member = await visitor.open()
            await say(member, "hạn nộp báo cáo 6 tháng của Kế hoạch 121?")
            await _draw(member, "trang-hoi")
            leader = await visitor.open("leader")
            await press(leader, "Báo cáo")
            await say(leader, "2")
            await say(leader, "cận nghèo 3, sinh kế 1, quỹ 3tr5")
            await _draw(leader, "trang-bao-cao")
            officer = await visitor.open("officer")
            await say(officer, "tình hình")
            await _draw(officer, "trang-tinh-hinh")
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
    await page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    asyncio.run(draw())
