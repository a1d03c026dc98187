"""Words that stand before a place's name: its rank, or what says that a place comes."""

LEADS = frozenset(
    [
        "tinh",
        "tp",
        "pho",
        "huyen",
        "o",
        "tai",
        "ngoai",
        "trong",
        "ccb",
        "mttq",
        "tran",
        "doan",
        "dan",
        "nu",
        "thi",
        "xa",
        "hoi",
        "phuong",
    ]
)
"""Words behind which a place's name comes."""

RANKS_OF_CAPITALS = frozenset({"thon", "tinh"})
"""Ranks behind which only what has a capital is a name."""

HIGHER_RANKS = frozenset({"huyen", "thi", "tp"})
"""What stands behind a commune's name of two words: "xa tam tien huyen nui thanh"."""

RANKS = frozenset({"xa", "phuong", "huyen"}) | RANKS_OF_CAPITALS
"""Words that say what rank of place comes."""

FEW_OF_A_KIND = frozenset({"huyen", "tinh", "pho"})
"""Ranks of places so few that two names of them hardly ever differ by one letter, as communes' do."""

RANKS_AS_WRITTEN = RANKS | {"xã", "phường", "huyện", "thôn", "tỉnh"}
"""The same as they are written: "thốn" is no hamlet."""
