"""What addup can explain to its user when something is wrong with the input."""


class AddupError(Exception):
    """The common parent of every error that is the input's, not addup's.

    Its text is one line: what is wrong, where, and what to do. The commands print it on stderr and
    end with status 2.
    """


class DocumentError(AddupError):
    """A document could not be had or read: no such file, no text, another language, no answer."""


class DateError(AddupError):
    """A date given by the user is not a date that can be read."""


class AccountError(AddupError):
    """An account has mistakes. `mistakes` lists all of them, each with its place."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class PipelineError(AddupError):
    """A language pipeline that the user names cannot be had, or lacks what reading needs."""
