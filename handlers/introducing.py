"""Where nobody begins with /start the first answer says what is speaking: an automatic assistant, no person."""

from dataclasses import replace

from bot.messages import Incoming, Kind
from bot.model.spans import moved
from bot.model.talk import Talk
from bot.outcome import Outcome

HEAD = "Tôi là Đồng Đội, trợ lý tự động của Hội Cựu chiến binh."
_NOTHING = Talk()


def introduced(outcome: Outcome, incoming: Incoming, talk: Talk) -> Outcome:
    """Returns the outcome with a first line, where nothing is remembered of the chat and nobody was greeted."""
    first = next((reply for reply in outcome.replies if reply.address == incoming.address), None)
    if first is None or talk != _NOTHING or incoming.kind is Kind.EVENT or HEAD in first.text:
        return outcome
    told = replace(first, text=f"{HEAD}\n{first.text}", spans=moved(first.spans, len(HEAD) + 1))
    return replace(outcome, replies=tuple(told if reply is first else reply for reply in outcome.replies))
