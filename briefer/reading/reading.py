"""What reading a file gives: its bytes, its text, how sure we are of it, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefer.errors import BrieferError


class UnreadableError(BrieferError):
    """The file cannot become a source."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value for a field of a reference, and the place in the file that it comes from, in words."""

    value: str
    where: str


Fields = Mapping[str, Found]
"""What was found for the fields of a `model.records.Reference`, by their names."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader takes out of a file; see `Reading` for its parts."""

    format: str
    text: str
    encoding: str
    guessed: bool = False
    dropped: int = 0
    replaced: int = 0
    reference: Fields = field(default_factory=dict)
    suggested: Fields = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that was read.

    `text` is what passages are anchored in: line ends are LF, control characters are gone (`dropped`
    says how many), everything else is as it stood. `guessed` tells that nothing in the file names
    its `encoding`; `replaced` counts the bytes that it could not explain, which stand as U+FFFD.
    """

    file_name: str
    data: bytes
    text: str
    encoding: str
    guessed: bool = False
    dropped: int = 0
    replaced: int = 0
    format: str = "Plain text"
    """What the file is, in words: “Web page”, “Word document”."""
    reference: Fields = field(default_factory=dict)
    """What fields of the file name: og:title, dc:creator, Subject."""
    suggested: Fields = field(default_factory=dict)
    """What is likely and no field says so, for the user to accept; never a field of `reference`."""
    pages: tuple[int, ...] = ()
    """Code points at which pages 1, 2, … begin, blank ones at one place; empty where the format has none."""
    remarks: tuple[str, ...] = ()
    """Sentences for the user, such as “2 tracked deletions were left out.”"""
    more: str = ""
    """What else the file holds and can be offered: the “page” around an article, files “attached”."""
