/* The tables of verbs, options and formats. */
#include "cli/tables.h"

#include <string.h>

#include "cli/cli.h"

const struct verb verbs[] = {
#define COMMAND(name, letter, arguments, help) {#name, letter, command_##name, arguments, help},
#include "cli/commands.def"
#undef COMMAND
    {0}};

const struct option_line option_lines[] = {
#define OPTION(name, letter, argument, verbs, help) {name, letter, argument, verbs, help},
#include "cli/options.def"
#undef OPTION
    {0}};

static const struct {
    const char *word, *verbs;
    ken_form form;
} formats[] = {
#define FORMAT(word, form, verbs) {word, verbs, form},
#include "cli/formats.def"
#undef FORMAT
};
enum {
    FORMATS = sizeof formats / sizeof *formats,
    VERBS = sizeof verbs / sizeof *verbs,
    OPTIONS = sizeof option_lines / sizeof *option_lines
};

static ken_text text(const char *s)
{
    return (ken_text){s, strlen(s)};
}

const struct verb *verb_named(const char *name)
{
    for (const struct verb *v = verbs; v->name; v++)
        if (strcmp(v->name, name) == 0)
            return v;
    return NULL;
}

ken_text verb_meant(const char *name)
{
    ken_text names[VERBS];
    size_t n = 0;
    for (const struct verb *v = verbs; v->name; v++) {
        if (*name && strncmp(v->name, name, strlen(name)) == 0)
            return text(v->name);
        names[n++] = text(v->name);
    }
    return ken_nearest(text(name), names, n);
}

bool option_is_of(const struct option_line *l, char verb)
{
    return strchr(l->verbs, verb) != NULL;
}

ken_text option_meant(char verb, ken_text name)
{
    ken_text names[OPTIONS];
    size_t n = 0;
    for (const struct option_line *l = option_lines; l->name; l++)
        if (option_is_of(l, verb))
            names[n++] = text(l->name);
    return ken_nearest(name, names, n);
}

size_t words_split(const char *bars, ken_text words[OPTION_WORDS])
{
    size_t n = 0;
    for (const char *word = bars; word && n < OPTION_WORDS;) {
        const char *bar = strchr(word, '|');
        words[n++] = bar ? (ken_text){word, (size_t)(bar - word)} : text(word);
        word = bar ? bar + 1 : NULL;
    }
    return n > 1 ? n : 0;
}

size_t option_words(const struct option_line *l, char verb, ken_text words[OPTION_WORDS])
{
    size_t n = 0;
    if (strcmp(l->name, "format") != 0 || strchr(l->argument, '|'))
        return words_split(l->argument, words);
    for (size_t i = 0; i < FORMATS; i++)
        if (n < OPTION_WORDS && strchr(formats[i].verbs, verb))
            words[n++] = text(formats[i].word);
    return n;
}

void words_print(FILE *to, const ken_text *words, size_t n, const char *quote)
{
    for (size_t i = 0; i < n; i++)
        fprintf(to, "%s%s%.*s%s",
                i == 0      ? ""
                : i + 1 < n ? ", "
                            : " or ",
                quote, (int)words[i].size, words[i].at, quote);
}

bool format_named(char verb, const char *word, ken_form *form)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strchr(formats[i].verbs, verb) && strcmp(formats[i].word, word) == 0) {
            *form = formats[i].form;
            return true;
        }
    return false;
}

void options_help(FILE *to, char verb)
{
    for (const struct option_line *l = option_lines; l->name; l++) {
        if (!option_is_of(l, verb))
            continue;
        char name[64];
        ken_text words[OPTION_WORDS];
        size_t n = option_words(l, verb, words);
        snprintf(name, sizeof name, "--%s%s%s", l->name, l->argument ? " " : "",
                 l->argument ? l->argument : "");
        if (l->letter)
            fprintf(to, "  -%c, %-24s %s", l->letter, name, l->help);
        else
            fprintf(to, "      %-24s %s", name, l->help);
        if (n && l->argument && strcmp(l->name, "format") == 0 && !strchr(l->argument, '|')) {
            words_print(to, words, n, "");
            fprintf(to, " (default: %.*s)", (int)words->size, words->at);
        }
        fputc('\n', to);
    }
}
