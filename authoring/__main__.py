"""Let `python -m authoring` do what the command `joinedup` does."""

import sys

from .cli import main

sys.exit(main())
