/* Completion of command lines, the same for every shell. */
#include "cli/candidates.h"

#include <string.h>

#include "cli/cli.h"
#include "cli/tables.h"

struct line {
    char **words;
    size_t n; /* the last of them is being typed */
    const struct verb *verb;
    const char *typed;  /* of it, what is to be completed */
    const char *before; /* and what stands before that: "--format=" */
    size_t before_size;
};

static void offer(const struct line *l, ken_text word, const char *end, ken_text means)
{
    size_t n = strlen(l->typed);
    if (n <= word.size && memcmp(word.at, l->typed, n) == 0)
        printf("%.*s%.*s%s\t%.*s\n", (int)l->before_size, l->before, (int)word.size, word.at, end,
               (int)means.size, means.at);
}

static ken_text text(const char *s)
{
    return (ken_text){s, strlen(s)};
}

/* --- what rules hold ----------------------------------------------------------------------- */

static bool is_rules(const char *word)
{
    size_t n = strlen(word);
    return n > 4 && strcmp(word + n - 4, ".ken") == 0 && file_is_there(word);
}

/* `next` gives one after the other. */
static void offer_named(const struct line *l, const char *end,
                        bool (*next)(const ken *k, size_t i, ken_text *name, ken_text *title))
{
    size_t at = 0;
    while (at + 1 < l->n && !is_rules(l->words[at]))
        at++;
    ken_text name, content, title;
    if (at + 1 >= l->n || !file_read(l->words[at], &name, &content))
        return;
    ken *k = session_new();
    ken_load(k, name, content);
    for (size_t i = 0; next(k, i, &name, &title); i++)
        offer(l, name, end, title);
    ken_free(k);
}

/* --- by the words of the tables ------------------------------------------------------------ */

static void offer_verbs(const struct line *l)
{
    for (const struct verb *v = verbs; v->name; v++)
        offer(l, text(v->name), "", text(v->help));
}

static void offer_topics(const struct line *l)
{
    ken_text name, title;
    for (size_t i = 0; ken_topic(i, &name, &title); i++)
        offer(l, name, "", title);
}

/* What the tables call an argument, and what it can be. */
static const struct {
    const char *says, *files;
    void (*offer)(const struct line *l);
} kinds[] = {
    {"RULES", "*.ken", NULL},          {"OLD", "*.ken", NULL},       {"NEW", "*.ken", NULL},
    {"FACTS", "*.facts *.json", NULL}, {"FILE", "*", NULL},          {"CERTIFICATE", "*", NULL},
    {"COMMAND", NULL, offer_verbs},    {"TOPIC", NULL, offer_topics}};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* Whether `of`, such as "RULES [FACTS...] [ID]", has the word `word`. */
static bool says(const char *of, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = of; (at = strstr(at, word)); at += n)
        if ((at == of || !strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ-", at[-1])) &&
            (!at[n] || !strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ-", at[n])))
            return true;
    return false;
}

static void offer_what(const struct line *l, const char *what)
{
    if (says(what, "PATH"))
        offer_named(l, "=", ken_fact);
    if (says(what, "ID"))
        offer_named(l, says(what, "ID=N") ? "=" : "", ken_criterion);
    for (size_t i = 0; i < KINDS; i++) {
        if (!says(what, kinds[i].says))
            continue;
        if (kinds[i].offer)
            kinds[i].offer(l);
        else
            printf(":files %s\n", kinds[i].files);
    }
    if (says(what, "FOLDER"))
        puts(":folders");
}

static void offer_value(const struct line *l, const struct option_line *o)
{
    ken_text words[OPTION_WORDS];
    size_t n = option_words(o, l->verb->letter, words);
    for (size_t i = 0; i < n; i++)
        offer(l, words[i], "", (ken_text){"", 0});
    if (!n)
        offer_what(l, o->argument);
}

static void offer_options(const struct line *l)
{
    char name[64];
    for (const struct option_line *o = option_lines; o->name; o++) {
        if (!option_is_of(o, l->verb->letter))
            continue;
        snprintf(name, sizeof name, "--%s", o->name);
        offer(l, text(name), "", text(o->help));
    }
}

/* The option that `word` is, when it takes a value; with `=` or not. */
static const struct option_line *option_of(const struct line *l, const char *word)
{
    size_t size = strcspn(word, "=");
    for (const struct option_line *o = option_lines; o->name; o++) {
        bool is_long = strncmp(word, "--", 2) == 0 && strlen(o->name) == size - 2 &&
                       memcmp(o->name, word + 2, size - 2) == 0;
        bool is_short = o->letter && word[0] == '-' && word[1] == o->letter && !word[2];
        if (o->argument && option_is_of(o, l->verb->letter) && (is_long || is_short))
            return o;
    }
    return NULL;
}

/* An argument: what the verb takes at that place, and of a list everything behind its beginning. */
static void offer_argument(const struct line *l)
{
    size_t place = 0;
    for (size_t i = 1; i + 1 < l->n; i++)
        place +=
            l->words[i][0] != '-' && !(l->words[i - 1][0] == '-' && option_of(l, l->words[i - 1]));
    const char *rest = l->verb->arguments;
    ken_text words[OPTION_WORDS];
    size_t n = strchr(rest, ' ') ? 0 : words_split(rest, words);
    for (size_t i = 0; i < n; i++)
        offer(l, words[i], "", (ken_text){"", 0});
    while (place-- && strchr(rest, ' ') && *rest != '[')
        rest = strchr(rest, ' ') + 1;
    char what[64];
    size_t all = *rest == '[' ? strlen(rest) : strcspn(rest, " ");
    snprintf(what, sizeof what, "%.*s", (int)all, rest);
    offer_what(l, what);
}

void candidates_print(char **words, size_t n)
{
    struct line l = {.words = words, .n = n, .typed = words[n - 1], .before = ""};
    if (n == 1) {
        offer_verbs(&l);
        return;
    }
    l.verb = verb_named(words[0]);
    if (!l.verb)
        return;
    const char *equals = strchr(l.typed, '=');
    const struct option_line *last = option_of(&l, words[n - 2]);
    const struct option_line *now = equals ? option_of(&l, l.typed) : NULL;
    if (now && !last) {
        l.before = l.typed;
        l.before_size = (size_t)(equals - l.typed) + 1;
        l.typed = equals + 1;
        offer_value(&l, now);
    } else if (last && !strchr(words[n - 2], '='))
        offer_value(&l, last);
    else if (*l.typed == '-')
        offer_options(&l);
    else
        offer_argument(&l);
}
