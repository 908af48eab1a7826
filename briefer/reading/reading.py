"""What reading a file gives: its bytes, its text, how sure we are of it, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from briefer.errors import BrieferError
from briefer.wording.counted import counted

DELETED: Final = "tracked deletion"
HIDDEN: Final = "hidden stretch"
COMMENT: Final = "comment"
FORMULA: Final = "formula"


class UnreadableError(BrieferError):
    """The file cannot become a source."""


class TooDeepError(UnreadableError):
    """What a file holds is nested deeper than can be read."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            f"“{file_name}” is nested deeper than any document, too deep to be read;"
            " copy its words into a new document, and add that."
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A value for a field of a reference, and the place in the file that it comes from, in words."""

    value: str
    where: str


Fields = Mapping[str, Found]
"""What was found for the fields of a `model.records.Reference`, by their names."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader takes out of a file.

    `text` is what passages are anchored in: line ends are LF, control characters are gone (`dropped`
    says how many), everything else is as it stood. `guessed` tells that nothing in the file names
    its `encoding`; `replaced` counts the bytes that it could not explain, which stand as U+FFFD.
    """

    format: str
    """What the file is, in words: “Web page”, “Word document”."""
    text: str
    encoding: str
    guessed: bool = False
    dropped: int = 0
    replaced: int = 0
    reference: Fields = field(default_factory=dict)
    """What fields of the file name: og:title, dc:creator, Subject."""
    suggested: Fields = field(default_factory=dict)
    """What is likely and no field says so, for the user to accept; never a field of `reference`."""
    pages: tuple[int, ...] = ()
    """Code points at which pages 1, 2, … begin, blank ones at one place; empty where the format has none."""
    remarks: tuple[str, ...] = ()
    """Sentences for the user, such as “2 tracked deletions left out of the text.”"""
    more: str = ""
    """What else can be offered: the “page” around an article, files “attached”, an “encoding” to choose."""
    attached: int = 0
    """How many files came with a message, those with messages attached to it counted too."""


@dataclass(frozen=True, slots=True)
class Reading(Extract):
    """A file that was read: what was taken out of it, with its name and its bytes."""

    file_name: str = field(kw_only=True)
    data: bytes = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a message; its name is no path."""

    name: str
    data: bytes
    inside: str = ""
    """The attached message that it came with, or nothing for the one that was asked for."""
    listed: bool = False
    """It is a message, and what came with it is listed too."""


@dataclass(frozen=True, slots=True)
class Attachments:
    """What came with a message; the remarks are sentences about what is not listed."""

    files: tuple[Attached, ...] = ()
    remarks: tuple[str, ...] = ()


def left_out(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Say what of a file is not in its text, how many of each."""
    return tuple(f"{counted(count, what)} left out of the text." for what, count in counts.items() if count)
