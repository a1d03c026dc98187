"""A picture or a file is sent while a broadcast is written: it is fetched beside the conversation, then shown."""

from dataclasses import dataclass, replace
from hashlib import sha256

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.broadcast import Broadcast
from bot.model.broadcast_letter import enclosed
from bot.model.job import Job, JobKind

FETCHED = "tbf:"
"""With this begins the id of a job that fetches the picture or file of a broadcast."""

KINDS = (Kind.PHOTO, Kind.FILE)
_TAKEN = "Tôi đã nhận {what}."
_INSTEAD = "Tôi đã nhận {what} mới, thay {before} cũ."
_ALBUM = "Mỗi thông báo kèm được một ảnh hay tệp, tôi lấy cái đầu tiên."
_CANNOT = (
    "Ở đây tôi chưa lấy được ảnh, tệp. Đồng chí soạn thông báo ở Telegram,\n"
    "hoặc đưa ảnh lên mạng rồi ghi đường liên kết https://… vào nội dung."
)
_NOTHING = "Tôi không lấy được {what} này. Đồng chí gửi lại giúp tôi."


@dataclass(frozen=True, slots=True)
class Taken:
    """A draft with what was sent: who fetches it, and what is said about it.

    ``known``: it belongs to an album of which the first is taken already.
    """

    draft: Broadcast
    told: str = ""
    jobs: tuple[Job, ...] = ()
    known: bool = False


async def taken(incoming: Incoming, desk: Desk, draft: Broadcast) -> Taken:
    """Returns the draft that waits for the picture or file of a message; as it was where there is none."""
    if incoming.kind not in KINDS:
        return Taken(draft)
    what = "ảnh" if incoming.kind is Kind.PHOTO else "tệp"
    if not desk.capabilities(incoming.address.channel).fetch:
        return Taken(draft, _CANNOT)
    if not incoming.file:
        return Taken(draft, _NOTHING.format(what=what))
    name = _job_id(incoming, draft)
    if name in (draft.fetching, draft.file.id if draft.file else "") or await desk.records.job(name) is not None:
        return Taken(draft, known=True)
    said = [_INSTEAD.format(what=what, before=enclosed(draft.file)) if draft.file else _TAKEN.format(what=what)]
    if incoming.album:
        said.append(_ALBUM)
    parameters = (str(draft.number), incoming.kind.value, incoming.file, incoming.file_name)
    job = Job(name, JobKind.FETCH, incoming.address, incoming.at, parameters)
    return Taken(replace(draft, fetching=name), " ".join(said), (job,))


def without_file(draft: Broadcast) -> Broadcast:
    """Returns a draft without its picture or file; what is still being fetched is not waited for."""
    return replace(draft, file=None, fetching="")


def _job_id(incoming: Incoming, draft: Broadcast) -> str:
    """The pictures of an album have one name: the first of them is fetched, the others are known."""
    address = incoming.address
    told = "\0".join((address.channel, address.bot, str(draft.number), incoming.album or incoming.key))
    return f"{FETCHED}{sha256(told.encode()).hexdigest()[:20]}"
