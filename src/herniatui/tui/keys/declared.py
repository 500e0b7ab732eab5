"""All commands, declared once: source of the bindings, key bars, help, palette and the documents' table."""

from herniatui.tui.keys.closing_commands import CLOSING_COMMANDS
from herniatui.tui.keys.talk_commands import TALK_COMMANDS
from herniatui.tui.keys.walk_commands import WALK_COMMANDS

COMMANDS = (*WALK_COMMANDS, *TALK_COMMANDS, *CLOSING_COMMANDS)
