"""The names of `elder_tutor.ui.touching` under which every page knows them."""

from __future__ import annotations

from elder_tutor.ui.touching.button import BY_KEYS, TolerantButton
from elder_tutor.ui.touching.rules import KIND, Tolerance, distance, only_near, target_at, targets

__all__ = (
    "BY_KEYS", "KIND", "Tolerance", "TolerantButton", "distance", "only_near", "target_at", "targets",
)  # fmt: skip
