/* ken mutate: what no test notices. */
#include <string.h>

#include "cli/cli.h"

enum { ONLY_ROOM = 4096, ONLY_LINE = 90 };

/* --- --only ------------------------------------------------------------------------------------
 */

static void print_ways(void)
{
    int column = 0;
    fputs("ken mutate: --only takes", stderr);
    for (size_t i = 0; ken_mutation(i).size; i++) {
        ken_text word = ken_mutation(i);
        column += fprintf(stderr, " %.*s%s", (int)word.size, word.at,
                          ken_mutation(i + 1).size ? "," : "");
        if (column > ONLY_LINE && ken_mutation(i + 1).size) {
            fputs("\n   ", stderr);
            column = 0;
        }
    }
    fputc('\n', stderr);
}

static bool are_ways(const char *words)
{
    for (const char *at = words;; at++) {
        size_t n = strcspn(at, ",");
        if (!ken_is_mutation((ken_text){at, n})) {
            fprintf(stderr, "ken mutate: --only: `%.*s` is no way in which rules are made wrong\n",
                    (int)n, at);
            print_ways();
            return false;
        }
        at += n;
        if (!*at)
            return true;
    }
}

/* What --only says, with commas between. */
static bool read_only(struct options *o, char joined[ONLY_ROOM])
{
    size_t n = 0;
    for (size_t i = 0; i < o->onlies; i++) {
        if (!are_ways(o->only[i]))
            return false;
        if (n + strlen(o->only[i]) + 2 > ONLY_ROOM) {
            fputs("ken mutate: --only is too long\n", stderr);
            return false;
        }
        n += (size_t)snprintf(joined + n, ONLY_ROOM - n, "%s%s", n ? "," : "", o->only[i]);
    }
    o->style.only = (ken_text){joined, n};
    return true;
}

/* --- the work ----------------------------------------------------------------------------------
 */

struct work {
    ken *k;
    size_t jobs;
    ken_verdict *verdicts;
};

/* Neighbours take about as long as each other, so that each process takes every Nth. */
static void try_some(void *work, size_t job)
{
    struct work *w = work;
    for (size_t i = job; i < ken_mutants_made(w->k); i += w->jobs)
        ken_mutate(w->k, i, &w->verdicts[i]);
}

/* What a process that was ended has left is done here. */
static void take_all(struct work *w)
{
    static const ken_verdict untried;
    for (size_t i = 0; i < ken_mutants_made(w->k); i++) {
        if (memcmp(&w->verdicts[i], &untried, sizeof untried) == 0)
            ken_mutate(w->k, i, &w->verdicts[i]);
        ken_mutated(w->k, i, &w->verdicts[i]);
    }
}

static bool try_all(ken *k, const struct options *o)
{
    struct work w = {.k = k, .jobs = jobs_of(o)};
    w.verdicts = jobs_share(ken_mutants_made(k) * sizeof *w.verdicts);
    if (!w.verdicts) {
        fputs("ken mutate: there is no memory for processes to share\n", stderr);
        return false;
    }
    jobs_run(w.jobs, try_some, &w);
    take_all(&w);
    return true;
}

static bool is_enough(ken *k, const struct options *o)
{
    size_t noticed, all;
    ken_mutants_noticed(k, &noticed, &all);
    if (noticed * 100 * PERCENT_ONE >= all * o->fail_under)
        return true;
    fprintf(stderr, "ken mutate: tests notice %zu of %zu mutants: less than %s %%\n", noticed, all,
            o->fail_under_words);
    return false;
}

static int mutate(ken *k, const struct options *o)
{
    ken_text name, text;
    if (!file_read(o->argument[0], &name, &text))
        return EXIT_IO;
    if (ken_load_tests(k, name, text) != KEN_OK)
        return EXIT_RULES;
    if (ken_mutants(k, o->style.only, o->limit) != KEN_OK)
        return EXIT_NO;
    if (!o->list && !try_all(k, o))
        return EXIT_FAULT;
    output_result(k,
                  o->list    ? KEN_MUTANT_LIST
                  : o->tests ? KEN_MUTANT_TESTS
                             : KEN_MUTANTS,
                  &o->style);
    return o->list || is_enough(k, o) ? 0 : EXIT_NO;
}

int command_mutate(int argc, char **argv)
{
    struct options o;
    char only[ONLY_ROOM];
    if (!options_read(&o, "mutate", 'M', argc, argv) || !read_only(&o, only))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments != 1)
        return usage_of("mutate");
    ken *k = session_new();
    int status = mutate(k, &o);
    ken_style problems = o.style;
    problems.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    ken_free(k);
    files_forget();
    return output_finish(status);
}
