"""The token never reaches a log or an error's text."""

import io
import logging
import traceback
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
import structlog

from bot.channels.masking import MASK, Mask, mask_records
from bot.errors import DongDoiError
from bot.messages import File
from bot.ports.delivery import Unclear
from tests.telegram_faults import Fault
from tests.telegram_http import Answer, HttpServer
from tests.telegram_server import TOKEN
from tests.telegram_trial import channel, connected, first, letter, platform
from tests.waiting import HASTE

SECRET = TOKEN.partition(":")[2]


@pytest.fixture
def written() -> Iterator[Callable[[], str]]:
    """Everything that any logger writes at its loudest, with the mask that app.py puts on."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
    root = logging.getLogger()
    before = root.level, logging.getLogRecordFactory()
    mask = Mask([TOKEN])
    mask_records(mask)
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    processors: list[Any] = [structlog.processors.format_exc_info, structlog.processors.LogfmtRenderer(), mask]
    structlog.configure(processors, logger_factory=structlog.PrintLoggerFactory(stream))
    yield stream.getvalue
    structlog.reset_defaults()
    root.removeHandler(handler)
    root.setLevel(before[0])
    logging.setLogRecordFactory(before[1])


async def test_no_fault_of_sending_shows_the_token(written: Callable[[], str]) -> None:
    async with platform() as server, connected(server, read=HASTE) as telegram:
        for fault in [*Fault, None]:
            server.dice.told.append(fault)
            await telegram.send(letter("?"))
            server.dice.told.append(fault)
            await telegram.send(letter("!", file=File("bao-cao.xlsx", b"PK")))
        for answer in ("gateway", "file_gateway"):
            server.files["F1"] = b"x"
            setattr(server, answer, 1)
            assert SECRET not in str(await telegram.fetch("F1"))
        assert SECRET not in str(await telegram.fetch("F2"))
        server.strangers.add("6")
        server.blockers.add("7")
        for chat in (6, 7):
            assert SECRET not in str(await telegram.send(letter("?", chat=chat)))
        server.gateway = 1
        await telegram.send(letter("?"))
        await server.stop()
        assert SECRET not in str(await telegram.send(letter("?")))
        assert SECRET not in str(await telegram.fetch("F1"))
        assert SECRET not in f"{telegram!r} {vars(telegram)!r}"
    assert {"sendMessage", "sendDocument"} <= set(written().replace("`", " ").split()), "the libraries did log"
    assert SECRET not in written()


async def test_an_answer_that_is_not_json_shows_no_token(written: Callable[[], str]) -> None:
    http = HttpServer(lambda request: Answer(200, f"You asked {request.path}".encode()))
    url = await http.start()
    async with platform() as server, connected(server, base_url=url) as telegram:
        assert await telegram.send(letter("?")) == Unclear()
    await http.stop()
    assert "Can not load invalid JSON" in written()
    assert SECRET not in written()


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"base_url": "http://127.0.0.1:1"},
        {"base_url": "http://no.such.host.invalid"},
        {"base_url": "http://[broken"},
        {"proxy": "http://127.0.0.1:1"},
    ],
)
async def test_no_fault_of_opening_and_polling_shows_the_token(
    written: Callable[[], str], options: dict[str, str]
) -> None:
    async with platform(token="7000000001:another") as server:
        telegram = channel(server, token=TOKEN, **options)
        errors = [await _error(telegram.open())]
        if not options:
            errors.append(await _error(first(telegram)))
        assert SECRET not in str(await telegram.send(letter("?")))
        await telegram.close()
    assert SECRET not in "".join(map(_everything, errors))
    assert SECRET not in written()


def test_a_traceback_with_the_token_is_masked(written: Callable[[], str]) -> None:
    try:
        raise OSError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except OSError:
        logging.getLogger("aiohttp").exception("to %s", TOKEN)
        structlog.get_logger().exception("failed", url=f"/bot{TOKEN}/getMe", nested={"a": [TOKEN]})
    assert written().count(MASK) >= 5
    assert SECRET not in written()


def test_a_token_in_an_encoded_address_is_masked_too() -> None:
    assert Mask([TOKEN]).text(f"/bot{TOKEN.replace(':', '%3A')}/getMe") == f"/bot{MASK}/getMe"


def test_values_without_secrets_stay_what_they_are() -> None:
    event = {"seconds": 1.5, "why": "no network", "row": None}
    assert Mask([TOKEN])(None, "info", event) == event


async def _error(doing: Awaitable[object]) -> BaseException | None:
    try:
        await doing
    except DongDoiError as error:
        return error
    return None


def _everything(error: BaseException | None) -> str:
    """Returns all that could be shown of an error: with what hangs on it, suppressed or not."""
    texts = []
    while error is not None:
        texts += [str(error), repr(error), repr(vars(error)), *traceback.format_exception(error)]
        error = error.__cause__ or error.__context__
    return "".join(texts)
