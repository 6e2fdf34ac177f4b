/* ken completion: a script with which a shell completes what is typed behind `ken`.
 *
 * The scripts ask the program itself (candidates.h), so they know every option, and the ids and
 * facts of the rules that stand on the line. */
#include <stdlib.h>
#include <string.h>

#include "cli/candidates.h"
#include "cli/cli.h"
#include "cli/tables.h"

/* Bash takes words apart at `=`, and completes what stands behind it. */
static const char *const bash[] = {
    "# Completion of ken for bash: source <(ken completion bash)",
    "_ken() {",
    "    local -a words=() patterns=()",
    "    local word pattern typed",
    "    for word in \"${COMP_WORDS[@]:0:COMP_CWORD+1}\"; do",
    "        if [[ ${#words[@]} -gt 0 && ( $word == = || ${words[-1]} == *= ) ]]; then",
    "            words[-1]+=$word",
    "        else",
    "            words+=(\"$word\")",
    "        fi",
    "    done",
    "    typed=${words[-1]#*=}",
    "    COMPREPLY=()",
    "    while IFS=$'\\t' read -r word _; do",
    "        case $word in",
    "        ':files '*)",
    "            read -r -a patterns <<<\"${word#:files }\"",
    "            for pattern in \"${patterns[@]}\"; do",
    "                mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY \\",
    "                    < <(compgen -f -X \"!$pattern\" -- \"$typed\")",
    "            done",
    "            [[ $word == ':files *' ]] ||",
    "                mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(compgen -d -- \"$typed\")",
    "            compopt -o filenames 2>/dev/null ;;",
    "        :folders)",
    "            mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY \\",
    "                < <(compgen -d -S / -- \"$typed\") ;;",
    "        *)",
    "            [[ ${words[-1]} == *=* ]] && word=${word#*=}",
    "            COMPREPLY+=(\"$word\") ;;",
    "        esac",
    "    done < <(\"${words[0]}\" completion --for \"${words[@]:1}\" 2>/dev/null)",
    "    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[=/] ]] &&",
    "        compopt -o nospace 2>/dev/null",
    "    return 0",
    "}",
    "complete -F _ken ken",
    NULL};

static const char *const zsh[] = {
    "#compdef ken",
    "# Completion of ken for zsh: source <(ken completion zsh), or this as _ken in $fpath",
    "_ken() {",
    "    local -a named",
    "    local line word",
    "    local -a offered=(",
    "        \"${(@f)$(${words[1]} completion --for \"${(@)words[2,CURRENT]}\" 2>/dev/null)}\")",
    "    for line in $offered; do",
    "        word=${line%%$'\\t'*}",
    "        case $word in",
    "        ':files '*) _files -g \"${word#:files }\" ;;",
    "        :folders) _files -/ ;;",
    "        *=) compadd -S '' -- $word ;;",
    "        ?*) named+=(\"${word//:/\\\\:}:${line#*$'\\t'}\") ;;",
    "        esac",
    "    done",
    "    (( ! $#named )) || _describe ken named",
    "}",
    "if [[ $funcstack[1] == _ken ]]; then _ken \"$@\"; else compdef _ken ken; fi",
    NULL};

static const char *const fish[] = {
    "# Completion of ken for fish: ken completion fish | source",
    "function __ken_complete",
    "    set -l typed (commandline -ct)",
    "    set -l words (commandline -opc) \"$typed\"",
    "    for line in (command $words[1] completion --for $words[2..-1] 2>/dev/null)",
    "        switch $line",
    "            case ':files *'",
    "                for pattern in (string split ' ' -- (string replace ':files ' '' -- $line))",
    "                    __fish_complete_suffix (string replace '*' '' -- $pattern)",
    "                end",
    "            case ':folders'",
    "                __fish_complete_directories",
    "            case '*'",
    "                echo $line",
    "        end",
    "    end",
    "end",
    "complete -c ken -f -a '(__ken_complete)'",
    NULL};

static const struct {
    const char *name;
    const char *const *script;
} shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};

int command_completion(int argc, char **argv)
{
    struct options o;
    if (argc > 2 && strcmp(argv[1], "--for") == 0) {
        candidates_print(argv + 2, (size_t)argc - 2);
        files_forget();
        return output_finish(0);
    }
    if (!options_read(&o, "completion", 'S', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    for (size_t i = 0; o.arguments == 1 && i < sizeof shells / sizeof *shells; i++)
        if (strcmp(o.argument[0], shells[i].name) == 0) {
            for (const char *const *line = shells[i].script; *line; line++)
                if (output_say(*line))
                    output_say("\n");
            return output_finish(0);
        }
    return usage_of("completion");
}
