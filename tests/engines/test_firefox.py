"""The walk in Firefox ESR."""

from .walk import *  # noqa: F403 - every test of the walk, in this engine

ENGINE = "firefox"
