"""Reports of speech in a parsed text, learnt: cues among words, their sources and contents among phrases.

`spans` puts them together, `features` and `words` say what a word shows of being a cue, `sources` and
`contents` what may be one and what speaks for it, `tree` looks things up in the parse, `network` weighs.
"""
