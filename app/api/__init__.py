"""The local Graph and its control plane: an HTTP server on loopback."""
