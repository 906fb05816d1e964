"""Which subjects are one, which reports meet, and what people decided about both."""
