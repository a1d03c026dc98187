"""How a broadcast that was sent is put right: its message is written anew in silence, or a new one rings."""

import re
from collections.abc import Iterable, Sequence

from bot.desk import Desk
from bot.messages import Span
from bot.model.broadcast import Broadcast
from bot.model.broadcast_letter import correction_head, rewritable
from bot.model.receiver import Receiver
from bot.model.spans import cut
from bot.reading.shown import shown
from handlers.broadcast_telling import by_channel
from knowledge.fold import plain

_FACTS = re.compile(
    r"\d+|\b(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|sang|trua|chieu|toi|mai|hom nay|ngay kia|hoan|huy|doi|khong)\b"
)


def rings(before: str, after: str) -> bool:
    """Returns whether a correction must not go unseen: a number, a day or a "không" is another one."""
    return _FACTS.findall(plain(before)) != _FACTS.findall(plain(after))


def whole(one: Broadcast, text: str, spans: Iterable[Span]) -> tuple[str, tuple[Span, ...]]:
    """Returns the words without what a new message says first, and their looks."""
    head = correction_head(one)
    return (text[len(head) :], cut(spans, len(head), len(text))) if text.startswith(head) else (text, tuple(spans))


async def split(
    draft: Broadcast, receivers: Sequence[Receiver], desk: Desk
) -> tuple[Sequence[Receiver], Sequence[Receiver]]:
    """Returns those whose message can be written anew, and those who need a new one."""
    states = {one.receiver.address: one.state for one in await desk.records.outcomes(draft.corrects)}
    anew = [one for one in receivers if rewritable(states.get(one.address, ""), desk.capabilities(one.address.channel))]
    known = {one.address for one in anew}
    return anew, [one for one in receivers if one.address not in known]


async def way_lines(draft: Broadcast, receivers: Sequence[Receiver], desk: Desk) -> list[str]:
    """Returns which way a correction goes, and to how many; () for any other broadcast."""
    if not draft.corrects:
        return []
    if not draft.in_place:
        return ["Cách gửi: tin mới, để mọi người để ý."]
    anew, others = await split(draft, receivers, desk)
    lines = [f"Cách gửi: sửa lại tin cũ của {shown(len(anew))} người ({by_channel(anew)}), không báo chuông."]
    if others:
        told = f"{shown(len(others))} người ({by_channel(others)})"
        lines.append(f"Tin cũ của {told} không sửa được: họ nhận tin đính chính mới.")
    return lines if anew else lines[1:]
