"""What the bot does, in the order in which the handlers are asked: the product's table of contents."""

from handlers import (
    again,
    amending,
    ask,
    choice,
    deadlines,
    edited,
    filling,
    guide,
    history,
    media,
    membership,
    models,
    my_reports,
    nudge,
    periods,
    report,
    start,
    unclear,
    withdrawing,
)

_SPOKEN = (
    start.HANDLER,
    report.HANDLER,
    my_reports.HANDLER,
    amending.HANDLER,
    history.HANDLER,
    withdrawing.HANDLER,
    periods.HANDLER,
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
    filling.filling(_SPOKEN),
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
    "baocao": "Nộp báo cáo của chi hội",
    "cuatoi": "Báo cáo của tôi: đã nộp gì, còn thiếu gì",
}
"""What platforms show in their menus; every one of them works in plain words too."""
