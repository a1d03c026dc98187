"""Words written as they are spoken in the region: s/x, ch/tr, d/gi/r, v/d, n/l, c/t, n/ng, i/y, hỏi/ngã."""

import re
import unicodedata
from collections.abc import Collection
from random import Random

from tests.noise.chance import some
from tests.noise.letters import cased_like, has_vowel, plain
from tests.noise.pieces import cut

SHARE = 0.3
_HEADS = {
    "s": ("x",),
    "x": ("s",),
    "ch": ("tr",),
    "tr": ("ch",),
    "d": ("gi", "r", "v"),
    "gi": ("d", "r"),
    "r": ("d", "gi"),
    "v": ("d",),
    "n": ("l",),
    "l": ("n",),
}
_HEAD = re.compile(r"ngh|gh|gi|kh|ng|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]")
_TAILS = {"n": "ng", "ng": "n", "c": "t", "t": "c"}
_NARROW = {"", "i", "ê", "ơ", "y", "uy"}  # no -ng and no -c after these
_BOTH_I = {"h", "k", "l", "m", "s", "t", "qu"}
_I_Y = str.maketrans("iíìỉĩịyýỳỷỹỵ", "yýỳỷỹỵiíìỉĩị")
_HOOK_TILDE = str.maketrans("\u0309\u0303", "\u0303\u0309")


def phonetic(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Writes about a third of the syllables that can be misheard as they sound, and one at least."""
    pieces = cut(text, protect)
    heard = {at: misheard(piece.text) for at, piece in enumerate(pieces) if piece.free}
    texts = [piece.text for piece in pieces]
    for at in some([at for at, ways in heard.items() if ways], SHARE, rng):
        texts[at] = rng.choice(heard[at])
    return "".join(texts)


def misheard(word: str) -> list[str]:
    """Returns the ways to write a syllable with one slip of the ear."""
    lower = word.lower()
    if not has_vowel(lower):
        return []
    head, rime = _parted(lower)
    ways = [*_other_heads(head, rime), *_other_tails(head, rime), *_other_i(head, rime), *_other_tone(lower)]
    return [cased_like(way, word) for way in ways]


def _parted(word: str) -> tuple[str, str]:
    """Onset and rime. The i of gi belongs to both where nothing else carries the vowel (gì, giếng)."""
    match = _HEAD.match(_toneless(word))
    head = match[0] if match else ""
    rime = word[len(head) :]
    if head == "gi" and not _toneless(rime).startswith(tuple("aăâeoôơuư")):
        return head, word[1:]
    return head, rime


def _other_heads(head: str, rime: str) -> list[str]:
    others = _HEADS.get(head, ())
    glided = _toneless(rime).startswith(("oa", "oe", "oă", "uy", "uâ", "uê"))
    return [_with_head(other, rime) for other in others if not (other == "gi" and glided)]


def _with_head(head: str, rime: str) -> str:
    return "g" + rime if head == "gi" and plain(rime)[:1] == "i" else head + rime


def _other_tails(head: str, rime: str) -> list[str]:
    match = re.search(r"(?<![nc])(ng|[nct])$", rime)
    if match is None or _toneless(rime[: match.start()]) in _NARROW:
        return []
    return [_with_head(head, rime[: match.start()] + _TAILS[match[0]])]


def _other_i(head: str, rime: str) -> list[str]:
    return [head + rime.translate(_I_Y)] if head in _BOTH_I and plain(rime) in {"i", "y"} else []


def _other_tone(word: str) -> list[str]:
    other = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_HOOK_TILDE))
    return [other] if other != word else []


def _toneless(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", re.sub("[\u0301\u0300\u0309\u0303\u0323]", "", parts))
