"""What the codes of fonts that draw signs for letters show.

Symbol as Adobe’s encoding has it, of Wingdings the common signs.
"""

from __future__ import annotations

from typing import Final

OWN: Final = 0xF000
"""Code points from here stand for the codes of such a font."""
_UNKNOWN: Final = "\ufffd"
_LOW, _HIGH = 0x20, 0xA0
_SYMBOL: Final = dict(enumerate(
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼", _LOW
)) | dict(enumerate(
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\ufffd\ufffd↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑", _HIGH
)) | {0xF1: "⟩", 0xF2: "∫"}  # fmt: skip
"""The pieces of tall brackets and arrows are left out."""
_WINGDINGS: Final = {
    0x20: " ", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖",
    0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def shown(words: str, font: str, *, of_signs: bool = False) -> str:
    """Give what words in a font show; a sign that is not known of one that draws signs is U+FFFD."""
    known = _FONTS.get(font.strip().casefold(), {} if of_signs else None)
    return words if known is None else "".join(_sign(letter, known) for letter in words)


def _sign(letter: str, known: dict[int, str]) -> str:
    code = ord(letter)
    if OWN <= code < OWN + 0x100:
        code -= OWN
    elif not (letter.isascii() and letter.isprintable()):
        return letter
    return known.get(code, _UNKNOWN)
