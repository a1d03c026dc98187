"""The body of what a platform delivers to a webhook."""

from starlette.requests import Request

LARGEST = 1 << 20  # bytes; an update holds texts and ids, never files


async def body_of(request: Request) -> bytes | None:
    """Returns the body, None when it is too large: counted while it comes, whatever its header says."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > LARGEST:
            return None
        chunks.append(chunk)
    return b"".join(chunks)
