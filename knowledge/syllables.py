"""The grammar of written Vietnamese syllables, without marks: which letter sequences can be one."""

import re

_ONSETS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh
ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot u ua uan uang uat uay uc ue
uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yet yeu
""".split()

_SYLLABLE = re.compile(f"(?:{'|'.join(sorted(_ONSETS, key=len, reverse=True))})?(?:{'|'.join(sorted(_RHYMES, key=len, reverse=True))})")


def is_syllable(word: str) -> bool:
    """Returns whether a word in plain letters can be a Vietnamese syllable: "huyen" can, "huyenj" cannot."""
    return _SYLLABLE.fullmatch(word) is not None
