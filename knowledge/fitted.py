"""Weights fitted on the project's own questions by ``python -m tests.fitting``; not written by hand."""

RANKING = (
    8.242,  # bm25
    2.386,  # explained
    3.429,  # likeness
    1.939,  # focus
    -0.615,  # pairs
    -0.293,  # phrase
    1.207,  # missing
    2.141,  # plan named
    -2.141,  # another plan
    -0.355,  # only Hải Dương
    -0.687,  # only Tam Kỳ
    0.579,  # owner named
    -0.579,  # another owner
    -0.000,  # district
    0.447,  # year
    0.258,  # section
    -0.258,  # another section
    0.916,  # when: dated
    0.441,  # when: day or month
    -0.890,  # when: no time
    -0.273,  # count: target
    0.346,  # count: figure
    -0.346,  # count: no figure
    0.714,  # percent
    -0.714,  # no percent
    0.303,  # number: document
    -0.303,  # number: no document
    0.975,  # who: duty
    0.203,  # who: content
    0.867,  # who: model
    0.498,  # name: model
    0.284,  # criteria
    -0.284,  # no criteria
    -0.820,  # no standard
    -1.143,  # no unit
    -0.677,  # no numbered unit
    -0.458,  # no noun
    -0.894,  # which: no name
    0.016,  # list: places
    0.058,  # model: model
    -0.058,  # model: other
    0.012,  # report: regime
    -0.012,  # report: other
    0.379,  # purpose: content
    -0.702,  # Regime
    -0.896,  # Milestone
    -0.482,  # Model
    -0.834,  # Target
    0.494,  # Communes
    -0.453,  # Districts
    -0.604,  # Legal
    -0.029,  # Duty
    -0.030,  # Criteria
    0.209,  # Content
    3.323,  # Note
)
TRUST = (
    -3.347,  # constant
    1.261,  # share
    0.775,  # gap
    1.445,  # shown share
    0.322,  # unknown words
    -2.053,  # missing words
    0.030,  # missing weight
    1.528,  # length
    -0.386,  # aims
    0.764,  # bm25
    -1.046,  # explained
    1.658,  # likeness
    0.392,  # focus
    0.858,  # pairs
    -0.479,  # phrase
    -0.211,  # missing
    1.089,  # plan named
    -0.865,  # another plan
    0.151,  # only Hải Dương
    -0.382,  # only Tam Kỳ
    -0.061,  # owner named
    -0.209,  # another owner
    -0.409,  # district
    0.229,  # year
    -0.259,  # section
    -0.558,  # another section
    -0.106,  # when: dated
    0.493,  # when: day or month
    0.015,  # when: no time
    0.542,  # count: target
    -0.216,  # count: figure
    -0.699,  # count: no figure
    0.732,  # percent
    -1.120,  # no percent
    0.315,  # number: document
    0.428,  # number: no document
    -0.185,  # who: duty
    0.109,  # who: content
    0.778,  # who: model
    0.755,  # name: model
    0.822,  # criteria
    0.042,  # no criteria
    -0.422,  # no standard
    -1.480,  # no unit
    -0.002,  # no numbered unit
    -0.898,  # no noun
    -1.334,  # which: no name
    -0.268,  # list: places
    0.307,  # model: model
    0.060,  # model: other
    -0.054,  # report: regime
    -0.328,  # report: other
    0.522,  # purpose: content
    -0.681,  # Regime
    -0.250,  # Milestone
    -0.548,  # Model
    -0.742,  # Target
    0.029,  # Communes
    -0.304,  # Districts
    -0.737,  # Legal
    -0.169,  # Duty
    -0.268,  # Criteria
    0.195,  # Content
    0.104,  # Note
)
