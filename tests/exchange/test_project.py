from __future__ import annotations

import difflib
import random
from base64 import b64encode
from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefer.errors import BrieferError
from briefer.exchange import emitter, events
from briefer.exchange.project import from_yaml, to_yaml
from briefer.model.content import Original, SourceText
from briefer.model.records import Source, Version
from briefer.paths import seeds
from briefer.session import in_memory
from tests.exchange.projects import Built, projects
from tests.proving import examples
from tests.worlds import World, a_world

LONG_TEXT = "The dam was inspected in May.\n\nIt held, said the mayor; the bridge did not.\n"


def a_tagged_world() -> World:
    world = a_world(LONG_TEXT, tagged=["dam", "held"])
    world.statement(world.sections[0], "It held.", *world.passages)
    return world


def yaml_of(world: World) -> bytes:
    return to_yaml(world.session().project)


def refusal(content: bytes) -> str:
    """Give the one sentence with which a file is refused."""
    with pytest.raises(BrieferError) as refused:
        from_yaml(content)
    return str(refused.value)


@settings(max_examples=examples(500))
@given(projects())
def test_every_project_comes_back_from_yaml_and_is_the_same_bytes_again(built: Built) -> None:
    records, contents = built
    yaml = to_yaml(in_memory(records, contents, "Ada").project)
    loaded = from_yaml(yaml)
    assert len(loaded.records) == len(records)
    assert set(loaded.records) == set(records)
    assert to_yaml(in_memory(loaded.records, loaded.contents, "Ada").project) == yaml
    named = {record.text for record in records if isinstance(record, Source | Version)}
    assert {content.sha256 for content in loaded.contents if isinstance(content, SourceText)} == named


def test_the_order_of_import_is_not_the_order_of_the_file() -> None:
    world = a_tagged_world()
    yaml = yaml_of(world)
    others = world.records[1:]
    random.Random(1).shuffle(others)
    world.records[1:] = others
    assert yaml_of(world) == yaml


def test_a_project_reads_well() -> None:
    world = a_tagged_world()
    lines = yaml_of(world).decode().splitlines()
    assert lines[:4] == ["briefer: 4", "details:", '  id: "details"', '  title: "The dam held"']
    assert [line for line in lines if line[:1].isalpha()][1:] == [
        "details:", "sections:", "sources:", "versions: []", "passages:", "tags:", "statements:",
        "acronyms: []", "differences: []", "issues: []", "texts:", "originals:",
    ]  # fmt: skip
    name = world.sources[0].text
    assert lines[lines.index("texts:") + 1 :] == [
        f'  "{name}": |',
        "    The dam was inspected in May.",
        "",
        "    It held, said the mayor; the bridge did not.",
        "originals:",
        f'  "{name}": "same-as-text"',
    ]


def test_the_sample_sources_stand_in_the_file_as_they_are() -> None:
    world = World()
    texts = [path.read_text("utf-8") for path in sorted(seeds().glob("*.txt"))]
    for text in texts:
        world.source(text)
    yaml = yaml_of(world).decode()
    for text in texts:
        assert "|-\n" + "\n".join(f"    {line}" if line else "" for line in text.split("\n")) + "\n" in yaml
    assert yaml.count('"same-as-text"') == len(texts) == 5


def test_a_changed_note_is_two_lines_of_diff() -> None:
    world = a_tagged_world()
    before = yaml_of(world).decode().splitlines()
    place = world.records.index(world.passages[0])
    world.records[place] = replace(world.passages[0], note="Ask the mayor: who says so?")
    changed = difflib.unified_diff(before, yaml_of(world).decode().splitlines(), n=0)
    assert list(changed)[3:] == ['-    note: ""', '+    note: "Ask the mayor: who says so?"']


def test_bytes_that_are_not_the_text_stand_in_base64_of_76_a_line() -> None:
    world = a_world()
    original = Original(LONG_TEXT.encode("utf-16") * 2)
    world.records[1] = replace(world.sources[0], original=original.sha256)
    world.contents.append(original)
    yaml = yaml_of(world)
    digits = b64encode(original.body).decode()
    lines = yaml.decode().splitlines()
    assert lines[lines.index("originals:") + 1 :][:3] == [
        f'  "{original.sha256}": |-', f"    {digits[:76]}", f"    {digits[76:152]}",
    ]  # fmt: skip
    assert original in from_yaml(yaml).contents


def test_windows_line_ends_from_an_editor_do_no_harm() -> None:
    world = a_tagged_world()
    yaml = yaml_of(world)
    assert from_yaml(yaml.replace(b"\n", b"\r\n")) == from_yaml(yaml)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("briefer: 4", "briefer: 5", "install a newer one"),
        ("briefer: 4", "briefer: true", "not a briefer project"),
        ("briefer: 4\n", "", "not a briefer project"),
        ("tags:", "labels:", "“tags” is missing|“labels” is unknown"),
        ("briefer: 4", "briefer: 4\nmore: 1", "“more” is unknown"),
        ('title: "The', 'name: "The', "details of this project has no valid “(title|name)”"),
        ('label: "S1"', "label: 1", "source of this project has no valid “label”"),
        ('note: ""', "note:", "passage of this project has no valid “note”"),
        ("It held, said", "It fell, said", "not the one that was read"),
        ('"same-as-text"', '"c2FtZQ=="', "not the one it was"),
        ('"same-as-text"', '"no base64"', "not valid base64"),
        ('"same-as-text"', "12", "holds no text"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused_in_a_sentence(old: str, new: str, sentence: str) -> None:
    yaml = yaml_of(a_tagged_world()).decode()
    assert old in yaml
    with pytest.raises(BrieferError, match=sentence):
        from_yaml(yaml.replace(old, new, 1).encode())


@pytest.mark.parametrize("name", ["sources", "texts"])
def test_a_number_where_records_belong_is_refused(name: str) -> None:
    tree = events.read(yaml_of(a_tagged_world()))
    assert isinstance(tree, dict)
    tree[name] = 1
    assert f"“{name}” is not a" in refusal(emitter.write(tree).encode())


@pytest.mark.parametrize("content", [b"", b"- briefer", b"12", b"briefer_template: 1"])
def test_a_file_that_is_no_project_is_refused(content: bytes) -> None:
    assert "is not a briefer project" in refusal(content)


def test_a_text_or_a_file_that_no_source_has_is_refused() -> None:
    yaml = yaml_of(a_tagged_world()).decode()
    stray = SourceText("stray").sha256
    for place in ("texts:\n", "originals:\n"):
        more = yaml.replace(place, f'{place}  "{stray}": "c3RyYXk="\n').encode()
        assert "no source has the text or file" in refusal(more)


def test_same_as_text_needs_a_text() -> None:
    yaml = yaml_of(a_tagged_world()).decode()
    assert "not valid base64" in refusal(
        yaml.replace("originals:\n", f'originals:\n  "{"0" * 64}": "same-as-text"\n').encode()
    )


def test_every_changed_character_of_a_text_is_found() -> None:
    yaml = yaml_of(a_tagged_world()).decode()
    start = yaml.index("The dam was", yaml.index("texts:"))
    for offset in range(start, yaml.index("\noriginals:")):
        if not yaml[offset].isspace():
            altered = f"{yaml[:offset]}{chr(ord(yaml[offset]) ^ 1)}{yaml[offset + 1 :]}"
            assert refusal(altered.encode()).endswith("."), f"the change at {offset} was taken"


def test_a_project_larger_than_can_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    world = a_tagged_world()
    monkeypatch.setattr(events, "MAX_BYTES", 1000)
    with pytest.raises(BrieferError, match="keep this project as a .brief file"):
        yaml_of(world)
