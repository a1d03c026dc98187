"""The codes of invites: eight letters and digits without look-alikes, shown as K7Q4-M2XA."""

import hashlib
import re
import secrets

ALPHABET = "ACDEFGHJKMNPQRTUVWXY23456789"
"""Without I, L, 1, O, 0, and the letters S, B, Z that look like 5, 8, 2: codes are read from paper by old eyes."""

_UNMISTAKABLE = frozenset("34679")
"""The digits that no letter looks like. A code has one of them at least, so that no words can be taken for a code."""

_LOOK_ALIKES = str.maketrans("SBZ", "582")

LENGTH = 8

# Codes are short, so what is stored must be slow to try: four fifths of 28^8 tries of about 8 ms each. The salt cannot
# differ by code, because a code is looked up by its hash.
_SALT = b"dongdoi invite"
_COST = 2**12

_SEPARATORS = re.compile(r"[\s.\-–—_]+")


def new_code() -> str:
    """Returns a fresh code as it is shown: "K7Q4-M2XA"."""
    code = ""
    while not (_UNMISTAKABLE & set(code) and any(letter.isalpha() for letter in code)):
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{code[:4]}-{code[4:]}"


def plain_code(text: str) -> str:
    """Returns the code in a text, whatever its case, spaces and hyphens; "" when the text is no code.

    A wrong one can hold any letters and digits of ASCII, both at least once: "nghe chua" and "35000000" are none.
    """
    code = _SEPARATORS.sub("", text).upper()
    if not re.fullmatch(r"(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]{8}", code):
        return ""
    return code.translate(_LOOK_ALIKES)


def hashed(code: str) -> str:
    """Returns what is stored of a code (plain form)."""
    return hashlib.scrypt(code.encode(), salt=_SALT, n=_COST, r=8, p=1, dklen=16).hex()
