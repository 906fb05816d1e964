"""How near words stand that say what happened, and how one noun hangs below another."""

# Labels of a noun below another.
NOMINAL = frozenset({"nmod", "nmod:unmarked"})
PHRASE = 2  # tokens of a noun and its preposition
NEAR_CHANGE = 6  # tokens from "up" to what it is up from: "up 3% from"
