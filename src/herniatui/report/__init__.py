"""What leaves the room: words and text made of card and consult."""
