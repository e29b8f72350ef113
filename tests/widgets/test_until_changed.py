"""A file is read once, and again as soon as it is written anew; what went wrong is never remembered."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from joinedup.content.file_cache import file_cache


@pytest.fixture
def counted(tmp_path: Path):
    """Return a file, a function that reads it, and the list of what was really read."""
    file, reads = tmp_path / "table.csv", []

    @file_cache
    def read(path: Path, where: str = "") -> str:
        reads.append(where)
        text = path.read_text("utf-8")
        if not text:
            raise ValueError(where)
        return text

    return file, read, reads


def test_a_file_is_read_once_until_it_changes(counted) -> None:
    file, read, reads = counted
    file.write_text("one", "utf-8")
    assert [read(file), read(file)] == ["one", "one"]
    assert len(reads) == 1
    file.write_text("two, and more", "utf-8")
    assert read(file) == "two, and more"
    assert len(reads) == 2


def test_a_file_put_in_the_place_of_another_of_the_same_size_and_time_is_read(counted, tmp_path: Path) -> None:
    file, read, _ = counted
    file.write_text("one", "utf-8")
    assert read(file) == "one"
    other = tmp_path / "other.csv"
    other.write_text("two", "utf-8")
    before = file.stat()
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)
    assert read(file) == "two"


def test_one_file_is_read_for_each_name_it_is_given_and_a_copy_of_it_is_not(counted, tmp_path: Path) -> None:
    file, read, reads = counted
    file.write_text("one", "utf-8")
    read(file, "data/table.csv")
    read(file, "another name")
    (tmp_path / "copy").mkdir()
    read(Path(shutil.copy(file, tmp_path / "copy")), "another name")
    assert reads == ["data/table.csv", "another name"]
    assert read(file.rename(tmp_path / "renamed.csv"), "another name") == "one"
    assert len(reads) == 3


def test_what_went_wrong_is_tried_again(counted) -> None:
    file, read, reads = counted
    with pytest.raises(FileNotFoundError):
        read(file)
    file.write_text("", "utf-8")
    for _ in range(2):
        with pytest.raises(ValueError):
            read(file)
    assert len(reads) == 3
