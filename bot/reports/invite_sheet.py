"""The sheet of invites: a page to print and cut, one card for each chi hội."""

from collections.abc import Sequence
from html import escape

import segno

from bot.reports.invite_card import InviteCard

_PAGE = """<!DOCTYPE html>
<html lang="vi">
<meta charset="utf-8">
<title>Mã mời chi hội trưởng</title>
<style>
@page {{ size: A4; margin: 10mm; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; font: 12pt/1.35 "Times New Roman", "Noto Serif", serif; color: #000; }}
section {{ width: 190mm; margin: 0 auto; overflow: hidden; break-after: page; }}
article {{ float: left; width: 94.5mm; height: 69mm; padding: 4mm 5mm; border: 1px dashed #888; overflow: hidden; }}
article svg {{ float: left; width: 30mm; height: 30mm; }}
article div {{ margin-left: 33mm; min-height: 33mm; }}
h2 {{ margin: 0; font-size: 14pt; line-height: 1.2; }}
p {{ margin: 0 0 1mm; }}
.place {{ margin: 0 0 2mm; font-size: 10pt; }}
.code {{ font: bold 17pt/1.1 "DejaVu Sans Mono", "Courier New", monospace; white-space: nowrap; }}
.small, .end {{ font-size: 10pt; line-height: 1.25; }}
.words {{ font: bold 10pt/1.3 "DejaVu Sans", Arial, sans-serif; white-space: nowrap; }}
.end {{ clear: both; }}
</style>
{pages}
</html>
"""
_SHEET = """<section>
{cards}
</section>"""
_CARD = """<article>
<h2>{name}</h2>
<p class="place">{place}</p>
{picture}
<div>
<p class="code">{code}</p>
<p class="small">{how}</p>
<p class="words">{words}</p>
</div>
<p class="end">{link}Mã dùng một lần, đến ngày {last}. Chỉ trao cho chi hội trưởng.</p>
</article>"""
_ON_A_SHEET = 8
_BY_LINK = "Quét hình bên, hoặc mở Telegram, tìm @{bot}, rồi nhắn:"
_BY_PAGE = "Quét hình bên bằng máy ảnh điện thoại hoặc Zalo. Ô nhắn tin đã có sẵn:"
_BY_WORDS = "Mở trợ lý Đồng Đội, rồi nhắn:"


def invite_sheet(cards: Sequence[InviteCard]) -> str:
    """Returns the page in HTML, complete in itself: eight cards fit on a sheet of A4."""
    told = [_card(card) for card in cards]
    sheets = ["\n".join(told[place : place + _ON_A_SHEET]) for place in range(0, len(told), _ON_A_SHEET)]
    return _PAGE.format(pages="\n".join(_SHEET.format(cards=sheet) for sheet in sheets))


def _how(card: InviteCard) -> str:
    if card.bot:
        return _BY_LINK.format(bot=card.bot)
    return _BY_PAGE if card.page else _BY_WORDS


def _card(card: InviteCard) -> str:
    return _CARD.format(
        name=escape(card.name),
        place=escape(card.place),
        picture=segno.make(card.link or card.words, error="m", micro=False).svg_inline(border=2, omitsize=True),
        code=escape(card.code),
        how=escape(_how(card)),
        words=escape(card.words),
        link=f"{escape(card.link)}<br>" if card.link else "",
        last=f"{card.last.day}/{card.last.month}/{card.last.year}",
    )
