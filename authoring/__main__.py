"""Let `python -m authoring` do the same as the command `joinedup`."""

import sys

from .cli import main

sys.exit(main())
