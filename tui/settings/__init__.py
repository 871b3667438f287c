"""What a user has settled: one TOML file, read once, checked whole, and shown with its meaning.

`values` holds the settings, `file` finds and reads them. The rest is imported only where there is
a file: `schema` says what may be set, `reading` checks it, `lines` finds where it stands, `presets`
and `key_names` are about keys, `writing` shows settings as a file.
"""
