"""Reads Telex and VNI keys back, syllable by syllable, as a typing program does. Shares nothing with the encoders."""

CIRCUMFLEX = dict(zip("aeo", "âêô", strict=True))
_CIRCUMFLEXED = str.maketrans("aeo", "âêô")


def from_telex(typed: str) -> tuple[str, int | None]:
    """Returns the syllable without its tone, and the tone (0 sắc, 1 huyền, 2 hỏi, 3 ngã, 4 nặng)."""
    syllable, tone = "", None
    for key in typed:
        if key in "sfrxj" and any(vowel in syllable for vowel in "aăâeêioôơuưy"):
            tone = "sfrxj".index(key)
        elif key == "d" and syllable.startswith("d"):
            syllable = "đ" + syllable[1:]
        elif key in CIRCUMFLEX and key in syllable:
            syllable = syllable.replace(key, CIRCUMFLEX[key])
        elif key == "w":
            syllable = _breve(syllable) if "oa" in syllable or syllable.startswith("qua") else _horned(syllable)
        else:
            syllable += key
    return syllable, tone


def from_vni(typed: str) -> tuple[str, int | None]:
    """Returns the syllable without its tone, and the tone."""
    syllable, tone = "", None
    for key in typed:
        if key in "12345":
            tone = int(key) - 1
        elif key == "6":
            syllable = syllable.translate(_CIRCUMFLEXED)
        elif key == "7":
            syllable = _horned(syllable)
        elif key == "8":
            syllable = _breve(syllable)
        elif key == "9":
            syllable = syllable.replace("d", "đ")
        else:
            syllable += key
    return syllable, tone


def _breve(syllable: str) -> str:
    return syllable.replace("a", "ă")


def _horned(syllable: str) -> str:
    """The horn goes to uo, else to the first u, else to o; in Telex, where neither stands, a gets the breve."""
    start = 2 if syllable.startswith("qu") else 0
    head, rime = syllable[:start], syllable[start:]
    for before, after in (("uo", "ươ"), ("ưo", "ươ"), ("u", "ư"), ("o", "ơ"), ("a", "ă")):
        if before in rime:
            return head + rime.replace(before, after, 1)
    return syllable
