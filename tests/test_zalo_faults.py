"""What the answers of Zalo and of the gateways before it mean for a letter."""

import json

import pytest

from bot.channels.zalo.faults import RefusedError, ZaloError, delivery, result
from bot.ports.delivery import Delivery, Failed, Retry, Unclear

HTML = b"<html><head><title>cloudflare</title></head></html>"


def refusal(code: int) -> bytes:
    """Returns Zalo's words for an error."""
    return json.dumps({"ok": False, "description": "no", "error_code": code}).encode()


def fault(status: int, body: bytes) -> ZaloError:
    """Returns the error in an answer."""
    with pytest.raises(ZaloError) as raised:
        result(status, body)
    return raised.value


@pytest.mark.parametrize("code", [400, 401, 403, 404, 408, 413, 429, 500, 503, 504])
def test_an_error_means_the_same_by_status_and_by_word(code: int) -> None:
    by_word, by_status = fault(200, refusal(code)), fault(code, refusal(code))
    assert isinstance(by_word, RefusedError)
    assert isinstance(by_status, RefusedError)
    assert by_word.code == by_status.code == code
    assert delivery(by_word) == delivery(by_status)


@pytest.mark.parametrize(
    ("status", "body", "fate"),
    [
        (400, refusal(400), Failed("400 no")),
        (404, refusal(404), Failed("404 no")),
        (403, refusal(403), Retry("403 no")),
        (500, refusal(500), Retry("500 no")),
        (401, HTML, Retry("the server answered 401")),
        (403, HTML, Retry("the server answered 403")),
        (404, HTML, Retry("the server answered 404")),
        (502, HTML, Retry("the server answered 502")),
        (301, b"", Retry("the server answered 301")),
        (408, HTML, Unclear()),
        (504, HTML, Unclear()),
        (504, refusal(504), Unclear()),
        (200, HTML, Unclear()),
        (200, b"", Unclear()),
    ],
)
def test_what_may_have_arrived_is_never_taken_for_lost(status: int, body: bytes, fate: Delivery) -> None:
    assert delivery(fault(status, body)) == fate


def test_a_refusal_without_a_number_has_that_of_its_status() -> None:
    assert str(fault(404, b'{"ok": false}')) == "404"


def test_a_gateway_that_says_too_many_is_believed() -> None:
    found = fault(429, HTML)
    assert isinstance(found, RefusedError)
    assert found.code == 429
