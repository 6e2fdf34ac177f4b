/* The pencil rule for derivations: every figure calculated again from the line and the rules, by a
 * calculation of its own; and facts made of slots, against those they are made from. */
#include "batch/derivation.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <string.h>

#include "batch/slot_facts.h"
#include "ken_inside.h"
#include "pencil.h"
#include "planned.h"
#include "random_rules.h"
#include "schema.h"
#include "support.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum { RANDOM_RULES = 400, RANDOM_RECORDS = 6, RECORDS_OF_A_FILE = 12 };

static size_t scores, measures, formulas, from_slots; /* calculated again by this test */

static void expect_pencil(struct arena *a, const struct outcome *o, struct text derived,
                          const char *about)
{
    struct pencil p = {.a = a, .o = o, .about = about};
    struct text wrong = schema_problem(a, "docs/schemas/ken.batch.1.json",
                                       SAY(a, "{}{}}", TEXT("{\"scores\":{},\"why\":"), derived));
    cr_assert(!wrong.n, "%s: %s", about, text_c(a, wrong));
    pencil_follow(&p, derived);
    scores += p.scores;
    measures += p.measures;
    formulas += p.formulas;
}

static void expect_slots(struct planned *p, struct text derived)
{
    struct slot_facts *made = slot_facts_new(p->a, p->model, p->plan, p->model->sources);
    const struct facts *f = slot_facts(made, p->slots);
    if (!f)
        return;
    struct buffer again = buffer_in(p->a);
    derivation_add(derivation_of(p->a, p->model), eval_model(p->a, p->model, f), &again);
    cr_assert(text_equal(derived, buffer_text(&again)), "%s: %s", p->about,
              support_difference(p->a, derived, buffer_text(&again)));
    from_slots++;
}

static void look(struct planned *p, const struct facts *f, const struct outcome *o)
{
    struct buffer b = buffer_in(p->a);
    (void)f;
    derivation_add(derivation_of(p->a, p->model), o, &b);
    expect_pencil(p->a, o, buffer_text(&b), p->about);
    expect_slots(p, buffer_text(&b));
}

static void try_model(struct arena *a, const struct model *m, struct diags *d, const char *about,
                      size_t rounds)
{
    struct planned p = planned_of(a, m, about);
    p.look = look;
    random_seed(1);
    planned_random(&p, d, rounds);
}

/* Rules in a file with random facts, and with those beside them. */
static void try_file(const char *path)
{
    struct arena *a = support_arena();
    struct text rules, facts, folder = text_of(path);
    folder.n = (size_t)(strrchr(path, '/') - path);
    cr_assert(support_read(a, path, &rules));
    struct trial *t = trial_new(text_c(a, folder));
    trial_load(t, path, rules);
    if (t->status == KEN_OK) {
        try_model(a, t->ken->rules.model, &t->ken->diags, path, RECORDS_OF_A_FILE);
        if (support_read(a, text_c(a, SAY(a, "{}/facts.facts", folder)), &facts)) {
            trial_facts(t, "facts.facts", facts);
            trial_evaluate(t);
            struct buffer b = buffer_in(a);
            if (t->status == KEN_OK) {
                derivation_add(derivation_of(a, t->ken->rules.model), t->ken->outcome, &b);
                expect_pencil(a, t->ken->outcome, buffer_text(&b), path);
            }
        }
    }
    trial_free(t);
    arena_free(a);
}

static void try_all(const char *pattern)
{
    glob_t found;
    cr_assert(glob(pattern, GLOB_BRACE, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        try_file(found.gl_pathv[i]);
    globfree(&found);
}

static void expect_enough(size_t n)
{
    cr_log_info("%zu scores, %zu measures, %zu formulas; %zu records from slots\n", scores,
                measures, formulas, from_slots);
    cr_expect(scores >= n && measures >= n / 10 && formulas >= n / 20 && from_slots >= n / 40,
              "only %zu scores, %zu measures, %zu formulas; %zu records from slots", scores,
              measures, formulas, from_slots);
}

Test(derivation, can_be_followed_with_a_pencil_in_all_rules_at_hand)
{
    try_all("{tests/cases/{eval,why}/*/input.ken,tests/bench/workload.ken,rules/cgd/*.ken,"
            "rules/examples/*/*.ken}");
    expect_enough(4000);
}

Test(derivation, can_be_followed_with_a_pencil_in_random_rules)
{
    for (unsigned round = 0; round < RANDOM_RULES; round++) {
        struct arena *a = support_arena();
        struct diags d = diags_in(a, sources_new(a));
        random_seed(round);
        struct text rules = random_rules_without_rows(a);
        const struct source *s = source_add(d.sources, TEXT("r.ken"), rules);
        struct tree *tree = parse_tokens(a, lex_source(a, s, &d), &d);
        const struct model *m = check_trees(a, &tree, 1, d.sources, &d);
        if (m)
            try_model(a, m, &d, text_c(a, rules), RANDOM_RECORDS);
        arena_free(a);
    }
    expect_enough(4000);
}
