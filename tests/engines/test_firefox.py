"""The walk in Firefox ESR."""

from tests.helpers.engines.walk import *  # noqa: F403 - every test of the walk, in this engine

ENGINE = "firefox"
