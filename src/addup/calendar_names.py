"""The English names of the days of the week and of the months, for every room.

Those of Python's own `calendar` change with the language that a program sets.
"""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""In the order of ISO 8601, which numbers them from 1."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ANY_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
"""A pattern that finds the name of one."""
ANY_MONTH = f"(?:{'|'.join(MONTHS)})"
