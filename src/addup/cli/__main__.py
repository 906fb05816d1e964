"""`python -m addup.cli` is the command `addup`."""

import sys

from addup.cli import main

sys.exit(main())
