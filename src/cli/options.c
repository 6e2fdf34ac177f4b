/* Reading the options of a verb. */
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/tables.h"

enum { LONG_ONLY = 256, WANTED_ROOM = 64, WIDEST = 10000, DEFAULT_WIDTH = 100 };

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
    if (*value >= '0' && *value <= '9' && !*end && !errno && *n <= most)
        return true;
    char wanted[WANTED_ROOM];
    snprintf(wanted, sizeof wanted, "a whole number from 0 to %lu", most);
    return wrong(o, option, value, wanted);
}

/* Up to 100, with up to PERCENT_DECIMALS decimals: exactly, for a comparison. */
static bool read_percent(const struct options *o, const char *option, const char *value,
                         unsigned long long *n)
{
    size_t whole = strspn(value, "0123456789");
    const char *rest = value + whole + (value[whole] == '.');
    size_t decimals = strspn(rest, "0123456789");
    bool well = whole && whole <= 3 && !rest[decimals] && decimals <= PERCENT_DECIMALS &&
                (decimals || value[whole] != '.');
    *n = 0;
    for (const char *c = value; well && *c; c++)
        *n = *c == '.' ? *n : *n * 10 + (unsigned)(*c - '0');
    for (; well && decimals < PERCENT_DECIMALS; decimals++)
        *n *= 10;
    return (well && *n <= 100 * PERCENT_ONE) ||
           wrong(o, option, value, "a percentage from 0 to 100, such as 90 or 99.5");
}

/* One of the words that it takes, where it takes only some. */
static bool is_offered(const struct options *o, const struct option_line *l, const char *value)
{
    ken_text words[OPTION_WORDS];
    size_t n = option_words(l, o->letter, words);
    for (size_t i = 0; i < n; i++)
        if (strlen(value) == words[i].size && memcmp(value, words[i].at, words[i].size) == 0)
            return true;
    if (!n)
        return true;
    fprintf(stderr, "ken %s: --%s is ", o->verb, l->name);
    words_print(stderr, words, n, "`");
    fprintf(stderr, ", not `%s`\n", value);
    return false;
}

/* Options that are only kept: a flag, or a value. */
static bool keep(struct options *o, const char *name, const char *value)
{
    const struct {
        const char *name;
        bool *is;
    } flags[] = {{"all", &o->style.all},
                 {"blame", &o->style.all},
                 {"no-files", &o->no_files},
                 {"bom", &o->bom},
                 {"evidence", &o->evidence},
                 {"lost", &o->lost},
                 {"stat", &o->stat},
                 {"textconv", &o->textconv},
                 {"template", &o->template},
                 {"check", &o->check},
                 {"diff", &o->diff},
                 {"list", &o->list},
                 {"fail-fast", &o->fail_fast},
                 {"coverage", &o->coverage},
                 {"fix", &o->fix},
                 {"dry-run", &o->dry_run},
                 {"tests", &o->tests},
                 {"resume", &o->resume},
                 {"explain", &o->explain},
                 {"bare", &o->bare},
                 {"no-header", &o->no_header},
                 {"summary", &o->summary},
                 {"no-progress", &o->no_progress},
                 {"help", &o->help}};
    const struct {
        const char *name, **is;
    } values[] = {{"score", &o->score}, {"level", &o->score},     {"total", &o->total},
                  {"root", &o->root},   {"from", &o->from},       {"to", &o->to},
                  {"as", &o->as},       {"columns", &o->columns}, {"filter", &o->filter}};
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

/* --allow, --warn or --deny. */
static bool keep_level(struct options *o, const char *name, const char *value)
{
    static const char *const words[] = {
        [KEN_ALLOW] = "allow", [KEN_WARN] = "warn", [KEN_DENY] = "deny"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(name, words[i]) == 0) {
            o->level[o->levels].lint = value;
            o->level[o->levels++].is = (ken_level)i;
            return true;
        }
    return false;
}

/* Numbers that are only kept. */
static bool keep_count(struct options *o, const char *name, const char *value, bool *valid)
{
    const struct {
        const char *name;
        unsigned long most, *is;
    } counts[] = {{"limit", ULONG_MAX, &o->limit}, {"jobs", WIDEST, &o->jobs}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (strcmp(name, counts[i].name) != 0)
            continue;
        *valid = read_count(o, name, value, counts[i].most, counts[i].is);
        o->jobs_said = o->jobs_said || counts[i].is == &o->jobs;
        return true;
    }
    return false;
}

static bool apply(struct options *o, const struct option_line *line, const char *value)
{
    const char *name = line->name;
    unsigned long n;
    bool valid;
    if (!is_offered(o, line, value))
        return false;
    if (keep(o, name, value) || keep_level(o, name, value))
        return true;
    if (keep_count(o, name, value, &valid))
        return valid;
    if (strcmp(name, "facts") == 0)
        o->facts[o->facts_files++] = value;
    else if (strcmp(name, "set") == 0)
        o->set[o->sets++] = value;
    else if (strcmp(name, "cost") == 0)
        o->cost[o->costs++] = value;
    else if (strcmp(name, "only") == 0)
        o->only[o->onlies++] = value;
    else if (strcmp(name, "format") == 0) {
        o->format = true;
        return format_named(o->letter, value, &o->style.form);
    } else if (strcmp(name, "language") == 0)
        o->style.language = (ken_text){value, strlen(value)};
    else if (strcmp(name, "digits") == 0)
        o->style.thai_digits = strcmp(value, "thai") == 0;
    else if (strcmp(name, "facts-format") == 0) {
        o->facts_json = strcmp(value, "json") == 0;
        o->facts_native = strcmp(value, "native") == 0;
        o->facts_csv = strcmp(value, "csv") == 0;
        o->facts_ndjson = strcmp(value, "ndjson") == 0;
    } else if (strcmp(name, "fail-under") == 0) {
        o->fail_under_words = value;
        return read_percent(o, name, value, &o->fail_under);
    } else if (strcmp(name, "depth") == 0) {
        if (!read_count(o, name, value, WIDEST, &n))
            return false;
        o->style.depth = (unsigned)n;
    } else if (strcmp(name, "width") == 0) {
        if (!read_count(o, name, value, WIDEST, &n))
            return false;
        o->style.width = n;
        o->width = true;
    } else if (strcmp(name, "color") == 0) {
        o->colour = strcmp(value, "auto") != 0;
        if (o->colour)
            o->style.colour = strcmp(value, "always") == 0;
    } else if (strcmp(name, "output") == 0) {
        o->output = strcmp(value, "-") != 0;
        o->output_path = value;
        output_to(value);
    }
    return true;
}

/* The table as getopt wants it: only the options of this verb. */
static void fill(char letter, struct option *long_options, char *short_options)
{
    size_t n = 0;
    *short_options++ = ':';
    for (int i = 0; option_lines[i].name; i++) {
        const struct option_line *l = &option_lines[i];
        if (!option_is_of(l, letter))
            continue;
        long_options[n++] = (struct option){l->name, l->argument ? required_argument : no_argument,
                                            NULL, LONG_ONLY + i};
        if (l->letter) {
            *short_options++ = l->letter;
            if (l->argument)
                *short_options++ = ':';
        }
    }
    long_options[n] = (struct option){0};
    *short_options = 0;
}

static const struct option_line *line_of(int got, char letter)
{
    if (got >= LONG_ONLY)
        return &option_lines[got - LONG_ONLY];
    const struct option_line *l = option_lines;
    while (l->letter != got || !option_is_of(l, letter))
        l++;
    return l;
}

/* The verbs that take the option. */
static void say_whose(const struct option_line *l)
{
    ken_text names[OPTION_LIST];
    size_t n = 0;
    for (const struct verb *v = verbs; v->name; v++)
        if (option_is_of(l, v->letter))
            names[n++] = (ken_text){v->name, strlen(v->name)};
    fprintf(stderr, "; it is an option of ");
    words_print(stderr, names, n, "`");
}

static bool refuse(const struct options *o, const char *what, bool is_known)
{
    fprintf(stderr, is_known ? "ken %s: `%s` needs a value" : "ken %s: there is no option `%s`",
            o->verb, what);
    size_t hyphens = strspn(what, "-"), size = strcspn(what + hyphens, "=");
    ken_text name = {what + hyphens, size};
    const struct option_line *elsewhere = option_lines;
    while (elsewhere->name &&
           (strlen(elsewhere->name) != size || memcmp(elsewhere->name, name.at, size) != 0))
        elsewhere++;
    ken_text meant = hyphens == 2 ? option_meant(o->letter, name) : (ken_text){0};
    if (!is_known && elsewhere->name && !option_is_of(elsewhere, o->letter))
        say_whose(elsewhere);
    else if (!is_known && meant.size)
        fprintf(stderr, "; did you mean `--%.*s`?", (int)meant.size, meant.at);
    fprintf(stderr, "\nken %s --help lists the options\n", o->verb);
    return false;
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
    struct option long_options[OPTION_LIST];
    char short_options[OPTION_LIST];
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
        if (got == '?' || got == ':')
            return refuse(o, argv[optind - 1], got == ':');
        if (!apply(o, line_of(got, letter), optarg))
            return false;
    }
    forget_terminal(o);
    while (optind < argc)
        o->argument[o->arguments++] = argv[optind++];
    if (o->help) {
        printf("usage: ken %s [options] %s\n\n", verb, verb_named(verb)->arguments);
        options_help(stdout, letter);
    }
    return true;
}
