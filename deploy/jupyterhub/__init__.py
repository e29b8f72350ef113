"""A shared JupyterHub for a workshop."""
