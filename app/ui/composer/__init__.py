"""Requests written by hand and sent into the running call."""
