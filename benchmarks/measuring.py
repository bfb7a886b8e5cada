"""What the benchmarks share: taking times, and saying them next to their limit."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence


def seconds(work: Callable[..., object], *arguments: object) -> float:
    """Answer how many seconds a piece of work takes."""
    began = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - began


def own_seconds(work: Callable[..., object], *arguments: object) -> float:
    """Answer how many seconds of this thread's own a piece of work takes: a busy machine does not count."""
    began = time.thread_time()
    work(*arguments)
    return time.thread_time() - began


def late(times: Sequence[float]) -> float:
    """Answer the 99th percentile, or the longest of a few."""
    return statistics.quantiles(times, n=100)[98] if len(times) > 100 else max(times)


def judged(value: float, most: float, unit: str = "") -> str:
    """Write a figure with its limit and whether it holds."""
    verdict = "ok" if value <= most else "TOO MUCH"
    return f"{value:.2f}{unit} (must be ≤ {most:g}{unit}: {verdict})"
