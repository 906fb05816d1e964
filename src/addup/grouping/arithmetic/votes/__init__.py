"""Votes: each candidate's, those cast, margins, and how a chamber divided."""
