from __future__ import annotations

import pytest

from briefer.errors import BrieferError
from briefer.exchange import events


def refusal(content: bytes) -> str:
    """Give the one sentence with which a file is refused."""
    with pytest.raises(BrieferError) as refused:
        events.read(content)
    return str(refused.value)


@pytest.mark.parametrize(
    ("yaml", "tree"),
    [
        ("a: 12\nb: -3\nc: 0", {"a": 12, "b": -3, "c": 0}),
        ("a: null\nb:\nc: ~", {"a": None, "b": None, "c": "~"}),
        ("[true, false, yes, No, on]", [True, False, "yes", "No", "on"]),
        (
            "[012, 0x1f, 1_000, 1e3, 1.5, .inf, 12:30]",
            ["012", "0x1f", "1_000", "1e3", "1.5", ".inf", "12:30"],
        ),
        ("[2024-07-28, '12', \"null\", =]", ["2024-07-28", "12", "null", "="]),
        ("a: |-\n  12\nb: >\n  x\n  y\n", {"a": "12", "b": "x y\n"}),
        ("# only a remark\n{}", {}),
        ("", None),
    ],
)
def test_only_our_few_plain_words_are_more_than_text(yaml: str, tree: events.Tree) -> None:
    assert events.read(yaml.encode()) == tree


def test_a_number_of_more_than_eighteen_digits_stays_text() -> None:
    assert events.read(b"9" * 18) == 10**18 - 1
    assert events.read(b"9" * 19) == "9" * 19
    assert events.read(b"9" * 1_000_000) == "9" * 1_000_000


@pytest.mark.parametrize(
    ("yaml", "line", "why"),
    [
        ("a: &x 1", 1, "an anchor"),
        ("a: 1\nb: &x [1]", 2, "an anchor"),
        ("a: 1\nb: *x", 2, "an alias"),
        ("a: !!python/object/apply:os.system ['true']", 1, "a tag"),
        ("a: !!str 1", 1, "a tag"),
        ("a: ! x", 1, "a tag"),
        ("a: 1\n<<: {b: 2}", 2, "a merge key"),
        ("a: 1\nb: 2\na: 3", 3, "repeats the key “a”"),
        ("1: a", 1, "a key that is not text"),
        ("null: a", 1, "a key that is not text"),
        ("? [a, b]\n: c", 1, "a key that is not text"),
        ("? {a: b}\n: c", 1, "a key that is not text"),
        ("a: 1\n---\nb: 2", 2, "a second document"),
        ("a: 1\n...\n---\nb: 2", 3, "a second document"),
        ("a: [1, }", 1, "not valid YAML"),
        ("a: 1\nb: c: d", 2, "not valid YAML"),
        ("a:\n\tb: 1", 2, "not valid YAML"),
        ('a: "\\ud800"', 1, "not valid YAML"),
        ("%YAML 9.1\n--- a", 1, "not valid YAML"),
        ("%TAG !a! x:\n--- a", 1, "a directive"),
        ("\ufeff%TAG !a! x:\n--- a", 1, "a directive"),
        ("a: 1\n...\n%TAG !a! x:\n---\nb: 1", 3, "a directive"),
        ("a: 1\nb: x\0y", 2, "a control character"),
        ("a: 1\nb: x\x1by", 2, "a control character"),
    ],
)
def test_what_a_project_never_needs_is_refused_with_its_line(yaml: str, line: int, why: str) -> None:
    sentence = refusal(yaml.encode())
    assert sentence.startswith(f"Line {line} of the YAML file")
    assert why in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "[\n"])
def test_a_hundred_thousand_levels_end_at_the_twenty_fourth(bracket: str) -> None:
    assert "nested more than 24 deep" in refusal(bracket.encode() * 100_000)


def test_directives_without_end_are_refused_at_the_first() -> None:
    assert "a directive" in refusal(b"".join(b"%%TAG !a%d! x:\n" % number for number in range(100_000)))


def test_a_text_may_speak_of_directives() -> None:
    assert events.read(b"a: |\n  %TAG x\nb: '%TAG'") == {"a": "%TAG x\n", "b": "%TAG"}


def test_twenty_four_levels_are_read() -> None:
    assert events.read(b"[" * 24 + b"]" * 24) is not None


def test_a_laughing_bomb_is_refused_at_its_first_anchor() -> None:
    levels = [f"{name}: &{name} [{', '.join([f'*{chr(ord(name) - 1)}'] * 9)}]" for name in "bcdefghi"]
    assert "an anchor" in refusal("\n".join(["a: &a [x, x]", *levels]).encode())


def test_a_merge_bomb_is_refused() -> None:
    assert "an anchor" in refusal(b"- &a {x: 1}\n- &b {<<: [" + b"*a, " * 50_000 + b"*a]}")


def test_bytes_that_are_not_utf8_are_refused_with_their_line() -> None:
    assert refusal(b"a: 1\nb: \xff").startswith("Line 2 of the YAML file is not UTF-8 text")
    assert "is not UTF-8 text" in refusal("a: 한국".encode("euc-kr"))
    assert "is not UTF-8 text" in refusal("a: 1".encode("utf-16"))
    assert "is not UTF-8 text" in refusal(b"a: \xed\xa0\x80")
    assert "a control character" in refusal("a: 1".encode("utf-16-le"))


def test_a_byte_order_mark_and_windows_line_ends_are_no_hindrance() -> None:
    assert events.read(b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n") == {"a": 1, "b": "x\ny\n"}


def test_a_file_with_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MAX_NODES", 5)
    assert events.read(b"[1, 2, 3, 4]") == [1, 2, 3, 4]
    assert "more than a project has" in refusal(b"[1, 2, 3,\n4, 5]")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MAX_BYTES", 5)
    assert "keep this project as a .brief file" in refusal(b"a: 123")
