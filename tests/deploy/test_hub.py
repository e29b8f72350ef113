"""The shared hub's folders and settings: what is kept apart, what is never written over, and that what is named exists."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from deploy.jupyterhub.folders import make_own_copy, make_workshop
from deploy.jupyterhub.hand_in import hand_in
from tests.helpers.book import ROOT

HUB = ROOT / "deploy" / "jupyterhub"
VALUES = yaml.safe_load((HUB / "kubernetes" / "values.yaml").read_text("utf-8"))
DISK, JOB = yaml.safe_load_all((HUB / "kubernetes" / "workshop.yaml").read_text("utf-8"))
IN_THE_IMAGE = "/srv/better-connected/"


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A project with somebody's own answers in it, which are nobody else's to have."""
    for name in ("notebooks/01.ipynb", "notebooks/my-workbook.json", "notebooks/.hidden/x", "data/mi/scales.csv"):
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("first", "utf-8")
    return tmp_path / "project"


def test_the_drop_folder_can_be_put_into_and_not_listed(tmp_path: Path) -> None:
    make_workshop(tmp_path / "workshop", os.getgid())
    assert mode(tmp_path / "workshop" / "drop") == "0o3773"
    assert mode(tmp_path / "workshop" / "shared") == "0o2775"
    make_workshop(tmp_path / "workshop", os.getgid())  # a second time changes nothing


def test_a_copy_of_ones_own_has_no_answers_of_another_and_is_never_written_over(source: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".notebooks.new").mkdir()  # a copy that broke off
    make_own_copy(source, home)
    found = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert found == {"notebooks/01.ipynb", "data/mi/scales.csv", "Hand in.ipynb"}
    (home / "notebooks/01.ipynb").write_text("mine", "utf-8")
    (source / "notebooks/01.ipynb").write_text("second", "utf-8")
    make_own_copy(source, home)
    assert (home / "notebooks/01.ipynb").read_text("utf-8") == "mine"


@pytest.mark.parametrize(("option", "expected"), [([], "0o700"), (["--disk-of-one"], "0o755")])
def test_a_home_is_closed_to_others_where_there_are_others(
    source: Path, tmp_path: Path, option: list[str], expected: str
) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    command = [sys.executable, "-P", HUB / "folders.py", source, *option]
    subprocess.run(command, env={"HOME": str(home)}, check=True)
    assert mode(home) == expected
    assert (home / "notebooks/01.ipynb").is_file()


def test_what_is_handed_in_is_replaced_by_ones_own_and_has_a_name_that_tells_nothing(tmp_path: Path) -> None:
    workbook, drop, remembered = tmp_path / "my-workbook.json", tmp_path / "drop", tmp_path / ".handed-in"
    drop.mkdir()
    with pytest.raises(FileNotFoundError, match="answer something first"):
        hand_in(workbook, drop, remembered)
    assert not remembered.exists()
    workbook.write_text('{"first": "a long answer"}', "utf-8")
    before = os.umask(0o077)
    try:
        copy = hand_in(workbook, drop, remembered)
    finally:
        os.umask(before)
    assert mode(copy) == "0o640"
    workbook.write_text("{}", "utf-8")
    assert hand_in(workbook, drop, remembered) == copy
    assert copy.read_text("utf-8") == "{}"
    assert len(list(drop.iterdir())) == 1 and len(copy.stem) > 30


def test_nothing_is_handed_in_through_a_link(tmp_path: Path) -> None:
    workbook, drop, remembered = tmp_path / "my-workbook.json", tmp_path / "drop", tmp_path / ".handed-in"
    drop.mkdir()
    workbook.write_text("{}", "utf-8")
    remembered.write_text("workbook-mine.json", "utf-8")
    (tmp_path / "theirs").write_text("theirs", "utf-8")
    (drop / "workbook-mine.json").symlink_to(tmp_path / "theirs")
    with pytest.raises(OSError):
        hand_in(workbook, drop, remembered)
    assert (tmp_path / "theirs").read_text("utf-8") == "theirs"


def test_the_page_to_hand_in_runs_what_the_hub_names(tmp_path: Path) -> None:
    page = json.loads((HUB / "Hand in.ipynb").read_text("utf-8"))
    code = "".join(page["cells"][1]["source"])
    assert '%run {os.environ["HAND_IN"]}' in code
    assert settings_of_the_machine().Spawner.environment["HAND_IN"] == str(HUB / "hand_in.py")


def settings_of_the_machine() -> SimpleNamespace:
    """Read the hub's settings as JupyterHub does."""
    parts = ("JupyterHub", "Authenticator", "Spawner", "ConfigurableHTTPProxy")
    c = SimpleNamespace(**{part: SimpleNamespace() for part in parts})
    file = HUB / "jupyterhub_config.py"
    exec(compile(file.read_text("utf-8"), file, "exec"), {"get_config": lambda: c, "__file__": str(file)})
    return c


def test_the_settings_hold_each_person_to_a_share_and_stop_what_is_idle() -> None:
    c = settings_of_the_machine()
    assert (c.Spawner.mem_limit, c.Spawner.cpu_limit) == ("1G", 1.0)
    assert any("jupyterhub_idle_culler" in service["command"] for service in c.JupyterHub.services)
    for folder in c.Spawner.environment["JUPYTER_CONFIG_PATH"].split(":"):
        assert Path(folder).is_dir()


def test_on_kubernetes_everybody_is_a_user_of_their_own() -> None:
    c = SimpleNamespace(KubeSpawner=SimpleNamespace())
    exec(VALUES["hub"]["extraConfig"]["10-own-user"], {"c": c})

    def spawner(number: int, *groups: str) -> SimpleNamespace:
        return SimpleNamespace(user=SimpleNamespace(id=number, groups=[SimpleNamespace(name=one) for one in groups]))

    for given in (c.KubeSpawner.uid, c.KubeSpawner.gid, c.KubeSpawner.fs_gid):
        assert given(spawner(1)) != given(spawner(2))
        assert given(spawner(1)) > 1000
    job = JOB["spec"]["template"]["spec"]["containers"][0]["command"]
    assert c.KubeSpawner.supplemental_gids(spawner(1, "facilitators")) == [int(job[-1])]
    assert c.KubeSpawner.supplemental_gids(spawner(1, "others")) == []


def test_what_kubernetes_is_told_to_run_is_in_the_project() -> None:
    person, job = VALUES["singleuser"], JOB["spec"]["template"]["spec"]["containers"][0]
    named = [
        *person["lifecycleHooks"]["postStart"]["exec"]["command"],
        *person["extraEnv"]["JUPYTER_CONFIG_PATH"].split(":"),
        person["extraEnv"]["HAND_IN"],
        f"{job['workingDir']}/{job['command'][2].replace('.', '/')}.py",
    ]
    found = [path.removeprefix(IN_THE_IMAGE) for path in named if path.startswith(IN_THE_IMAGE)]
    assert len(found) >= 4
    for path in found:
        assert (ROOT / path).exists(), path
    claim = DISK["metadata"]["name"]
    assert person["storage"]["extraVolumes"][0]["persistentVolumeClaim"]["claimName"] == claim
    assert person["storage"]["extraVolumeMounts"][0]["mountPath"] == person["extraEnv"]["WORKSHOP"]


def test_the_image_has_the_versions_that_the_workbook_is_tested_with() -> None:
    built = (ROOT / ".binder" / "postBuild").read_text("utf-8")
    assert "-r requirements.txt" in built and "--no-deps ." in built
    assert os.access(ROOT / ".binder" / "postBuild", os.X_OK)
