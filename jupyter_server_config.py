"""Settings of JupyterLab for the workbook: `jupyter lab --config=jupyter_server_config.py notebooks`."""

from joinedup.content.notebooks import keep_readable

c = get_config()  # noqa: F821 - Jupyter gives it

# A saved notebook keeps the plain face of each exercise, so that it can be read on another day, before it is run again.
c.FileContentsManager.pre_save_hook = keep_readable
