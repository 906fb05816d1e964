"""Tables: the rules of a table, checked row by row."""
