"""The fonts of a Rich Text file, and what bytes mean in them."""

from __future__ import annotations

import re
from typing import Final

from briefer.reading.rtf_tokens import OF_SIGNS, codec_of_charset, codec_of_page
from briefer.reading.symbol_fonts import OWN, shown

_OF_SIGNS: Final = re.compile(rb"(?:[0-9a-fA-F]{20})?(Symbol|Wingdings)(?:;|$)")
"""A font whose signs are known, after what its letters look like in numbers (PANOSE)."""
_PAGES: Final = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}


class Fonts:
    """Fonts by their numbers in the file; None is the one that it begins with."""

    def __init__(self) -> None:
        self.codec = "cp1252"
        self._first = 0
        self._codecs: dict[int, str] = {}
        self._of_signs: set[int] = set()
        self._names: dict[int, bytes] = {}

    def take(self, word: str, number: int | None, font: int | None) -> bool:
        """Take a word about fonts and encodings; tell whether it was one."""
        if word == "deff":
            self._first = number or 0
        elif word == "fcharset" and font is not None:
            self._codecs[font] = codec_of_charset(number)
            if number == OF_SIGNS:
                self._of_signs.add(font)
        elif word == "cpg" and font is not None:
            self._codecs[font] = codec_of_page(number)
        elif word == "ansicpg":
            self.codec = codec_of_page(number)
        elif word in _PAGES:
            self.codec = _PAGES[word]
        else:
            return False
        return True

    def name(self, font: int | None, words: bytes) -> None:
        """Go on with the name of a font."""
        self._names[self._number(font)] = self._names.get(self._number(font), b"") + words

    def decoded(self, font: int | None, body: bytes) -> str:
        """Give the text of bytes in a font."""
        if self.signs(font):
            return self.shown(font, "".join(chr(OWN + byte) for byte in body))
        return body.decode(self._codecs.get(self._number(font)) or self.codec, "replace")

    def shown(self, font: int | None, words: str) -> str:
        """Give what words in a font show, which are no bytes any more."""
        name = self.signs(font)
        return shown(words, name, of_signs=True) if name else words

    def signs(self, font: int | None) -> str:
        """Name a font that draws signs for letters, or nothing for another."""
        number = self._number(font)
        found = _OF_SIGNS.match(self._names.get(number, b""))
        return found[1].decode() if found else "another" if number in self._of_signs else ""

    def _number(self, font: int | None) -> int:
        return self._first if font is None else font
