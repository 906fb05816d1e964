"""Where what is counted is or happened, as the text says it.

First the places that a sentence names: `tokens` asks what a word or name looks like, `kinds` knows the common
nouns of places ("the port") and `names` which names are those of places; `extents` tells how far a name
reaches, and `unknown` which names are places by the word before them alone. `phrases` puts the place behind a
preposition together, `find` gives all of some sentences.

Then the one that limits a figure: `owners` knows whose the things counted are ("Ohio voters"), `told` of what
place a clause tells ("Malta has 40"), `apart` which places are in clauses of something else, `nearest` the
nearest of the others; `choose` tells which of them counts first.
"""

from addup.reading.places.choose import place_figures

__all__ = ["place_figures"]
