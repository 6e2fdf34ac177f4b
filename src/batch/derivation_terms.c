/* What scores are calculated from, by name.
 *
 * Facts that a let is made of are those of the score.  What stands in rows has many values, so it
 * is left out: the table stands for them, and what was made of them for the calculation.  In the
 * body of a formula the same words mean another thing in each call, whose words stand before
 * them. */
#include "batch/derivation_terms.h"

#include "batch/derivation_put.h"
#include "explain/words.h"

struct finding {
    struct arena *a;
    const struct model *m;
    const struct criterion *of;
    struct terms *to;
    struct map seen;         /* key, by kind, to its index */
    const struct expr *call; /* the body we are in; NULL: in none */
    bool in_rows, is_top;
};

static struct term *add(struct finding *f, enum term_kind kind, struct text name,
                        const struct expr *e)
{
    size_t index;
    struct text key = SAY(f->a, "{} {}", text_number(f->a, kind), name);
    if (!map_find(&f->seen, key, &index)) {
        index = f->to->of[kind].n;
        map_put(&f->seen, key, index);
        struct term new = {.key = SAY(f->a, ",{}:", quoted(f->a, name))};
        LIST_ADD(f->a, &f->to->of[kind], new);
    }
    struct term *term = &f->to->of[kind].at[index];
    LIST_ADD(f->a, &term->read, e);
    return term;
}

static void add_fact(struct finding *f, const struct expr *e)
{
    add(f, TERM_FACT, e->fact->path, e)->fact = e->fact;
}

static void add_score(struct finding *f, const struct criterion *k, const struct expr *e)
{
    add(f, TERM_SCORE, k->path, e)->criterion = k;
}

static void find(void *finding, const struct expr *e);

static void find_below(struct finding *f, const struct expr *e)
{
    expr_operands(e, find, f);
}

static void find_figure(struct finding *f, const struct expr *e)
{
    struct text words = words_formula(f->a, f->m, e);
    if (f->call)
        words = SAY(f->a, "{}: {}", words_formula(f->a, f->m, f->call), words);
    if (!f->in_rows)
        add(f, TERM_FIGURE, words, e);
}

static void find_rows(struct finding *f, const struct expr *e)
{
    bool in_rows = f->in_rows;
    find_figure(f, e);
    add_fact(f, e);
    f->in_rows = true;
    find_below(f, e);
    f->in_rows = in_rows;
}

static void find_call(struct finding *f, const struct expr *e)
{
    const struct expr *around = f->call;
    find_figure(f, e);
    f->call = e;
    find_below(f, e);
    f->call = around;
}

static void find_let(struct finding *f, const struct expr *e)
{
    const struct expr *call = f->call;
    bool in_rows = f->in_rows;
    size_t before = f->to->of[TERM_LET].n;
    add(f, TERM_LET, e->let->name, e);
    if (f->to->of[TERM_LET].n == before)
        return;
    f->in_rows = false;
    f->call = NULL;
    find(f, e->let->value);
    f->in_rows = in_rows;
    f->call = call;
}

/* The parts of a weighted mean that stands alone say their points and scores themselves. */
static void find_parts(struct finding *f, const struct expr *e)
{
    if (f->of->scorer == SCORER_CHILDREN && f->of->formula == e)
        return;
    for (size_t i = 0; i < e->criterion->children.n; i++)
        add_score(f, e->criterion->children.at[i], e);
}

static void find(void *finding, const struct expr *e)
{
    struct finding *f = finding;
    bool alone = f->is_top && (e->type.kind == TYPE_DATE || e->type.kind == TYPE_YES_NO);
    f->is_top = false;
    switch (e->kind) {
    case EXPR_FACT:
        if (!alone)
            add_fact(f, e);
        return;
    case EXPR_LET:
        find_let(f, e);
        return;
    case EXPR_SCORE:
        add_score(f, e->criterion, e);
        return;
    case EXPR_PARTS:
        find_parts(f, e);
        return;
    case EXPR_AGGREGATE:
        find_rows(f, e);
        return;
    case EXPR_CALL:
        find_call(f, e);
        return;
    case EXPR_DAYS:
    case EXPR_SHIFT:
    case EXPR_TABLE:
        find_figure(f, e);
        break;
    case EXPR_BROKEN:
    case EXPR_NUMBER:
    case EXPR_LITERAL:
    case EXPR_COLUMN:
    case EXPR_PARAMETER:
    case EXPR_RANGE:
    case EXPR_NEGATE:
    case EXPR_ARITHMETIC:
    case EXPR_COMPARE:
    case EXPR_LOGIC:
    case EXPR_NOT:
    case EXPR_IN:
    case EXPR_GIVEN:
    case EXPR_IF:
    case EXPR_QUANTIFIED:
    case EXPR_EXTREME:
    case EXPR_ROUND:
    case EXPR_DATE_PART:
        break;
    }
    find_below(f, e);
}

static void find_all(void *finding, const struct expr *e)
{
    struct finding *f = finding;
    f->is_top = true;
    find(f, e);
}

const struct terms *terms_of(struct arena *a, const struct model *m)
{
    struct terms *terms = ARENA_ARRAY(a, struct terms, m->criteria.n);
    for (size_t i = 0; i < m->criteria.n; i++) {
        const struct criterion *k = m->criteria.at[i];
        struct finding f = {.a = a, .m = m, .of = k, .to = &terms[i], .seen = map_in(a)};
        criterion_expressions(k, find_all, &f);
        changing_expressions(k, find_all, &f);
    }
    return terms;
}
