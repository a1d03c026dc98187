"""A real browser before a real program: Chromium opens the page that ``run`` serves on this machine."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.ports import free_port
from tests.waiting import PATIENCE

ROOT = Path(__file__).parents[1]
_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in _NAMES if (path := shutil.which(name))), "")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = (360, 740)
_ANSWER = "article.bot"

needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")


@asynccontextmanager
async def program(folder: Path, port: int = 0, **settings: str) -> AsyncIterator[str]:
    """Yields the address of a program that runs with these settings only (none: the demo), its files in ``folder``."""
    port = port or free_port()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DONGDOI_")}
    chosen = {"DONGDOI_WEB_PORT": str(port), **{f"DONGDOI_{name}": value for name, value in settings.items()}}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env={**clean, **chosen, "PYTHONPATH": str(ROOT)}
    )
    try:
        await _listening(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.wait()
    assert process.returncode == 0


async def _listening(port: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Yields a browser without a window."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(_ARGUMENTS))
        try:
            yield browser
        finally:
            await browser.close()


class Visit:
    """One visitor of the page: in the demo a person in every role, each with a window and a chat of its own."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.context = context
        self.url = url
        self.faults: list[str] = []

    async def open(self, role: str = "") -> Page:
        """Opens the page in a role ("": member, leader, officer, admin) and waits for its greeting."""
        page = await self.context.new_page()
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        await page.goto(f"{self.url}/?vai={role}" if role else self.url)
        await page.locator(_ANSWER).first.wait_for()
        return page


@asynccontextmanager
async def visit(
    browser: Browser, url: str, size: tuple[int, int] = PHONE, *, script: bool = True
) -> AsyncIterator[Visit]:
    """Yields a new visitor at a screen of this width and height."""
    width, height = size
    context = await browser.new_context(
        viewport={"width": width, "height": height}, locale="vi-VN", java_script_enabled=script
    )
    try:
        yield Visit(context, url)
    finally:
        await context.close()


async def say(page: Page, words: str) -> str:
    """Types words, sends them, and returns the answer."""
    before = await page.locator(_ANSWER).count()
    await page.fill("#text", words)
    await page.click("#send")
    return await answer(page, before)


async def press(page: Page, label: str) -> str:
    """Presses a choice of the latest question and returns the answer."""
    before = await page.locator(_ANSWER).count()
    await page.locator("form.choices.now button", has_text=label).first.click()
    return await answer(page, before)


async def answer(page: Page, before: int) -> str:
    """Returns the words of the first answer after so many."""
    words = page.locator(f"{_ANSWER} > p").nth(before)
    await words.wait_for()
    return await words.inner_text()


async def faults_of_access(page: Page) -> Sequence[str]:
    """Returns what axe finds wrong, a line each."""
    found = await Axe().run(page)
    return [f"{fault['id']}: {node['html']}" for fault in found.response["violations"] for node in fault["nodes"]]


async def too_wide(page: Page) -> int:
    """Returns by how many pixels the page is wider than its screen."""
    return int(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
