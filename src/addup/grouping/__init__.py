"""The room that puts figures about the same thing together (the design's room `series`).

It is not called `series` because `addup.grouping` is the function: importing a module
`addup.grouping.group` would put the module in the function's place.

Its parts, each knows only those before it: `subjects`, `relations`, `arithmetic`, `joining`.
"""
