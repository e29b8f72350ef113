"""Pass the commands of the first edition, `python -m joinedup check` and the like, on to where they are now."""

import runpy
import sys

print("The command is called 'joinedup' now. 'python -m authoring' does the same.", file=sys.stderr)
runpy.run_module("authoring", run_name="__main__", alter_sys=True)
