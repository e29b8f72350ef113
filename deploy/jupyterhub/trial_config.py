"""The hub as the trial runs it: passwords from a file, no limits, and a token to stop servers."""

# ruff: noqa: D102
import json
import os
from pathlib import Path

from jupyterhub.auth import Authenticator

c = get_config()  # noqa: F821 - JupyterHub gives it
load_subconfig(str(Path(__file__).with_name("jupyterhub_config.py")))  # noqa: F821
TRIAL = json.loads(Path(os.environ["TRIAL"]).read_text(encoding="utf-8"))


class Listed(Authenticator):
    """Let in those whose password is in the trial's list."""

    async def authenticate(self, handler, data):
        return data["username"] if TRIAL["passwords"].get(data["username"]) == data["password"] else None


c.JupyterHub.bind_url = TRIAL["address"]
c.JupyterHub.hub_port = TRIAL["ports"][0]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{TRIAL['ports'][1]}"
c.JupyterHub.authenticator_class = Listed
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.mem_limit = None
c.Spawner.cpu_limit = None
c.JupyterHub.services.append({"name": "trial", "api_token": TRIAL["token"]})
c.JupyterHub.load_roles.append({"name": "trial", "services": ["trial"], "scopes": ["admin:servers", "read:users"]})
