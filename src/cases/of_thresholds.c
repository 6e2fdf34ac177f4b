/* Levels and bands: at, just below and just above each value at which something begins. */
#include "cases/seeking.h"

#include "explain/figures.h"

struct judging {
    struct seeking *s;
    struct moves from;  /* with which these thresholds hold */
    struct text prefix; /* "size M: "; empty where there is one list for all */
    struct knobs knobs;
};

static void cases_at(struct judging *j, struct number value, struct text words)
{
    static const char *const where[] = {"{}just below {}", "{}at {}", "{}just above {}"};
    struct seeking *s = j->s;
    struct target t = {.kind = TARGET_MEASURE, .value = value};
    struct crossing c = seek(s, &j->from, &t, &j->knobs);
    for (int i = 0; i < 3; i++)
        if (c.has[i])
            found(s, (struct aim){AIM_SCORE, 0}, SAY(s->a, where[i], j->prefix, words), &c.at[i]);
    if (!c.found)
        not_found(s, SAY(s->a, where[1], j->prefix, words),
                  TEXT("no single fact brings the measure there"));
}

static void cases_of_levels(struct judging *j, const struct thresholds *t)
{
    struct arena *a = j->s->a;
    for (size_t i = 0; i < t->levels.n; i++) {
        const struct level *l = &t->levels.at[i];
        cases_at(j, l->value,
                 SAY(a, "{} (level {})", l->shown, number_short_words(a, l->score, FIGURE_PLACES)));
    }
}

static void cases_of_end(struct judging *j, struct number end)
{
    cases_at(j, end, figure_measure(j->s->a, j->s->k, end));
}

/* A value may end one band and begin another: it is looked at once. */
static void cases_of_bands(struct judging *j, const struct bands *bands)
{
    struct arena *a = j->s->a;
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        bool begins = false;
        for (size_t k = 0; k < bands->n && b->has_high; k++)
            begins = begins || (bands->at[k].has_low && !bands->at[k].otherwise &&
                                number_equal(a, bands->at[k].low, b->high));
        if (b->otherwise)
            continue;
        if (b->has_low)
            cases_of_end(j, b->low);
        if (b->has_high && !begins)
            cases_of_end(j, b->high);
    }
}

struct text row_words(struct seeking *s, const struct cases *cases, size_t row)
{
    const struct case_row *r = &cases->rows.at[row];
    if (r->otherwise)
        return TEXT("otherwise");
    struct text words = text_folded(s->a, source_text(s->m->sources, r->at));
    return cases->by ? SAY(s->a, "{} {}",
                           text_folded(s->a, source_text(s->m->sources, cases->by->at)), words)
                     : SAY(s->a, "when {}", words);
}

void cases_of_thresholds(struct seeking *s)
{
    const struct criterion *k = s->k;
    for (size_t row = 0; row < k->thresholds.n; row++) {
        struct judging j = {.s = s, .from = moves_copy(s->a, &s->held)};
        if (k->by) {
            j.prefix = SAY(s->a, "{}: ", row_words(s, k->by, row));
            if (!satisfy_row(s, &j.from, k->by, row)) {
                not_found(s, j.prefix, TEXT("no facts were found with which this case holds"));
                continue;
            }
        }
        const struct expr *measure[] = {k->measure};
        j.knobs = knobs_of(s, &j.from, measure, 1);
        if (k->scorer == SCORER_LEVELS)
            cases_of_levels(&j, k->thresholds.at[row]);
        else
            cases_of_bands(&j, &k->thresholds.at[row]->bands);
    }
}
