/* What was lost, as a waterfall.
 *
 * Every amount is the difference of the running figures that are printed beside it, so that the
 * column adds up to the printed score. */
#include "report/lost.h"

#include "explain/figures.h"
#include "report/changes.h"

enum { TOLD = 5 /* losses of the short form */ };
enum { COLUMN_NAME, COLUMN_OWN, COLUMN_LOST, COLUMN_LEAVES, COLUMN_WHY };

struct telling {
    struct document *d;
    struct arena *a;
    const struct outcome *o;
    const struct lost *lost;
    unsigned depth;
    size_t told; /* losses with a row of their own */
};

static struct text figure(struct telling *t, struct number n)
{
    return figure_score(t->a, t->lost->about, n);
}

static struct text place(struct telling *t, struct span at)
{
    return t->depth > 1 ? source_line_words(t->a, t->o->model->sources, at) : TEXT("");
}

static struct text name_of(struct telling *t)
{
    const struct criterion *k = t->lost->about;
    if (k->parent)
        return k->title.n ? k->title : k->path;
    return t->o->model->title.n ? t->o->model->title : t->o->model->id;
}

/* --- the waterfall -------------------------------------------------------------------------- */

static struct block *add_table(struct telling *t)
{
    struct block *table = document_table(t->d);
    table_column(t->d, table, TEXT(""), ALIGN_LEFT, true);
    table_column(t->d, table, t->depth > 1 ? TEXT("of its own") : TEXT(""), ALIGN_RIGHT, false);
    table_column(t->d, table, TEXT("lost"), ALIGN_RIGHT, false);
    table_column(t->d, table, TEXT("leaves"), ALIGN_RIGHT, false);
    table_column(t->d, table, TEXT(""), ALIGN_LEFT, false);
    return table;
}

static struct table_row *add_row(struct telling *t, struct block *table, struct text name,
                                 enum tone tone)
{
    struct table_row *row = table_add_row(t->d, table, 0);
    row->cell[COLUMN_NAME] = (struct cell){name, tone};
    return row;
}

static void add_way(struct telling *t, struct table_row *row, struct number from, struct number to)
{
    bool visible = number_sign(figure_rise(t->a, t->lost->about, from, to)) != 0;
    row->cell[COLUMN_LOST].text =
        visible ? figure_difference(t->a, t->lost->about, from, to) : figure(t, number_of(0));
    row->cell[COLUMN_LEAVES].text = figure(t, to);
}

static struct text own_words(struct telling *t, const struct loss *l)
{
    struct text own = figure_score(t->a, l->at, number_negate(t->a, l->own));
    return number_sign(l->own) < 0 ? SAY(t->a, "+{}", own) : own;
}

static void add_losses(struct telling *t, struct block *table)
{
    struct number left = t->lost->full;
    size_t n = t->lost->losses.n;
    for (size_t i = 0; i < t->told; i++) {
        const struct loss *l = &t->lost->losses.at[i];
        struct number next = number_subtract(t->a, left, l->amount);
        struct table_row *row = add_row(t, table, loss_name(t->a, l), TONE_PLAIN);
        if (t->depth > 1)
            row->cell[COLUMN_OWN].text = own_words(t, l);
        add_way(t, row, left, next);
        row->cell[COLUMN_WHY] = (struct cell){loss_why(t->a, t->o, l), TONE_FAINT};
        left = next;
    }
    if (t->told < n)
        add_way(t,
                add_row(t, table,
                        SAY(t->a, "{} others",
                            figure_short(t->a, number_of((long long)(n - t->told)), 0, NULL)),
                        TONE_PLAIN),
                left, t->lost->score);
}

static void add_waterfall(struct telling *t)
{
    struct block *table = add_table(t);
    struct table_row *row = add_row(t, table, TEXT("full mark"), TONE_STRONG);
    row->cell[COLUMN_LEAVES] = (struct cell){figure(t, t->lost->full), TONE_STRONG};
    add_losses(t, table);
    bool known = t->lost->state == LOST_KNOWN;
    row = add_row(t, table, known ? t->lost->about->path : TEXT("the most that is possible"),
                  TONE_STRONG);
    row->cell[COLUMN_LEAVES] = (struct cell){figure(t, t->lost->score), TONE_STRONG};
    row->rule_above = true;
}

/* --- sentences ------------------------------------------------------------------------------ */

static struct text by_words(struct telling *t, const struct loss *l)
{
    const struct criterion *k = l->at;
    if (l->kind == LOSS_STEP || l->kind == LOSS_LATE)
        return SAY(t->a, "step {} of {}", figure_short(t->a, k->steps.at[l->which].number, 0, NULL),
                   k->path);
    if (l->kind == LOSS_PENALTY && !k->parent)
        return loss_name(t->a, l);
    return k->title.n && k->parent ? SAY(t->a, "{} {}", k->path, k->title) : k->path;
}

static struct text head_words(struct telling *t)
{
    const struct lost *lost = t->lost;
    struct text path = lost->about->path, full = figure(t, lost->full),
                score = figure(t, lost->score);
    struct number missing = figure_rise(t->a, lost->about, lost->score, lost->full);
    struct text amount = figure(t, missing);
    switch (lost->state) {
    case LOST_KNOWN:
        break;
    case LOST_SURE:
        return number_sign(missing) > 0
                   ? SAY(t->a, "{}: not known yet; {} of {} is lost for certain", path, amount,
                         full)
                   : SAY(t->a, "{}: not known yet; nothing is lost for certain", path);
    case LOST_NOTHING:
        return SAY(t->a, "{}: does not apply, so nothing is lost", path);
    case LOST_NO_MARK:
        return SAY(t->a, "{}: there is no full mark, since nothing bounds the score", path);
    case LOST_TOO_LARGE:
        return SAY(t->a, "{}: figures with so many digits cannot be taken apart", path);
    }
    if (number_sign(missing) < 0)
        return SAY(t->a, "{}: {}, more than the full mark of {}", path, score, full);
    if (number_equal(t->a, lost->score, lost->full))
        return SAY(t->a, "{}: {} of {}; nothing is lost", path, score, full);
    return SAY(t->a, "{}: {} of {}; {} is lost, the largest part by {}", path, score, full, amount,
               by_words(t, &lost->losses.at[0]));
}

static void add_changes(struct telling *t, struct block *outline, const struct loss *l)
{
    for (size_t i = 0; i < l->changes.n; i++) {
        struct text says = loss_change(t->a, t->o, l, &l->changes.at[i]);
        if (t->depth > 1)
            says = SAY(t->a, "to get it back: {}", says);
        else if (l->at->parent)
            says = SAY(t->a, "{}: {}", l->at->path, says);
        outline_add(t->d, outline, t->depth > 1 ? 2 : 1, (struct cell){says, TONE_PLAIN},
                    place(t, change_place(t->o, &l->changes.at[i])));
    }
}

static void add_days(struct telling *t, struct block *outline, const struct loss *l)
{
    for (size_t i = 0; l->days && i < l->days->below.n; i++) {
        const struct reason *day = l->days->below.at[i];
        outline_add(t->d, outline, 2, (struct cell){day->says, TONE_FAINT}, place(t, day->rule));
    }
}

/* The short form has only what can be done; the long one each rule that took something. */
static void add_reasons(struct telling *t)
{
    struct block *outline = NULL;
    for (size_t i = 0; i < t->told; i++) {
        const struct loss *l = &t->lost->losses.at[i];
        if (t->depth < 2 && !l->changes.n)
            continue;
        if (!outline) {
            document_heading(t->d, t->depth > 1 ? TEXT("by these rules") : TEXT("to get it back"),
                             TEXT(""));
            outline = document_outline(t->d);
        }
        if (t->depth > 1) {
            outline_add(t->d, outline, 1, (struct cell){loss_name(t->a, l), TONE_PLAIN},
                        place(t, l->rule));
            add_days(t, outline, l);
        }
        add_changes(t, outline, l);
    }
}

static void add_open(struct telling *t)
{
    if (!t->lost->open.n)
        return;
    document_heading(t->d, TEXT("not known yet"), TEXT(""));
    struct block *outline = document_outline(t->d);
    for (size_t i = 0; i < t->lost->open.n; i++) {
        const struct open_part *p = &t->lost->open.at[i];
        struct text path = p->result->criterion->path;
        struct text says = p->bounded ? SAY(t->a, "{}: up to {} more", path, figure(t, p->amount))
                                      : SAY(t->a, "{}: nobody knows how much more", path);
        outline_add(t->d, outline, 1, (struct cell){says, TONE_PLAIN},
                    cause_words(t->a, t->o, p->cause, CAUSE_BY_ITSELF));
    }
}

static void add_dropped(struct telling *t)
{
    struct buffer b = buffer_in(t->a);
    for (size_t i = 0; i < t->lost->dropped.n; i++) {
        buffer_add(&b, i ? TEXT(", ") : TEXT("does not count, and loses nothing: "));
        buffer_add(&b, t->lost->dropped.at[i]->criterion->path);
    }
    if (b.n)
        document_paragraph(t->d, buffer_text(&b), TONE_FAINT);
}

void report_lost(struct document *d, const struct outcome *o, const struct lost *lost,
                 unsigned depth)
{
    struct telling t = {.d = d, .a = d->arena, .o = o, .lost = lost, .depth = depth};
    bool all = depth > 1 || lost->losses.n <= TOLD + 1;
    t.told = all ? lost->losses.n : TOLD;
    document_heading(d, SAY(d->arena, "lost: {}", name_of(&t)), o->facts->office);
    document_paragraph(d, head_words(&t), TONE_PLAIN);
    if (lost->state != LOST_KNOWN && lost->state != LOST_SURE)
        return;
    if (lost->losses.n)
        add_waterfall(&t);
    add_reasons(&t);
    add_open(&t);
    add_dropped(&t);
}
