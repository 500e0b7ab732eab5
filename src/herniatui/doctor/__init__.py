"""What `herniatui doctor` looks at: checks that return findings, and the page that can be sent.

No finding holds a word of a talk, a label, or the name of the user's home folder.
"""
