/* Situations: whether rows with conditions leave a gap, or hold a row that is never reached.
 *
 * Conditions are taken apart into atoms: comparisons of a subject with literals or with another
 * value, and anything else as a yes or no of its own.  Every combination of values at which the
 * subjects behave differently is tried.  Where subjects depend on each other, more is tried than
 * can happen: a row that is said never to be reached never is, and rows that always hold always do;
 * of a gap only the author may know better, and writes `otherwise`. */
#include "check/situations.h"

enum { TAKERS = 3 /* rows that are named because they take what another would */ };

struct row_trial {
    const struct form *form; /* NULL: `otherwise` */
    bool reached;
    size_t taker[TAKERS], takers; /* rows that hold first wherever this one would */
    uint64_t always;              /* which of the first rows hold wherever this one does */
};

struct trial {
    struct conditions of;
    const struct cases *cases;
    struct row_trial *row;
    size_t combinations;
    bool gap;
    size_t now[SUBJECTS]; /* where the gap is */
};

/* --- trying --------------------------------------------------------------------------------- */

static bool compares(int order, enum op op)
{
    switch (op) {
    case OP_EQ:
        return order == 0;
    case OP_NE:
        return order != 0;
    case OP_LT:
        return order < 0;
    case OP_LE:
        return order <= 0;
    case OP_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

static void fill_atom(struct conditions *t, struct atom *atom)
{
    const struct subject *s = &t->subjects.at[atom->subject];
    atom->holds = ARENA_ARRAY(t->c->scratch, bool, s->tries + 1);
    for (size_t i = 0; i < s->tries; i++) {
        struct number n = s->kind == SUBJECT_NUMBER ? s->values.at[i] : number_of((long long)i);
        int order = number_order(t->c->a, n, atom->low);
        atom->holds[i] = atom->op == OP_IN ? order >= 0 && number_order(t->c->a, n, atom->high) <= 0
                                           : compares(order, atom->op);
    }
}

static bool holds(const struct conditions *t, const struct form *f)
{
    const struct atom *atom = &t->atoms.at[f->atom];
    switch (f->kind) {
    case FORM_YES:
        return true;
    case FORM_NO:
        return false;
    case FORM_ATOM:
        return atom->holds[t->subjects.at[atom->subject].now];
    case FORM_NOT:
        return !holds(t, f->of.at[0]);
    case FORM_AND:
    case FORM_OR:
        for (size_t i = 0; i < f->of.n; i++)
            if (holds(t, f->of.at[i]) == (f->kind == FORM_OR))
                return f->kind == FORM_OR;
        return f->kind == FORM_AND;
    }
    return false;
}

/* The next combination: false after the last. */
static bool advance(struct conditions *t, const bool *moves)
{
    for (size_t i = 0; i < t->subjects.n; i++) {
        struct subject *s = &t->subjects.at[i];
        if (!moves[i])
            continue;
        if (++s->now < s->tries)
            return true;
        s->now = 0;
    }
    return false;
}

static bool row_holds(const struct trial *t, size_t i)
{
    return !t->row[i].form || holds(&t->of, t->row[i].form);
}

static void note_taker(struct row_trial *row, size_t taker)
{
    for (size_t i = 0; i < row->takers; i++)
        if (row->taker[i] == taker)
            return;
    if (row->takers < TAKERS)
        row->taker[row->takers++] = taker;
}

/* One combination: which row holds first, and what it takes away from the rows below. */
static void try_rows(struct trial *t)
{
    size_t n = t->cases->rows.n, first = n;
    uint64_t hold = 0;
    for (size_t i = 0; i < n; i++) {
        if (!row_holds(t, i))
            continue;
        t->row[i].always &= hold;
        hold |= i < 64 ? UINT64_C(1) << i : 0;
        if (first == n) {
            first = i;
            t->row[i].reached = true;
        } else if (!t->row[i].reached)
            note_taker(&t->row[i], first);
    }
    if (first < n || t->gap)
        return;
    t->gap = true;
    for (size_t i = 0; i < t->of.subjects.n; i++)
        t->now[i] = t->of.subjects.at[i].now;
}

static void try_all(struct trial *t)
{
    bool all[SUBJECTS];
    for (size_t i = 0; i < SUBJECTS; i++)
        all[i] = true;
    do
        try_rows(t);
    while (advance(&t->of, all));
}

/* Forms for all rows, and everything at which they have to be tried; false when that is too much,
 * or nothing can be said. */
static bool prepare(struct trial *t)
{
    struct conditions *of = &t->of;
    struct checker *c = of->c;
    for (size_t i = 0; i < t->cases->rows.n; i++)
        t->row[i].always = UINT64_MAX;
    for (size_t i = 0; i < t->cases->rows.n; i++)
        if (t->cases->rows.at[i].when)
            t->row[i].form = condition_form(of, t->cases->rows.at[i].when);
    t->combinations = 1;
    for (size_t i = 0; !of->too_many && i < of->subjects.n; i++) {
        subject_tries(c, &of->subjects.at[i]);
        t->combinations *= of->subjects.at[i].tries;
        of->too_many = t->combinations > TRIALS;
    }
    size_t work = t->combinations * (of->forms + t->cases->rows.n);
    if (of->too_many || work > TRIAL_WORK || c->tried + work > TRIAL_WORK_ALL) {
        of->too_many = true;
        return false;
    }
    c->tried += work;
    for (size_t i = 0; i < of->atoms.n; i++)
        fill_atom(of, &of->atoms.at[i]);
    return t->combinations > 0;
}

/* --- what comes out ------------------------------------------------------------------------- */

/* Whether the gap stays a gap whatever the subjects in `moves` are. */
static bool gap_holds(struct trial *t, const bool *moves)
{
    size_t work = t->of.forms + t->cases->rows.n;
    for (size_t i = 0; i < t->of.subjects.n; i++) {
        t->of.subjects.at[i].now = moves[i] ? 0 : t->now[i];
        work *= moves[i] ? t->of.subjects.at[i].tries : 1;
    }
    if (t->of.c->tried + work > TRIAL_WORK_ALL)
        return false;
    t->of.c->tried += work;
    do
        for (size_t i = 0; i < t->cases->rows.n; i++)
            if (row_holds(t, i))
                return false;
    while (advance(&t->of, moves));
    return true;
}

/* Only what matters is named. */
static struct text gap_words(struct trial *t)
{
    struct arena *a = t->of.c->a;
    bool moves[SUBJECTS] = {false};
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < t->of.subjects.n; i++) {
        moves[i] = true;
        moves[i] = gap_holds(t, moves);
    }
    for (size_t i = 0; i < t->of.subjects.n; i++) {
        struct subject *s = &t->of.subjects.at[i];
        s->now = t->now[i];
        if (!moves[i])
            buffer_add(&b, SAY(a, b.n ? " and {}" : "when {}", subject_words(t->of.c, s)));
    }
    return b.n ? buffer_text(&b) : TEXT("at all");
}

static void report_unreached(struct trial *t, size_t i)
{
    const struct row_trial *row = &t->row[i];
    struct diags *d = t->of.c->d;
    struct diag *g = DIAG_PLAIN(d, K0541, t->cases->rows.at[i].at);
    size_t shown = row->takers, whole = 0;
    while (whole < 64 && !(row->always >> whole & 1))
        whole++;
    if (shown > 1 && whole < 64)
        shown = 1;
    else
        whole = row->taker[0];
    if (shown == 1)
        diag_label(d, g, t->cases->rows.at[whole].at, TEXT("this row takes all of it"));
    for (size_t k = 0; shown > 1 && k < shown; k++)
        diag_label(d, g, t->cases->rows.at[row->taker[k]].at, TEXT("this row takes some of it"));
    if (!row->takers)
        diag_says(g, TEXT("no value meets this"));
    diag_help(g, TEXT("the first row that holds counts: move this row up, or delete it"));
}

static void check_rows(struct checker *c, const struct pending_cases *pending)
{
    const struct cases *cases = pending->cases;
    struct trial t = {.of = {.c = c}, .cases = cases};
    if (!c->scratch)
        c->scratch = arena_beside(c->a);
    struct arena_mark mark = arena_mark(c->scratch);
    t.row = ARENA_ARRAY(c->scratch, struct row_trial, cases->rows.n + 1);
    bool tried = prepare(&t);
    if (tried)
        try_all(&t);
    bool in_formula = !span_is_nowhere(pending->call);
    if (t.gap) {
        struct diag *g = DIAG_ADD(c->d, K0540, pending->at, gap_words(&t));
        if (in_formula)
            diag_label(c->d, g, pending->call, TEXT("used here"));
        diag_help(g, TEXT("add a row for it, or `otherwise : ...` as the last row"));
    }
    size_t otherwise = 0; /* behind the first one */
    for (size_t i = 0; i < cases->rows.n; i++) {
        if (otherwise && !tried)
            t.row[i] = (struct row_trial){.taker = {otherwise - 1}, .takers = 1};
        if ((tried ? !t.row[i].reached : otherwise > 0) && !in_formula)
            report_unreached(&t, i);
        if (cases->rows.at[i].otherwise && !otherwise)
            otherwise = i + 1;
    }
    if (t.of.too_many && !otherwise)
        diag_help(DIAG_PLAIN(c->d, K0542, pending->at),
                  TEXT("write `otherwise : ...` as the last row"));
    arena_return(c->scratch, mark);
}

static void find_error(void *user, const struct expr *e)
{
    bool *found = user;
    *found = *found || e->type.kind == TYPE_ERROR;
    if (!*found)
        expr_operands(e, find_error, found);
}

/* A formula has its rows once for each call; one gap is enough. */
static bool is_said(struct checker *c, const struct map *said, struct span at)
{
    return map_find(said, source_place_words(c->a, c->m->sources, at), NULL);
}

void check_situations(struct checker *c)
{
    struct map said = map_in(c->a);
    for (size_t i = 0; i < c->cases.n; i++) {
        const struct pending_cases *p = &c->cases.at[i];
        bool broken = false, in_formula = !span_is_nowhere(p->call);
        size_t before = c->d->errors;
        cases_expressions(p->cases, find_error, &broken);
        if (!broken && !(in_formula && is_said(c, &said, p->at)))
            check_rows(c, p);
        if (in_formula && c->d->errors > before)
            map_put(&said, source_place_words(c->a, c->m->sources, p->at), i);
    }
}
