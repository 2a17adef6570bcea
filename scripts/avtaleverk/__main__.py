import sys

from avtaleverk.cli import main

sys.exit(main())
