"""Save the note for the record to a file."""

import asyncio

from herniatui.commands.declared import named
from herniatui.consult.model import Consult
from herniatui.i18n import _
from herniatui.report.file_output import save, suggested_path
from herniatui.tui.flows.save_as import SaveAs
from herniatui.tui.host import Host


def save_note(host: Host) -> None:
    """Ask where to save the note, and save it as shown."""
    _save_as(host).ask(str(suggested_path(host.deck.card, host.today(), host.summary_folder)))


def _save_as(host: Host) -> SaveAs:
    def save_here(path: str, replace: bool) -> None:
        data = f"{host.note(host.talk)}\n".encode()
        saving = host.run_worker(_save(host, path, replace, data, host.talk.consult))
        host.hold_input_for(saving)  # whether stopping asks depends on it

    return SaveAs(host, _("Save the summary as"), save_here)


async def _save(host: Host, path: str, replace: bool, data: bytes, consult: Consult) -> None:
    """Write the note of this consult in a thread, because a disk may block."""
    if error := await asyncio.to_thread(save, path, data, replace=replace):
        _save_as(host).ask_again(path, error)
        return
    host.session.note_saved(consult)
    again, stop = (named(name, host.commands).brief for name in ("again", "quit"))
    done = _("Saved. Done? {again}: next patient, {stop}: stop. {path}")
    host.show_message(done.format(again=again, stop=stop, path=path))
