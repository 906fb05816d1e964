"""Polls and votes: which shares and numbers are of those asked, or of the votes cast, and who they are.

`mentions` tells where a text speaks of polls or votes, and which polls others are held against, `asked` whom
a poll asked, `groups` which shares are of them or of a group among them, `shares` which are leads, margins of
error or moves of prices, `facts` which tell what nobody is asked, `votes` which numbers are sides of a vote.
Of which poll a share is a result, `addup.reading.crediting.poll_results` tells.
"""

from addup.reading.polls.asked import (
    asked_elsewhere,
    asked_in_sentence,
    is_asked,
    names_those_asked,
    opening_group,
    questioned_before,
)
from addup.reading.polls.facts import is_of_fact
from addup.reading.polls.groups import group_beside, is_from_those_asked, is_of_group, is_of_poll, is_told_of
from addup.reading.polls.mentions import is_held_against, is_of_race, is_polled, speaks_of, takers
from addup.reading.polls.shares import is_lead_or_support, is_moved, is_outcome, margin_of_error
from addup.reading.polls.votes import is_of_count, is_of_votes_cast, is_result_of, is_tally, is_won_by

__all__ = [
    "asked_elsewhere",
    "asked_in_sentence",
    "group_beside",
    "is_asked",
    "is_from_those_asked",
    "is_held_against",
    "is_lead_or_support",
    "is_moved",
    "is_of_count",
    "is_of_fact",
    "is_of_group",
    "is_of_poll",
    "is_of_race",
    "is_of_votes_cast",
    "is_outcome",
    "is_polled",
    "is_result_of",
    "is_tally",
    "is_told_of",
    "is_won_by",
    "margin_of_error",
    "names_those_asked",
    "opening_group",
    "questioned_before",
    "speaks_of",
    "takers",
]
