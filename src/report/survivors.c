/* Mutants that no test notices, one after the other. */
#include "render/markdown.h"
#include "report/mutants.h"
#include "report/pointed.h"

/* Calls `tell` for each; `w` is NULL where no facts were found. */
typedef void tell_survivor(void *user, const struct mutant *x, const struct mutant_fate *v,
                           const struct witness *w);

static void each_survivor(struct arena *a, const struct mutation *m, tell_survivor *tell,
                          void *user)
{
    for (size_t i = 0; i < m->trials->mutants.all.n; i++) {
        const struct mutant_fate *v = &m->verdicts[i];
        const struct mutant *x = &m->trials->mutants.all.at[i];
        if (v->fate != FATE_SURVIVED)
            continue;
        struct witness w;
        if (v->shown)
            w = search_witness(m->trials, a, x, v->tried);
        tell(user, x, v, v->shown ? &w : NULL);
    }
}

static struct text outcome_words(struct arena *a, const struct mutant_fate *v,
                                 const struct witness *w)
{
    if (!w)
        return SAY(a, "no facts were found that make a difference ({} tried)",
                   text_number(a, (long long)v->tried));
    struct text says = SAY(a, "{}: {} by these rules, {} with the change",
                           w->of->parent ? w->of->path : TEXT("the total"), w->was, w->now);
    return w->block.n ? says : SAY(a, "{}; the test \"{}\" would notice it", says, w->name);
}

/* --- for a terminal --------------------------------------------------------------------------- */

struct writing {
    struct buffer *out;
    struct arena *a;
    struct sources *sources;
    struct text_style style;
};

static void print_survivor(void *writing, const struct mutant *x, const struct mutant_fate *v,
                           const struct witness *w)
{
    struct writing *k = writing;
    struct pointed what = {x->at, SAY(k->a, "no test notices: {}", x->says),
                           outcome_words(k->a, v, w)};
    report_pointed(k->out, k->a, k->sources, &what, k->style);
    if (w && w->block.n)
        buffer_add(k->out, SAY(k->a, "{}\n", w->block));
}

void report_survivors_text(struct buffer *out, struct arena *a, const struct mutation *m,
                           struct text_style style)
{
    struct writing k = {out, a, m->trials->m->sources, style};
    if (m->all.of[FATE_SURVIVED])
        buffer_add_byte(out, '\n');
    each_survivor(a, m, print_survivor, &k);
}

/* --- as Markdown ------------------------------------------------------------------------------ */

static void write_survivor(void *writing, const struct mutant *x, const struct mutant_fate *v,
                           const struct witness *w)
{
    struct writing *k = writing;
    buffer_add(k->out, SAY(k->a, "\n## {}\n\n{} (*{}*)\n", markdown_escaped(k->a, x->says),
                           markdown_escaped(k->a, outcome_words(k->a, v, w)),
                           markdown_escaped(k->a, source_line_words(k->a, k->sources, x->at))));
    if (w && w->block.n)
        buffer_add(k->out, SAY(k->a, "\n```ken\n{}```\n", w->block));
}

void report_survivors_markdown(struct buffer *out, struct arena *a, const struct mutation *m)
{
    struct writing k = {out, a, m->trials->m->sources, {0}};
    each_survivor(a, m, write_survivor, &k);
}

/* --- the tests alone -------------------------------------------------------------------------- */

static void write_test(void *writing, const struct mutant *x, const struct mutant_fate *v,
                       const struct witness *w)
{
    struct writing *k = writing;
    (void)x;
    (void)v;
    if (!w || !w->block.n)
        return;
    if (k->out->n)
        buffer_add_byte(k->out, '\n');
    buffer_add(k->out, w->block);
}

void report_survivor_tests(struct buffer *out, struct arena *a, const struct mutation *m)
{
    struct writing k = {out, a, m->trials->m->sources, {0}};
    each_survivor(a, m, write_test, &k);
}
