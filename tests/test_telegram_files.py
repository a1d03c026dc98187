"""Files on Telegram: uploaded to a local platform that checks the limits, and every outcome as for texts."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.channels.telegram import Telegram
from bot.channels.telegram.writing import DOCUMENT_BYTES, PICTURE_BYTES, UnfitFileError, write
from bot.messages import Choice, File, FileKind
from bot.ports.delivery import Blocked, Failed, Moved, Retry, Unclear, Wait
from tests.telegram_faults import Fault
from tests.telegram_payloads import Upload
from tests.telegram_server import TelegramServer
from tests.telegram_trial import arrived, letter
from tests.waiting import until

TABLE = File("báo cáo 6 tháng.xlsx", bytes(range(256)) * 40 + b"\r\n--\r\n\r\n")
CHART = File("tình-hình.png", b"\x89PNG\r\n\x1a\n", FileKind.PICTURE)
CHOICES = (Choice("Xong", "done"),)


def written(text: str, file: File, choices: tuple[Choice, ...] = ()) -> list[tuple[str, dict[str, Any]]]:
    """Returns the calls of a letter without the chat."""
    calls = write(letter(text, file=file, choices=choices))
    return [(call.method, {name: value for name, value in call.payload.items() if name != "chat_id"}) for call in calls]


class TestWriting:
    def test_a_short_text_is_the_caption_with_the_buttons(self) -> None:
        [(method, payload)] = written("Báo cáo đây ạ.", TABLE, CHOICES)
        assert (method, set(payload)) == ("sendDocument", {"document", "caption", "reply_markup"})
        assert payload["caption"] == "Báo cáo đây ạ."

    @pytest.mark.parametrize(
        ("text", "methods"), [("🎖" * 512, ["sendPhoto"]), ("🎖" * 513, ["sendMessage", "sendPhoto"])]
    )
    def test_a_caption_has_at_most_1024_utf_16_units(self, text: str, methods: list[str]) -> None:
        assert [method for method, _ in written(text, CHART)] == methods

    def test_a_long_text_goes_first_and_the_file_last_with_the_buttons(self) -> None:
        *texts, (method, payload) = written("Mô hình. " * 1000, TABLE, CHOICES)
        assert [text for text, _ in texts] == ["sendMessage"] * 3
        assert all("reply_markup" not in text for _, text in texts)
        assert (method, set(payload)) == ("sendDocument", {"document", "reply_markup"})

    def test_without_words_there_is_only_the_file(self) -> None:
        assert [(method, set(payload)) for method, payload in written("", CHART)] == [("sendPhoto", {"photo"})]

    def test_a_picture_too_large_for_one_goes_as_a_document(self) -> None:
        large = File("a.png", bytes(PICTURE_BYTES + 1), FileKind.PICTURE)
        assert [method for method, _ in written("", large)] == ["sendDocument"]

    @pytest.mark.parametrize("size", [0, DOCUMENT_BYTES + 1])
    def test_what_telegram_would_refuse_is_refused_here(self, size: int) -> None:
        with pytest.raises(UnfitFileError):
            written("", File("a.xlsx", bytes(size)))

    def test_no_name_breaks_the_form(self) -> None:
        [(_, payload)] = written("", File('a"b\r\nc/d\\e.xlsx', b"x"))
        assert payload["document"].filename == "a-b-c-d-e.xlsx"


class TestSending:
    async def test_a_document_arrives_byte_by_byte_with_its_name_and_words(
        self, server: TelegramServer, telegram: Telegram
    ) -> None:
        assert arrived(await telegram.send(letter("Báo cáo của xã.", file=TABLE, choices=CHOICES)))
        [message] = server.delivered
        assert message.text == message.payload["caption"] == "Báo cáo của xã."
        assert message.payload["document"] == Upload(TABLE.name, TABLE.content)
        assert "done" in message.payload["reply_markup"]

    async def test_a_picture_arrives_as_a_picture(self, server: TelegramServer, telegram: Telegram) -> None:
        assert arrived(await telegram.send(letter("", file=CHART)))
        assert server.delivered[0].payload["photo"] == Upload(CHART.name, CHART.content)

    async def test_a_file_of_many_megabytes_arrives(self, server: TelegramServer, telegram: Telegram) -> None:
        picture = File("a.png", b"7" * PICTURE_BYTES, FileKind.PICTURE)
        assert arrived(await telegram.send(letter("", file=picture)))
        assert server.delivered[0].payload["photo"].content == picture.content

    @pytest.mark.parametrize(
        ("limit", "file", "text"),
        [
            ("PICTURE_BYTES", File("a.png", bytes(PICTURE_BYTES + 1), FileKind.PICTURE), ""),
            ("DOCUMENT_BYTES", File("a.xlsx", bytes(DOCUMENT_BYTES + 1)), ""),
            ("CAPTION_UNITS", CHART, "ờ" * 1025),
        ],
    )
    async def test_beyond_a_limit_the_platform_refuses_for_good(
        self,
        server: TelegramServer,
        telegram: Telegram,
        monkeypatch: pytest.MonkeyPatch,
        limit: str,
        file: File,
        text: str,
    ) -> None:
        monkeypatch.setattr(f"bot.channels.telegram.writing.{limit}", 1 << 30)
        assert isinstance(await telegram.send(letter(text, file=file)), Failed)
        assert server.delivered == []

    async def test_what_does_not_fit_is_not_even_sent(self, server: TelegramServer, telegram: Telegram) -> None:
        outcome = await telegram.send(letter("Đây ạ.", file=File("a.xlsx", bytes(DOCUMENT_BYTES + 1))))
        assert outcome == Failed(
            f"The file a.xlsx has {DOCUMENT_BYTES + 1} bytes, Telegram takes 1 to {DOCUMENT_BYTES}."
        )
        assert server.sends == 0

    @pytest.mark.parametrize(
        ("fault", "outcome", "delivered"),
        [
            (Fault.FLOOD, Wait, 0),
            (Fault.FLOOD_ZERO, Wait, 0),
            (Fault.GATEWAY, Retry, 0),
            (Fault.DROP_BEFORE, Unclear, 0),
            (Fault.DROP_AFTER, Unclear, 1),
            (Fault.STALL_AFTER, Unclear, 1),
        ],
    )
    async def test_faults_mean_what_they_mean_for_a_text(
        self, server: TelegramServer, hasty: Telegram, fault: Fault, outcome: type, delivered: int
    ) -> None:
        server.dice.told.append(fault)
        assert isinstance(await hasty.send(letter("Đây ạ.", file=TABLE)), outcome)
        await until(lambda: len(server.delivered) == delivered)

    async def test_who_blocked_the_bot_or_moved_is_known_from_a_file_too(
        self, server: TelegramServer, telegram: Telegram
    ) -> None:
        server.blockers.add("6")
        server.moved["-7"] = -1007
        assert await telegram.send(letter("", chat=6, file=TABLE)) == Blocked("Forbidden: bot was blocked by the user")
        assert await telegram.send(letter("", chat=-7, file=TABLE)) == Moved("-1007")

    async def test_words_that_have_arrived_are_not_said_again_with_the_file(
        self, server: TelegramServer, telegram: Telegram
    ) -> None:
        long = letter("Mô hình. " * 200, file=TABLE)
        server.dice.told.extend([None, Fault.GATEWAY])
        assert isinstance(await telegram.send(long), Retry)
        assert arrived(await telegram.send(long))
        assert [("document" in message.payload) for message in server.delivered] == [False, True]


class TestNames:
    """A file that the platform holds already goes by its name there."""

    async def test_only_the_first_letter_uploads_the_file_of_a_broadcast(
        self, server: TelegramServer, telegram: Telegram
    ) -> None:
        held = [letter(f"Tin {chat}", chat=chat, file=replace(CHART, id="f1")) for chat in range(1, 21)]
        assert all(arrived(one) for one in await asyncio.gather(*map(telegram.send, held)))
        uploads = [isinstance(message.payload["photo"], Upload) for message in server.delivered]
        assert (uploads.count(True), uploads.count(False)) == (1, 19)
        assert {message.payload["caption"] for message in server.delivered} == {one.text for one in held}

    async def test_each_file_has_its_own_name(self, server: TelegramServer, telegram: Telegram) -> None:
        for file in (
            replace(CHART, id="f1"),
            replace(TABLE, id="f2"),
            replace(CHART, id="f1"),
            replace(TABLE, id="f2"),
        ):
            assert arrived(await telegram.send(letter("", file=file)))
        sent = [message.payload.get("photo") or message.payload["document"] for message in server.delivered]
        assert [type(one) for one in sent] == [Upload, Upload, str, str]
        assert sent[2] != sent[3]

    async def test_a_file_that_is_not_kept_is_uploaded_each_time(
        self, server: TelegramServer, telegram: Telegram
    ) -> None:
        for _ in range(2):
            await telegram.send(letter("", file=CHART))
        assert [type(message.payload["photo"]) for message in server.delivered] == [Upload, Upload]

    async def test_a_name_that_the_platform_refuses_is_forgotten_and_the_file_uploaded_anew(
        self, server: TelegramServer, telegram: Telegram
    ) -> None:
        file = replace(CHART, id="f1")
        await telegram.send(letter("", file=file))
        server.held["photo"].clear()
        for _ in range(2):
            assert arrived(await telegram.send(letter("", file=file)))
        assert [type(message.payload["photo"]) for message in server.delivered] == [Upload, Upload, str]

    async def test_who_cannot_be_reached_uploads_nothing_twice(
        self, server: TelegramServer, telegram: Telegram
    ) -> None:
        file = replace(CHART, id="f1")
        await telegram.send(letter("", file=file))
        server.blockers.add("6")
        server.strangers.add("7")
        sends = server.sends
        assert isinstance(await telegram.send(letter("", chat=6, file=file)), Blocked)
        assert isinstance(await telegram.send(letter("", chat=7, file=file)), Failed)
        assert server.sends == sends + 2

    async def test_a_failed_upload_lets_the_next_one_try(self, server: TelegramServer, telegram: Telegram) -> None:
        file = replace(CHART, id="f1")
        server.dice.told.append(Fault.GATEWAY)
        first, second = await asyncio.gather(*(telegram.send(letter("", chat=chat, file=file)) for chat in (1, 2)))
        assert isinstance(first, Retry)
        assert arrived(second)
