"""The walk in WebKitGTK, which has Safari's engine."""

from tests.helpers.engines.walk import *  # noqa: F403 - every test of the walk, in this engine

ENGINE = "webkit"
