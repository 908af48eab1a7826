"""The marks that a Rich Text file is made of, and what some of them stand for."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z']))"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\'?",
    re.DOTALL,
)
SIGNS: Final = {
    "tab": "\t", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "endash": "–", "emdash": "—", "enspace": "\u2002", "emspace": "\u2003",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
SYMBOLS: Final = {"~": "\xa0", "-": "\xad", "_": "\u2011", "\n": "\n", "\r": "\n"}
ASIDE: Final = frozenset({
    "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "revtbl", "rsidtbl", "pict",
    "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
    "fldinst", "xe", "tc", "rxe", "bkmkstart", "bkmkend", "annotation", "atnid", "atnauthor", "atnref",
    "themedata", "datastore", "generator", "filetbl", "info", "nonshppict", "ftnsep", "ftnsepc", "ftncn",
    "aftnsep", "aftnsepc", "aftncn", "comment", "template", "sp", "shprslt", "pn",
    "nonesttables",
})  # fmt: skip
"""Groups whose words are no part of the text."""
BOXES: Final = frozenset({"shptxt", "dptxbxtext"})
"""Groups of the words in a text box, and in one as Word 6 and 95 drew them."""
LABELS: Final = frozenset({"listtext", "pntext"})
"""Groups of what stands before a point of a list."""
KEPT: Final = frozenset({"shpinst", "do", "footnote", "nesttableprops", *BOXES, *LABELS})
"""Groups that a reader may pass over, and we do not."""
OF_SIGNS: Final = 2
"""The character set of fonts that have signs for letters."""
_CHARSETS: Final = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip


class Token(NamedTuple):
    """One mark: a brace, a control word with its number, a control sign, a byte or a stretch of text."""

    kind: str
    word: str = ""
    number: int | None = None
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the marks of a file, binary data left out."""
    place = 0
    while found := _TOKEN.match(data, place):
        place = found.end()
        kind = found.lastgroup
        if found["word"]:
            number = int(found["number"]) if found["number"] else None
            word = found["word"].decode("ascii")
            if word == "bin":
                place += max(number or 0, 0)
            yield Token("word", word, number)
        elif kind == "byte":
            yield Token("text", text=bytes.fromhex(found["byte"].decode("ascii")))
        elif kind == "sign":
            yield Token("sign", found["sign"].decode("latin-1"))
        elif kind is not None:
            yield Token(kind, text=found[kind])


def codec_of_page(number: int | None) -> str:
    """Name the codec for a Windows code page."""
    name = {65001: "utf-8", 10000: "mac-roman", 1361: "johab"}.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def codec_of_charset(number: int | None) -> str:
    """Name the codec for the character set of a font."""
    return _CHARSETS.get(number or 0, "")
