/* Who is affected: office by office. */
#include "diff/impact.h"

/* --- an office ----------------------------------------------------------------------------------
 */

static struct standing standing_of(struct arena *a, const struct result *r)
{
    struct standing s = {.known = result_has_score(r) && !number_is_over(r->score)};
    s.score = number_copy(a, r->score);
    s.low = number_copy(a, s.known ? r->score : r->low);
    s.high = number_copy(a, s.known ? r->score : r->high);
    for (enum mark mark = 0; mark < MARKS; mark++)
        s.mark[mark] = r->mark[mark].band;
    return s;
}

struct number impact_rounded(struct arena *a, struct number n)
{
    return number_round(a, n, number_places(a, IMPACT_PLACES), ROUND_HALF_EVEN);
}

static void count(struct arena *a, struct criterion_impact *c, struct number by)
{
    int sign = number_sign(by);
    ++*(sign > 0 ? &c->gain : sign < 0 ? &c->lose : &c->stay);
    c->sum = number_copy(a, number_add(a, c->sum, impact_rounded(a, by)));
}

/* Of every criterion, where it stands in an outcome. */
static struct standing *standings(struct impact *m, struct arena *a, const struct outcome *o)
{
    struct standing *s = ARENA_ARRAY(a, struct standing, m->hybrid->mixtures);
    for (size_t i = 0; i < m->hybrid->mixtures; i++)
        s[i] = standing_of(a, &o->result[m->hybrid->mixture[i].now.index]);
    return s;
}

static void add_criteria(struct impact *m, struct arena *a, const struct standing *older,
                         const struct standing *newer)
{
    for (size_t i = 0; i < m->criteria.n; i++) {
        struct criterion_impact *c = &m->criteria.at[i];
        size_t at = c->pair->index;
        if (older[at].known && newer[at].known)
            count(m->arena, c, number_subtract(a, newer[at].score, older[at].score));
    }
}

static void attribute(struct impact *m, struct office *o, size_t i, struct number by)
{
    struct player_impact *p = &m->players.at[i];
    if (!number_sign(by))
        return;
    LIST_ADD(m->arena, &o->attributed, (struct attribution){p->player, number_copy(m->arena, by)});
    p->touched++;
    p->sum = number_copy(m->arena, number_add(m->arena, p->sum, impact_rounded(m->arena, by)));
}

/* `all`: with every change made; what is left up to the newer rules no change accounts for. */
static void divide(struct impact *m, struct office *o, struct facts *f,
                   const struct outcome *before, const struct outcome *all)
{
    struct arena *a = f->arena;
    if (!result_has_score(&all->result[0]))
        return;
    struct divided d = impact_divide(m, f, a, before, all);
    o->division = d.how;
    if (d.how == DIVISION_NONE)
        return;
    for (size_t i = 0; i < m->hybrid->players.n; i++)
        attribute(m, o, i, d.by[i]);
    attribute(m, o, m->players.n - 1,
              number_subtract(a, o->total[NEWER].score, all->result[0].score));
    m->divided++;
    m->in_order += d.how == DIVISION_IN_ORDER;
}

struct noting {
    struct impact *m;
    struct office *o;
};

static void note_lack(void *noting, const struct fact *newer)
{
    struct noting *n = noting;
    LIST_ADD(n->m->arena, &n->o->lacking, newer);
    for (size_t i = 0; i < n->m->lacking.n; i++)
        if (n->m->lacking.at[i].fact == newer) {
            n->m->lacking.at[i].offices++;
            return;
        }
    LIST_ADD(n->m->arena, &n->m->lacking, (struct lacking_fact){newer, 1});
}

static struct office *add_office(struct impact *m, struct text name, struct text file)
{
    struct office *o = ARENA_NEW(m->arena, struct office);
    *o = (struct office){.name = text_copy(m->arena, name.n ? name : file),
                         .file = text_copy(m->arena, file),
                         .division = DIVISION_NONE,
                         .by = number_of(0)};
    LIST_ADD(m->arena, &m->offices, o);
    return o;
}

/* --- what stops an evaluation -------------------------------------------------------------------
 */

static enum diag_code code_of(const struct trouble *t)
{
    static const enum diag_code codes[] = {[TROUBLE_CALENDAR] = K0703,
                                           [TROUBLE_TOO_LARGE] = K0704,
                                           [TROUBLE_NO_AS_OF] = K0705,
                                           [TROUBLE_NO_DAY] = K0504,
                                           [TROUBLE_NA] = K0615};
    return codes[t->kind];
}

static bool is_stopped(struct impact *m, struct office *o, const struct outcome *by)
{
    if (!by->troubles.n || result_has_score(&by->result[0]))
        return false;
    const struct trouble *t = &by->troubles.at[0];
    o->state = OFFICE_WRONG;
    o->wrong_code = text_of(diag_about(code_of(t))->code);
    o->wrong_at = source_line_words(m->arena, m->hybrid->reading.sources,
                                    span_is_nowhere(t->fact_at) ? t->at : t->fact_at);
    o->wrong_errors = by->troubles.n;
    return true;
}

void impact_add_wrong(struct impact *m, struct text name, struct text file, const struct diags *why)
{
    struct office *o = add_office(m, name, file);
    o->state = OFFICE_WRONG;
    o->wrong_errors = why->errors;
    for (size_t i = 0; i < why->all.n && !o->wrong_code.n; i++) {
        const struct diag *g = why->all.at[i];
        if (g->severity != DIAG_ERROR)
            continue;
        o->wrong_code = text_of(diag_about(g->code)->code);
        o->wrong_at = source_line_words(m->arena, why->sources, g->main.at);
    }
}

/* --- all of them --------------------------------------------------------------------------------
 */

struct impact *impact_of(struct arena *a, const struct diff *d)
{
    struct impact *m = ARENA_NEW(a, struct impact);
    *m = (struct impact){.arena = a, .diff = d, .hybrid = hybrid_of(a, d)};
    m->plan = impact_plan(m->hybrid);
    for (size_t i = 0; i < d->pairs.n; i++)
        if (d->pairs.at[i]->of[OLDER] && d->pairs.at[i]->of[NEWER])
            LIST_ADD(a, &m->criteria,
                     (struct criterion_impact){.pair = d->pairs.at[i], .sum = number_of(0)});
    for (size_t i = 0; i <= m->hybrid->players.n; i++)
        LIST_ADD(a, &m->players,
                 (struct player_impact){i < m->hybrid->players.n ? m->hybrid->players.at[i] : NULL,
                                        0, number_of(0)});
    return m;
}

struct facts *impact_facts(const struct impact *m, struct arena *a, struct diags *d)
{
    return facts_new(a, &m->hybrid->reading, d);
}

void impact_add(struct impact *m, struct facts *f, struct text file)
{
    struct arena *a = f->arena;
    struct hybrid *h = m->hybrid;
    struct office *o = add_office(m, f->office, file);
    hybrid_settle_facts(h, f, note_lack, &(struct noting){m, o});
    const struct outcome *newer = eval_model(a, hybrid_make_side(h, NEWER), f);
    struct standing *on_newer = standings(m, a, newer);
    const struct outcome *before = eval_model(a, hybrid_make_side(h, OLDER), f);
    struct standing *on_older = standings(m, a, before);
    if (is_stopped(m, o, before) || is_stopped(m, o, newer))
        return;
    o->total[OLDER] = standing_of(m->arena, &before->result[0]);
    o->total[NEWER] = standing_of(m->arena, &newer->result[0]);
    add_criteria(m, a, on_older, on_newer);
    o->state = o->total[OLDER].known && o->total[NEWER].known ? OFFICE_KNOWN : OFFICE_RANGE;
    if (o->state == OFFICE_RANGE)
        return;
    o->by = number_copy(m->arena, number_subtract(a, o->total[NEWER].score, o->total[OLDER].score));
    divide(m, o, f, before, eval_model(a, hybrid_make_changes(h), f));
}
