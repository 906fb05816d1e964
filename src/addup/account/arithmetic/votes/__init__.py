"""Votes held against all that were cast, and against margins and seats."""
