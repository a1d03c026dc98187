"""Weights fitted on the project's own questions by ``python -m tests.fitting``; not written by hand."""

RANKING = (
    6.911,  # bm25
    1.621,  # explained
    1.651,  # likeness
    1.158,  # focus
    2.932,  # company
    2.777,  # kinship
    -0.330,  # missing
    1.866,  # plan named
    -1.866,  # another plan
    -0.083,  # only Hải Dương
    -0.360,  # only Tam Kỳ
    0.443,  # city: Tam Kỳ
    0.284,  # name said
    0.463,  # owner named
    -0.463,  # another owner
    -0.000,  # district
    0.133,  # year
    0.114,  # section
    -0.114,  # another section
    0.183,  # when: dated
    0.369,  # when: day or month
    -0.840,  # when: no time
    0.215,  # count: target
    0.525,  # count: figure
    -0.525,  # count: no figure
    0.644,  # percent
    -0.644,  # no percent
    0.478,  # number: document
    -0.478,  # number: no document
    0.834,  # who: duty
    -0.006,  # who: content
    0.446,  # who: model
    0.491,  # name: model
    0.397,  # criteria
    -0.397,  # no criteria
    -0.804,  # no standard
    -0.710,  # no unit
    -0.384,  # no numbered unit
    -0.173,  # no noun
    -0.585,  # which: no name
    -0.185,  # list: places
    0.036,  # model: model
    -0.036,  # model: other
    0.206,  # report: regime
    -0.206,  # report: other
    0.340,  # purpose: content
    -0.530,  # Regime
    -0.680,  # Milestone
    -0.682,  # Model
    -0.874,  # Target
    1.727,  # Communes
    -0.279,  # Districts
    -0.505,  # Legal
    0.116,  # Duty
    0.395,  # Criteria
    0.101,  # Content
    1.209,  # Note
)
TRUST = (
    -4.195,  # constant
    1.778,  # share
    1.476,  # gap
    -0.498,  # shown share
    0.164,  # unknown words
    -0.852,  # missing words
    0.476,  # missing weight
    -0.223,  # missing beside what asks
    0.222,  # missing of a name
    0.413,  # missing of a document
    -0.023,  # missing of a figure
    -0.504,  # missing of a duty
    0.125,  # unknown of a name
    0.620,  # length
    -0.063,  # aims
    1.399,  # bm25
    -0.795,  # explained
    0.602,  # likeness
    1.031,  # focus
    1.467,  # company
    1.731,  # kinship
    -0.595,  # missing
    0.512,  # plan named
    -0.632,  # another plan
    0.126,  # only Hải Dương
    -0.887,  # only Tam Kỳ
    0.049,  # city: Tam Kỳ
    0.092,  # name said
    -0.030,  # owner named
    0.319,  # another owner
    -0.642,  # district
    -0.110,  # year
    -0.100,  # section
    -0.107,  # another section
    0.828,  # when: dated
    0.278,  # when: day or month
    -0.162,  # when: no time
    1.119,  # count: target
    -0.581,  # count: figure
    -0.750,  # count: no figure
    0.427,  # percent
    0.023,  # no percent
    1.367,  # number: document
    0.461,  # number: no document
    0.158,  # who: duty
    0.177,  # who: content
    0.624,  # who: model
    0.064,  # name: model
    0.347,  # criteria
    0.365,  # no criteria
    -0.320,  # no standard
    -1.286,  # no unit
    -0.271,  # no numbered unit
    -1.562,  # no noun
    -1.672,  # which: no name
    0.508,  # list: places
    0.282,  # model: model
    -0.051,  # model: other
    -0.168,  # report: regime
    -0.045,  # report: other
    0.144,  # purpose: content
    -0.115,  # Regime
    -0.065,  # Milestone
    -0.543,  # Model
    -1.048,  # Target
    -0.853,  # Communes
    -0.464,  # Districts
    -1.109,  # Legal
    -0.117,  # Duty
    0.024,  # Criteria
    0.241,  # Content
    -0.241,  # Note
)
