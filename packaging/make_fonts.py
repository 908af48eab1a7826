"""Make resources/fonts from the fonts as published.

Run once, by hand, when the fonts change:
    npm install @expo-google-fonts/noto-{serif,sans,serif-kr,serif-jp}     (in a folder of its own)
    python packaging/make_fonts.py THAT_FOLDER/node_modules/@expo-google-fonts resources/fonts
Every character stays. What goes is what neither the PDF nor Qt reads: hinting, vertical metrics,
and the glyphs that only optional features such as small capitals reach.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WANTED = {
    "noto-serif": ("Regular", "Bold", "Italic", "BoldItalic"),
    "noto-sans": ("Regular", "SemiBold", "Bold"),
    "noto-serif-kr": ("Regular", "Bold"),
    "noto-serif-jp": ("Regular", "Bold"),
}
# As the packages name the folder and the end of the file.
PUBLISHED = {
    "Regular": "400Regular",
    "SemiBold": "600SemiBold",
    "Bold": "700Bold",
    "Italic": "400Regular_Italic",
    "BoldItalic": "700Bold_Italic",
}
# Features that put marks on letters, letters side by side and forms where a language wants them.
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]
_COMPACT = (",", ":")


def main(arguments: Sequence[str]) -> None:
    published, target = (Path(argument) for argument in arguments)
    target.mkdir(parents=True, exist_ok=True)
    coverage = {}
    for package, styles in WANTED.items():
        shutil.copyfile(published / package / "LICENSE_FONT", target / f"OFL-{package}.txt")
        for style in styles:
            made = target / f"{_family(package)}-{style}.ttf"
            coverage[made.stem] = runs(make(_find(published / package, style), made))
            print(f"{made.name:30} {made.stat().st_size / 1e6:6.2f} MB")
    lines = (f"{json.dumps(stem)}:{json.dumps(held, separators=_COMPACT)}" for stem, held in coverage.items())
    (target / "coverage.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


def make(source: Path, target: Path) -> Iterable[int]:
    """Write the slimmer font and give its characters."""
    font = TTFont(source, recalcTimestamp=False)
    characters: list[int] = sorted(font.getBestCmap())
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(target, reorderTables=False)
    return characters


def runs(characters: Iterable[int]) -> list[list[int]]:
    """Fold ascending code points into [first, last] pairs, both inclusive."""
    folded: list[list[int]] = []
    for character in characters:
        if folded and folded[-1][1] == character - 1:
            folded[-1][1] = character
        else:
            folded.append([character, character])
    return folded


def _options() -> Options:
    options = Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["BASE", "DSIG", "STAT", "VORG", "vhea", "vmtx"]
    return options


def _family(package: str) -> str:
    words = package.split("-")
    return "".join(word.upper() if word in {"kr", "jp"} else word.capitalize() for word in words)


def _find(package: Path, style: str) -> Path:
    return next((package / PUBLISHED[style]).glob("*.ttf"))


if __name__ == "__main__":
    main(sys.argv[1:])
