/* Who is affected, as far as nobody knows: facts that files lack, totals that are ranges, offices
 * that are left out. */
#include "report/impact.h"

#include "explain/figures.h"

struct gaps {
    struct document *d;
    struct arena *a;
    const struct impact *m;
    const struct criterion *total;
};

struct text impact_fact_words(struct arena *a, const struct fact *f)
{
    return f->table ? SAY(a, "{}.{}", f->table->path, f->path) : f->path;
}

struct text impact_lacking_words(struct arena *a, const struct office *o)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < o->lacking.n; i++)
        buffer_add(&b, SAY(a, i ? ", {}" : "{}", impact_fact_words(a, o->lacking.at[i])));
    return buffer_text(&b);
}

static struct text standing_words(struct gaps *t, const struct standing *s)
{
    return figure_range(t->a, t->total, s->low, s->high);
}

static void tell_ranges(struct gaps *t)
{
    struct block *table = NULL;
    for (size_t i = 0; i < t->m->offices.n; i++) {
        const struct office *o = t->m->offices.at[i];
        if (o->state != OFFICE_RANGE)
            continue;
        if (!table) {
            document_heading(t->d, TEXT("offices whose total is not known: not attributed"),
                             TEXT(""));
            table = document_table(t->d);
            table_column(t->d, table, TEXT("office"), ALIGN_LEFT, false);
            table_column(t->d, table, TEXT("was"), ALIGN_RIGHT, false);
            table_column(t->d, table, TEXT("is"), ALIGN_RIGHT, false);
            table_column(t->d, table, TEXT("its facts lack"), ALIGN_LEFT, true);
        }
        struct table_row *row = table_add_row(t->d, table, 0);
        row->cell[0].text = o->name;
        row->cell[1].text = standing_words(t, &o->total[OLDER]);
        row->cell[2].text = standing_words(t, &o->total[NEWER]);
        row->cell[3].text = impact_lacking_words(t->a, o);
    }
}

static void tell_lacking(struct gaps *t)
{
    if (!t->m->lacking.n)
        return;
    document_heading(
        t->d, TEXT("facts that the newer rules need, and files lack or state otherwise"), TEXT(""));
    struct block *table = document_table(t->d);
    table_column(t->d, table, TEXT("fact"), ALIGN_LEFT, false);
    table_column(t->d, table, TEXT(""), ALIGN_LEFT, true);
    table_column(t->d, table, TEXT("offices"), ALIGN_RIGHT, false);
    for (size_t i = 0; i < t->m->lacking.n; i++) {
        const struct lacking_fact *l = &t->m->lacking.at[i];
        struct table_row *row = table_add_row(t->d, table, 0);
        row->cell[0].text = impact_fact_words(t->a, l->fact);
        row->cell[1].text = l->fact->title;
        row->cell[2].text = text_number(t->a, (long long)l->offices);
    }
}

static void tell_wrong(struct gaps *t)
{
    struct block *outline = NULL;
    for (size_t i = 0; i < t->m->offices.n; i++) {
        const struct office *o = t->m->offices.at[i];
        if (o->state != OFFICE_WRONG)
            continue;
        if (!outline) {
            document_heading(t->d, TEXT("offices that are left out, for their facts are wrong"),
                             TEXT(""));
            outline = document_outline(t->d);
        }
        struct text says =
            SAY(t->a, "{}: {}", o->name, o->wrong_code.n ? o->wrong_code : TEXT("not read"));
        if (o->wrong_errors > 1)
            says = SAY(t->a, "{}, the first of {} errors", says,
                       text_number(t->a, (long long)o->wrong_errors));
        outline_add(t->d, outline, 0, (struct cell){says, TONE_BAD},
                    o->wrong_at.n ? o->wrong_at : o->file);
    }
}

void report_impact_gaps(struct document *d, const struct impact *m)
{
    struct gaps t = {d, d->arena, m, impact_total(m)};
    tell_lacking(&t);
    tell_ranges(&t);
    tell_wrong(&t);
}
