/* Completion: what the program offers, and that the shells show it.  $KEN is the program. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#define RULES "rules/cgd/2566.ken"

/* What the command prints begins, ends or is as a whole what is expected. */
static void expect(const char *command, const char *says)
{
    struct arena *a = support_arena();
    int status;
    struct text out = support_run(a, command, &status);
    cr_expect(eq(int, status, 0), "%s", command);
    cr_expect(text_equal(out, text_of(says)), "%s\nshould print\n%s\nand prints\n%s", command, says,
              text_c(a, out));
    arena_free(a);
}

/* Where the shells find it. */
#define IN_PATH "PATH=$(cd $(dirname $KEN) && pwd):$PATH; "

/* Behind `ken`, without what the candidates mean. */
#define OFFERS(line, says) expect("ken completion --for " line " | cut -f 1", says)

Test(completion, offers_what_could_stand_there)
{
    OFFERS("ev", "eval\n");
    OFFERS("eval --fo", "--format\n");
    OFFERS("eval --format ''", "text\njson\nmd\ncsv\n");
    OFFERS("check --format=j", "--format=json\n");
    OFFERS("eval --digits t", "thai\n");
    OFFERS("eval --width ''", "");
    OFFERS("completion ''", "bash\nzsh\nfish\n");
    OFFERS("nothing ''", "");
    OFFERS("help K04", "");
    OFFERS("help stri", "stricter\n");
}

Test(completion, asks_the_shell_for_files)
{
    OFFERS("eval ''", ":files *.ken\n");
    OFFERS("eval x.ken ''", ":files *.facts *.json\n");
    OFFERS("diff x.ken ''", ":files *.ken\n");
    OFFERS("eval x.ken -f ''", ":files *\n");
    OFFERS("migrate x.facts --from ''", ":files *.ken\n");
    OFFERS("verify --root ''", ":folders\n");
}

Test(completion, knows_the_rules_on_the_line)
{
    OFFERS("explain " RULES " x.facts 1.1/", "1.1/disbursement\n1.1/use\n:files *.facts *.json\n");
    OFFERS("eval " RULES " --set capital.",
           "capital.allocated=\ncapital.disbursed=\ncapital.used=\n");
    OFFERS("eval --set=capital.u " RULES " --set=capital.u", "--set=capital.used=\n");
    OFFERS("needed " RULES " --cost 2.", "2.1=\n");
    OFFERS("explain nowhere.ken x.facts 1.1/", ":files *.facts *.json\n");
    OFFERS("eval README.md --set capital.u", "");
    expect("ken completion --for explain " RULES " x.facts 1.1/u | head -1", "1.1/use\tการใช้จ่าย\n");
}

#define BASH(words)                                                                                \
    IN_PATH "bash -c 'source <(ken completion bash); COMP_WORDS=(" words                           \
            "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "                                           \
            "_ken; printf \"%s\\n\" \"${COMPREPLY[@]}\"'"

Test(completion, works_in_bash)
{
    expect(BASH("ken evalu"), "\n");
    expect(BASH("ken ex"), "explain\n");
    expect(BASH("ken eval rules/calendars/t"), "rules/calendars/thailand.ken\n");
    expect(BASH("ken eval --format = m"), "md\n");
    expect(BASH("ken eval " RULES " --set capital.u"), "capital.used=\n");
    expect(BASH("ken verify --root rule"), "rules/\n");
    expect(BASH("ken eval --output = READ"), "README.md\n");
}

#define FISH(line) IN_PATH "fish -c 'ken completion fish | source; complete -C \"" line "\"'"

Test(completion, works_in_fish)
{
    expect(FISH("ken ex"), "explain\tgive the reasons for a score, down to the facts\n");
    expect(FISH("ken eval rules/calendars/t"), "rules/calendars/thailand.ken\n");
    expect(FISH("ken explain " RULES " x.facts 1.1/u"), "1.1/use\tการใช้จ่าย\n");
    expect(FISH("ken eval --format j"), "json\n");
}

/* The functions of its completion system stand for themselves: without a terminal it cannot run. */
#define ZSH(line)                                                                                  \
    IN_PATH "zsh -f -c 'compdef() { :; }; compadd() { print -- $@[-1]; }; _files() { print -- "    \
            "files $2; "                                                                           \
            "}; "                                                                                  \
            "_describe() { print -l -- ${(@P)2}; }; source <(ken completion zsh); words=(" line    \
            "); "                                                                                  \
            "CURRENT=$#words; _ken'"

Test(completion, works_in_zsh)
{
    expect(ZSH("ken ex"), "explain:give the reasons for a score, down to the facts\n");
    expect(ZSH("ken eval \"\""), "files *.ken\n");
    expect(ZSH("ken eval " RULES " --set capital.u"), "capital.used=\n");
    expect(ZSH("ken eval --digits t"), "thai:\n");
}
