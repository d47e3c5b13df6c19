"""The built-in bot: an HTTP client and webhook receiver like any other."""
