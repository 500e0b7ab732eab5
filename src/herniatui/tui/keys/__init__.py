"""Keys of the commands on the screens: bindings, key bars, and the keymap of the settings."""
