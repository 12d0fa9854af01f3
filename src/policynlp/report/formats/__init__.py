"""One module a report format; each holds a ``FORMAT``."""
