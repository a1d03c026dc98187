"""The page in a real browser: what people see, press and hear read out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Page, expect

from tests.browser import Visit, chromium, faults_of_access, needs_chromium, press, program, say, too_wide, visit
from tests.test_web_leaving import WELL_LEFT, leave
from tests.web_house import Guest

pytestmark = needs_chromium

HELLO = "chào đồng chí"
HELLO_BACK = "Tôi trả lời về các kế hoạch của Hội: hạn nộp báo cáo"


@asynccontextmanager
async def visiting(folder: Path, **wishes: object) -> AsyncIterator[Visit]:
    """Yields a visitor of a fresh demo."""
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(program(folder))
        browser = await stack.enter_async_context(chromium())
        yield await stack.enter_async_context(visit(browser, url, **wishes))


async def words(page: Page, which: str = "article > p") -> list[str]:
    """Returns what stands on the page."""
    return await page.locator(which).all_inner_texts()


async def test_a_question_is_answered_a_choice_pressed_and_the_chat_stays(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visitor:
        page = await visitor.open()
        assert "Đồng chí hỏi kế hoạch nào?" in await say(page, "hạn nộp báo cáo 6 tháng")
        assert "31/5/2024" in await press(page, "Kế hoạch 121/KH-CCB")
        before = await words(page)
        assert [one for one in before if one == "Kế hoạch 121/KH-CCB"]
        await page.reload()
        await page.locator("article.bot").first.wait_for()
        assert await words(page) == before
        assert await faults_of_access(page) == []
        assert visitor.faults == []


async def test_what_is_written_without_a_network_is_sent_once_when_it_is_back(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visitor:
        page = await visitor.open()
        await visitor.context.set_offline(True)
        await page.fill("#text", HELLO)
        await page.keyboard.press("Enter")
        await expect(page.locator("article.waiting .state")).to_have_text("Chưa gửi được. Tôi sẽ gửi lại khi có mạng.")
        assert await faults_of_access(page) == []
        await visitor.context.set_offline(False)
        await expect(page.locator("article.bot").last).to_contain_text(HELLO_BACK, timeout=30_000)
        await expect(page.locator("article.waiting")).to_have_count(0)
        await page.reload()
        said = await words(page)
        assert len([one for one in said if one == HELLO]) == 1
        assert len([one for one in said if HELLO_BACK in one]) == 1


async def test_an_answer_that_was_lost_on_the_way_makes_no_double(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visitor:
        page = await visitor.open()
        lost = asyncio.Event()

        async def lose(route):
            if lost.is_set():
                await route.continue_()
            else:
                await route.fetch()  # the server has it; the telephone never hears so
                await route.abort()
                lost.set()

        await page.route("**/say", lose)
        await page.fill("#text", HELLO)
        await page.click("#send")
        await asyncio.wait_for(lost.wait(), 30)
        await expect(page.locator("article.bot").last).to_contain_text(HELLO_BACK)
        await expect(page.locator("article.waiting, #notice:not(:empty)")).to_have_count(0)
        assert len([one for one in await words(page) if one == HELLO]) == 1
        assert len([one for one in await words(page) if HELLO_BACK in one]) == 1


async def test_what_waits_when_the_page_is_closed_is_sent_when_it_opens_again(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visitor:
        page = await visitor.open()
        await page.evaluate("navigator.serviceWorker.ready")
        await visitor.context.set_offline(True)
        await page.fill("#text", HELLO)
        await page.click("#send")
        await page.locator("article.waiting").wait_for()
        await page.reload()
        await expect(page.locator("article.waiting")).to_contain_text(HELLO)
        await visitor.context.set_offline(False)
        await expect(page.locator("article.bot").last).to_contain_text(HELLO_BACK, timeout=30_000)
        assert len([one for one in await words(page) if one == HELLO]) == 1


@pytest.mark.parametrize("width", [320, 1280])
async def test_it_fits_every_screen_with_the_largest_letters(tmp_path: Path, width: int) -> None:
    async with visiting(tmp_path, size=(width, 640)) as visitor:
        page = await visitor.open("officer")
        await say(page, "tình hình")
        assert await too_wide(page) == 0
        smallest = "[...document.querySelectorAll('body *')].filter((one) => one.innerText && one.offsetParent)"
        sizes = await page.evaluate(f"{smallest}.map((one) => parseFloat(getComputedStyle(one).fontSize))")
        assert min(sizes) >= 18
        for _ in range(4):
            await page.click("#larger")
        assert await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 32
        assert await too_wide(page) == 0
        await page.reload()
        assert await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 32


async def test_everything_is_reached_with_the_keyboard(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visitor:
        page = await visitor.open()
        reached = []
        for _ in range(24):
            await page.keyboard.press("Tab")
            reached.append(await page.evaluate("document.activeElement.innerText || document.activeElement.id"))
        first = reached.index("Đến ô nhắn tin")
        assert reached[first : first + 5] == ["Đến ô nhắn tin", "A−", "A+", "Thoát", "Đóng vai: Hội viên"]
        assert "Chào đồng chí" in reached[first + 5]  # the chat itself: it is scrolled with the keys
        assert reached[first + 9 : first + 12] == ["text", "Ảnh", "Gửi"]


async def test_without_script_one_talks_by_forms(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(program(tmp_path))
        browser = await stack.enter_async_context(chromium())
        visitor = await stack.enter_async_context(visit(browser, url, script=False))
        page = await visitor.context.new_page()
        await page.goto(url)
        await page.click("#begin button")
        latest = page.locator("article").last
        await expect(latest).to_contain_text("Tôi là Đồng Đội")
        await page.fill("#text", "hạn nộp báo cáo 6 tháng")
        await page.click("#send")
        await expect(latest).to_contain_text("Đồng chí hỏi kế hoạch nào?")
        await page.click("form.now button >> nth=0")
        await expect(latest).to_contain_text("31/5/2024")


async def test_a_picture_is_shown_and_handed_in(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visitor:
        page = await visitor.open()
        picture = Path(__file__).parents[1] / "docs" / "tinh-hinh.png"
        await page.set_input_files("#photo", picture)
        await expect(page.locator("article.bot").last).to_contain_text("Tôi chưa xem được ảnh")
        await page.reload()
        shown = page.locator("article.mine img")
        await expect(shown).to_have_count(1)
        assert await shown.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 100
        assert visitor.faults == []


async def test_who_leaves_by_keyboard_is_told_so_and_the_chat_is_gone(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visitor:
        page = await visitor.open()
        await say(page, HELLO)
        await page.locator("#larger").focus()
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("button", name="Thoát khỏi máy này")).to_be_focused()
        await page.keyboard.press("Enter")
        leave = page.locator("form.choices.now button").first
        await expect(leave).to_have_text("Thoát khỏi máy này")
        await leave.focus()
        await page.keyboard.press("Enter")
        await expect(page.locator("#empty")).to_contain_text("Đồng chí đã thoát khỏi máy này.", timeout=30_000)
        assert await words(page) == []
        assert await faults_of_access(page) == []
        assert all("401" in fault for fault in visitor.faults)  # the page asks for news with the cookie that it had


async def test_what_was_not_sent_before_somebody_left_is_not_sent_by_the_next_one(tmp_path: Path) -> None:
    async with visiting(tmp_path) as visitor:
        page = await visitor.open()
        same = Guest(visitor.url, httpx.Cookies({one["name"]: one["value"] for one in await visitor.context.cookies()}))
        await visitor.context.set_offline(True)
        await page.fill("#text", HELLO)
        await page.click("#send")
        await page.locator("article.waiting").wait_for()
        await leave(same)  # in another window of the phone, say
        await visitor.context.set_offline(False)
        await expect(page.locator("#empty")).to_contain_text(WELL_LEFT, timeout=30_000)
        assert await words(page) == []
        assert "31/5/2024" in await say(page, "hạn nộp báo cáo 6 tháng theo kế hoạch 121")
        assert HELLO not in await words(page)
        assert await page.evaluate("localStorage.getItem('queue:')") == "[]"
