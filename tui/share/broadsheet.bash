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
    local word before= IFS=$' \t\n'
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
        case ${COMP_WORDS[i]} in
            --library|--theme|--host|--port|--color|--by|--about|--limit|--in|--kind|--jobs|--format|--output|--backup|--folder|--import|--user-agent|--proxy|--config|--width) i=$((i + 1)) ;;
            -*) ;;
            serve|add|follow|unfollow|feeds|refresh|search|show|voices|export|views|watch|people|quotes|correct|reanalyse|doctor|config|parse|schema|completion|man)
                command=${COMP_WORDS[i]}
                break ;;
            *) break ;;
        esac
    done
    case $command:$option in
        read:--library)
            _broadsheet_files; return ;;
        read:--config)
            _broadsheet_files; return ;;
        read:--theme)
            return ;;
        serve:--library)
            _broadsheet_files; return ;;
        serve:--config)
            _broadsheet_files; return ;;
        serve:--theme)
            return ;;
        serve:--host)
            return ;;
        serve:--port)
            return ;;
        add:--library)
            _broadsheet_files; return ;;
        add:--config)
            _broadsheet_files; return ;;
        add:--jobs)
            return ;;
        add:--user-agent)
            return ;;
        add:--proxy)
            return ;;
        follow:--library)
            _broadsheet_files; return ;;
        follow:--config)
            _broadsheet_files; return ;;
        follow:--import)
            _broadsheet_files; return ;;
        follow:--folder)
            return ;;
        follow:--user-agent)
            return ;;
        follow:--proxy)
            return ;;
        unfollow:--library)
            _broadsheet_files; return ;;
        unfollow:--config)
            _broadsheet_files; return ;;
        feeds:--library)
            _broadsheet_files; return ;;
        feeds:--config)
            _broadsheet_files; return ;;
        refresh:--library)
            _broadsheet_files; return ;;
        refresh:--config)
            _broadsheet_files; return ;;
        refresh:--jobs)
            return ;;
        refresh:--user-agent)
            return ;;
        refresh:--proxy)
            return ;;
        search:--library)
            _broadsheet_files; return ;;
        search:--config)
            _broadsheet_files; return ;;
        search:--limit)
            return ;;
        show:--library)
            _broadsheet_files; return ;;
        show:--config)
            _broadsheet_files; return ;;
        show:--width)
            return ;;
        show:--color)
            _broadsheet_of -W "auto always never"; return ;;
        voices:--library)
            _broadsheet_files; return ;;
        voices:--config)
            _broadsheet_files; return ;;
        voices:--limit)
            return ;;
        export:--library)
            _broadsheet_files; return ;;
        export:--config)
            _broadsheet_files; return ;;
        export:--format)
            _broadsheet_of -W "markdown jsonl csv html org plain"; return ;;
        export:--output)
            _broadsheet_files; return ;;
        export:--by)
            return ;;
        export:--limit)
            return ;;
        views:--library)
            _broadsheet_files; return ;;
        views:--config)
            _broadsheet_files; return ;;
        views:--limit)
            return ;;
        watch:--library)
            _broadsheet_files; return ;;
        watch:--config)
            _broadsheet_files; return ;;
        people:--library)
            _broadsheet_files; return ;;
        people:--config)
            _broadsheet_files; return ;;
        people:--about)
            return ;;
        people:--limit)
            return ;;
        quotes:--library)
            _broadsheet_files; return ;;
        quotes:--config)
            _broadsheet_files; return ;;
        quotes:--by)
            return ;;
        quotes:--about)
            return ;;
        quotes:--kind)
            _broadsheet_of -W "direct fragment indirect"; return ;;
        quotes:--limit)
            return ;;
        correct:--library)
            _broadsheet_files; return ;;
        correct:--config)
            _broadsheet_files; return ;;
        correct:--in)
            return ;;
        reanalyse:--library)
            _broadsheet_files; return ;;
        reanalyse:--config)
            _broadsheet_files; return ;;
        doctor:--library)
            _broadsheet_files; return ;;
        doctor:--config)
            _broadsheet_files; return ;;
        doctor:--backup)
            _broadsheet_files; return ;;
        config:--config)
            _broadsheet_files; return ;;
        parse:--color)
            _broadsheet_of -W "auto always never"; return ;;
    esac
    if [[ $cur == -* ]]; then
        case $command in
            read) _broadsheet_of -W "-h --help --version --library --config --theme" ;;
            serve) _broadsheet_of -W "-h --help --version --library --config --theme --host --port --token" ;;
            add) _broadsheet_of -W "-h --help --version --library --config --jobs --watch --again --fetch --json --allow-private --user-agent --proxy" ;;
            follow) _broadsheet_of -W "-h --help --version --library --config --import --folder --full-text --allow-private --user-agent --proxy" ;;
            unfollow) _broadsheet_of -W "-h --help --version --library --config" ;;
            feeds) _broadsheet_of -W "-h --help --version --library --config --json --opml" ;;
            refresh) _broadsheet_of -W "-h --help --version --library --config --quiet --json --jobs --user-agent --proxy" ;;
            search) _broadsheet_of -W "-h --help --version --library --config --json --limit" ;;
            show) _broadsheet_of -W "-h --help --version --library --config --width --color" ;;
            voices) _broadsheet_of -W "-h --help --version --library --config --months --json --limit" ;;
            export) _broadsheet_of -W "-h --help --version --library --config --format --output --quotes --highlights --by --limit" ;;
            views) _broadsheet_of -W "-h --help --version --library --config --json --limit" ;;
            watch) _broadsheet_of -W "-h --help --version --library --config --drop --json" ;;
            people) _broadsheet_of -W "-h --help --version --library --config --about --json --limit" ;;
            quotes) _broadsheet_of -W "-h --help --version --library --config --by --about --kind --json --limit" ;;
            correct) _broadsheet_of -W "-h --help --version --library --config --in --nobody --json" ;;
            reanalyse) _broadsheet_of -W "-h --help --version --library --config --all" ;;
            doctor) _broadsheet_of -W "-h --help --version --library --config --repair --backup --json" ;;
            config) _broadsheet_of -W "-h --help --version --config --show --path --check --init" ;;
            parse) _broadsheet_of -W "-h --help --version --explain --color" ;;
            schema) _broadsheet_of -W "-h --help --version" ;;
            completion) _broadsheet_of -W "-h --help --version" ;;
            man) _broadsheet_of -W "-h --help --version" ;;
        esac
        return
    fi
    case $command in
        read)
            _broadsheet_files
            local files=("${COMPREPLY[@]}")
            ((i == COMP_CWORD)) && _broadsheet_of -W "serve add follow unfollow feeds refresh search show voices export views watch people quotes correct reanalyse doctor config parse schema completion man"
            COMPREPLY+=("${files[@]}") ;;
        serve)
            _broadsheet_files; ;;
        add)
            _broadsheet_files; ;;
        follow)
            ;;
        unfollow)
            ;;
        feeds)
            ;;
        refresh)
            ;;
        search)
            _broadsheet_query "person: by: said: title: text: author: about: tag: site: lang: date: is:unread is:read is:starred is:highlighted has:quotes has:people has:notes sort:newest sort:oldest"; ;;
        show)
            ;;
        voices)
            _broadsheet_query "person: by: said: title: text: author: about: tag: site: lang: date: is:unread is:read is:starred is:highlighted has:quotes has:people has:notes sort:newest sort:oldest"; ;;
        export)
            _broadsheet_query "person: by: said: title: text: author: about: tag: site: lang: date: is:unread is:read is:starred is:highlighted has:quotes has:people has:notes sort:newest sort:oldest"; ;;
        views)
            _broadsheet_of -W "save open drop"; ;;
        watch)
            ;;
        people)
            ;;
        quotes)
            ;;
        correct)
            _broadsheet_of -W "merge split rename not-a-person speaker list undo"; ;;
        reanalyse)
            ;;
        doctor)
            ;;
        config)
            ;;
        parse)
            _broadsheet_files; ;;
        schema)
            ;;
        completion)
            _broadsheet_of -W "bash zsh fish"; ;;
        man)
            ;;
    esac
}
complete -F _broadsheet broadsheet
