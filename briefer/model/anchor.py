"""Where a passage stood in a text, and what it said there."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of one version of a text, as W3C TextPosition and TextQuote selectors together.

    `text` is the SHA-256 of the text in UTF-8; `start` and `end` count its code points, end
    exclusive; `prefix` and `suffix` are up to 32 code points either side of `quote`.
    """

    text: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, sha256: str, body: str, start: int, end: int) -> Anchor:
        """Anchor `body[start:end]` in the text with this hash."""
        return cls(
            sha256,
            start,
            end,
            body[start:end],
            body[max(0, start - CONTEXT) : start],
            body[end : end + CONTEXT],
        )

    def holds_in(self, body: str) -> bool:
        """Tell whether the text still says at this place what the anchor says it does."""
        return 0 <= self.start < self.end <= len(body) and self == Anchor.at(
            self.text, body, self.start, self.end
        )
