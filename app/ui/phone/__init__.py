"""The virtual phone."""
