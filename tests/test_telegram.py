"""Telegram against a local platform that speaks the Bot API."""

import asyncio

import pytest

from bot.channels.telegram import Telegram
from bot.errors import SettingError, WrongTokenError
from bot.messages import Address, Choice, Incoming, Kind
from bot.ports.delivery import Blocked, Failed, Moved, Sent, Unclear, Wait
from tests.telegram_faults import Fault, Limits
from tests.telegram_http import Answer, HttpServer
from tests.telegram_server import TelegramServer
from tests.telegram_trial import HastyClock, arrived, channel, connected, first, letter
from tests.waiting import until

# Polling.


async def test_a_list_is_confirmed_only_when_the_consumer_comes_back(
    server: TelegramServer, telegram: Telegram
) -> None:
    server.say(5, "một")
    polling = telegram.poll()
    before = await anext(polling)
    assert await first(telegram) == list(before), "nothing was committed: it comes again"
    server.say(5, "hai")
    (second,) = await anext(polling)
    assert "hai" in second.raw
    assert len(server.pending) == 1, "the first is confirmed, the second is not"


async def test_polling_asks_for_the_kinds_that_are_understood(server: TelegramServer, telegram: Telegram) -> None:
    server.say(5, "một")
    await first(telegram)
    server.push(channel_post={"message_id": 1})
    server.push(my_chat_member={"chat": {}})
    assert [set(update) - {"update_id"} for update in server.pending] == [{"message"}, {"my_chat_member"}]


async def test_a_second_poller_makes_the_first_wait_and_go_on(server: TelegramServer) -> None:
    clock = HastyClock()
    async with connected(server, clock=clock) as ours, connected(server) as other:
        waiting = asyncio.create_task(first(ours))
        await _called(server, "getUpdates")
        stranger = asyncio.create_task(first(other))
        await until(lambda: bool(clock.waited))
        stranger.cancel()
        server.say(5, "còn đó không?")
        assert len(await waiting) == 1


async def test_pauses_grow_while_the_platform_is_down(server: TelegramServer) -> None:
    clock = HastyClock()
    async with connected(server, clock=clock) as telegram:
        server.gateway = 10
        server.say(5, "xin chào")
        assert len(await first(telegram)) == 1
    assert len(clock.waited) == 10
    assert clock.waited[0] < 1 < clock.waited[3] < 10 < clock.waited[9] <= 75


async def test_a_webhook_of_old_is_deleted_and_nothing_is_dropped(server: TelegramServer) -> None:
    server.say(5, "trong lúc nghỉ")
    server.webhook = {"url": "https://old.example/hook"}
    async with connected(server) as telegram:
        assert len(await first(telegram)) == 1


async def test_polling_ends_when_the_token_is_revoked(server: TelegramServer, telegram: Telegram) -> None:
    server.token = "7000000001:new"
    with pytest.raises(WrongTokenError):
        await first(telegram)


@pytest.mark.parametrize("body", [b"{}", b'{"result": 7}', b'{"result": [7]}', b'{"result": [{}]}', b"<html>"])
async def test_nonsense_with_status_200_is_neither_a_message_nor_an_update(server: TelegramServer, body: bytes) -> None:
    clock = HastyClock()
    nonsense = HttpServer(lambda request: Answer(200, body))
    telegram = channel(server, base_url=await nonsense.start(), clock=clock)
    await telegram.open()
    assert await telegram.send(letter("?")) == Unclear()
    polling = asyncio.create_task(first(telegram))
    while len(clock.waited) < 3:  # noqa: ASYNC110
        await asyncio.sleep(0.001)
    assert not polling.done()
    polling.cancel()
    await telegram.close()
    await nonsense.stop()


# Opening.


async def test_a_wrong_token_is_one_clear_line(server: TelegramServer) -> None:
    wrong = channel(server, token="7000000001:wrong")
    with pytest.raises(WrongTokenError) as caught:
        await wrong.open()
    await wrong.close()
    assert str(caught.value) == "The platform telegram refuses the token: check DONGDOI_TELEGRAM_TOKEN."


async def test_the_commands_are_registered(server: TelegramServer) -> None:
    async with connected(server, commands={"hoi": "Hỏi về kế hoạch", "han": "Các hạn sắp tới"}):
        assert server.commands == [
            {"command": "hoi", "description": "Hỏi về kế hoạch"},
            {"command": "han", "description": "Các hạn sắp tới"},
        ]


async def test_without_a_network_it_opens_and_settles_later(server: TelegramServer) -> None:
    server.gateway = 3
    async with connected(server, commands={"hoi": "Hỏi"}):
        await _called(server, "setMyCommands")


@pytest.mark.parametrize("options", [{"proxy": "socks5://localhost:1"}, {"base_url": "api.telegram.org"}])
async def test_a_wrong_setting_is_refused_at_once(server: TelegramServer, options: dict[str, str]) -> None:
    with pytest.raises(SettingError):
        channel(server, **options)


# Sending.


async def test_a_letter_arrives_with_its_buttons(server: TelegramServer, telegram: Telegram) -> None:
    outcome = await telegram.send(letter("Chọn đi bác", choices=(Choice("Gửi", "t1"),)))
    (message,) = server.delivered
    assert outcome == Sent(str(message.message_id))
    assert (message.chat, message.text) == ("5", "Chọn đi bác")
    assert message.payload["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "t1"


async def test_a_person_who_blocked_us_is_blocked(server: TelegramServer, telegram: Telegram) -> None:
    server.blockers.add("5")
    assert await telegram.send(letter("?")) == Blocked("Forbidden: bot was blocked by the user")


async def test_an_unknown_chat_fails_for_good(server: TelegramServer, telegram: Telegram) -> None:
    server.strangers.add("5")
    assert await telegram.send(letter("?")) == Failed("Chat not found")


async def test_a_group_that_became_a_supergroup_has_moved(server: TelegramServer, telegram: Telegram) -> None:
    server.moved["-5"] = -1001234567890
    assert await telegram.send(letter("?", chat=-5)) == Moved("-1001234567890")


async def test_a_flood_waits_as_long_as_told(server: TelegramServer, telegram: Telegram) -> None:
    server.gate.limits = Limits(retry_after=7)
    server.dice.told.extend([Fault.FLOOD, Fault.FLOOD, Fault.FLOOD_ZERO])
    assert await telegram.send(letter("?")) == Wait(7.0)
    assert await telegram.send(letter("?", chat=-5)) == Wait(7.0, everywhere=False)
    assert await telegram.send(letter("?")) == Wait(1.0)
    assert server.delivered == []


async def test_a_letter_with_an_unfit_button_fails_alone(telegram: Telegram) -> None:
    assert isinstance(await telegram.send(letter("?", choices=(Choice("Gửi", "ờ" * 30),))), Failed)


@pytest.mark.parametrize("fault", [Fault.FLOOD, Fault.GATEWAY, Fault.STALL_BEFORE])
async def test_a_long_letter_goes_on_where_it_stopped(server: TelegramServer, hasty: Telegram, fault: Fault) -> None:
    text = "\n\n".join(f"Đoạn {number}. " + "Nội dung. " * 300 for number in range(3))
    server.dice.told.extend([None, fault])
    assert not arrived(await hasty.send(letter(text)))
    outcome = await hasty.send(letter(text))
    assert outcome == Sent(str(server.delivered[-1].message_id))
    assert [message.text[:6] for message in server.delivered] == ["Đoạn 0", "Đoạn 1", "Đoạn 2"]


# Signs.


async def test_a_press_is_answered(server: TelegramServer, telegram: Telegram) -> None:
    server.press(5, "t1")
    (update,) = await first(telegram)
    incoming = telegram.read(update.raw, HastyClock().now())
    assert incoming is not None
    assert (incoming.kind, incoming.token) == (Kind.PRESS, "t1")
    await telegram.acknowledge(incoming)
    await _called(server, "answerCallbackQuery")


async def test_the_typing_sign_is_shown_only_when_wanted(server: TelegramServer, telegram: Telegram) -> None:
    await telegram.acknowledge(_typed())
    async with connected(server, typing=True) as showing:
        await showing.acknowledge(_typed())
        await _called(server, "sendChatAction")
    assert [method for method, _ in server.calls].count("sendChatAction") == 1


async def test_a_press_that_is_too_old_disturbs_nobody(server: TelegramServer, telegram: Telegram) -> None:
    old = Incoming(_typed().address, Kind.PRESS, "9", HastyClock().now(), press_id="gone")
    await telegram.acknowledge(old)
    await _called(server, "answerCallbackQuery")
    assert arrived(await telegram.send(letter("?")))


def _typed() -> Incoming:
    return Incoming(Address("telegram", "7000000001", "5"), Kind.TEXT, "8", HastyClock().now(), text="?")


async def _called(server: TelegramServer, method: str) -> None:
    await until(lambda: method in [called for called, _ in server.calls])
