"""Weights fitted on the project's own questions by ``python -m tests.fitting``; not written by hand."""

RANKING = (
    7.024,  # bm25
    1.433,  # explained
    1.778,  # likeness
    1.492,  # focus
    -0.248,  # pairs
    0.304,  # phrase
    2.761,  # company
    2.868,  # kinship
    -0.079,  # missing
    1.765,  # plan named
    -1.765,  # another plan
    -0.001,  # only Hải Dương
    -0.349,  # only Tam Kỳ
    0.432,  # owner named
    -0.432,  # another owner
    -0.000,  # district
    0.163,  # year
    0.129,  # section
    -0.129,  # another section
    0.152,  # when: dated
    0.450,  # when: day or month
    -0.967,  # when: no time
    0.209,  # count: target
    0.491,  # count: figure
    -0.491,  # count: no figure
    0.596,  # percent
    -0.596,  # no percent
    0.531,  # number: document
    -0.531,  # number: no document
    0.766,  # who: duty
    0.019,  # who: content
    0.579,  # who: model
    0.442,  # name: model
    0.379,  # criteria
    -0.379,  # no criteria
    -0.752,  # no standard
    -0.656,  # no unit
    -0.314,  # no numbered unit
    0.024,  # no noun
    -0.603,  # which: no name
    -0.139,  # list: places
    0.010,  # model: model
    -0.010,  # model: other
    0.240,  # report: regime
    -0.240,  # report: other
    0.335,  # purpose: content
    -0.607,  # Regime
    -0.659,  # Milestone
    -0.576,  # Model
    -0.866,  # Target
    1.413,  # Communes
    -0.257,  # Districts
    -0.501,  # Legal
    0.202,  # Duty
    0.426,  # Criteria
    0.147,  # Content
    1.277,  # Note
)
TRUST = (
    -2.683,  # constant
    1.318,  # share
    1.382,  # gap
    -0.334,  # shown share
    0.291,  # unknown words
    -1.070,  # missing words
    0.072,  # missing weight
    -0.224,  # missing beside what asks
    0.002,  # missing of a name
    0.150,  # missing of a document
    -0.174,  # missing of a figure
    0.133,  # missing of a duty
    0.170,  # unknown of a name
    0.398,  # length
    -0.453,  # aims
    1.677,  # bm25
    -0.904,  # explained
    -0.342,  # likeness
    0.691,  # focus
    0.391,  # pairs
    0.575,  # phrase
    1.120,  # company
    1.033,  # kinship
    -0.361,  # missing
    0.303,  # plan named
    -0.401,  # another plan
    0.295,  # only Hải Dương
    -0.460,  # only Tam Kỳ
    -0.019,  # owner named
    -0.040,  # another owner
    -0.687,  # district
    0.090,  # year
    -0.102,  # section
    -0.770,  # another section
    1.209,  # when: dated
    0.075,  # when: day or month
    -0.987,  # when: no time
    0.795,  # count: target
    -0.247,  # count: figure
    -0.782,  # count: no figure
    0.418,  # percent
    0.065,  # no percent
    0.464,  # number: document
    0.580,  # number: no document
    0.149,  # who: duty
    -0.098,  # who: content
    0.804,  # who: model
    0.486,  # name: model
    0.380,  # criteria
    0.241,  # no criteria
    -0.102,  # no standard
    -1.565,  # no unit
    0.039,  # no numbered unit
    -1.498,  # no noun
    -1.437,  # which: no name
    0.253,  # list: places
    0.266,  # model: model
    -0.071,  # model: other
    -0.101,  # report: regime
    0.256,  # report: other
    -0.022,  # purpose: content
    -0.167,  # Regime
    -0.213,  # Milestone
    -0.321,  # Model
    -0.792,  # Target
    -0.916,  # Communes
    -0.157,  # Districts
    -0.669,  # Legal
    0.188,  # Duty
    -0.322,  # Criteria
    0.485,  # Content
    0.133,  # Note
)
