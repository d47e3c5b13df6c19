"""The history: calls that survive the program, in SQLite; never media, never secrets."""
