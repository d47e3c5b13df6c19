"""What leaves the program in the formats of others: command lines, code; without secrets."""
