/* A plan never says anything else than eval/, and it says it of every ordinary record. */
#include <criterion/criterion.h>
#include <glob.h>
#include <string.h>

#include "check/check.h"
#include "ken_inside.h"
#include "planned.h"
#include "random_rules.h"
#include "support.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum { RANDOM_RULES = 3000, RANDOM_RECORDS = 10, RECORDS_OF_A_FILE = 40 };

struct sum {
    size_t rules, whole, records, declined, others;
};

static void add(struct sum *all, const struct planned *p)
{
    all->rules++;
    all->whole += plan_is_whole(p->plan, NULL);
    if (!plan_is_whole(p->plan, NULL))
        return;
    all->records += p->records;
    all->declined += p->declined;
    all->others += p->others;
}

/* Rules in a file, the facts beside them, and random ones. */
static void try_file(struct sum *all, const char *path)
{
    struct arena *a = support_arena();
    struct text rules, facts, folder = text_of(path), why;
    folder.n = (size_t)(strrchr(path, '/') - path);
    cr_assert(support_read(a, path, &rules));
    struct trial *t = trial_new(text_c(a, folder));
    trial_load(t, path, rules);
    if (t->status == KEN_OK) {
        struct planned p = planned_of(t->arena, t->ken->rules.model, path);
        cr_assert(plan_is_whole(p.plan, &why) || why.n);
        random_seed(1);
        planned_random(&p, &t->ken->diags, RECORDS_OF_A_FILE);
        if (support_read(a, text_c(a, SAY(a, "{}/facts.facts", folder)), &facts)) {
            trial_facts(t, "facts.facts", facts);
            trial_evaluate(t);
            if (t->status == KEN_OK)
                planned_expect(&p, t->ken->facts);
        }
        add(all, &p);
    }
    trial_free(t);
    arena_free(a);
}

static void try_all(struct sum *all, const char *pattern)
{
    glob_t found;
    cr_assert(glob(pattern, GLOB_BRACE, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        try_file(all, found.gl_pathv[i]);
    globfree(&found);
}

static void expect_tried(const struct sum *all, size_t whole, size_t records)
{
    cr_expect(all->whole >= whole, "only %zu of %zu rules have a whole plan", all->whole,
              all->rules);
    cr_expect(all->records >= records, "only %zu records have a total", all->records);
    cr_expect(all->declined * 20 <= all->records, "%zu of %zu records with a total are declined",
              all->declined, all->records);
    cr_log_info("%zu rules, %zu whole; %zu records, %zu of them declined; %zu without a total\n",
                all->rules, all->whole, all->records, all->declined, all->others);
}

Test(plan, says_what_eval_says_of_all_rules_at_hand)
{
    struct sum all = {0};
    try_all(&all, "{tests/cases/*/*/input.ken,rules/cgd/*.ken,rules/examples/*/*.ken}");
    expect_tried(&all, 240, 8000);
}

static struct planned plan_of_text(struct arena *a, struct diags *d, struct text rules)
{
    const struct source *s = source_add(d->sources, TEXT("r.ken"), rules);
    struct tree *tree = parse_tokens(a, lex_source(a, s, d), d);
    const struct model *m = check_trees(a, &tree, 1, d->sources, d);
    return m ? planned_of(a, m, text_c(a, rules)) : (struct planned){0};
}

Test(plan, says_what_eval_says_of_random_rules)
{
    struct sum all = {0};
    for (unsigned round = 0; round < RANDOM_RULES; round++) {
        struct arena *a = support_arena();
        struct diags d = diags_in(a, sources_new(a));
        random_seed(round);
        struct planned p = plan_of_text(a, &d, random_rules_without_rows(a));
        if (p.model) {
            planned_random(&p, &d, RANDOM_RECORDS);
            add(&all, &p);
        }
        arena_free(a);
    }
    expect_tried(&all, RANDOM_RULES * 9 / 10, 20000);
}

/* Lets and scores that double, over the longest chain that rules may have, where a policy asks what
 * they are made of; and evidence of all of it, step by step. */
Test(plan, what_doubles_is_harmless)
{
    struct arena *a = support_arena();
    struct diags d = diags_in(a, sources_new(a));
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria t era CE scale 0 .. 1 missing scores 1\n"
                        "facts { y : number, at least 0 }\nlet a100 = y\n"
                        "indicator s100 { points 1 score a0 }\n"));
    for (long long i = 0; i < 100; i++) {
        struct text here = text_number(a, i), next = text_number(a, i + 1);
        buffer_add(&b, SAY(a, "let a{} = (a{} + a{}) / 2\n", here, next, next));
        buffer_add(
            &b, SAY(a, "indicator s{} { points 1 score ((score of s{}) + (score of s{})) / 2 }\n",
                    here, next, next));
        buffer_add(
            &b, SAY(a, "indicator p{} { points 1 steps { 1 done a0 > 0 counts with evidence } }\n",
                    here));
    }
    struct planned p = plan_of_text(a, &d, buffer_text(&b));
    cr_assert(p.model, "the rules are refused");
    cr_assert(plan_is_whole(p.plan, NULL));
    for (int64_t y = 0; y < 3; y++) {
        struct facts *f = facts_new(a, p.model, &d);
        facts_finish(f);
        f->entry[0].value = value_number(number_of(y));
        planned_expect(&p, f);
    }
    cr_expect(p.records == 3 && !p.declined, "%zu records, %zu declined", p.records, p.declined);
    arena_free(a);
}
