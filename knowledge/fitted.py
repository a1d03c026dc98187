"""Weights fitted on the project's own questions by ``python -m tests.fitting``; not written by hand."""

RANKING = (
    6.954,  # bm25
    1.623,  # explained
    1.625,  # likeness
    1.230,  # focus
    2.892,  # company
    2.770,  # kinship
    -0.192,  # missing
    1.818,  # plan named
    -1.818,  # another plan
    -0.014,  # only Hải Dương
    -0.449,  # only Tam Kỳ
    0.472,  # city: Tam Kỳ
    0.249,  # name said
    0.459,  # owner named
    -0.459,  # another owner
    -0.000,  # district
    0.206,  # year
    0.028,  # section
    -0.028,  # another section
    0.149,  # when: dated
    0.365,  # when: day or month
    -0.903,  # when: no time
    0.301,  # count: target
    0.494,  # count: figure
    -0.494,  # count: no figure
    0.632,  # percent
    -0.632,  # no percent
    0.453,  # number: document
    -0.453,  # number: no document
    0.871,  # who: duty
    0.011,  # who: content
    0.518,  # who: model
    0.497,  # name: model
    0.336,  # criteria
    -0.336,  # no criteria
    -0.775,  # no standard
    -0.688,  # no unit
    -0.372,  # no numbered unit
    -0.043,  # no noun
    -0.430,  # which: no name
    -0.153,  # list: places
    0.042,  # model: model
    -0.042,  # model: other
    0.230,  # report: regime
    -0.230,  # report: other
    0.288,  # purpose: content
    -0.608,  # Regime
    -0.622,  # Milestone
    -0.683,  # Model
    -0.921,  # Target
    1.575,  # Communes
    -0.267,  # Districts
    -0.501,  # Legal
    0.178,  # Duty
    0.476,  # Criteria
    0.146,  # Content
    1.227,  # Note
)
TRUST = (
    -2.888,  # constant
    1.555,  # share
    1.504,  # gap
    -0.513,  # shown share
    0.567,  # unknown words
    -0.959,  # missing words
    0.324,  # missing weight
    -0.232,  # missing beside what asks
    -0.032,  # missing of a name
    0.081,  # missing of a document
    -0.122,  # missing of a figure
    -0.168,  # missing of a duty
    0.228,  # unknown of a name
    0.407,  # length
    -0.549,  # aims
    1.991,  # bm25
    -0.702,  # explained
    0.069,  # likeness
    1.098,  # focus
    1.203,  # company
    0.941,  # kinship
    -0.542,  # missing
    0.132,  # plan named
    -0.665,  # another plan
    0.156,  # only Hải Dương
    -0.422,  # only Tam Kỳ
    -0.542,  # city: Tam Kỳ
    0.101,  # name said
    -0.256,  # owner named
    0.051,  # another owner
    -0.880,  # district
    -0.120,  # year
    0.037,  # section
    -0.487,  # another section
    0.970,  # when: dated
    0.352,  # when: day or month
    -0.394,  # when: no time
    1.137,  # count: target
    -0.475,  # count: figure
    -0.661,  # count: no figure
    0.340,  # percent
    0.062,  # no percent
    1.253,  # number: document
    0.479,  # number: no document
    0.318,  # who: duty
    -0.099,  # who: content
    0.632,  # who: model
    0.330,  # name: model
    0.319,  # criteria
    0.152,  # no criteria
    0.076,  # no standard
    -1.048,  # no unit
    -0.172,  # no numbered unit
    -1.463,  # no noun
    -1.629,  # which: no name
    0.017,  # list: places
    0.254,  # model: model
    0.057,  # model: other
    -0.266,  # report: regime
    -0.047,  # report: other
    -0.059,  # purpose: content
    0.219,  # Regime
    -0.040,  # Milestone
    -0.369,  # Model
    -0.858,  # Target
    -0.728,  # Communes
    -0.443,  # Districts
    -1.061,  # Legal
    0.118,  # Duty
    -0.381,  # Criteria
    0.465,  # Content
    0.115,  # Note
)
