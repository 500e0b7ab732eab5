"""The signals that end the program, and its exit code where the terminal is gone."""

ENDING = (
    "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGIO",
    "SIGPWR", "SIGXCPU",
)  # fmt: skip
"""Signals that end a process unless it handles them, except those that report a fault in the process itself."""

HUNG_UP = 129
"""Exit code for a terminal that is gone: 128 + SIGHUP, which Windows does not have."""
