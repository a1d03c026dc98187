"""Whether a request comes from our own page."""

import re
from urllib.parse import urlsplit

from starlette.requests import Request

_JSON = "application/json"
_OF_FORMS = ("", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain")
KEY = re.compile(r"[\w-]{1,64}", re.ASCII)
"""The browser's own name of a message."""


def from_our_page(request: Request) -> bool:
    """Returns whether no other site made the browser send this.

    Browsers say where a request comes from. What says nothing is no browser of today, and may come unless a form of
    another site could have sent it.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.headers.get("host", "")
    return _content_type(request) not in _OF_FORMS


def is_json(request: Request) -> bool:
    """Returns whether the body is said to be JSON."""
    return _content_type(request) == _JSON


def _content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()
