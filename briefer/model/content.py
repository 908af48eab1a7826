"""The big immutable things that records point to by hash: texts and original bytes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256


def hash_of(body: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 hex digits."""
    return sha256(body.encode()).hexdigest()


@dataclass(frozen=True)
class SourceText:
    """The frozen text of a source, one per version."""

    body: str

    @cached_property
    def sha256(self) -> str:
        """The name under which the text is kept."""
        return hash_of(self.body)


@dataclass(frozen=True)
class Original:
    """The bytes of a file as it came."""

    body: bytes

    @cached_property
    def sha256(self) -> str:
        """The name under which the bytes are kept."""
        return sha256(self.body).hexdigest()


Content = SourceText | Original
