"""A Babel extractor for the YAML of packs: every Arabic sentence, with the author's ``note`` for translators.

Named ``elder_tutor_pack`` among Babel's extractors; it follows Babel's extractor interface.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import yaml

from elder_tutor.text.marks import has_arabic

NOT_TEXT = frozenset({"note", "words", "equals", "icon", "where"})
"""Keys whose values are for the author or the phone, not for a reader."""

Found = tuple[int, Any, Any, Any]


def extract_pack(
    stream: Any,
    keywords: Any,
    comment_tags: Collection[str],
    options: Any,
) -> Iterator[Found]:
    """Yield (line, None, sentence, notes) for every string with an Arabic letter that a reader may meet."""
    tree = yaml.compose(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if tree is not None:
        yield from _walk(tree, [])


def _walk(node: yaml.Node, notes: list[str]) -> Iterator[Found]:
    if isinstance(node, yaml.ScalarNode):
        if has_arabic(node.value):
            yield node.start_mark.line + 1, None, node.value, notes
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _walk(part, notes)
    elif isinstance(node, yaml.MappingNode):
        notes = _notes(node) or notes
        for key, value in node.value:
            if key.value not in NOT_TEXT or _is_table(value) or _is_screen(key.value, value):
                yield from _walk(value, notes)


def _is_table(node: yaml.Node) -> bool:
    """Tell whether a value holds rows: a table may be called as a key that holds no text."""
    return isinstance(node, yaml.SequenceNode) and any(
        isinstance(row, yaml.MappingNode) for row in node.value
    )


def _is_screen(name: str, node: yaml.Node) -> bool:
    """Tell whether a value is a screen that is called like an author's note."""
    return name == "note" and isinstance(node, yaml.MappingNode)


def _notes(node: yaml.MappingNode) -> list[str]:
    return [
        value.value
        for key, value in node.value
        if key.value == "note" and isinstance(value, yaml.ScalarNode) and value.value
    ]
