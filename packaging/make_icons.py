"""Draw the PNGs of the icon theme from the two SVGs; run by hand when a drawing changes."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

THEME = Path(__file__).parent / "icons" / "hicolor"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for drawing in sorted(THEME.glob("scalable/*/*.svg")):
        for size in SIZES:
            target = THEME / f"{size}x{size}" / drawing.parent.name / f"{drawing.stem}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            draw(drawing, size).save(str(target))
    application.quit()


def draw(drawing: Path, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        QSvgRenderer(str(drawing)).render(painter)
    finally:
        painter.end()
    return image


if __name__ == "__main__":
    main()
