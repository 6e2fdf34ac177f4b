/* What differs in levels and bands, and in lights and grades, which are bands too. */
#include "diff/comparing.h"

/* --- in words --------------------------------------------------------------------------------- */

/* One level for each whole score of the scale needs no scores beside them. */
static bool is_plain(struct arena *a, const struct criterion *k, const struct thresholds *t)
{
    struct number score = k->low;
    for (size_t i = 0; i < t->levels.n; i++) {
        if (number_is_over(score) || !number_equal(a, t->levels.at[i].score, score))
            return false;
        score = number_add(a, score, number_of(1));
    }
    return t->levels.n && number_equal(a, t->levels.at[t->levels.n - 1].score, k->high);
}

/* An end as it would be written: in the unit of the measure, as percent where that is shown so. */
static struct text end_words(struct comparing *c, const struct criterion *k, struct number n,
                             bool marks)
{
    const struct expr *m = marks ? NULL : k->measure;
    if (!m || !m->type.dimension)
        return words_number(c->a, n, m && k->percent);
    struct number scale = m->unit && m->unit->dimension ? m->unit->scale : number_of(1);
    return SAY(c->a, "{} {}", words_number(c->a, number_divide(c->a, n, scale), false),
               m->unit && m->unit->dimension ? m->unit->words
                                             : dimension_words(c->a, m->type.dimension));
}

static struct text levels_words(struct comparing *c, const struct criterion *k,
                                const struct thresholds *t, bool with_scores)
{
    static const char *const kinds[] = {[LEVELS_LINEAR] = "",
                                        [LEVELS_STEPPED] = " stepped",
                                        [LEVELS_EXTRAPOLATED] = " extrapolated"};
    struct buffer b = buffer_in(c->a);
    for (size_t i = 0; i < t->levels.n; i++) {
        const struct level *l = &t->levels.at[i];
        buffer_add(&b, i ? TEXT(", ") : TEXT(""));
        if (with_scores)
            buffer_add(&b, SAY(c->a, "{}: ", words_number(c->a, l->score, false)));
        buffer_add(&b,
                   c->d->telling ? end_words(c, k, l->value, false) : words_plain(c->a, l->shown));
    }
    buffer_add(&b, text_of(kinds[t->kind]));
    if (t->has_below)
        buffer_add(&b, SAY(c->a, " below {}", words_number(c->a, t->below, false)));
    return buffer_text(&b);
}

static struct text band_words(struct comparing *c, const struct criterion *k,
                              const struct band *band, bool marks)
{
    struct text low = band->has_low ? end_words(c, k, band->low, marks) : TEXT("");
    struct text high = band->has_high ? end_words(c, k, band->high, marks) : TEXT("");
    if (band->has_low && band->has_high && number_equal(c->a, band->low, band->high))
        return SAY(c->a, "exactly {}", low);
    struct text from = SAY(c->a, band->low_closed ? "from {}" : "above {}", low);
    struct text to = SAY(c->a, band->high_closed ? "to {}" : "below {}", high);
    return band->has_low && band->has_high ? SAY(c->a, "{} {}", from, to)
           : band->has_low                 ? from
           : band->has_high                ? to
                                           : TEXT("any");
}

struct said said_bands(struct comparing *c, int side, const struct bands *bands, bool marks)
{
    const struct criterion *k = c->k[side];
    struct buffer b = buffer_in(c->a);
    if (!bands || !bands->n)
        return (struct said){.at = k->at};
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *band = &bands->at[i];
        struct text ends = band->otherwise ? TEXT("otherwise") : band_words(c, k, band, marks);
        struct text is = marks ? band->name : words_number(c->a, band->score, false);
        buffer_add(&b, SAY(c->a, i ? ", {}: {}" : "{}: {}", ends, is));
        if (band->needs_reason)
            buffer_add(&b, TEXT(" requires reason"));
    }
    return (struct said){buffer_text(&b), bands->at[0].at};
}

static struct said said_case(struct comparing *c, int side, size_t row, bool with_scores)
{
    const struct thresholds *t = c->k[side]->thresholds.at[row];
    if (!t->levels.n)
        return said_bands(c, side, &t->bands, false);
    return (struct said){levels_words(c, c->k[side], t, with_scores), t->levels.at[0].at};
}

/* The rows of the cases, each behind what it is for. */
static struct said said_all(struct comparing *c, int side, bool with_scores)
{
    const struct criterion *k = c->k[side];
    if (!k->by)
        return said_case(c, side, 0, with_scores);
    struct buffer b = buffer_in(c->a);
    buffer_add(&b, SAY(c->a, "by {}:", diff_words(c->d, side, k->by->by)));
    for (size_t i = 0; i < k->thresholds.n; i++)
        buffer_add(&b, SAY(c->a, i ? "; {}: {}" : " {}: {}", words_case(c, side, k->by, i),
                           said_case(c, side, i, with_scores).words));
    return (struct said){buffer_text(&b), k->by->rows.at[0].at};
}

static bool needs_scores(struct comparing *c, int side)
{
    const struct criterion *k = c->k[side];
    bool plain = true;
    for (size_t i = 0; i < k->thresholds.n; i++)
        plain = plain && is_plain(c->a, k, k->thresholds.at[i]);
    return !plain;
}

struct said said_thresholds(struct comparing *c, int side)
{
    return said_all(c, side, needs_scores(c, side));
}

/* --- the same --------------------------------------------------------------------------------- */

static bool same_levels(struct arena *a, const struct thresholds *x, const struct thresholds *y)
{
    bool same = x->levels.n == y->levels.n && x->kind == y->kind && x->has_below == y->has_below &&
                (!x->has_below || number_equal(a, x->below, y->below));
    for (size_t i = 0; same && i < x->levels.n; i++)
        same = number_equal(a, x->levels.at[i].score, y->levels.at[i].score) &&
               number_equal(a, x->levels.at[i].value, y->levels.at[i].value);
    return same;
}

static bool is_alike(struct arena *a, const struct band *x, const struct band *y, bool marks)
{
    return marks ? text_equal(x->name, y->name) && x->needs_reason == y->needs_reason
                 : number_equal(a, x->score, y->score);
}

/* Put `band` behind the last one, from where that ends; they are one where they say the same. */
static void put_band(struct arena *a, struct bands *all, const struct band *band, bool marks)
{
    struct band *last = all->n ? &all->at[all->n - 1] : NULL;
    if (!last || !is_alike(a, last, band, marks)) {
        LIST_ADD(a, all, *band);
        return;
    }
    last->has_high = band->has_high;
    last->high_closed = band->high_closed;
    last->high = band->high;
}

/* What `otherwise` stands for is put into the gaps. */
static struct bands filled(struct arena *a, const struct bands *bands, bool marks)
{
    struct bands all = {0};
    const struct band *otherwise = bands->n && bands->at[0].otherwise ? &bands->at[0] : NULL;
    struct band gap = otherwise ? *otherwise : (struct band){0};
    gap.otherwise = gap.has_low = false;
    bool open = true; /* nothing has reached the end yet */
    for (size_t i = otherwise ? 1 : 0; i < bands->n; i++) {
        const struct band *band = &bands->at[i];
        gap.has_high = true;
        gap.high = band->low;
        gap.high_closed = !band->low_closed;
        bool seam = gap.has_low && number_equal(a, gap.low, band->low) &&
                    (gap.low_closed == band->low_closed || !gap.low_closed);
        if (otherwise && band->has_low && !seam)
            put_band(a, &all, &gap, marks);
        put_band(a, &all, band, marks);
        open = band->has_high;
        gap.has_low = true;
        gap.low = band->high;
        gap.low_closed = !band->high_closed;
    }
    gap.has_high = false;
    if (otherwise && open)
        put_band(a, &all, &gap, marks);
    return all;
}

static bool same_end(struct arena *a, bool has, bool closed, struct number at, bool other_has,
                     bool other_closed, struct number other)
{
    return has == other_has && (!has || (closed == other_closed && number_equal(a, at, other)));
}

static bool same_bands(struct arena *a, const struct bands *older, const struct bands *newer,
                       bool marks)
{
    struct bands before = filled(a, older, marks), after = filled(a, newer, marks);
    bool same = before.n == after.n;
    for (size_t i = 0; same && i < before.n; i++) {
        const struct band *x = &before.at[i], *y = &after.at[i];
        same =
            is_alike(a, x, y, marks) &&
            same_end(a, x->has_low, x->low_closed, x->low, y->has_low, y->low_closed, y->low) &&
            same_end(a, x->has_high, x->high_closed, x->high, y->has_high, y->high_closed, y->high);
    }
    return same;
}

bool thresholds_same(struct arena *a, const struct thresholds *x, const struct thresholds *y)
{
    return same_levels(a, x, y) && same_bands(a, &x->bands, &y->bands, false);
}

/* --- by case ---------------------------------------------------------------------------------- */

/* Rows for the same words; none where the words are grouped in another way. */
static bool pair_rows(struct comparing *c, struct pairing *p)
{
    struct text *keys[SIDES];
    *p = pairing_of(c->a, c->k[OLDER]->thresholds.n, c->k[NEWER]->thresholds.n);
    for (int side = 0; side < SIDES; side++) {
        keys[side] = ARENA_ARRAY(c->a, struct text, p->n[side]);
        for (size_t i = 0; i < p->n[side]; i++)
            keys[side][i] = words_keys(c->a, &c->k[side]->by->rows.at[i]);
    }
    pairing_by_keys(p, c->a, keys[OLDER], keys[NEWER]);
    bool all = p->n[OLDER] == p->n[NEWER];
    for (size_t i = 0; i < p->n[NEWER]; i++)
        all = all && p->with[NEWER][i] != NONE;
    return all;
}

static void add_rows(struct comparing *c, enum diff_kind kind, struct text what, size_t older,
                     size_t newer, bool scores)
{
    struct rule_change *change = change_add(c, kind, what, said_case(c, OLDER, older, scores),
                                            said_case(c, NEWER, newer, scores));
    change->side[OLDER].thresholds = c->k[OLDER]->thresholds.at[older];
    change->side[NEWER].thresholds = c->k[NEWER]->thresholds.at[newer];
}

static struct text case_words(struct comparing *c, size_t row)
{
    const struct cases *by = c->k[NEWER]->by;
    if (by->rows.at[row].otherwise)
        return TEXT("in other cases");
    return SAY(c->a, "where {} is {}", diff_words(c->d, NEWER, by->by),
               words_case(c, NEWER, by, row));
}

void compare_thresholds(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    bool levels = newer->scorer == SCORER_LEVELS;
    bool scores = levels && (needs_scores(c, OLDER) || needs_scores(c, NEWER));
    enum diff_kind kind = levels ? DIFF_LEVEL : DIFF_BAND;
    struct text what = levels ? TEXT("levels") : TEXT("bands");
    struct pairing rows;
    if (!older->by && !newer->by) {
        if (tells(c, thresholds_same(c->a, older->thresholds.at[0], newer->thresholds.at[0])))
            add_rows(c, kind, what, 0, 0, scores);
        return;
    }
    if (!older->by || !newer->by || !diff_same(c->d, older->by->by, newer->by->by) ||
        !pair_rows(c, &rows)) {
        change_add(c, kind, what, said_all(c, OLDER, scores), said_all(c, NEWER, scores));
        return;
    }
    for (size_t i = 0; i < newer->thresholds.n; i++) {
        size_t with = rows.with[NEWER][i];
        if (tells(c, thresholds_same(c->a, older->thresholds.at[with], newer->thresholds.at[i])))
            add_rows(c, kind, SAY(c->a, "{} {}:", what, case_words(c, i)), with, i, scores);
    }
}

/* --- marks ------------------------------------------------------------------------------------ */

static void compare_titles(struct comparing *c, enum mark mark, const struct bands *older,
                           const struct bands *newer)
{
    for (size_t i = 0; i < newer->n; i++)
        for (size_t j = 0; j < older->n; j++)
            if (text_equal(older->at[j].name, newer->at[i].name))
                change_of_words(c, DIFF_REWORDED,
                                SAY(c->a, "title of {} {}", mark_noun(mark), newer->at[i].name),
                                (struct said){older->at[j].title, older->at[j].at},
                                (struct said){newer->at[i].title, newer->at[i].at});
}

/* Lights are declared once, for all: they are told of the total. */
void compare_marks(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    for (enum mark mark = 0; mark < MARKS; mark++) {
        const struct bands *then = older->marks[mark], *now = newer->marks[mark];
        if ((mark == MARK_LIGHT && newer->parent) || (!then && !now))
            continue;
        if (!then || !now || tells(c, same_bands(c->a, then, now, true)))
            change_add(c, DIFF_MARK, mark_words(mark), said_bands(c, OLDER, then, true),
                       said_bands(c, NEWER, now, true));
        if (then && now)
            compare_titles(c, mark, then, now);
    }
}
