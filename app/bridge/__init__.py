"""The bridge: the same request, to the real Graph. Off unless somebody switches it on."""
