"""Which numbers of a report make up one sum, share, change, product or difference, as learnt from texts.

Rules know the wordings that somebody wrote down; most reports use others. So candidates are formed of all
numbers that stand near each other, whatever words are between them, and small networks, which learnt from
reports with marked numbers (`training/together.py`), say how likely each is. Whether numbers that belong
together also agree is asked in the next room.
"""
