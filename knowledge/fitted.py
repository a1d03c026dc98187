"""Weights fitted on the project's own questions by ``python -m tests.fitting``; not written by hand."""

RANKING = (
    6.762,  # bm25
    1.693,  # explained
    1.215,  # likeness
    1.377,  # focus
    -0.301,  # pairs
    -0.175,  # phrase
    2.471,  # company
    3.323,  # kinship
    0.160,  # missing
    2.047,  # plan named
    -2.047,  # another plan
    -0.090,  # only Hải Dương
    -0.354,  # only Tam Kỳ
    0.504,  # owner named
    -0.504,  # another owner
    -0.000,  # district
    0.213,  # year
    0.196,  # section
    -0.196,  # another section
    0.305,  # when: dated
    0.506,  # when: day or month
    -0.955,  # when: no time
    0.127,  # count: target
    0.464,  # count: figure
    -0.464,  # count: no figure
    0.712,  # percent
    -0.712,  # no percent
    0.743,  # number: document
    -0.743,  # number: no document
    0.826,  # who: duty
    0.108,  # who: content
    0.738,  # who: model
    0.955,  # name: model
    0.522,  # criteria
    -0.522,  # no criteria
    -0.872,  # no standard
    -0.833,  # no unit
    -0.440,  # no numbered unit
    0.229,  # no noun
    -1.443,  # which: no name
    -0.367,  # list: places
    -0.002,  # model: model
    0.002,  # model: other
    0.351,  # report: regime
    -0.351,  # report: other
    0.427,  # purpose: content
    -0.825,  # Regime
    -0.617,  # Milestone
    -0.525,  # Model
    -0.678,  # Target
    1.414,  # Communes
    -0.154,  # Districts
    -0.661,  # Legal
    0.201,  # Duty
    0.238,  # Criteria
    0.167,  # Content
    1.439,  # Note
)
TRUST = (
    -2.450,  # constant
    1.312,  # share
    0.933,  # gap
    -0.286,  # shown share
    0.405,  # unknown words
    -0.943,  # missing words
    -0.156,  # missing weight
    0.463,  # length
    -0.728,  # aims
    1.456,  # bm25
    -0.424,  # explained
    -1.198,  # likeness
    0.621,  # focus
    0.680,  # pairs
    -0.214,  # phrase
    0.557,  # company
    1.707,  # kinship
    -0.198,  # missing
    0.715,  # plan named
    -0.984,  # another plan
    0.282,  # only Hải Dương
    -0.493,  # only Tam Kỳ
    0.026,  # owner named
    -0.314,  # another owner
    -0.479,  # district
    0.288,  # year
    -0.025,  # section
    -0.572,  # another section
    1.276,  # when: dated
    0.216,  # when: day or month
    -0.991,  # when: no time
    1.061,  # count: target
    -0.428,  # count: figure
    -0.788,  # count: no figure
    0.245,  # percent
    -0.533,  # no percent
    1.030,  # number: document
    0.726,  # number: no document
    0.567,  # who: duty
    0.130,  # who: content
    0.608,  # who: model
    0.761,  # name: model
    0.799,  # criteria
    0.439,  # no criteria
    -0.174,  # no standard
    -1.818,  # no unit
    -0.272,  # no numbered unit
    -1.294,  # no noun
    -1.660,  # which: no name
    0.478,  # list: places
    0.163,  # model: model
    -0.132,  # model: other
    0.148,  # report: regime
    -0.010,  # report: other
    0.109,  # purpose: content
    -0.626,  # Regime
    -0.068,  # Milestone
    -0.179,  # Model
    -0.701,  # Target
    -0.533,  # Communes
    -0.246,  # Districts
    -0.721,  # Legal
    -0.204,  # Duty
    0.285,  # Criteria
    0.586,  # Content
    -0.064,  # Note
)
