"""The window (PySide6): sees snapshots and records, speaks in commands."""
