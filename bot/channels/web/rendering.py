"""The page as HTML, whole before any script runs: who has none can talk by forms. page.js draws messages alike."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from html import escape
from string import Template
from urllib.parse import urlencode

from bot.channels.web.assets import Asset
from bot.channels.web.marking import marked
from bot.channels.web.visitors import ROLES, Visitor
from bot.channels.web.wire import href, query
from bot.messages import FileKind
from bot.page_ports import Laid, Shown

SIZES = ("0", "1", "2", "3", "4")
"""How large the letters are: 18, 21, 24, 28, 32 px (page.css)."""

_MEMBER = "Hội viên"
_TRY = {
    "": "hỏi “hạn nộp báo cáo”",
    "leader": "nhắn “báo cáo”",
    "officer": "nhắn “duyệt”, “tình hình”",
    "admin": "nhắn “gửi thông báo”",
}
_EMPTY = '<p class="note" id="empty">Đồng chí gõ câu hỏi ở ô bên dưới, hoặc bấm “Bắt đầu”.</p>'
_LEFT = """<p class="note" id="empty">Đồng chí đã thoát khỏi máy này. Người dùng máy sau không xem được gì của đồng chí.
Muốn hỏi tiếp, đồng chí gõ câu hỏi ở ô bên dưới, hoặc bấm “Bắt đầu”.</p>"""
_BEGIN = """<form class="choices now" id="begin" method="post" action="{action}">
<input type="hidden" name="key" value="{key}"><button name="text" value="/start">Bắt đầu</button></form>"""


class Shell:
    """Fills the page."""

    def __init__(self, page: str, assets: Mapping[str, Asset], *, demo: bool) -> None:
        self._page = Template(page)
        self._assets = {name.replace(".", "_").replace("-", "_"): asset.href for name, asset in assets.items()}
        self._version = hashlib.blake2s("".join(self._assets.values()).encode(), digest_size=5).hexdigest()
        self._demo = demo

    def page(
        self,
        visitor: Visitor,
        shown: Sequence[Shown],
        size: str,
        words: str,
        *,
        offline: bool = False,
        left: bool = False,
    ) -> str:
        """Returns the page with what was said. ``words`` stand in the box, ready to be sent.

        ``left``: somebody has just left this browser.
        """
        action = f"/say{query(visitor)}"
        begin = (_LEFT if left else _EMPTY) + _BEGIN.format(action=escape(action), key=_key())
        asking = _asking(shown)
        messages = "\n".join(_message(one, visitor, action, asking) for one in shown)
        return self._page.substitute(
            self._assets,
            size=size if size in SIZES else "0",
            version=self._version,
            left="1" if left else "",
            seen=max((one.id for one in shown), default=0),
            offline="1" if offline else "",
            action=escape(action),
            key=_key(),
            key2=_key(),
            words=escape(words),
            log=messages if shown or offline else begin,
            switch=_switch(visitor) if self._demo and not offline else "",
        )


def _asking(shown: Sequence[Shown]) -> int:
    """Returns the place of the question that still waits for its answer, 0 where none does."""
    asking, replied = 0, False
    for one in shown:
        if one.choices:
            asking, replied = one.place, False
        elif one.mine:
            replied = True
        elif replied:
            asking = 0
    return asking


def _key() -> str:
    return secrets.token_urlsafe(9)


def _message(shown: Shown, visitor: Visitor, action: str, asking: int) -> str:
    who, name = ("mine", "Đồng chí:") if shown.mine else ("bot", "Đồng Đội:")
    words = f"<p>{marked(shown.text, shown.spans)}</p>" if shown.text else ""
    file = _file(shown.file, visitor) if shown.file else ""
    choices = _choices(shown, action, now=shown.place == asking) if shown.choices else ""
    return (
        f'<article class="{who}" data-place="{shown.place}" data-key="{escape(shown.key)}">'
        f'<h2 class="hidden">{name}</h2>{words}{file}{choices}</article>'
    )


def _file(file: Laid, visitor: Visitor) -> str:
    where, name = escape(href(file, visitor)), escape(file.name)
    if file.kind is FileKind.PICTURE:
        return f'<a class="picture" href="{where}" target="_blank" rel="noopener"><img src="{where}" alt="{name}"></a>'
    return f'<a class="file" href="{where}" download="{name}">Tải về: {name}</a>'


def _choices(shown: Shown, action: str, *, now: bool) -> str:
    buttons = "".join(
        f'<button name="token" value="{escape(choice.token)}">{escape(choice.label)}</button>'
        for choice in shown.choices
    )
    key = f'<input type="hidden" name="key" value="{_key()}">'
    look = "choices now" if now else "choices"
    return f'<form class="{look}" method="post" action="{escape(action)}">{key}{buttons}</form>'


def _switch(visitor: Visitor) -> str:
    links = "".join(_link(role, name, visitor.role) for role, name in {"": _MEMBER, **ROLES}.items())
    now = escape(ROLES.get(visitor.role, _MEMBER))
    return (
        f'<details id="switch"><summary>Đóng vai: <strong>{now}</strong></summary><nav aria-label="Đóng vai thử">'
        f"<p>Đây là một tỉnh dựng sẵn để thử. Đồng chí chọn một vai:</p><ul>{links}</ul></nav></details>"
    )


def _link(role: str, name: str, now: str) -> str:
    where = f"/?{urlencode({'vai': role})}" if role else "/"
    mark = ' aria-current="page"' if role == now else ""
    return f'<li><a href="{where}"{mark}>{name}</a> <span>{_TRY[role]}</span></li>'
