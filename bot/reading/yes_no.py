"""Yes or no, in answer to a question such as "đã đăng ký chưa?": "rồi", "có", "chưa", "không"."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from bot.reading.asked import Asked
from bot.reading.lexicon import Entry, Lexicon, build, split
from bot.reading.names import names_of
from bot.reading.readings import Doubt, Later, NotAFigure, Option, SameAsBefore, Single, Value
from bot.reading.role import Role
from bot.reading.token import Form, tokens
from bot.reading.vocabulary import FILLERS, PHRASES

_YES = (
    "có, co, có rồi, có chứ, rồi, rùi, roi, đã, đã rồi, đã có, đúng, đúng rồi, phải, yes, xong, xong "
    "rồi, đã xong, làm rồi, đã làm, đã đăng ký, đăng ký rồi, đã đăng ký rồi, đã tổ chức, tổ chức "
    "rồi, đã tổ chức rồi, có đăng ký, có tổ chức, hoàn thành rồi, đã hoàn thành"
)
_NO = (
    "không phải, chưa đăng ký, chưa tổ chức, chưa làm, chưa xong, chưa hoàn thành, không đăng ký, "
    "không tổ chức, no, không hề, không thấy, ko tổ chức, ko đăng ký, không xảy ra, chưa bao giờ, "
    "chưa kịp"
)
_WHY = "Đồng chí trả lời có hay không giúp tôi."


@cache
def _lexicon() -> Lexicon:
    return build(_entries())


def _entries() -> Iterator[Entry]:
    for phrase in (*split(_NO), *split(PHRASES[Role.NO]), *split(PHRASES[Role.NONE]), *split(PHRASES[Role.NOT_YET])):
        yield Entry(Role.NONE, phrase)
    for phrase in split(_YES):
        yield Entry(Role.YES, phrase)
    for role in (Role.LATER, Role.SAME, Role.ASKING):
        for phrase in split(PHRASES[role]):
            yield Entry(role, phrase)
    for phrase in split(FILLERS):
        yield Entry(Role.FILLER, phrase)


def read_yes_no(cleaned: str, asked: Asked) -> Single:
    """Returns yes as 1 and no as 0. A bare number, or yes and no together, is a doubt."""
    words, own = _lexicon(), names_of(asked.names)
    text = tokens(cleaned, words.known)
    roles: list[Role] = []
    unknown = place = 0
    asks = False
    while place < len(text):
        length, entries = words.at(text, place)
        if own.longest(text, place) > length:
            place += own.longest(text, place)
            continue
        if length:
            roles.append(entries[0].role)
        elif text[place].form is not Form.SIGN and not own.has(text[place]):
            unknown += 1
        asks = asks or text[place].typed == "?"
        place += max(length, 1)
    if asks:
        return NotAFigure()
    return _read(set(roles), unknown, asked)


def _read(roles: set[Role], unknown: int, asked: Asked) -> Single:
    if Role.ASKING in roles and not roles & {Role.YES, Role.NONE}:
        return NotAFigure()
    if Role.LATER in roles:
        return Later()
    if Role.SAME in roles:
        return SameAsBefore(asked.previous)
    yes, no = Role.YES in roles, Role.NONE in roles
    if yes != no:
        confirm = unknown > 0
        why = f"Tôi hiểu là {'có' if yes else 'không'}, đúng không đồng chí?" if confirm else ""
        return Value(Decimal(yes), "", "có" if yes else "không", confirm=confirm, why=why)
    if yes or (not unknown and roles) or unknown == 1:
        return Doubt(_WHY, (Option("Có", Decimal(1)), Option("Không", Decimal(0))))
    return NotAFigure()
