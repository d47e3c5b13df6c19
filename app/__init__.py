"""Graph Call Simulator: a virtual phone and a local Microsoft Graph for calling bots."""

from __future__ import annotations

__version__ = "0.1.0"
