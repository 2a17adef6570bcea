"""The day a command works with; everything below the commands gets it as an argument."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day of `SOURCE_DATE_EPOCH` when that is set, so that a build can be reproduced; otherwise today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
