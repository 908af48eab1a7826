"""Words that web pages print around an article, and names of countries that slips of typing change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

RIGHTS: Final = re.compile(
    r"©|\(c\)\s*\d{4}|\ball rights reserved\b|^copyright\b.{0,20}\d{4}|무단\s*전재|禁無断転載|無断転載",
    re.IGNORECASE,
)
"""A line that says who holds the rights."""

_NAVIGATION: Final = (
    r"(?:skip|jump) to (?:main |the )?content|본문\s*바로가기|本文へ(?:移動|スキップ)?",
    r"(?:back to |go to )?(?:the )?top|text size|font size|close|open|menu|search|home",
    r"print(?: this)?(?: page| article)?|e-?mail(?: this)?|save|log ?in|sign in|sign up",
    r"register|subscribe(?: now)?|newsletters?|my account|settings|language|next|previous",
    r"older|newer|load more|(?:read|see|show|view|learn) (?:more|all|less)|continue reading",
    r"advertisements?|sponsored(?: content)?|promoted|special coverage",
    r"most (?:read|popular|viewed)|trending(?: now)?",
    r"related (?:articles?|stories|news|topics|links|content)|you (?:may|might) also like",
    r"recommended(?: for you)?|(?:more|latest) (?:news|stories|from .{1,30})|breaking news",
    r"editor['’]s? picks?|top stories|in this (?:article|story)|comments?(?: \(\d+\))?",
    r"leave a (?:comment|reply)|\d+ (?:comments?|shares?|likes?|views?|min(?:utes?)? read)",
    r"accept (?:all )?cookies|(?:cookie|privacy) (?:policy|settings|preferences)",
    r"terms (?:of (?:use|service)|and conditions)|(?:about|contact)(?: us)?|faqs?|help",
    r"feedback|sitemap|careers|advertise(?: with us)?|미리보기|공유하기|목록|シェア|world|politics|business",
    r"opinion|sports?|technology|culture|entertainment|국제|정치|国際|政治",
)
_SHARING: Final = (
    r"share(?: this)?(?: (?:on|via|article|story|page).{0,20})?|copy link|tweet|repost|like",
    r"pin it|(?:follow|join|find|like) us(?: on .{1,30})?!?",
    r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|instagram|youtube|kakaotalk|line|threads|bluesky)",
)
_PAGING: Final = (
    r"(?:page|pg\.|seite|página|pagina|страница|стр\.) ?\d+(?: ?(?:/|of|de|von|sur|di|из) ?\d+)?",
    r"\d+ ?(?:ページ|頁|페이지|쪽)|[-–—] ?\d+ ?[-–—]",
)
FURNITURE: Final = re.compile("|".join((*_NAVIGATION, *_SHARING, *_PAGING)), re.IGNORECASE)
"""A whole line that is a button, a link, the heading of a box or the number of a page."""

_COUNTRIES: Final = """
Afghanistan Albania Algeria Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh
Belarus Belgium Bolivia Brazil Bulgaria Cambodia Cameroon Canada Chile China Colombia Croatia Cuba
Cyprus Denmark Ecuador Egypt Estonia Ethiopia Finland France Georgia Germany Ghana Greece Hungary
Iceland India Indonesia Iran Iraq Ireland Israel Italy Japan Jordan Kazakhstan Kenya Korea Kosovo
Kuwait Kyrgyzstan Laos Latvia Lebanon Libya Lithuania Luxembourg Malaysia Maldives Malta Mexico
Moldova Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger
Nigeria Norway Oman Pakistan Palau Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar
Romania Russia Rwanda Samoa Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden
Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tunisia Turkey Turkmenistan Tuvalu Uganda
Ukraine Uruguay Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia Zimbabwe
""".split()  # noqa: SIM905  # a list of a hundred names reads better as words


_LONG_NAME: Final = 6
"""Letters; what shorter names become may be a name of its own."""


def _slips(name: str) -> Iterator[str]:
    """Yield what a name becomes when one of its letters but the first stands elsewhere in it."""
    for place in range(1, len(name)):
        rest = name[:place] + name[place + 1 :]
        yield from (rest[:other] + name[place] + rest[other:] for other in range(1, len(name)))


@cache
def meant_names() -> dict[str, str]:
    """Return what is meant by each misspelt name."""
    long_names = [name for name in _COUNTRIES if len(name) >= _LONG_NAME]
    return {slip: name for name in long_names for slip in _slips(name) if slip not in _COUNTRIES}
