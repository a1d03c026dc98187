"""The grammar of written Vietnamese syllables, without marks: which letter sequences can be one."""

import re
import unicodedata
from functools import lru_cache

_ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "g",
    "gh",
    "gi",
    "h",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "ngh",
    "nh",
    "p",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
_RHYMES = [
    "a",
    "ac",
    "ach",
    "ai",
    "am",
    "an",
    "ang",
    "anh",
    "ao",
    "ap",
    "at",
    "au",
    "ay",
    "e",
    "ec",
    "ech",
    "em",
    "en",
    "eng",
    "enh",
    "eo",
    "ep",
    "et",
    "eu",
    "i",
    "ia",
    "ich",
    "iec",
    "iem",
    "ien",
    "ieng",
    "iep",
    "iet",
    "ieu",
    "im",
    "in",
    "inh",
    "ip",
    "it",
    "iu",
    "o",
    "oa",
    "oac",
    "oach",
    "oai",
    "oam",
    "oan",
    "oang",
    "oanh",
    "oao",
    "oap",
    "oat",
    "oay",
    "oc",
    "oe",
    "oen",
    "oeo",
    "oet",
    "oi",
    "om",
    "on",
    "ong",
    "op",
    "ot",
    "u",
    "ua",
    "uan",
    "uang",
    "uat",
    "uay",
    "uc",
    "ue",
    "uech",
    "uenh",
    "ui",
    "um",
    "un",
    "ung",
    "uo",
    "uoc",
    "uoi",
    "uom",
    "uon",
    "uong",
    "uop",
    "uot",
    "uou",
    "up",
    "ut",
    "uu",
    "uy",
    "uya",
    "uych",
    "uyen",
    "uyet",
    "uynh",
    "uyt",
    "uyu",
    "y",
    "yem",
    "yen",
    "yet",
    "yeu",
]

_SYLLABLE = re.compile(
    f"(?:{'|'.join(sorted(_ONSETS, key=len, reverse=True))})?(?:{'|'.join(sorted(_RHYMES, key=len, reverse=True))})"
)


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Returns whether a word in plain letters can be a Vietnamese syllable: "huyen" can, "huyenj" cannot."""
    return _SYLLABLE.fullmatch(word) is not None


_SHORT_VOWEL = re.compile("[\u0103\u00e2][\u0300\u0301\u0303\u0309\u0323]?$")
"""ă and â, which never end a syllable."""

_STOPPED = re.compile("[\u0300\u0309\u0303][a-z]*(?:p|t|c|ch)$")
"""A syllable that ends in a stop has no huyền, hỏi or ngã."""


@lru_cache(maxsize=50_000)
def is_spelled(word: str) -> bool:
    """Returns whether the marks of a word in lower case can stand in one syllable: "mặt" can, "mặ" and "bàc" cannot."""
    apart = unicodedata.normalize("NFD", word).replace("a\u0306", "\u0103").replace("a\u0302", "\u00e2")
    tones = sum(letter in "\u0300\u0301\u0303\u0309\u0323" for letter in apart)
    return tones <= 1 and not _SHORT_VOWEL.search(_toned_last(apart)) and not _STOPPED.search(apart)


def _toned_last(apart: str) -> str:
    """A decomposed word in which the tone stands behind its letter's own mark, whichever was written first."""
    return re.sub(
        "a([\u0300\u0301\u0303\u0309\u0323])\u0306",
        "\u0103\\1",
        re.sub("a([\u0300\u0301\u0303\u0309\u0323])\u0302", "\u00e2\\1", apart),
    )
