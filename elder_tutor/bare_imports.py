"""Make imports plain again; to be imported right after PySide6.

PySide wraps every import for its ``__feature__`` switch, which nothing here uses: it then reads the
source of each module that is loaded, to look for its own name in it, and Python keeps the lines.
Without that the first page stands 6 ms sooner, and so does every page that is loaded later.
"""

from __future__ import annotations

import builtins

# PySide keeps what it wrapped under this name; where it wraps nothing, nothing is changed.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
