"""What the bot does, in the order in which the handlers are asked: the product's table of contents."""

from handlers import again, ask, choice, deadlines, edited, guide, media, membership, models, nudge, start, unclear

_SPOKEN = (
    start.HANDLER,
    guide.HANDLER,
    deadlines.HANDLER,
    models.HANDLER,
    again.HANDLER,
    choice.HANDLER,
    unclear.HANDLER,
    ask.HANDLER,
)

HANDLERS = (
    nudge.HANDLER,
    membership.HANDLER,
    media.HANDLER,
    edited.corrected(_SPOKEN),
    *_SPOKEN,
)

COMMANDS = {
    "start": "Bắt đầu",
    "trogiup": "Trợ giúp: hỏi được những gì",
    "hoi": "Đặt một câu hỏi",
    "han": "Các hạn sắp tới và đã qua",
    "mohinh": "Các mô hình, phong trào theo chủ đề",
}
"""What platforms show in their menus; every one of them works in plain words too."""
