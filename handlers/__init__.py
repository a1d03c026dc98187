"""What the bot does, in the order in which the handlers are asked: the product's table of contents."""

from handlers import (
    again,
    amending,
    ask,
    calling,
    choice,
    deadlines,
    edited,
    entering,
    filling,
    guide,
    history,
    inviting,
    joining,
    media,
    membership,
    models,
    my_data,
    my_reports,
    nudge,
    periods,
    phone,
    report,
    revoking,
    standing,
    start,
    unclear,
    withdrawing,
)

_BESIDE = (
    start.HANDLER,
    inviting.HANDLER,
    revoking.HANDLER,
    my_data.HANDLER,
    phone.HANDLER,
    report.HANDLER,
    entering.HANDLER,
    my_reports.HANDLER,
    history.HANDLER,
    withdrawing.HANDLER,
    periods.HANDLER,
    standing.HANDLER,
    calling.HANDLER,
    guide.HANDLER,
)

_SPOKEN = (
    joining.HANDLER,
    *_BESIDE,
    amending.HANDLER,
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
    filling.filling(_SPOKEN, _BESIDE),
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
    "baocao": "Nộp báo cáo của chi hội",
    "tinhhinh": "Tình hình nộp báo cáo, cho cán bộ",
    "cuatoi": "Báo cáo của tôi: đã nộp gì, còn thiếu gì",
}
"""What platforms show in their menus; every one of them works in plain words too."""
