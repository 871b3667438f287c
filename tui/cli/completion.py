"""`broadsheet completion SHELL`: a script that completes commands, options, files and fields.

What a script holds is of this program alone: no word in it comes from a library or an article.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from tui.cli import VALUED
from tui.cli.described import Line, Option, lines, query_words

COMPLETING: Final = """\
Put it where your shell looks for such scripts:
  bash  broadsheet completion bash > ~/.local/share/bash-completion/completions/broadsheet
  zsh   broadsheet completion zsh > a file _broadsheet in a folder of $fpath
  fish  broadsheet completion fish > ~/.config/fish/completions/broadsheet.fish
or, in bash alone, let ~/.bashrc have the line: source <(broadsheet completion bash)
"""


def completion(shell: str) -> int:
    """Print the script for a shell."""
    print("\n".join(SHELLS[shell](list(lines()))))
    return 0


def _commands(found: Iterable[Line]) -> list[Line]:
    """Return the commands that are named, which the reader's is not."""
    return [line for line in found if line.name != "read"]


def _valued() -> str:
    return "|".join(VALUED)


# --- bash


_BASH_BEGIN: Final = """\
# Completion of broadsheet for bash.
_broadsheet_of() {
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(compgen "$@" -- "$cur")
}
_broadsheet_files() {
    compopt -o filenames 2>/dev/null
    _broadsheet_of -f
}
# A colon ends a word for readline: what stands before it is not to be put in again.
_broadsheet_query() {
    local word before= IFS=$' \\t\\n'
    cur=$whole
    [[ $COMP_WORDBREAKS == *:* && $whole == *:* ]] && before=${whole%"${whole##*:}"}
    _broadsheet_of -W "$1"
    for word in "${!COMPREPLY[@]}"; do
        [[ ${COMPREPLY[word]} == *: ]] && compopt -o nospace 2>/dev/null
        COMPREPLY[word]=${COMPREPLY[word]#"$before"}
    done
}
_broadsheet() {
    local cur=${COMP_WORDS[COMP_CWORD]} option= command=read i
    local line=${COMP_LINE:0:COMP_POINT}
    local whole=${line##*[[:space:]]}
    ((COMP_CWORD > 0)) && option=${COMP_WORDS[COMP_CWORD - 1]}
    if [[ $whole == --*=* ]]; then
        option=${whole%%=*} cur=${whole#*=}
    elif [[ $whole == -* ]]; then
        option= cur=$whole
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in"""

_BASH_END: Final = """\
    esac
}
complete -F _broadsheet broadsheet"""


def _bash(found: Sequence[Line]) -> Iterator[str]:
    yield _BASH_BEGIN
    yield f"            {_valued()}) i=$((i + 1)) ;;"
    yield "            -*) ;;"
    yield f"            {'|'.join(line.name for line in _commands(found))})"
    yield "                command=${COMP_WORDS[i]}"
    yield "                break ;;"
    yield "            *) break ;;"
    yield "        esac"
    yield "    done"
    yield "    case $command:$option in"
    for line in found:
        for option in line.options:
            if option.kind != "none":
                yield f"        {'|'.join(f'{line.name}:{name}' for name in option.names)})"
                yield f"            {_bash_value(option)}return ;;"
    yield "    esac"
    yield "    if [[ $cur == -* ]]; then"
    yield "        case $command in"
    for line in found:
        names = " ".join(name for option in line.options for name in option.names)
        yield f'            {line.name}) _broadsheet_of -W "{names}" ;;'
    yield "        esac"
    yield "        return"
    yield "    fi"
    yield "    case $command in"
    for line in found:
        yield f"        {line.name})"
        if line.name == "read":
            names = " ".join(line.name for line in _commands(found))
            yield "            _broadsheet_files"
            yield '            local files=("${COMPREPLY[@]}")'
            yield f'            ((i == COMP_CWORD)) && _broadsheet_of -W "{names}"'
            yield '            COMPREPLY+=("${files[@]}") ;;'
            continue
        value = next(filter(None, map(_bash_value, line.operands)), "")
        yield f"            {value};;"
    yield _BASH_END


def _bash_value(option: Option) -> str:
    """Return the call that completes a value, with what ends it; "" where nothing is known."""
    if option.kind == "file":
        return "_broadsheet_files; "
    if option.kind == "query":
        return f'_broadsheet_query "{" ".join(query_words())}"; '
    if option.kind == "choice":
        return f'_broadsheet_of -W "{" ".join(option.choices)}"; '
    return ""


# --- zsh


_ZSH_BEGIN: Final = """\
#compdef broadsheet
# Completion of broadsheet for zsh.
_broadsheet_query() {"""

_ZSH_MIDDLE: Final = """\
}
_broadsheet() {
  local command=read ret=1
  integer i
  for ((i = 2; i < CURRENT; i++)); do
    case $words[i] in"""


def _zsh(found: Sequence[Line]) -> Iterator[str]:
    words = query_words()
    yield _ZSH_BEGIN
    yield f"  compadd -S '' -- {' '.join(word for word in words if word.endswith(':'))}"
    yield f"  compadd -- {' '.join(word for word in words if not word.endswith(':'))}"
    yield "}"
    yield "_broadsheet_first() {"
    yield "  local -a commands=("
    for line in _commands(found):
        yield f"    {_quoted(f'{line.name}:{_plain(line.description)}')}"
    yield "  )"
    yield "  _describe -t commands command commands"
    yield "  _files"
    yield _ZSH_MIDDLE
    yield f"      {_valued()}) (( i++ )) ;;"
    yield "      -*) ;;"
    yield f"      {'|'.join(line.name for line in _commands(found))})"
    yield "        command=$words[i]"
    yield "        words[i]=()"
    yield "        (( CURRENT-- ))"
    yield "        break ;;"
    yield "      *) break ;;"
    yield "    esac"
    yield "  done"
    yield "  case $command in"
    for line in found:
        specs = [spec for option in line.options for spec in _zsh_option(option)]
        specs += [_zsh_operand(line, operand) for operand in line.operands]
        yield f"    {line.name}) _arguments -s -S {' '.join(map(_quoted, specs))} && ret=0 ;;"
    yield "  esac"
    yield "  return ret"
    yield "}"
    yield '_broadsheet "$@"'


def _zsh_option(option: Option) -> Iterator[str]:
    for name in option.names:
        what = "" if option.kind == "none" else f":{option.shown.lower()}:{_zsh_value(option)}"
        equals = "=" if what and name.startswith("--") else ""
        yield f"{name}{equals}[{_plain(option.help)}]{what}"


def _zsh_operand(line: Line, operand: Option) -> str:
    place = "*" if operand.many else ""
    value = "_broadsheet_first" if line.name == "read" else _zsh_value(operand)
    return f"{place}:{operand.shown.lower()}:{value}"


def _zsh_value(option: Option) -> str:
    if option.kind == "choice":
        return f"({' '.join(option.choices)})"
    return {"file": "_files", "query": "_broadsheet_query"}.get(option.kind, " ")


def _plain(text: str) -> str:
    """Return a text as a specification of zsh may hold it."""
    for sign in "\\[]:":
        text = text.replace(sign, f"\\{sign}")
    return text


def _quoted(text: str) -> str:
    """Return a word as sh and zsh read it back."""
    return "'" + text.replace("'", "'\\''") + "'"


# --- fish


_FISH_BEGIN: Final = """\
# Completion of broadsheet for fish.
function __broadsheet_command
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]"""

_FISH_END: Final = """\
            case '*'
                break
        end
        set -e words[1]
    end
    echo read
end
function __broadsheet_is
    test (__broadsheet_command) = $argv[1]
end"""


def _fish(found: Sequence[Line]) -> Iterator[str]:
    yield _FISH_BEGIN
    yield f"            case {' '.join(VALUED)}"
    yield "                set -e words[1]"
    yield "            case '-*'"
    yield f"            case {' '.join(line.name for line in _commands(found))}"
    yield "                echo $words[1]"
    yield "                return"
    yield _FISH_END
    for line in _commands(found):
        yield (
            f"complete -c broadsheet -n '__broadsheet_is read' -a {line.name} "
            f"-d {_fish_word(line.description)}"
        )
    for line in found:
        here = f"complete -c broadsheet -n '__broadsheet_is {line.name}'"
        if not any(operand.kind == "file" for operand in line.operands):
            yield f"{here} -f"
        for option in line.options:
            yield f"{here} {_fish_option(option)}"
        for operand in line.operands:
            if operand.kind in ("choice", "query"):
                words = query_words() if operand.kind == "query" else operand.choices
                yield f"{here} -a {_fish_word(' '.join(words))}"


def _fish_option(option: Option) -> str:
    names = [
        f"-{'l' if name.startswith('--') else 's'} {name.lstrip('-')}" for name in option.names
    ]
    value = {"none": [], "file": ["-r", "-F"], "choice": ["-x", "-a"]}.get(option.kind, ["-x"])
    choices = [_fish_word(" ".join(option.choices))] if option.kind == "choice" else []
    return " ".join([*names, *value, *choices, "-d", _fish_word(option.help)])


def _fish_word(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


SHELLS: Final[dict[str, Callable[[Sequence[Line]], Iterator[str]]]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
}
