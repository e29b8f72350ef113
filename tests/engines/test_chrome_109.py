"""The walk in Chrome 109, the last for Windows 7 and 8."""

from tests.helpers.engines.walk import *  # noqa: F403 - every test of the walk, in this engine

ENGINE = "chrome-109"
