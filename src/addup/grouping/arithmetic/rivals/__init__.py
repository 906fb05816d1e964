"""What two voices tell of one thing: counts of the same, prices of one firm."""
