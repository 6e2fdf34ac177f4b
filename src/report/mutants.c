/* Mutants in tables. */
#include "report/mutants.h"

static struct text counted(struct arena *a, size_t n, const char *one, const char *several)
{
    return SAY(a, "{} {}", text_number(a, (long long)n), text_of(n == 1 ? one : several));
}

/* --- the sum ---------------------------------------------------------------------------------- */

static void add_sum(struct document *d, const struct mutation *m)
{
    struct arena *a = d->arena;
    const struct mutant_count *all = &m->all;
    size_t n = mutant_count_counted(all), alive = all->of[FATE_SURVIVED];
    struct text says =
        n ? SAY(a, "{}: {} noticed by {}, {} by none; mutation score {}",
                counted(a, n, "mutant", "mutants"), text_number(a, (long long)all->of[FATE_KILLED]),
                counted(a, m->trials->tests.n, "test", "tests"), text_number(a, (long long)alive),
                mutant_count_words(a, all))
          : TEXT("no mutants: there is nothing in the rules that could be another way");
    document_paragraph(d, says, alive ? TONE_WARN : TONE_GOOD);
    if (all->of[FATE_SAME])
        document_paragraph(d,
                           SAY(a, "{} provably the same, and not counted",
                               counted(a, all->of[FATE_SAME], "more means", "more mean")),
                           TONE_FAINT);
}

/* --- the tables ------------------------------------------------------------------------------- */

static struct block *new_table(struct document *d, struct text of)
{
    struct block *t = document_table(d);
    table_column(d, t, of, ALIGN_LEFT, true);
    table_column(d, t, TEXT("mutants"), ALIGN_RIGHT, false);
    table_column(d, t, TEXT("noticed"), ALIGN_RIGHT, false);
    table_column(d, t, TEXT("not noticed"), ALIGN_RIGHT, false);
    table_column(d, t, TEXT("score"), ALIGN_RIGHT, false);
    return t;
}

static void add_row(struct document *d, struct block *t, struct text name,
                    const struct mutant_count *c)
{
    struct arena *a = d->arena;
    size_t alive = c->of[FATE_SURVIVED];
    if (!mutant_count_counted(c))
        return;
    struct table_row *row = table_add_row(d, t, 0);
    enum tone tone = alive ? TONE_WARN : TONE_PLAIN;
    row->cell[0] = (struct cell){name, TONE_PLAIN};
    row->cell[1].text = text_number(a, (long long)mutant_count_counted(c));
    row->cell[2].text = text_number(a, (long long)c->of[FATE_KILLED]);
    row->cell[3] = (struct cell){text_number(a, (long long)alive), tone};
    row->cell[4] = (struct cell){mutant_count_words(a, c), tone};
}

void report_mutants(struct document *d, const struct mutation *m)
{
    const struct model *model = m->trials->m;
    add_sum(d, m);
    if (!mutant_count_counted(&m->all))
        return;
    struct block *t = new_table(d, TEXT("where"));
    for (size_t i = 0; i < model->criteria.n; i++) {
        const struct criterion *k = model->criteria.at[i];
        add_row(d, t, k->title.n ? SAY(d->arena, "{}  {}", k->path, k->title) : k->path,
                &m->by_criterion[i]);
    }
    t = new_table(d, TEXT("what is changed"));
    for (size_t i = 0; i < OPERATORS; i++)
        add_row(d, t,
                SAY(d->arena, "{}: {}", operator_word((enum operator)i),
                    operator_does((enum operator)i)),
                &m->by_operator[i]);
}

void report_mutant_list(struct document *d, const struct mutation *m)
{
    const struct mutants *all = &m->trials->mutants;
    document_paragraph(d, counted(d->arena, all->all.n, "mutant", "mutants"), TONE_STRONG);
    struct block *lines = document_outline(d);
    for (size_t i = 0; i < all->all.n; i++) {
        const struct mutant *x = &all->all.at[i];
        struct text says = SAY(d->arena, x->same ? "{}: {} (means the same)" : "{}: {}",
                               operator_word(x->operator), x->says);
        outline_add(d, lines, 0, (struct cell){says, x->same ? TONE_FAINT : TONE_PLAIN},
                    source_line_words(d->arena, m->trials->m->sources, x->at));
    }
}
