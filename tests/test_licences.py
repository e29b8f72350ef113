"""What the workbook needs and hands on: nothing under a licence that asks more of others than its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.check import licences
from tests.helpers.book import ROOT


def test_a_package_with_extras_is_one_of_them() -> None:
    assert licences.packages("bleach[css]==6.4.0 \\\n    --hash=x\njinja2==3.1\n") == ["bleach", "jinja2"]


def test_every_package_that_is_needed_or_handed_on_is_in_order() -> None:
    assert list(licences.mistakes(ROOT)) == []


def test_no_package_goes_unjudged() -> None:
    for path in licences.LISTS:
        names = licences.packages((ROOT / path).read_text(encoding="utf-8"))
        assert len(names) > 20
        assert [name for name in names if licences.stated(name) is None and name.lower() not in licences.SETTLED] == []


def test_a_package_that_is_settled_is_needed() -> None:
    needed = {name.lower() for path in licences.LISTS for name in licences.packages((ROOT / path).read_text("utf-8"))}
    assert set(licences.SETTLED) <= needed


@pytest.mark.parametrize(
    "stated",
    [
        "GPL-3.0-only",
        "GNU General Public License v3 (GPLv3)",
        "AGPL-3.0",
        "Proprietary",
        "UNKNOWN",
        "CC-BY-NC-4.0",
        "LGPL-2.1",
    ],
)
def test_another_licence_is_a_mistake(tmp_path: Path, stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "requirements.txt").write_text("krippendorff==0.9.0\npandas==2.3.3\n", encoding="utf-8")
    monkeypatch.setattr(licences, "stated", lambda name: [stated] if name == "krippendorff" else ["BSD-3-Clause"])
    (said,) = licences.mistakes(tmp_path)
    assert said.startswith(f"requirements.txt: krippendorff: its licence is {stated}. Expected MIT, BSD,")


def test_a_package_that_says_nothing_is_a_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "requirements.txt").write_text("silent==1.0\n", encoding="utf-8")
    monkeypatch.setattr(licences, "stated", lambda name: [])
    (said,) = licences.mistakes(tmp_path)
    assert "silent: it doesn't say what its licence is" in said


def test_of_licences_to_choose_from_one_is_enough_and_of_several_that_hold_none_may_be_wrong() -> None:
    assert licences._chosen("GPL-2.0-or-later OR MIT") == "MIT"
    assert licences.in_order("Apache Software License")
    assert licences.in_order("ISC License (ISCL)")
    assert not licences.in_order(licences._chosen("GPL-2.0-only OR AGPL-3.0-only"))


def test_the_package_itself_needs_nothing_under_the_gpl() -> None:
    for path in ("pyproject.toml", *licences.LISTS, "notebooks/10_seven_stories.ipynb"):
        assert "import krippendorff" not in (text := (ROOT / path).read_text(encoding="utf-8"))
        assert "krippendorff>=" not in text and "krippendorff==" not in text
