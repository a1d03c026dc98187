"""Weights fitted on the project's own questions by ``python -m tests.fitting``; not written by hand."""

RANKING = (
    6.962,  # bm25
    1.498,  # explained
    1.765,  # likeness
    1.407,  # focus
    -0.208,  # pairs
    0.275,  # phrase
    2.776,  # company
    2.824,  # kinship
    -0.180,  # missing
    1.782,  # plan named
    -1.782,  # another plan
    -0.003,  # only Hải Dương
    -0.435,  # only Tam Kỳ
    0.479,  # city: Tam Kỳ
    0.231,  # name said
    0.468,  # owner named
    -0.468,  # another owner
    -0.000,  # district
    0.124,  # year
    0.032,  # section
    -0.032,  # another section
    0.158,  # when: dated
    0.336,  # when: day or month
    -0.928,  # when: no time
    0.298,  # count: target
    0.493,  # count: figure
    -0.493,  # count: no figure
    0.633,  # percent
    -0.633,  # no percent
    0.406,  # number: document
    -0.406,  # number: no document
    0.842,  # who: duty
    -0.007,  # who: content
    0.509,  # who: model
    0.481,  # name: model
    0.328,  # criteria
    -0.328,  # no criteria
    -0.787,  # no standard
    -0.698,  # no unit
    -0.380,  # no numbered unit
    -0.041,  # no noun
    -0.554,  # which: no name
    -0.130,  # list: places
    0.049,  # model: model
    -0.049,  # model: other
    0.287,  # report: regime
    -0.287,  # report: other
    0.297,  # purpose: content
    -0.635,  # Regime
    -0.654,  # Milestone
    -0.675,  # Model
    -0.927,  # Target
    1.550,  # Communes
    -0.263,  # Districts
    -0.491,  # Legal
    0.148,  # Duty
    0.486,  # Criteria
    0.146,  # Content
    1.314,  # Note
)
TRUST = (
    -2.882,  # constant
    1.344,  # share
    1.382,  # gap
    -0.251,  # shown share
    0.523,  # unknown words
    -0.773,  # missing words
    0.111,  # missing weight
    -0.299,  # missing beside what asks
    0.145,  # missing of a name
    0.027,  # missing of a document
    0.021,  # missing of a figure
    -0.033,  # missing of a duty
    0.166,  # unknown of a name
    0.455,  # length
    -0.571,  # aims
    1.770,  # bm25
    -0.871,  # explained
    -0.251,  # likeness
    0.927,  # focus
    0.432,  # pairs
    0.406,  # phrase
    1.009,  # company
    1.090,  # kinship
    -0.419,  # missing
    0.227,  # plan named
    -0.569,  # another plan
    0.087,  # only Hải Dương
    -0.438,  # only Tam Kỳ
    -0.573,  # city: Tam Kỳ
    -0.122,  # name said
    -0.249,  # owner named
    0.146,  # another owner
    -0.875,  # district
    -0.019,  # year
    0.015,  # section
    -0.753,  # another section
    0.874,  # when: dated
    0.385,  # when: day or month
    -0.639,  # when: no time
    1.101,  # count: target
    -0.414,  # count: figure
    -0.790,  # count: no figure
    0.430,  # percent
    0.061,  # no percent
    1.287,  # number: document
    0.499,  # number: no document
    0.296,  # who: duty
    -0.040,  # who: content
    0.674,  # who: model
    0.322,  # name: model
    0.382,  # criteria
    0.147,  # no criteria
    0.027,  # no standard
    -1.219,  # no unit
    -0.072,  # no numbered unit
    -1.456,  # no noun
    -1.572,  # which: no name
    0.068,  # list: places
    0.277,  # model: model
    0.092,  # model: other
    -0.328,  # report: regime
    -0.053,  # report: other
    -0.015,  # purpose: content
    0.054,  # Regime
    -0.024,  # Milestone
    -0.271,  # Model
    -0.905,  # Target
    -0.799,  # Communes
    -0.407,  # Districts
    -0.960,  # Legal
    0.100,  # Duty
    -0.350,  # Criteria
    0.517,  # Content
    0.093,  # Note
)
