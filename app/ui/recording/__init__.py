"""The finished recording: heard, seen and saved."""
