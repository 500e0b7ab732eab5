"""What the program uses of the computer: clipboard, browser, PDF and printer."""

from datetime import date
from time import monotonic

from herniatui.card.library import DEFAULT_CARD, find, open_deck
from herniatui.desktop import browser, clipboard
from herniatui.desktop.printer import default_printer
from herniatui.desktop.remote import over_ssh
from herniatui.doctor.finding import Finding
from herniatui.i18n import _
from herniatui.report.formats import NotPossible
from herniatui.report.handout import pdf_bytes
from herniatui.report.handout.as_pdf import is_installed
from herniatui.tui.terminal.clipboard import terminal_accepts


def check_clipboard(has_terminal: bool) -> Finding:
    """Return which clipboard `k` reaches. Nothing is written to it, and what is on it is not read.

    Args:
        has_terminal: whether the program can draw here, so that the terminal's own clipboard counts.
    """
    program = "" if over_ssh() else clipboard.system_program()
    is_reached = bool(program) and clipboard.answers(program)
    takes = has_terminal and terminal_accepts("")
    data = {"program": program, "reached": is_reached, "terminal": takes}
    if is_reached:
        lines = [_("of the computer, through: {program}").format(program=program)]
    elif takes:
        lines = [_("of the terminal (OSC 52), which does not say whether it took a text")]
    else:
        lines = [_("none is reached")]
    if program and not is_reached:
        lines.append(_("this program does not answer: {program}").format(program=program))
    advice = _("On Linux, install xclip, or wl-clipboard for Wayland. Until then, save the summary with s.")
    is_amiss = has_terminal and not is_reached and not takes
    return Finding("clipboard", _("Clipboard"), tuple(lines), data, (advice,) if is_amiss else ())


def check_browser() -> Finding:
    """Return whether the program can open a page or an address."""
    available = browser.is_available()
    lines = _("can be opened"), _("cannot be opened here; the program shows the address, and a code for a phone")
    return Finding("browser", _("Browser"), (lines[0] if available else lines[1],), {"available": available})


def check_pdf() -> Finding:
    """Return whether a PDF can be made, by making the blank card."""
    title = _("PDF")
    if not is_installed():
        without = _("is not installed; HTML can be made without it. To install it: pip install herniatui[pdf]")
        return Finding("pdf", title, (without,), {"installed": False})
    started = monotonic()
    try:
        size = len(pdf_bytes(open_deck(find(DEFAULT_CARD)), None, None, date.today()))
    except NotPossible as error:
        advice = _("Install herniatui again, or ask for HTML instead: herniatui show --format html.")
        return Finding("pdf", title, (str(error),), {"installed": True, "made": False}, (advice,))
    seconds = monotonic() - started
    made = _("can be made: the blank card, {kilobytes} kB in {seconds} s")
    data = {"installed": True, "made": True, "bytes": size, "seconds": round(seconds, 2)}
    line = made.format(kilobytes=round(size / 1000), seconds=f"{seconds:.1f}".replace(".", ","))
    return Finding("pdf", title, (line,), data)


def check_printer() -> Finding:
    """Return the printer that F9 in the dialog of a page prints on."""
    name = default_printer()
    found = _("F9 prints on: {printer}").format(printer=name) if name else _("none found; print from the PDF program")
    return Finding("printer", _("Printer"), (found,), {"name": name})
