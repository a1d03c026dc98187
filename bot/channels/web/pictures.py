"""What kind of picture bytes are, by how they begin: the browser's word is not taken for it."""

from bot.messages import File, FileKind

LARGEST = 6 << 20  # bytes; the page makes pictures smaller before it sends them

_ENDINGS = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png", b"GIF87a": "gif", b"GIF89a": "gif"}
_SHOWN = {"jpg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp"}
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPENED = {
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
}


def picture(content: bytes) -> File | None:
    """Returns a visitor's picture with a name that ends rightly, None for what is no picture that browsers show."""
    ending = next((ending for start, ending in _ENDINGS.items() if content.startswith(start)), "")
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        ending = "webp"
    return File(f"anh.{ending}", content, FileKind.PICTURE) if ending else None


def shown_as(file: File) -> str:
    """Returns as what a file is shown in the browser, "" where it is only to be kept."""
    return _SHOWN.get(_ending(file), "") if file.kind is FileKind.PICTURE else ""


def kept_as(file: File) -> str:
    """Returns as what a file is handed out to be kept, so that a phone knows which program opens it."""
    return _OPENED.get(_ending(file), "application/octet-stream")


def _ending(file: File) -> str:
    return file.name.rpartition(".")[2].lower()
