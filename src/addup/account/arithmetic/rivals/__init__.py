"""What two voices tell of one thing and cannot both be right about."""
