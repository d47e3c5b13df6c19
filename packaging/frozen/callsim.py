"""Where the frozen program starts, under both of its names."""

import multiprocessing
import sys
from pathlib import Path

from app.cli import main, window

if __name__ == "__main__":
    multiprocessing.freeze_support()  # `simulate` works with several processes
    windowed = Path(sys.argv[0]).stem == "callsim-window"
    sys.exit(window() if windowed else main())
