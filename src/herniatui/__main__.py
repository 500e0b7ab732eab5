"""Entry point of the program: `python -m herniatui`, and the command `herniatui`.

Every failure ends in one sentence and an exit code, also if there is too little memory for the imports.
"""

import gc
import os
import sys
from collections.abc import Callable

from herniatui.out_of_memory import is_out_of_memory, require_memory
from herniatui.own_process import CHILD, restore_library_path, run_part

FAILED, INTERRUPTED = 1, 130

_NO_MEMORY = "herniatui: er is te weinig geheugen; sluit andere programma's en probeer het opnieuw"
_NOT_WRITTEN = "herniatui: lezen of schrijven lukt niet; probeer een andere plek"
_FAILED = "herniatui: er ging iets mis, en het moest stoppen"
_LOGGED = f"{_FAILED}; wat er misging, staat in het logboek"
_TO_LOG = f"{_FAILED}; start het nog eens met --log BESTAND, dan komt in dat bestand te staan wat er misgaat"
"""In Dutch, not from the catalogue: reading that may be what fails."""


def main() -> int:
    """Run the program with the arguments of the command line, and return its exit code."""
    try:
        _open_closed_streams()
        restore_library_path()
        if sys.argv[1:2] == [CHILD]:
            return run_part(sys.argv[2:])
        require_memory()
        gc.disable()  # imports leave no garbage, and looking for it took a tenth of their time
        from herniatui.cli import main as run  # lazy import: may fail for lack of memory

        gc.enable()
        return _flushed(run)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _discard_output(FAILED)  # the reader of the pipe has exited
    except OSError as error:
        return _discard_output(_complain(_NO_MEMORY if is_out_of_memory(error) else _NOT_WRITTEN))
    except MemoryError:
        return _complain(_NO_MEMORY)
    except Exception as error:  # noqa: BLE001 (a traceback could show a patient's words)
        return _complain(_NO_MEMORY if is_out_of_memory(error) else _logged(error))


def _flushed(run: Callable[[], int]) -> int:
    """Run this and flush its output before the exit code is returned; argparse ends with `SystemExit`."""
    try:
        return run()
    except SystemExit:
        sys.stdout.flush()
        raise


def _discard_output(code: int) -> int:
    """Discard buffered output, so that Python does not report a failing flush at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return code


def _open_closed_streams() -> None:
    """Open a file for each closed standard stream.

    Otherwise the next opened file, such as a talk, gets its descriptor and everything written to that; and `print`
    writes to stdout if stderr is None.
    """
    for number, flag in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flag)  # gets the lowest descriptor; stdout refuses writes, like a closed one
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 (open until exit)


def _logged(error: Exception) -> str:
    """Write the exception to the log, if there is one, and return the sentence that says so."""
    try:
        from herniatui.log import failed  # lazy import: may be what fails

        return _LOGGED if failed(error) else _TO_LOG
    except Exception:  # noqa: BLE001 (there is always a sentence)
        return _FAILED


def _complain(sentence: str) -> int:
    try:
        print(sentence, file=sys.stderr, flush=True)
    except (OSError, ValueError, MemoryError):
        return FAILED
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
