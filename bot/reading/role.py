"""What a word or phrase does in an answer."""

from enum import StrEnum


class Role(StrEnum):
    """The value is the letter that stands for it when the pattern of a whole answer is looked at."""

    # Parts of numbers in words.
    DIGIT = "1"
    TAIL = "2"
    """A digit that stands only behind something: mốt, tư, lăm, nhăm."""
    TEN = "3"
    TENS = "4"
    """Times ten: mươi, chục."""
    TWENTY = "5"
    """Tens in one word: hăm, băm."""
    HUNDRED = "6"
    SCALE = "7"
    LINK = "8"
    NOUGHT = "9"
    HALF = "h"
    """Half of what stands before: rưỡi."""
    HALF_OF = "f"
    """Half of what stands behind: nửa."""
    POINT = "."
    # What is counted, and in what.
    UNIT = "U"
    NOUN = "N"
    # What changes the meaning of a number.
    ABOUT = "~"
    HEDGE = ">"
    RANGE = "-"
    PERCENT = "%"
    TIMES = "x"
    PLUS = "+"
    EQUALS = "="
    EACH = "e"
    NOT = "n"
    MEND = "c"
    OR = "o"
    ALL = "w"
    MINUS = "m"
    SPAN = "P"
    """Another time than the one that is reported: "năm ngoái"."""
    TROUBLE = "d"
    MONTHLY = "M"
    # Whole answers.
    NONE = "0"
    GONE = "g"
    NOT_YET = "y"
    LATER = "L"
    SAME = "S"
    YES = "Y"
    ASKING = "q"
    # What does not count.
    TITLE = "T"
    """Ông, bà, anh: the word behind is a name."""
    FILLER = " "
