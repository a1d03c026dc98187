"""What a channel can do. Nothing in the product needs more than plain text; what more there is makes it handier."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capabilities:
    """``text``: the UTF-16 units that fit in one message. ``edit``: a message that was sent can be written anew.
    ``looks``: bold words and links that hide their address. ``files``: files can be sent to people; ``fetch``: what
    people send can be read. ``push``: a person can be written to who has not just written; elsewhere it is seen at the
    next contact. ``groups``: it is heard in groups. ``shared``: a chat is a browser's, not an account's: several people
    may use it, one after the other, and who has not said who they are is nobody. ``opened``: a chat begins with a
    command, which is greeted; elsewhere the first answer says who speaks.
    ``quota``: how many messages a month one bot may send, None for any number.
    """

    text: int
    edit: bool = False
    looks: bool = False
    files: bool = False
    fetch: bool = False
    push: bool = True
    groups: bool = False
    shared: bool = False
    opened: bool = True
    quota: int | None = None


SHORT = 2000
"""UTF-16 units that fit into one message of every channel."""

WORDS = Capabilities(text=SHORT)
"""What every channel can do."""
