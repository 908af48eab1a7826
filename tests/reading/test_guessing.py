"""In which encoding a text is that does not say it."""

from __future__ import annotations

import pytest

from briefer.errors import BrieferError
from briefer.reading.decoding import decoded

FRENCH = (
    "Les ministres sont sûrs : « le coût s’élève à 5 000 € », dit-on à côté, le 28 août. C’est dû au cœur."
)
SPANISH = (
    "«La presa aguantó», dijo el español. ¿Qué pasará? El 1.º de julio se firmará; la situación es difícil."
)
PORTUGUESE = (
    "As negociações não terminaram, mas as posições são mais próximas. A cooperação continuará amanhã."
)
ENGLISH = (
    "The dam held – it’s what we’d hoped. It cost £5,000, about 3½ per cent over last year’s naïve guess."
)
ICELANDIC = (
    "Utanríkis- og varnarmálaráðherrarnir hittust. „Stíflan hélt,“ sagði hann. Þeir ræddu um það sem þarf."
)
POLISH = "„Zapora wytrzymała”, powiedział rzecznik. Żołnierze ćwiczą na północy, gdzie śnieg, a łąki mokre."
CZECH = "„Přehrada vydržela,“ řekl mluvčí. Náklady vzrostly o 5 procent, což je více, než se čekalo. Šel dál."
HUNGARIAN = (
    "A költségek öt százalékkal nőttek, ami több, mint amit vártak. Ők később jönnek, bűn nélkül, a rétek."
)
TURKISH = (
    "Dışişleri ve savunma bakanları buluştu. Işıklar söndü; çocuklar öğrendi, İstanbul'a döndüler, ağaç."
)
ESTONIAN = (
    "Välisministrid kohtusid pühapäeval. „Tamm pidas vastu,“ ütles kõneisik. Šokk ja žanr, õpivad põhjas."
)
LITHUANIAN = (
    "Užsienio reikalų ministrai susitiko. „Užtvanka atlaikė“, – sakė atstovas. Ėda žąsys, ūžia vėjas, šiaurė."
)
RUSSIAN = "Министры встретились в Токио. «Плотина выдержала», — сказал представитель. Расходы выросли на 5 %."
UKRAINIAN = (
    "Міністри зустрілися в Токіо. «Гребля вистояла», — сказав речник. Їхні солдати тренуються й на півночі."
)
GREEK = (
    "Οι υπουργοί συναντήθηκαν στο Τόκιο. «Το φράγμα άντεξε», είπε ο εκπρόσωπος. Το κόστος αυξήθηκε κατά 5 %."
)
JAPANESE = "両国の外相は東京で会談した。\n費用は5,000円だと「ダム」の担当者は述べた。"
KOREAN = "장관들은 도쿄에서 만나 각서에 서명했다.\n비용은 5% 늘었다."
CHINESE = "外交部发言人在北京表示，大坝挺住了。\n费用增加了5%，超出预期。"


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (FRENCH, "cp1252 mac-roman"), (FRENCH.replace("’", "'").replace("œ", "oe"), "iso8859-15"),
        (SPANISH, "cp1252 cp850 mac-roman"), (PORTUGUESE, "cp1252 mac-roman cp850"),
        (ENGLISH, "cp1252"), (ICELANDIC, "cp1252"), (POLISH, "cp1250"),
        (POLISH.replace("„", '"').replace("”", '"'), "iso8859-2 cp852"), (CZECH, "cp1250"),
        (CZECH.replace("„", '"').replace("“", '"'), "iso8859-2"), (HUNGARIAN, "cp1250 cp852"),
        (TURKISH, "cp1254"), (ESTONIAN, "cp1257"), (LITHUANIAN, "cp1257"),
        (RUSSIAN, "cp1251 mac-cyrillic"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "koi8-r cp866 iso8859-5"),
        (UKRAINIAN, "cp1251"), (UKRAINIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "koi8-u"),
        (GREEK, "cp1253 utf-16-le utf-16-be"), (RUSSIAN, "utf-16-le utf-16-be"),
        (JAPANESE, "shift_jis euc_jp iso2022_jp utf-16-le utf-16-be utf-32-le"),
        (KOREAN, "euc_kr iso2022_kr utf-16-le utf-16-be"), (CHINESE, "gb18030 hz utf-16-le utf-16-be"),
        (FRENCH, "utf-16-le utf-32-le utf-32-be"),
    ],
)  # fmt: skip
def test_a_text_is_read_as_it_was_written_and_said_to_be_guessed(text: str, encodings: str) -> None:
    for encoding in encodings.split():
        found = decoded("a.txt", f"{text}\n\n{text}\n".encode(encoding))
        assert (found.text, found.guessed, encoding) == (f"{text}\n\n{text}\n", True, encoding)


@pytest.mark.parametrize("text", ["髙橋氏は出席しなかった。", "費用は①５～６兆円だと髙橋氏は述べた。"])
def test_japanese_of_windows_keeps_its_letters(text: str) -> None:
    found = decoded("a.txt", text.encode("cp932"))
    assert (found.text, found.encoding) == (text, "Shift_JIS")


def test_bytes_that_only_begin_like_a_text_of_the_east_are_none_of_it() -> None:
    assert decoded("a.txt", b"Press \x1b$B\x01 now, it said.").encoding == "UTF-8"
    assert decoded("a.txt", b"a ~ b ~{ c").encoding == "UTF-8"


def test_pictures_are_no_text() -> None:
    with pytest.raises(BrieferError, match="is not text"):
        decoded("a.txt", bytes(range(256)) * 8)
