"""The theme of the Word document: its colours and fonts, as Word's own palettes offer them."""

from __future__ import annotations

from typing import Final

from briefer.model.look import Look
from briefer.writing.docx_marks import SANS, SERIF, hexadecimal
from briefer.writing.docx_styles import GREY, LINK, WHITE

_PLAIN: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme(look: Look) -> str:
    """Give the theme part: flat fills, hairlines and no effects, three of each as the schema asks."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _colours(look).items()
    )
    fonts = _font("major", SANS) + _font("minor", SERIF)
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="briefer">'
        f'<a:themeElements><a:clrScheme name="briefer">{colours}</a:clrScheme>'
        f'<a:fontScheme name="briefer">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="briefer"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_line(6350) + _line(12700) + _line(19050)}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _colours(look: Look) -> dict[str, str]:
    accent = hexadecimal(look.accent)
    return {
        "dk1": "000000", "lt1": WHITE, "dk2": accent, "lt2": hexadecimal(look.tint), "accent1": accent,
        "accent2": LINK, "accent3": "3C7A6B", "accent4": "9A6A1F", "accent5": GREY,
        "accent6": hexadecimal(look.rule), "hlink": LINK, "folHlink": "5B3F8A",
    }  # fmt: skip


def _font(role: str, name: str) -> str:
    return f'<a:{role}Font><a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/></a:{role}Font>'


def _line(width: int) -> str:
    """A hairline; its width in English Metric Units, 12,700 a point."""
    return f'<a:ln w="{width}">{_PLAIN}<a:prstDash val="solid"/></a:ln>'
