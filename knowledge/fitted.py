"""Weights fitted on the project's questions by ``python -m tests.fitting``; not written by hand."""

RANKING = (
    6.921,  # bm25
    1.590,  # explained
    1.685,  # likeness
    1.156,  # focus
    2.910,  # company
    2.793,  # kinship
    -0.360,  # missing
    1.869,  # plan named
    -1.869,  # another plan
    -0.086,  # only Hải Dương
    -0.375,  # only Tam Kỳ
    0.444,  # city: Tam Kỳ
    0.279,  # name said
    0.459,  # owner named
    -0.459,  # another owner
    -0.000,  # district
    0.108,  # year
    0.112,  # section
    -0.112,  # another section
    0.171,  # when: dated
    0.370,  # when: day or month
    -0.832,  # when: no time
    0.214,  # count: target
    0.522,  # count: figure
    -0.522,  # count: no figure
    0.638,  # percent
    -0.638,  # no percent
    0.496,  # number: document
    -0.496,  # number: no document
    0.840,  # who: duty
    -0.007,  # who: content
    0.448,  # who: model
    0.488,  # name: model
    0.398,  # criteria
    -0.398,  # no criteria
    -0.800,  # no standard
    -0.700,  # no unit
    -0.378,  # no numbered unit
    -0.171,  # no noun
    -0.583,  # which: no name
    -0.187,  # list: places
    0.035,  # model: model
    -0.035,  # model: other
    0.196,  # report: regime
    -0.196,  # report: other
    0.325,  # purpose: content
    -0.532,  # Regime
    -0.669,  # Milestone
    -0.681,  # Model
    -0.833,  # Target
    1.735,  # Communes
    -0.279,  # Districts
    -0.499,  # Legal
    0.111,  # Duty
    0.394,  # Criteria
    0.102,  # Content
    1.150,  # Note
)
TRUST = (
    -4.240,  # constant
    1.762,  # share
    1.626,  # gap
    -0.625,  # shown share
    -0.005,  # unknown words
    -0.828,  # missing words
    0.351,  # missing weight
    -0.070,  # missing beside what asks
    0.308,  # missing of a name
    0.279,  # missing of a document
    -0.092,  # missing of a figure
    -0.451,  # missing of a duty
    0.124,  # unknown of a name
    0.617,  # length
    0.119,  # aims
    1.125,  # bm25
    -0.770,  # explained
    0.623,  # likeness
    1.172,  # focus
    1.341,  # company
    1.801,  # kinship
    -0.615,  # missing
    0.614,  # plan named
    -0.556,  # another plan
    0.128,  # only Hải Dương
    -0.761,  # only Tam Kỳ
    0.456,  # city: Tam Kỳ
    0.197,  # name said
    0.148,  # owner named
    0.271,  # another owner
    -0.524,  # district
    0.033,  # year
    -0.230,  # section
    -0.118,  # another section
    0.971,  # when: dated
    0.134,  # when: day or month
    -0.092,  # when: no time
    0.940,  # count: target
    -0.419,  # count: figure
    -0.647,  # count: no figure
    0.513,  # percent
    0.006,  # no percent
    0.996,  # number: document
    0.377,  # number: no document
    0.282,  # who: duty
    0.140,  # who: content
    0.589,  # who: model
    0.149,  # name: model
    0.402,  # criteria
    0.352,  # no criteria
    -0.330,  # no standard
    -1.266,  # no unit
    -0.368,  # no numbered unit
    -1.449,  # no noun
    -1.623,  # which: no name
    0.274,  # list: places
    0.281,  # model: model
    -0.067,  # model: other
    -0.385,  # report: regime
    -0.042,  # report: other
    0.134,  # purpose: content
    -0.257,  # Regime
    -0.103,  # Milestone
    -0.648,  # Model
    -1.025,  # Target
    -0.905,  # Communes
    -0.556,  # Districts
    -0.735,  # Legal
    -0.176,  # Duty
    -0.059,  # Criteria
    0.294,  # Content
    -0.164,  # Note
)
