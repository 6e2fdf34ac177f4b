/* What is declared and nothing uses.
 *
 * Of the rule file itself each thing is said; of a file that it uses only that nothing at all is
 * taken from it, since a shared file is written for many.  A let inside a criterion is a figure of
 * it, which a claim may state, and so never without use. */
#include "check/checker.h"

static bool in_root(struct checker *c, struct span at)
{
    return source_of(c->m->sources, at) == source_of(c->m->sources, c->m->criteria.at[0]->at);
}

static void find_facts(struct checker *c)
{
    for (size_t i = 0; i < c->m->facts.n; i++) {
        const struct fact *f = c->m->facts.at[i];
        if (f->used || !in_root(c, f->at))
            continue;
        struct diag *g = DIAG_ADD(c->d, K0320, f->at, f->path);
        diag_help(g,
                  TEXT("use it in a measure, or delete it: offices would be asked for it in vain"));
    }
}

static void find_lets(struct checker *c)
{
    for (size_t i = 0; i < c->m->lets.n; i++) {
        const struct let *l = c->m->lets.at[i];
        if (!l->used && !l->owner && in_root(c, l->at))
            diag_help(DIAG_ADD(c->d, K0330, l->at, l->name),
                      TEXT("delete it, or move it into the criterion whose figure it is"));
    }
}

static void find_defines(struct checker *c)
{
    for (size_t i = 0; i < c->defines.n; i++) {
        const struct define *d = c->defines.at[i];
        if (!d->used && in_root(c, d->at))
            diag_help(DIAG_ADD(c->d, K0324, d->at, d->name),
                      TEXT("use it in a measure, a score or a condition, or delete it"));
    }
}

static void find_units(struct checker *c)
{
    for (size_t i = 0; i < c->m->unit_names.n; i++)
        if (!c->unit_used.at[i] && in_root(c, c->unit_at.at[i]))
            diag_help(
                DIAG_ADD(c->d, K0331, c->unit_at.at[i], c->m->unit_names.at[i]),
                SAY(c->a, "declare facts `in {}`, or delete the unit", c->m->unit_names.at[i]));
}

static void find_calendar(struct checker *c)
{
    const struct calendar *cal = c->m->calendar;
    if (cal && !c->calendar_used && in_root(c, cal->at))
        diag_help(DIAG_ADD(c->d, K0332, cal->at, cal->name),
                  TEXT("count `working days`, or `per working day`, or delete the calendar"));
}

/* --- files ---------------------------------------------------------------------------------- */

static void take(struct checker *c, bool *taken, struct span at)
{
    taken[source_of(c->m->sources, at)->index] = true;
}

static void find_taken(struct checker *c, bool *taken)
{
    for (size_t i = 0; i < c->m->facts.n; i++)
        if (c->m->facts.at[i]->used)
            take(c, taken, c->m->facts.at[i]->at);
    for (size_t i = 0; i < c->m->lets.n; i++)
        if (c->m->lets.at[i]->used)
            take(c, taken, c->m->lets.at[i]->at);
    for (size_t i = 0; i < c->defines.n; i++)
        if (c->defines.at[i]->used)
            take(c, taken, c->defines.at[i]->at);
    for (size_t i = 0; i < c->m->unit_names.n; i++)
        if (c->unit_used.at[i])
            take(c, taken, c->unit_at.at[i]);
    if (c->calendar_used)
        take(c, taken, c->m->calendar->at);
}

static struct text unquoted(struct text t)
{
    return (struct text){t.at + 1, t.n - 2};
}

/* Files stand behind the ones that use them, so going backwards what a file hands on is known. */
static void find_files(struct checker *c)
{
    bool *taken = ARENA_ARRAY(c->a, bool, sources_count(c->m->sources));
    find_taken(c, taken);
    for (size_t i = c->files.n; i-- > 1;) {
        struct span use = c->files.at[i]->used_at;
        const struct nodes *items = &c->files.at[i]->root->file.items;
        if (items->n && taken[source_of(c->m->sources, items->at[0]->at)->index])
            take(c, taken, use);
        else if (in_root(c, use))
            diag_help(DIAG_ADD(c->d, K0333, use, unquoted(check_source(c, use))),
                      TEXT("delete the line, or use what the file declares"));
    }
}

void check_use(struct checker *c)
{
    find_facts(c);
    find_lets(c);
    find_defines(c);
    find_units(c);
    find_calendar(c);
    find_files(c);
}
