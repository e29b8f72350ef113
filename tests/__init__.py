"""The tests. Assertions of what they share say what they found, like their own."""

import pytest

pytest.register_assert_rewrite("tests.helpers", "tests.proofs")
