"""A brief as one HTML file: no script, nothing fetched, its evidence behind the digest that it prints.

The evidence is a `data:` link on the printed digest, not a `<script type="application/json">`, so that no
word "script" is in the file for a mail gate to strip; and unlike a `<template>` a click saves its very
bytes, whose SHA-256 is the digest clicked on.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import Final, TypeGuard

from briefer.writing.brief import Block, Brief, Paragraph, Progress, plain_words, silent
from briefer.writing.evidence import DIGEST_LEAD, evidence, to_json
from briefer.writing.html_body import Body, contents
from briefer.writing.html_style import masthead, style_sheet
from briefer.writing.html_words import direction, escape, quoted

_STEP: Final = 200


def render(brief: Brief, progress: Progress = silent) -> bytes:
    """Write a brief as HTML; raises BrieferError for a character that it cannot hold.

    The same brief makes the same bytes. The marking stands above and below what is shown and on every
    printed page.
    """
    pages = "".join((*_head(brief), *_page(brief, progress)))
    return pages.encode()


def _head(brief: Brief) -> Iterator[str]:
    style = style_sheet(brief)
    yield f"<!DOCTYPE html>\n<html lang={quoted(brief.language)}>\n<head>\n"
    yield '<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{escape(brief.title)}</title>\n"
    named = {"author": brief.author, "description": brief.subject, "dcterms.created": brief.created}
    for name, content in named.items():
        if content:
            yield f'<meta name="{name}" content={quoted(content)}>\n'
    yield f"<style>{style}</style>\n</head>\n<body>\n"


def _policy(style: str) -> str:
    """Allow nothing but this style sheet, known by its hash."""
    known = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"


def _page(brief: Brief, progress: Progress) -> Iterator[str]:
    banner = f"<p{direction(brief.banner)}>{escape(brief.banner)}</p>" if brief.banner else ""
    if banner:
        yield f'<header class="banner">{banner}</header>\n'
    listed = "".join(contents(brief))
    if listed:
        yield f'<nav aria-label="Contents"><ol>\n{listed}</ol></nav>\n'
    yield f'<main class="{masthead(brief.look)}">\n'
    yield from _main(brief, progress)
    yield "</main>\n"
    if banner:
        yield f'<footer class="banner">{banner}</footer>\n'
    yield "</body>\n</html>\n"


def _main(brief: Brief, progress: Progress) -> Iterator[str]:
    body = Body(brief)
    total = len(brief.blocks) + len(brief.notes)
    for done, block in enumerate(brief.blocks):
        if done % _STEP == 0:
            progress(done, total)
        yield _digest(brief, block) if brief.embedded and _is_digest(block) else body.block(block)
    if brief.notes:
        listed = "".join(map(body.note, brief.notes))
        yield f'<section class="notes" role="doc-endnotes" aria-label="Notes"><ol>\n{listed}</ol></section>\n'
    progress(total, total)


def _is_digest(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and plain_words(block.inlines).startswith(DIGEST_LEAD)


def _digest(brief: Brief, block: Paragraph) -> str:
    """Make the paragraph of the digest a link that saves the evidence it is made from."""
    attached = b64encode(to_json(evidence(brief))).decode()
    return (
        f'<p class="small"><a href="data:application/json;base64,{attached}" download="evidence.json" '
        f'title="Save the evidence">{escape(plain_words(block.inlines))}</a></p>\n'
    )
