/* Options, from one table. */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"

static const struct {
    const char *name;
    char letter;
    const char *argument, *verbs, *help;
} table[] = {
#define OPTION(name, letter, argument, verbs, help) {name, letter, argument, verbs, help},
#include "cli/options.def"
#undef OPTION
};
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
    OPTIONS = sizeof table / sizeof *table,
    LONG_ONLY = 256,
    WIDEST = 10000,
    DEFAULT_WIDTH = 100
};

/* The formats that a verb has, each between `quote`s; behind the first stands `of_first`. */
static void print_formats(FILE *to, char letter, const char *quote, const char *of_first)
{
    size_t left = 0;
    for (size_t i = 0; i < FORMATS; i++)
        left += strchr(formats[i].verbs, letter) != NULL;
    for (size_t i = 0; i < FORMATS; i++) {
        if (!strchr(formats[i].verbs, letter))
            continue;
        left--;
        fprintf(to, "%s%s%s%s%s", quote, formats[i].word, quote, of_first,
                left > 1 ? ", "
                : left   ? " or "
                         : "");
        of_first = "";
    }
}

void options_help(FILE *to, char letter)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        if (!strchr(table[i].verbs, letter))
            continue;
        char name[64];
        snprintf(name, sizeof name, "--%s%s%s", table[i].name, table[i].argument ? " " : "",
                 table[i].argument ? table[i].argument : "");
        if (table[i].letter)
            fprintf(to, "  -%c, %-24s %s", table[i].letter, name, table[i].help);
        else
            fprintf(to, "      %-24s %s", name, table[i].help);
        if (strcmp(table[i].name, "format") == 0)
            print_formats(to, letter, "", " (the default)");
        fputc('\n', to);
    }
}

static bool wrong(const struct options *o, const char *option, const char *value,
                  const char *wanted)
{
    fprintf(stderr, "ken %s: --%s: `%s` is not %s\n", o->verb, option, value, wanted);
    return false;
}

static bool read_count(const struct options *o, const char *option, const char *value,
                       unsigned long most, unsigned long *n)
{
    char *end;
    errno = 0;
    *n = strtoul(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || errno || *n > most)
        return wrong(o, option, value, "a number in range");
    return true;
}

/* One of two words; true for the second in *is_second. */
static bool read_word(const struct options *o, const char *option, const char *value,
                      const char *first, const char *second, bool *is_second)
{
    *is_second = strcmp(value, second) == 0;
    if (*is_second || strcmp(value, first) == 0)
        return true;
    fprintf(stderr, "ken %s: --%s is `%s` or `%s`, not `%s`\n", o->verb, option, first, second,
            value);
    return false;
}

static bool read_colour(struct options *o, const char *value)
{
    o->colour = strcmp(value, "auto") != 0;
    if (!o->colour)
        return true;
    return read_word(o, "color", value, "never", "always", &o->style.colour);
}

static bool read_format(struct options *o, const char *value)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strchr(formats[i].verbs, o->letter) && strcmp(formats[i].word, value) == 0) {
            o->style.form = formats[i].form;
            return true;
        }
    fprintf(stderr, "ken %s: --format is ", o->verb);
    print_formats(stderr, o->letter, "`", "");
    fprintf(stderr, ", not `%s`\n", value);
    return false;
}

/* Options that are only kept: a flag, or a value. */
static bool keep(struct options *o, const char *name, const char *value)
{
    const struct {
        const char *name;
        bool *is;
    } flags[] = {{"all", &o->style.all}, {"blame", &o->style.all},   {"no-files", &o->no_files},
                 {"bom", &o->bom},       {"evidence", &o->evidence}, {"lost", &o->lost},
                 {"stat", &o->stat},     {"textconv", &o->textconv}, {"template", &o->template},
                 {"help", &o->help}};
    const struct {
        const char *name, **is;
    } values[] = {{"score", &o->score}, {"level", &o->score}, {"total", &o->total},
                  {"root", &o->root},   {"from", &o->from},   {"to", &o->to},
                  {"as", &o->as}};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (strcmp(name, flags[i].name) == 0) {
            *flags[i].is = true;
            return true;
        }
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (strcmp(name, values[i].name) == 0) {
            *values[i].is = value;
            return true;
        }
    return false;
}

static bool apply(struct options *o, const char *name, const char *value)
{
    unsigned long n;
    bool flag;
    if (keep(o, name, value))
        return true;
    if (strcmp(name, "facts") == 0)
        o->facts[o->facts_files++] = value;
    else if (strcmp(name, "set") == 0)
        o->set[o->sets++] = value;
    else if (strcmp(name, "cost") == 0)
        o->cost[o->costs++] = value;
    else if (strcmp(name, "only") == 0)
        o->only[o->onlies++] = value;
    else if (strcmp(name, "format") == 0)
        return read_format(o, value);
    else if (strcmp(name, "digits") == 0)
        return read_word(o, name, value, "arabic", "thai", &o->style.thai_digits);
    else if (strcmp(name, "facts-format") == 0) {
        if (!read_word(o, name, value, "native", "json", &flag))
            return false;
        o->facts_json = flag;
        o->facts_native = !flag;
    } else if (strcmp(name, "depth") == 0) {
        if (!read_count(o, name, value, WIDEST, &n))
            return false;
        o->style.depth = (unsigned)n;
    } else if (strcmp(name, "width") == 0) {
        if (!read_count(o, name, value, WIDEST, &n))
            return false;
        o->style.width = n;
        o->width = true;
    } else if (strcmp(name, "color") == 0)
        return read_colour(o, value);
    else if (strcmp(name, "output") == 0) {
        o->output = strcmp(value, "-") != 0;
        output_to(value);
    }
    return true;
}

/* The table as getopt wants it: only the options of this verb. */
static void fill(char letter, struct option *long_options, char *short_options)
{
    size_t n = 0;
    *short_options++ = ':';
    for (size_t i = 0; i < OPTIONS; i++) {
        if (!strchr(table[i].verbs, letter))
            continue;
        long_options[n++] =
            (struct option){table[i].name, table[i].argument ? required_argument : no_argument,
                            NULL, LONG_ONLY + (int)i};
        if (table[i].letter) {
            *short_options++ = table[i].letter;
            if (table[i].argument)
                *short_options++ = ':';
        }
    }
    long_options[n] = (struct option){0};
    *short_options = 0;
}

static size_t index_of(int got)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (got == LONG_ONLY + (int)i || (got < LONG_ONLY && got == table[i].letter))
            return i;
    return OPTIONS;
}

static void set_defaults(struct options *o)
{
    struct winsize size;
    bool terminal = isatty(STDOUT_FILENO);
    const char *no_color = getenv("NO_COLOR");
    o->style.width = DEFAULT_WIDTH;
    if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        o->style.width = size.ws_col;
    o->style.colour = terminal && !(no_color && *no_color);
}

/* A file has no width and no colours of its own. */
static void forget_terminal(struct options *o)
{
    if (o->output && !o->width)
        o->style.width = DEFAULT_WIDTH;
    if (o->output && !o->colour)
        o->style.colour = false;
}

bool options_read(struct options *o, const char *verb, char letter, int argc, char **argv)
{
    struct option long_options[OPTIONS + 1];
    char short_options[2 * OPTIONS + 2];
    *o = (struct options){.verb = verb, .letter = letter};
    set_defaults(o);
    fill(letter, long_options, short_options);
    opterr = 0;
    optind = 1;
    if (argc > OPTION_LIST) {
        fprintf(stderr, "ken %s: more than %d arguments\n", verb, OPTION_LIST);
        return false;
    }
    for (int got; (got = getopt_long(argc, argv, short_options, long_options, NULL)) != -1;) {
        if (got == '?' || got == ':') {
            const char *what = argv[optind - 1];
            fprintf(stderr,
                    got == '?' ? "ken %s: there is no option `%s`\n"
                               : "ken %s: `%s` needs a value\n",
                    verb, what);
            fprintf(stderr, "ken %s --help lists the options\n", verb);
            return false;
        }
        size_t i = index_of(got);
        if (i < OPTIONS && !apply(o, table[i].name, optarg))
            return false;
    }
    forget_terminal(o);
    while (optind < argc)
        o->argument[o->arguments++] = argv[optind++];
    if (o->help) {
        printf("usage: ken %s [options] %s\n\n", verb, command_arguments(verb));
        options_help(stdout, letter);
    }
    return true;
}
