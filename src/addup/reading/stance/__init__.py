"""The standing of figures: stated, expected, denied or supposed."""

from addup.reading.stance.find import stance_of

__all__ = ["stance_of"]
