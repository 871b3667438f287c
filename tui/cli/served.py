"""The reader behind a browser: `broadsheet serve` starts one for each, and holds its pipes."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Open the reader as the options say, painted by whoever holds the pipes."""
    from tui.cli.options import parser_of
    from tui.cli.settling import open_reader

    options = parser_of("read").parse_args(arguments)
    theme, config = options.theme, options.config
    return open_reader(options.paths, options.library, config, theme, served=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
