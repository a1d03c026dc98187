"""Weights fitted on the project's own questions by ``python -m tests.fitting``; not written by hand."""

RANKING = (
    7.003,  # bm25
    1.448,  # explained
    1.734,  # likeness
    1.492,  # focus
    -0.233,  # pairs
    0.294,  # phrase
    2.782,  # company
    2.832,  # kinship
    -0.080,  # missing
    1.766,  # plan named
    -1.766,  # another plan
    -0.002,  # only Hải Dương
    -0.388,  # only Tam Kỳ
    0.514,  # city: Tam Kỳ
    0.257,  # name said
    0.449,  # owner named
    -0.449,  # another owner
    -0.000,  # district
    0.164,  # year
    0.130,  # section
    -0.130,  # another section
    0.158,  # when: dated
    0.451,  # when: day or month
    -0.966,  # when: no time
    0.216,  # count: target
    0.492,  # count: figure
    -0.492,  # count: no figure
    0.596,  # percent
    -0.596,  # no percent
    0.533,  # number: document
    -0.533,  # number: no document
    0.774,  # who: duty
    0.020,  # who: content
    0.534,  # who: model
    0.477,  # name: model
    0.388,  # criteria
    -0.388,  # no criteria
    -0.756,  # no standard
    -0.657,  # no unit
    -0.318,  # no numbered unit
    0.015,  # no noun
    -0.606,  # which: no name
    -0.137,  # list: places
    0.017,  # model: model
    -0.017,  # model: other
    0.240,  # report: regime
    -0.240,  # report: other
    0.340,  # purpose: content
    -0.604,  # Regime
    -0.645,  # Milestone
    -0.659,  # Model
    -0.861,  # Target
    1.421,  # Communes
    -0.248,  # Districts
    -0.483,  # Legal
    0.208,  # Duty
    0.432,  # Criteria
    0.153,  # Content
    1.286,  # Note
)
TRUST = (
    -2.701,  # constant
    1.270,  # share
    1.320,  # gap
    -0.249,  # shown share
    0.301,  # unknown words
    -1.043,  # missing words
    0.258,  # missing weight
    -0.132,  # missing beside what asks
    0.109,  # missing of a name
    0.015,  # missing of a document
    -0.129,  # missing of a figure
    0.112,  # missing of a duty
    0.168,  # unknown of a name
    0.321,  # length
    -0.491,  # aims
    1.719,  # bm25
    -0.820,  # explained
    -0.309,  # likeness
    0.553,  # focus
    0.479,  # pairs
    0.570,  # phrase
    1.123,  # company
    1.114,  # kinship
    -0.497,  # missing
    0.249,  # plan named
    -0.399,  # another plan
    0.265,  # only Hải Dương
    -0.530,  # only Tam Kỳ
    0.000,  # city: Tam Kỳ
    -0.202,  # name said
    -0.091,  # owner named
    -0.055,  # another owner
    -0.873,  # district
    0.092,  # year
    -0.093,  # section
    -0.799,  # another section
    1.203,  # when: dated
    0.249,  # when: day or month
    -1.028,  # when: no time
    0.851,  # count: target
    -0.271,  # count: figure
    -0.718,  # count: no figure
    0.428,  # percent
    0.068,  # no percent
    0.678,  # number: document
    0.461,  # number: no document
    0.211,  # who: duty
    -0.058,  # who: content
    0.770,  # who: model
    0.478,  # name: model
    0.427,  # criteria
    0.221,  # no criteria
    0.075,  # no standard
    -1.594,  # no unit
    0.084,  # no numbered unit
    -1.539,  # no noun
    -1.400,  # which: no name
    0.233,  # list: places
    0.155,  # model: model
    -0.028,  # model: other
    0.019,  # report: regime
    0.165,  # report: other
    0.192,  # purpose: content
    -0.146,  # Regime
    -0.231,  # Milestone
    -0.253,  # Model
    -0.888,  # Target
    -0.901,  # Communes
    -0.301,  # Districts
    -0.622,  # Legal
    0.210,  # Duty
    -0.292,  # Criteria
    0.511,  # Content
    0.141,  # Note
)
