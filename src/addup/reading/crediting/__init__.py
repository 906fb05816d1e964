"""Whom a text credits: who says what in it, and the source of each of its figures.

`attributions` tells who says what, with the speaker's name and the stance; `credits` whom the text credits
for a figure.

`voices` finds the reports in the parse: by a verb, by a noun, by "according to". Of those around a figure
`choosing` takes the one that speaks of it. Where there is none, one may go on to it: `quoted` tells who
speaks a quotation, `poll_results` which poll a share is a result of, `going_on` which report a sentence goes
on with (`deals`, `results`: that of a deal, or of a firm's results). `credit_lines` finds credits in brackets
and headlines, `transcripts` who speaks in one by the labels, and whose a post is, `interviews` who answers in
one, `learnt` asks the learnt model of attributions.

Who that is: `referents` tells for whom a pronoun speaks, `documents` who stands behind a document,
`source_phrases` which words name a source, `source_kind` of what kind it is. `article` has what is found once
for a text, `words` the table.
"""

from addup.reading.crediting.attributions import attributions, stance_of_cue
from addup.reading.crediting.credits import Credits

__all__ = ["Credits", "attributions", "stance_of_cue"]
