"""The body of a request, and how much of it is read."""

from starlette.requests import Request

LARGEST = 1 << 20  # bytes of what a platform delivers to a webhook: texts and ids, never files


async def body_of(request: Request, most: int = LARGEST) -> bytes | None:
    """Returns the body, None when it has more bytes: counted while it comes, whatever its header says."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            return None
        chunks.append(chunk)
    return b"".join(chunks)
