"""The same reading and checking over an archive, on Apache Spark.

`archive` is one run from beginning to end. `inputs` finds the files and cuts them into pieces, `records`
takes the records out of a piece, `serving` reads and checks in a process of its own, so that what crashes it
costs one record; `tasks` is what Spark's tasks do. `schemas` has the tables, `linking` says which documents
hang together, `storing` makes a run a part of the archive, whole or not at all, `watching` tells of its
progress, `session` begins Spark.
"""
