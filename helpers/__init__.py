"""Compare several articles about one event, source by source.

Data flows one way. What each step needs beyond its own module stands in the folder beside it:

    corpus        texts/                     the files of a story, the article and the page around it
    language                                 the one place that loads spaCy
    lexicons      lexicons/ (CSV)            word lists, cue lists, weights: data that a reader can edit
    quantities    numbers/                   numbers of every kind, each with its interval
    attribution   quoting/                   who says what, how firmly
    names         name_rules/                who is who over the whole story
    hype          hype_rules/                measure 1
    readability   reading_ease/              measure 2
    superlatives  superlative_rules/         measure 3
    facts         statements/, settling/     measure 4: what each article says; what answers what
    divergence    comparing/                 the verdict on each question
    intervals, resampling                    how far a number can be trusted
    accuracy      scoring/                   detectors against labels
    analysis      store, engines             all measures of a story, once, kept on disk
    findings/, charts/                       tables in; sentences and figures out
    report        publishing/, pages/        notebooks run, report built

`tests/test_imports.py` says which of them may import which.
"""
