"""Known trouble and bugs: the two families of errors the program tells apart."""

from __future__ import annotations

from collections.abc import Mapping


class ElderTutorError(Exception):
    """Carry a message key and the facts that fill it.

    ``message`` is a short English sentence, the msgid of the program's own
    translation domain, with ``{name}`` fields; ``facts`` holds their values.
    """

    def __init__(self, message: str, facts: Mapping[str, object] | None = None) -> None:
        self.message = message
        self.facts = dict(facts or {})
        super().__init__(message.format_map(self.facts) if self.facts else message)


class KnownError(ElderTutorError):
    """Tell of trouble in the surroundings (disk, voice, bad input): shown and survived."""


class BugError(ElderTutorError):
    """Tell of a fault of ours: logged with its traceback, then reported."""
