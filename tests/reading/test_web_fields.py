"""A web page's named fields fill the reference; what is only likely is suggested."""

from __future__ import annotations

import json

from briefer.reading.reading import Fields, Found
from briefer.reading.web import read


def fields(
    head: str, body: str = "<p>It held.</p>", start: str = "", attributes: str = ""
) -> tuple[Fields, Fields]:
    data = f"<!DOCTYPE html>{start}<html {attributes}><head>{head}</head><body>{body}</body></html>".encode()
    found = read("a.html", data, whole=False)
    return found.reference, found.suggested


def meta(**named: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in named.items()
    )


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_open_graph_and_the_page_itself_tell() -> None:
    named, _ = fields(
        "<title>The dam | Kyodo</title><link rel=canonical href='https://example.org/dam'>"
        + meta(
            og__title="The dam", og__site_name="Kyodo", article__published_time="2024-07-28T09:00:00+09:00"
        )
        + '<meta name="author" content="Ada"><meta name="author" content="Bob">',
        attributes="lang=en-GB",
    )
    assert named == {
        "title": Found("The dam", "og:title"),
        "publisher": Found("Kyodo", "og:site_name"),
        "published": Found("2024-07-28", "article:published_time"),
        "author": Found("Ada; Bob", "author"),
        "url": Found("https://example.org/dam", "canonical link"),
        "language": Found("en-GB", "lang of the page"),
    }


def test_citation_and_dublin_core_tell() -> None:
    named, _ = fields(
        '<meta name="citation_title" content="Dams"><meta name="DC.creator" content="Ada">'
        '<meta name="citation_date" content="2024/07"><meta name="DC.publisher" content="Press">'
        '<meta http-equiv="Content-Language" content="ko"><meta property="og:url" content="/dam">'
    )
    assert {name: found.value for name, found in named.items()} == {
        "title": "Dams", "author": "Ada", "published": "2024-07", "publisher": "Press", "language": "ko",
    }  # fmt: skip


def test_json_ld_tells() -> None:
    article = {
        "@type": "NewsArticle", "headline": "Tom &amp; dam", "datePublished": "2024-07-28",
        "inLanguage": "en", "author": [{"name": "Ada"}, "Bob", ["no"], 7], "publisher": {"name": "Kyodo"},
        "mainEntityOfPage": {"@id": "https://example.org/dam"},
    }  # fmt: skip
    named, _ = fields(json_ld({"@graph": [{"@type": "Person", "name": "Eve"}, article, 3]}))
    assert {name: found.value for name, found in named.items()} == {
        "title": "Tom & dam", "author": "Ada; Bob", "publisher": "Kyodo", "published": "2024-07-28",
        "url": "https://example.org/dam", "language": "en",
    }  # fmt: skip
    assert named["author"].where == "author in its JSON-LD"


def test_json_ld_that_is_broken_or_endless_tells_nothing() -> None:
    endless = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    odd = json_ld([{"headline": {"name": 7}, "author": None}])
    assert fields(f"{endless}{odd}<script type='application/ld+json'>{{</script><title>Dam</title>")[0] == {
        "title": Found("Dam", "title of the page")
    }


def test_an_address_is_no_author() -> None:
    assert "author" not in fields(meta(article__author="https://facebook.com/ada"))[0]


def test_a_page_that_a_browser_saved_tells_from_where() -> None:
    named, _ = fields("", start="<!-- saved from url=(0023)https://example.org/dam -->")
    assert named == {"url": Found("https://example.org/dam", "“saved from” at its beginning")}


def test_a_byline_a_heading_and_a_time_are_suggestions() -> None:
    long = "x" * 200
    named, suggested = fields(
        "",
        f"<h1>The <i>dam</i></h1><p class=author-bio>{long}</p><p class=byline>By Ada  King</p>"
        "<time datetime='2024-07-28T09:00'>Sunday</time><p>It held.</p>",
    )
    assert named == {}
    assert suggested == {
        "title": Found("The dam", "its first heading"),
        "author": Found("Ada King", "its byline"),
        "published": Found("2024-07-28", "the first time in it"),
    }
