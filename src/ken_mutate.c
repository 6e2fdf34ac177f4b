/* Ken as a library: rules with one thing wrong, against their tests. */
#include <string.h>

#include "check/tests.h"
#include "ken_inside.h"
#include "mutate/witness.h"

_Static_assert(sizeof(struct mutant_fate) <= sizeof(ken_verdict), "a verdict fits");

/* The next word of a list with commas; false behind the last. */
static bool next_word(struct text *left, struct text *word)
{
    size_t n = 0;
    if (!left->n)
        return false;
    while (n < left->n && left->at[n] != ',')
        n++;
    *word = text_trim((struct text){left->at, n});
    *left = text_after(*left, n + 1);
    return true;
}

bool ken_is_mutation(ken_text word)
{
    enum operator op;
    return operator_named(text_in(word), &op);
}

ken_text ken_mutation(size_t i)
{
    return i < OPERATORS ? text_out(operator_word((enum operator)i)) : (ken_text){0};
}

/* The operators that `only` names; NULL: all of them. */
static bool *wanted_of(struct arena *a, struct text only)
{
    struct text word;
    enum operator op;
    bool *wanted = only.n ? ARENA_ARRAY(a, bool, OPERATORS) : NULL;
    while (wanted && next_word(&only, &word))
        if (operator_named(word, &op))
            wanted[op] = true;
    return wanted;
}

/* A test that does not hold on the rules as they are can tell nothing about others. */
static void refuse(ken *k, const struct test_result *r)
{
    struct diag *g = DIAG_ADD(&k->diags, K1050, r->test->name_at, r->test->name);
    for (size_t i = 0; i < r->expected.n; i++)
        if (r->expected.at[i].unmet != UNMET_NOT) {
            diag_label(&k->diags, g, r->expected.at[i].expected->at, r->expected.at[i].says);
            break;
        }
    diag_help(g, TEXT("`ken test` shows why; mend the rules or the test first"));
}

ken_status ken_mutants(ken *k, ken_text only, size_t limit)
{
    struct facts_host host = {ken_open_table, k};
    const struct model *m = k->rules.model;
    struct test_result **results = ARENA_ARRAY(k->arena, struct test_result *, m->tests.n);
    size_t before = k->diags.errors;
    for (size_t i = 0; i < m->tests.n; i++) {
        results[i] = test_run(k->arena, m, m->tests.at[i], &host);
        if (!results[i]->passed)
            refuse(k, results[i]);
    }
    if (k->diags.errors > before)
        return KEN_FACTS_WRONG;
    struct mutants all = mutants_of(k->arena, m, wanted_of(k->arena, text_in(only)));
    if (limit && all.all.n > limit)
        LIST_CUT(&all.all, limit);
    k->trials = trials_of(k->arena, m, all, results, m->tests.n, &host);
    k->verdicts = ARENA_ARRAY(k->arena, struct mutant_fate, all.all.n);
    return KEN_OK;
}

size_t ken_mutants_made(const ken *k)
{
    return k->trials ? k->trials->mutants.all.n : 0;
}

void ken_mutate(ken *k, size_t mutant, ken_verdict *verdict)
{
    struct mutant_fate v = trials_try(k->trials, mutant);
    *verdict = (ken_verdict){{0}};
    memcpy(verdict, &v, sizeof v);
}

void ken_mutated(ken *k, size_t mutant, const ken_verdict *verdict)
{
    memcpy(&k->verdicts[mutant], verdict, sizeof *k->verdicts);
}

void ken_mutants_noticed(ken *k, size_t *noticed, size_t *all)
{
    struct mutant_count count = mutation_of(k->arena, k->trials, k->verdicts)->all;
    *noticed = count.of[FATE_KILLED];
    *all = mutant_count_counted(&count);
}
