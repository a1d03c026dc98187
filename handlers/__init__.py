"""What the bot does, in the order in which the handlers are asked: the product's table of contents."""

from handlers import again, ask, choice, deadlines, edited, help, media, membership, models, start, unclear

_SPOKEN = (
    start.HANDLER,
    help.HANDLER,
    deadlines.HANDLER,
    models.HANDLER,
    again.HANDLER,
    choice.HANDLER,
    unclear.HANDLER,
    ask.HANDLER,
)

HANDLERS = (
    membership.HANDLER,
    media.HANDLER,
    edited.corrected(_SPOKEN),
    *_SPOKEN,
)
