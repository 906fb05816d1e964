"""Changes held against what was before and after."""
