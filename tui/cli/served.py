"""The reader behind a browser: `broadsheet serve` starts one for each, and holds its pipes."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Open the reader as the options say, painted by whoever holds the pipes."""
    from tui.cli.options import parser_of
    from tui.cli.read import read_served
    from tui.cli.settling import settled

    options = parser_of("read").parse_args(arguments)
    settings = settled(options.config)
    if settings is None:
        return 1
    if options.theme is not None:
        settings = settings._replace(theme=options.theme)
    return read_served(options.paths, options.library, settings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
