"""What the bot does, in the order in which the handlers are asked: the product's table of contents."""

from handlers import (
    again,
    ask,
    choice,
    deadlines,
    edited,
    guide,
    inviting,
    joining,
    media,
    membership,
    models,
    my_data,
    revoking,
    start,
    unclear,
)

_SPOKEN = (
    joining.HANDLER,
    start.HANDLER,
    inviting.HANDLER,
    revoking.HANDLER,
    my_data.HANDLER,
    guide.HANDLER,
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

COMMANDS = {
    "start": "Bắt đầu",
    "trogiup": "Trợ giúp: hỏi được những gì",
    "hoi": "Đặt một câu hỏi",
    "han": "Các hạn sắp tới và đã qua",
    "mohinh": "Các mô hình, phong trào theo chủ đề",
    "dulieu": "Dữ liệu của tôi: đang giữ gì, xoá thế nào",
}
"""What platforms show in their menus; every one of them works in plain words too."""
