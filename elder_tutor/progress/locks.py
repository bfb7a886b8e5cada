"""A chosen secret, its wrong tries and the growing wait after them; whoever keeps it writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Lock:
    """How a secret stands: its argon2id hash, the wrong tries since the last right one, and the wait."""

    hash: str
    wrong: int
    remaining: int
    """Milliseconds to wait, as of ``seen`` (UTC ms)."""
    seen: int

    @property
    def seconds(self) -> int:
        """Answer the seconds to wait, begun ones whole."""
        return -(-self.remaining // 1000)

    def let_time_pass(self, now: int) -> None:
        """Take the time until ``now`` (UTC ms) off the wait; a clock that was set back takes nothing."""
        self.remaining = max(self.remaining - max(now - self.seen, 0), 0)
        self.seen = now

    def count_try(self, free: int, waits: Sequence[int]) -> bool:
        """Count a try as wrong before it is judged; answer whether a wait (s, in turn) begins with it."""
        self.wrong += 1
        locks = self.wrong >= free
        if locks:
            self.remaining = 1000 * waits[min(self.wrong - free, len(waits) - 1)]
        return locks

    def opens(self, secret: str) -> bool:
        """Tell whether this is the secret; a hash that cannot be read opens to nothing."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return PasswordHasher().verify(self.hash, secret)
        except (VerificationError, InvalidHashError):
            return False
