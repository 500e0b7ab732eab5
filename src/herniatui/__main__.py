"""`python -m herniatui`."""

import sys

from herniatui.cli import main

sys.exit(main())
