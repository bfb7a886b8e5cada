"""Elder Tutor: practise the phone your life depends on, without fear."""

from __future__ import annotations

__version__ = "0.1.0"
