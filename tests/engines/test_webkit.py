"""The walk in WebKitGTK, which has Safari's engine."""

from .walk import *  # noqa: F403 - every test of the walk, in this engine

ENGINE = "webkit"
