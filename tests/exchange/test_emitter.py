from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.exchange import emitter, events
from briefer.exchange.events import Tree
from tests.proving import examples

# What YAML gives a meaning to, what it forbids, and what ends a line somewhere.
SNAGS = [
    *" \n\t-#:|>\"'\\%@&*!?{}[],.~é한😀", "\u00a0", "\u2028", "\u2029", "\x85", "\x00", "\x07", "\x1b",
    "\x7f", "\x9f", "\ufeff", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\r", "\r\n", "---", "...", "\n\n",
    "  ", "\n ", " \n", "\n---\n", "\n...\n", "# ", ": ", "- ", "<<", "null", "true", "12", "\\n", "e\u0301",
]  # fmt: skip
LONG = "a" * 70
characters = st.characters(exclude_categories=["Cs"])
snags = st.lists(st.sampled_from(SNAGS)).map("".join)
space = st.text(" \n\t")
keys = st.text(characters).filter(lambda key: key != "<<")
trees: st.SearchStrategy[Tree] = st.recursive(
    st.none() | st.integers(-(10**17), 10**17) | st.booleans() | st.text(characters),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=10,
)


def assert_comes_back(tree: dict[str, Tree]) -> None:
    yaml = emitter.write(tree)
    again = events.read(yaml.encode())
    assert again == tree
    assert isinstance(again, dict)
    assert emitter.write(again) == yaml


def assert_text_comes_back(text: str) -> None:
    assert_comes_back({"first": text, "list": [text, {"inside": text, "last": [text]}], "end": text})


def hostile_texts(count: int) -> list[str]:
    """Give texts full of snags, the same ones each time; every second is one that a block can hold."""
    chance = random.Random(20_000)
    blockable = [snag for snag in SNAGS if not emitter._UNBLOCKABLE.search(snag)]
    return [
        snarl(chance, blockable, f"{LONG}\n") if number % 2 else snarl(chance, SNAGS, "")
        for number in range(count)
    ]


def snarl(chance: random.Random, snags: list[str], middle: str) -> str:
    length = chance.choice([1, 2, 3, 5, 9, 20, 120])
    return "".join(chance.choices(snags, k=length)) + middle + "".join(chance.choices(snags, k=length))


def test_twenty_thousand_hostile_texts_come_back_as_they_were() -> None:
    texts = hostile_texts(examples(20_000))
    assert sum("first: |" in emitter.write({"first": text}) for text in texts) >= len(texts) / 2
    for text in texts:
        assert_text_comes_back(text)


@given(st.text(characters))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert_text_comes_back(text)
    assert_text_comes_back(f"{text}\n{LONG}{text}")


@given(snags, space, space)
def test_white_space_at_either_end_of_a_block_comes_back(text: str, before: str, after: str) -> None:
    assert_text_comes_back(f"{before}{text}{LONG}\n{LONG}{after}")


def test_every_character_comes_back() -> None:
    for start in range(0, 0x110000, 0x1000):
        every = "".join(chr(code) for code in range(start, start + 0x1000) if not 0xD800 <= code < 0xE000)
        assert_comes_back({"quoted": every, "block": f"{LONG}\n{emitter._UNBLOCKABLE.sub('', every)}"})


@given(trees)
def test_every_tree_comes_back_as_it_was(tree: Tree) -> None:
    assert_comes_back({"tree": tree})


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("", '""'),
        ("null", '"null"'),
        ("12", '"12"'),
        ('a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("two\nlines\tand a tab", '"two\\nlines\\tand a tab"'),
        ("\x00 \x85 \u2028 \ufeff", '"\\u0000 \\u0085 \\u2028 \\ufeff"'),
        ("본문 “Yōko” 😀", '"본문 “Yōko” 😀"'),
        (LONG, f'"{LONG}"'),
        (f"{LONG}\nb", f"|-\n  {LONG}\n  b"),
        (f"{LONG}\n\nb\n", f"|\n  {LONG}\n\n  b"),
        (f"{LONG}\nb\n\n", f"|+\n  {LONG}\n  b\n"),
        (f"\n  {LONG}", f"|2-\n\n    {LONG}"),
        (f"\t{LONG}\n", f"|2\n  \t{LONG}"),
        (f"{LONG}\n\u2028", f'"{LONG}\\n\\u2028"'),
        ("\n" * 70, '"' + "\\n" * 70 + '"'),
    ],
)
def test_a_short_text_is_quoted_and_a_long_one_a_block_if_a_block_can_hold_it(text: str, yaml: str) -> None:
    assert emitter.write({"key": text}) == f"key: {yaml}\n"


def test_a_long_line_is_a_block_too() -> None:
    assert emitter.write({"key": "a" * 1001}) == f"key: |-\n  {'a' * 1001}\n"


def test_the_form_has_one_indentation_and_quotes_every_key_that_is_no_plain_word() -> None:
    tree: dict[str, Tree] = {
        "plain_key": 1,
        "0a": None,
        "null": True,
        "no": [],
        "list": [{}, [], [1, [2]], {"a": False, "b": {"c": 3}}, "x"],
    }
    assert emitter.write(tree) == (
        'plain_key: 1\n"0a": null\n"null": true\n"no": []\n'
        "list:\n  - {}\n  - []\n  -\n    - 1\n    -\n      - 2\n"
        '  - a: false\n    b:\n      c: 3\n  - "x"\n'
    )
    assert_comes_back(tree)
