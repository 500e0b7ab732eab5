"""The program's entry point: `python -m herniatui`, and the command `herniatui`.

Whatever goes wrong here or below ends in one sentence and an exit code, also when memory is too short for the imports.
"""

import os
import sys
from collections.abc import Callable

from herniatui.out_of_memory import is_out_of_memory

FAILED, INTERRUPTED = 1, 130

_NO_MEMORY = "herniatui: er is te weinig geheugen; sluit andere programma's en probeer het opnieuw"
_NOT_WRITTEN = "herniatui: lezen of schrijven lukt niet; probeer een andere plek"
_FAILED = "herniatui: er ging iets mis, en het moest stoppen"
"""Not from the catalogue: reading that may be what goes wrong."""


def main() -> int:
    """Run the program with the arguments of the command line, and return its exit code."""
    try:
        _open_closed_streams()
        from herniatui.cli import main as run  # may fail for want of memory

        return _flushed(run)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _write_no_more(FAILED)  # the reader of our output has left
    except OSError as error:
        return _write_no_more(_complain(_NO_MEMORY if is_out_of_memory(error) else _NOT_WRITTEN))
    except MemoryError:
        return _complain(_NO_MEMORY)
    except Exception as error:  # noqa: BLE001 (a traceback could show a patient's words)
        return _complain(_NO_MEMORY if is_out_of_memory(error) else _FAILED)


def _flushed(run: Callable[[], int]) -> int:
    """Run this, and write all of its output before it is said that it went well; argparse ends with `SystemExit`."""
    try:
        return run()
    except SystemExit:
        sys.stdout.flush()
        raise


def _write_no_more(code: int) -> int:
    """Send what is still buffered nowhere, so that Python does not complain on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return code


def _open_closed_streams() -> None:
    """Give each of the standard streams that is closed a file of its own.

    Otherwise the next file that is opened, such as a talk, takes its number and gets what is written to it; and `print`
    writes to stdout what is meant for a stderr of None.
    """
    for number, flag in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flag)  # takes the lowest number; stdout refuses what is written, as a closed one does
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 (open to the end)


def _complain(sentence: str) -> int:
    try:
        print(sentence, file=sys.stderr, flush=True)
    except (OSError, ValueError, MemoryError):
        return FAILED
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
