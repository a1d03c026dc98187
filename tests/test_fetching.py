"""The job that fetches what was sent makes a file of it, or says why it cannot be had."""

import pytest

from bot.errors import UnfetchedError
from bot.job_ports import JobResult
from bot.messages import Address, File, FileKind
from bot.model.job import Job, JobKind
from bot.ports.delivery import Retry
from bot.ports.fetched import Fetched, Gone, TooLarge
from bot.work.fetching import Fetching
from tests.empty_house import EmptyHouse
from tests.storehouse import at, chat


async def made(outcome: Fetched, kind: str = "photo", name: str = "") -> JobResult:
    """Returns what the job makes of what comes of fetching."""

    async def fetch(address: Address, file: str) -> Fetched:
        assert (address, file) == (chat("an"), "F1")
        return outcome

    job = Job("tbf:1", JobKind.FETCH, chat("an"), at(), ("1", kind, "F1", name))
    return await Fetching(fetch)(job, EmptyHouse())


@pytest.mark.parametrize(
    ("kind", "name", "platform", "made_of_it"),
    [
        ("photo", "", "file_1.jpg", File("file_1.jpg", b"x", FileKind.PICTURE)),
        ("photo", "", "", File("anh.jpg", b"x", FileKind.PICTURE)),
        ("file", "giấy mời.docx", "file_2.docx", File("giấy mời.docx", b"x")),
        ("file", "", "", File("tep", b"x")),
    ],
)
async def test_a_file_has_its_sender_s_name_before_the_platform_s(
    kind: str, name: str, platform: str, made_of_it: File
) -> None:
    assert await made(File(platform, b"x"), kind, name) == JobResult(file=made_of_it)


@pytest.mark.parametrize(
    ("outcome", "told"), [(Gone(), "không lấy được ảnh"), (TooLarge(), "đến 20 MB"), (File("a", b""), "trống")]
)
async def test_what_cannot_be_had_is_told_and_not_tried_again(outcome: Fetched, told: str) -> None:
    result = await made(outcome)
    assert told in result.text
    assert result.file is None


async def test_a_fault_of_the_network_is_tried_again() -> None:
    with pytest.raises(UnfetchedError):
        await made(Retry("no connection"))
