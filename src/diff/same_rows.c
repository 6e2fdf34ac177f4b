/* Rows that an expression looks at.
 *
 * A level counts rows from the outermost expression.  What looks at no row around it means the same
 * wherever it stands, so its levels are counted from where it begins. */
#include "diff/meanings.h"

struct lowest {
    const struct looking *l;
    unsigned depth, found;
};

static void look_lower(void *user, const struct expr *e)
{
    struct lowest *w = user;
    unsigned row = meaning_lowest_row(w->l, e, w->depth);
    w->found = row < w->found ? row : w->found;
}

unsigned meaning_lowest_row(const struct looking *l, const struct expr *e, unsigned depth)
{
    unsigned char *kept = &l->m->lowest[l->side][e->cell];
    if (*kept)
        return *kept - 1u;
    struct lowest w = {l, depth, NO_ROW};
    switch ((unsigned)e->kind) {
    case EXPR_COLUMN:
        w.found = e->level;
        break;
    case EXPR_LET:
        break;
    case EXPR_PARAMETER:
        w.found = meaning_lowest_row(l, e->argument, e->level);
        break;
    case EXPR_CALL:
        w.found = meaning_lowest_row(l, e->left, depth);
        break;
    case EXPR_AGGREGATE:
        w.depth++;
        expr_operands(e, look_lower, &w);
        break;
    default:
        expr_operands(e, look_lower, &w);
        break;
    }
    if (w.found >= depth)
        w.found = NO_ROW;
    *kept = (unsigned char)(w.found + 1);
    return w.found;
}
