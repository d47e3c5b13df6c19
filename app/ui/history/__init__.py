"""Calls that were kept: listed, opened, exported; files that are dropped on the window."""
