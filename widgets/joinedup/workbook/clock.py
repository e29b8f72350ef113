"""When an answer was saved, as far as the clock of the device can be believed. The twin of clock.js."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

SLACK = timedelta(days=1)
"""A clock may be set to another time zone; one that is further ahead is wrong."""


def believed(saved: str, now: datetime | None = None) -> str:
    """Return when an answer was saved, or "", which is before any time, if that is still to come.

    A device whose clock is ten years ahead would otherwise have the last word for ten years.

    Parameters
    ----------
    saved : str
        The time as a workbook says it, such as "2026-03-02T01:30:00Z".
    now : datetime, optional
        The time now, with its time zone; this machine's unless given.
    """
    latest = (now or datetime.now(UTC)) + SLACK
    return saved if saved <= latest.strftime("%Y-%m-%dT%H:%M:%SZ") else ""
