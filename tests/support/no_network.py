"""The program in a Python that refuses the network."""

REFUSING = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.connect", "socket.get", "socket.send", "socket.bind", "urllib.", "http.", "ftplib.")):
        open(sys.argv[1], "a").write(event + "\\n")
        raise PermissionError(event)
sys.addaudithook(refuse)
from herniatui.cli import main
sys.exit(main(sys.argv[2:]))
"""
"""Logs every network call in the file of its first argument, and refuses it; then runs the program with the others."""
