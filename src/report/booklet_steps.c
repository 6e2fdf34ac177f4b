/* The steps of a criterion, with deadlines and what lateness costs. */
#include "report/booklet_inside.h"

static struct text deadline_words(const struct booklet *b, const struct step *s)
{
    if (!s->by)
        return TEXT("");
    const struct expr *e = s->by;
    if (e->kind == EXPR_LITERAL && e->literal->kind == VALUE_MONTH)
        return booklet_day(b, month_last(e->literal->month));
    return booklet_expr(b, e);
}

static struct text done_words(const struct booklet *b, const struct step *s)
{
    struct text done = booklet_expr(b, s->done);
    if (s->by_share)
        done = TELL(b, STEP_SHARE, done);
    return s->when ? SAY(b->a, "{} ({})", done, TELL(b, STEP_WHEN, booklet_condition(b, s->when)))
                   : done;
}

static struct text late_words(const struct booklet *b, const struct step *s)
{
    return s->is_late ? TELL(b, LATE_EACH, booklet_number(b, s->late_each),
                             booklet_day_unit(b, s->late_unit))
                      : TEXT("");
}

static struct text proof_words(const struct booklet *b, const struct step *s)
{
    switch (s->evidence) {
    case EVIDENCE_UNASKED:
        break;
    case EVIDENCE_LISTED:
        return TOLD(b, EVIDENCE_LISTED);
    case EVIDENCE_COUNTS:
        return TOLD(b, EVIDENCE_COUNTS);
    }
    return TEXT("");
}

/* Columns that some step fills. */
struct columns {
    bool by, points, late, proof;
};

static struct columns columns_of(const struct criterion *k)
{
    struct columns c = {.points = k->step_points};
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *s = &k->steps.at[i];
        c.by = c.by || s->by;
        c.late = c.late || s->is_late;
        c.proof = c.proof || s->evidence != EVIDENCE_UNASKED;
    }
    return c;
}

static void add_columns(const struct booklet *b, struct block *table, struct columns c)
{
    table_column(b->d, table, TOLD(b, COLUMN_STEP), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_WHAT), ALIGN_LEFT, true);
    table_column(b->d, table, TOLD(b, COLUMN_DONE), ALIGN_LEFT, false);
    if (c.by)
        table_column(b->d, table, TOLD(b, COLUMN_BY), ALIGN_LEFT, false);
    if (c.points)
        table_column(b->d, table, TOLD(b, COLUMN_EARNS), ALIGN_RIGHT, false);
    if (c.late)
        table_column(b->d, table, TOLD(b, COLUMN_LATE), ALIGN_LEFT, false);
    if (c.proof)
        table_column(b->d, table, TOLD(b, COLUMN_PROOF), ALIGN_LEFT, false);
}

static void add_step(const struct booklet *b, struct block *table, struct columns c,
                     const struct step *s)
{
    struct cell *cell = table_add_row(b->d, table, 0)->cell;
    (cell++)->text = booklet_number(b, s->number);
    (cell++)->text = text_folded(b->a, s->title);
    (cell++)->text = done_words(b, s);
    if (c.by)
        (cell++)->text = deadline_words(b, s);
    if (c.points)
        (cell++)->text = booklet_number(b, s->points);
    if (c.late)
        (cell++)->text = late_words(b, s);
    if (c.proof)
        cell->text = proof_words(b, s);
}

static bool some_pass(const struct criterion *k)
{
    for (size_t i = 0; i < k->steps.n; i++)
        if (k->steps.at[i].when)
            return true;
    return false;
}

static void add_remarks(const struct booklet *b, const struct criterion *k)
{
    struct block *outline = NULL;
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *s = &k->steps.at[i];
        struct text of = SAY(b->a, "{} {}", TOLD(b, COLUMN_STEP), booklet_number(b, s->number));
        if (!outline && (s->remarks.cites.n || s->remarks.notes.n))
            outline = document_outline(b->d);
        for (size_t j = 0; j < s->remarks.cites.n; j++)
            booklet_item(b, outline, 0,
                         SAY(b->a, "{}: {}", of, booklet_cite(b, &s->remarks.cites.at[j])));
        for (size_t j = 0; j < s->remarks.notes.n; j++)
            booklet_item(b, outline, 0,
                         SAY(b->a, "{}: {}", of, text_folded(b->a, s->remarks.notes.at[j])));
    }
}

void booklet_steps(const struct booklet *b, const struct criterion *k)
{
    struct columns c = columns_of(k);
    struct text low = booklet_number(b, k->low), high = booklet_number(b, k->high);
    booklet_label(b, TOLD(b, STEPS_TABLE));
    struct block *table = document_grid(b->d);
    add_columns(b, table, c);
    for (size_t i = 0; i < k->steps.n; i++)
        add_step(b, table, c, &k->steps.at[i]);
    struct block *outline = document_outline(b->d);
    booklet_item(b, outline, 0,
                 k->step_points ? TELL(b, STEPS_ADD, low, high) : TELL(b, STEPS_COUNT, low, high));
    booklet_item(b, outline, 0, k->independent ? TOLD(b, STEPS_INDEPENDENT) : TOLD(b, STEPS_RUN));
    if (some_pass(k))
        booklet_item(b, outline, 0, TOLD(b, STEPS_PASSED));
    if (c.late)
        booklet_item(b, outline, 0, TELL(b, STEPS_LATE, booklet_number(b, k->floor)));
    add_remarks(b, k);
}
