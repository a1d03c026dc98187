"""The files of the page itself, each under an address that changes with its contents."""

import hashlib
from dataclasses import dataclass
from importlib.resources import files

from starlette.responses import Response

_TYPES = {
    "page.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "worker.js": "text/javascript; charset=utf-8",
    "app.webmanifest": "application/manifest+json; charset=utf-8",
    "icon.svg": "image/svg+xml; charset=utf-8",
    "icon-192.png": "image/png",
    "icon-512.png": "image/png",
}
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the page: its name, its bytes, and a short name of its contents."""

    name: str
    content: bytes
    version: str

    @property
    def href(self) -> str:
        """The address under which it never changes."""
        return f"/{self.name}?v={self.version}"

    def answer(self, version: str) -> Response:
        """Returns it; under its own version it is kept for ever."""
        cache = _FOR_EVER if version == self.version else _ASK_AGAIN
        return Response(self.content, media_type=_TYPES[self.name], headers={"Cache-Control": cache})


def assets() -> dict[str, Asset]:
    """Returns the files of the page by name."""
    folder = files("bot.channels.web") / "assets"
    found: dict[str, Asset] = {}
    for name in _TYPES:
        content = (folder / name).read_bytes()
        found[name] = Asset(name, content, hashlib.blake2s(content, digest_size=5).hexdigest())
    return found


def shell() -> str:
    """Returns the page with places to be filled."""
    return (files("bot.channels.web") / "assets" / "shell.html").read_text(encoding="utf-8")
