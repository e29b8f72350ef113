"""What a group refuses."""

from __future__ import annotations

from ..errors import JoinedUpError


class CohortError(JoinedUpError):
    """A group cannot be brought together, or a picture of it cannot be shown."""
