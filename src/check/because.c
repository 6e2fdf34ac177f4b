/* Reasons that tests expect: words against the patterns of because.def. */
#include "check/because.h"

#include "check/checker.h"

enum { NUMBER_PLACES = 12 /* of a number in a reason */ };

static const char *const patterns[] = {
#define BECAUSE(name, pattern) pattern,
#include "check/because.def"
#undef BECAUSE
};

struct text because_pattern(enum because_kind kind)
{
    return text_of(patterns[kind]);
}

static struct text unit_words(enum day_unit unit, bool one)
{
    switch (unit) {
    case UNIT_WORKING_DAY:
        return one ? TEXT("working day") : TEXT("working days");
    case UNIT_MONTH:
        return one ? TEXT("month") : TEXT("months");
    case UNIT_NONE:
    case UNIT_DAY:
        break;
    }
    return one ? TEXT("day") : TEXT("days");
}

struct text because_words(struct arena *a, const struct because *b)
{
    struct text pattern = because_pattern(b->kind);
    struct buffer out = buffer_in(a);
    const struct number *last = &b->first;
    size_t numbers = 0;
    for (size_t i = 0; i < pattern.n; i++) {
        if (pattern.at[i] == '#') {
            last = numbers++ ? &b->second : &b->first;
            buffer_add(&out, number_short_words(a, *last, NUMBER_PLACES));
        } else if (pattern.at[i] == '%')
            buffer_add(&out, unit_words(b->unit, number_equal(a, *last, number_of(1))));
        else if (pattern.at[i] == '@')
            buffer_add(&out, b->name);
        else
            buffer_add_byte(&out, pattern.at[i]);
    }
    return buffer_text(&out);
}

/* --- words against patterns --------------------------------------------------------------------
 */

struct matching {
    struct checker *c;
    const struct nodes *words;
    size_t next; /* of them */
    struct because *found;
    size_t numbers;
};

static const struct node *word_at(const struct matching *m)
{
    return m->next < m->words->n ? m->words->at[m->next] : NULL;
}

static bool take_word(struct matching *m, const char *word)
{
    const struct node *n = word_at(m);
    bool same = n && n->kind == NODE_word && text_equal(n->word.text, text_of(word));
    m->next += same;
    return same;
}

static bool take_number(struct matching *m)
{
    const struct node *n = word_at(m);
    struct number value;
    bool minus = n && n->kind == NODE_negation;
    if (!n || (!minus && n->kind != NODE_word) ||
        !number_parse(m->c->a, minus ? n->negation.operand->number.digits : n->word.text, &value,
                      NULL))
        return false;
    struct number *into = m->numbers++ ? &m->found->second : &m->found->first;
    *into = minus ? number_negate(m->c->a, value) : value;
    m->next++;
    return true;
}

/* A name, or a path of names; one that could be misread stands in quotes. */
static bool take_name(struct matching *m)
{
    const struct node *n = word_at(m);
    if (!n || (n->kind != NODE_word && n->kind != NODE_string))
        return false;
    struct buffer path = buffer_in(m->c->a);
    buffer_add(&path, n->kind == NODE_word ? n->word.text : n->string.text);
    for (m->next++; (n = word_at(m)) && n->kind == NODE_after_point; m->next++) {
        buffer_add_byte(&path, '.');
        buffer_add(&path, n->after_point.name->word.text);
    }
    m->found->name = buffer_text(&path);
    return true;
}

static bool take_unit(struct matching *m)
{
    bool working = take_word(m, "working");
    m->found->unit = working ? UNIT_WORKING_DAY : UNIT_DAY;
    if (take_word(m, "days") || take_word(m, "day"))
        return true;
    m->found->unit = UNIT_MONTH;
    return !working && (take_word(m, "months") || take_word(m, "month"));
}

static bool take_piece(struct matching *m, struct text piece)
{
    if (text_equal(piece, TEXT("#")))
        return take_number(m);
    if (text_equal(piece, TEXT("@")))
        return take_name(m);
    if (text_equal(piece, TEXT("%")))
        return take_unit(m);
    return take_word(m, text_c(m->c->a, piece));
}

/* The pieces of a pattern stand between single spaces. */
static struct text next_piece(struct text *pattern)
{
    size_t n = 0;
    while (n < pattern->n && pattern->at[n] != ' ')
        n++;
    struct text piece = {pattern->at, n};
    *pattern = text_after(*pattern, n + (n < pattern->n));
    return piece;
}

static bool matches(struct checker *c, const struct nodes *words, enum because_kind kind,
                    struct because *b)
{
    struct matching m = {.c = c, .words = words, .found = b};
    struct text pattern = because_pattern(kind);
    *b = (struct because){.kind = kind, .first = number_of(0), .second = number_of(0), .at = b->at};
    while (pattern.n)
        if (!take_piece(&m, next_piece(&pattern)))
            return false;
    return m.next == words->n;
}

/* --- what was meant ----------------------------------------------------------------------------
 */

/* As the reason was written, with `#` for each number, which go to `numbers`. */
static struct text without_numbers(struct checker *c, const struct nodes *words,
                                   struct text numbers[2], struct text *last)
{
    struct buffer b = buffer_in(c->a);
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++) {
        const struct node *w = words->at[i];
        struct text said = check_source(c, w->at);
        struct number ignored;
        bool number = number_parse(c->a, said, &ignored, NULL);
        if (b.n && w->kind != NODE_after_point)
            buffer_add_byte(&b, ' ');
        if (number && n < 2)
            numbers[n++] = said;
        *last = said;
        buffer_add(&b, number ? TEXT("#") : said);
    }
    return buffer_text(&b);
}

static struct text filled(struct checker *c, struct text pattern, const char *unit,
                          struct text name, const struct text numbers[2])
{
    struct buffer b = buffer_in(c->a);
    size_t n = 0;
    for (size_t i = 0; i < pattern.n; i++) {
        if (pattern.at[i] == '#' && numbers)
            buffer_add(&b, n < 2 && numbers[n].n ? numbers[n++] : TEXT("1"));
        else if (pattern.at[i] == '%')
            buffer_add(&b, text_of(unit));
        else if (pattern.at[i] == '@')
            buffer_add(&b, name);
        else
            buffer_add_byte(&b, pattern.at[i]);
    }
    return buffer_text(&b);
}

/* What can be said of a criterion, for who has no idea. */
static struct text reasons_of(const struct criterion *k)
{
    switch (k->scorer) {
    case SCORER_LEVELS:
        return TEXT("of levels: `below first level`, `at level 3`, `between level 3 and 4`, `above "
                    "last level`");
    case SCORER_STEPS:
        return TEXT("of steps: `step 3 done`, `step 3 not done`, `step 3 late 2 days`, `in time`");
    case SCORER_BANDS:
        return TEXT("of bands: `in band 3`, with the score that the band gives");
    case SCORER_NONE:
    case SCORER_FORMULA:
    case SCORER_CHILDREN:
        break;
    }
    return TEXT("such as `not applicable`, `capped`, `rounded`, `missing plan.approved`");
}

static void report_unknown(struct checker *c, const struct node *n, const struct criterion *k)
{
    const struct nodes *words = &n->because.words;
    struct text numbers[2] = {{0}, {0}}, last = {0};
    struct span at = span_join(words->at[0]->at, words->at[words->n - 1]->at);
    struct nearest near = nearest_to(without_numbers(c, words, numbers, &last));
    static const char *const units[] = {"days", "working days", "months"};
    for (enum because_kind kind = 0; kind < BECAUSE_KINDS; kind++)
        for (size_t u = 0; u < sizeof units / sizeof *units; u++)
            nearest_offer(&near, filled(c, because_pattern(kind), units[u], last, NULL));
    struct diag *g = DIAG_ADD(c->d, K1018, at, check_source(c, at));
    if (!near.best.n) {
        diag_help(g, reasons_of(k));
        return;
    }
    struct text meant = filled(c, near.best, "", TEXT(""), numbers);
    diag_help(g, SAY(c->a, "did you mean `{}`?", meant));
    diag_fix(g, at, meant);
}

/* --- whether it can be -------------------------------------------------------------------------
 */

static bool has_level(struct checker *c, const struct criterion *k, struct number level,
                      const struct number *next)
{
    for (size_t i = 0; i < k->thresholds.n; i++) {
        const struct thresholds *t = k->thresholds.at[i];
        for (size_t j = 0; j < t->levels.n; j++)
            if (number_equal(c->a, t->levels.at[j].score, level) &&
                (!next ||
                 (j + 1 < t->levels.n && number_equal(c->a, t->levels.at[j + 1].score, *next))))
                return true;
    }
    return false;
}

static bool has_band(struct checker *c, const struct criterion *k, struct number score)
{
    for (size_t i = 0; i < k->thresholds.n; i++)
        for (size_t j = 0; j < k->thresholds.at[i]->bands.n; j++)
            if (number_equal(c->a, k->thresholds.at[i]->bands.at[j].score, score))
                return true;
    return false;
}

static bool has_step(struct checker *c, const struct criterion *k, struct number step)
{
    for (size_t i = 0; i < k->steps.n; i++)
        if (number_equal(c->a, k->steps.at[i].number, step))
            return true;
    return false;
}

/* Whether `n` counts one of so many, from 1. */
static bool counts_one(struct checker *c, struct number n, size_t many)
{
    long long whole;
    return number_to_whole(c->a, n, &whole) && whole >= 1 && whole <= (long long)many;
}

static const struct penalty *penalty_of(const struct criterion *k, struct text name, bool bonus)
{
    for (size_t i = 0; i < k->penalties.n; i++)
        if (k->penalties.at[i]->is_bonus == bonus && text_equal(k->penalties.at[i]->name, name))
            return k->penalties.at[i];
    return NULL;
}

static struct text number_said(struct checker *c, struct number n)
{
    return check_number_words(c, n);
}

static struct text level_objection(struct checker *c, const struct criterion *k,
                                   const struct because *b)
{
    if (k->scorer != SCORER_LEVELS)
        return SAY(c->a, "`{}` has no levels", k->path);
    if (b->kind != BECAUSE_AT_LEVEL && b->kind != BECAUSE_BETWEEN_LEVELS)
        return TEXT("");
    struct number second = b->kind == BECAUSE_AT_LEVEL ? b->first : b->second;
    if (!has_level(c, k, b->first, NULL) || !has_level(c, k, second, NULL))
        return SAY(c->a, "`{}` has no level {}", k->path,
                   number_said(c, has_level(c, k, b->first, NULL) ? second : b->first));
    if (b->kind == BECAUSE_AT_LEVEL || has_level(c, k, b->first, &second))
        return TEXT("");
    return number_order(c->a, b->first, second) >= 0
               ? TEXT("the lower level comes first")
               : SAY(c->a, "there is another level between {} and {}", number_said(c, b->first),
                     number_said(c, second));
}

static struct text step_objection(struct checker *c, const struct criterion *k,
                                  const struct because *b)
{
    if (k->scorer != SCORER_STEPS)
        return SAY(c->a, "`{}` has no steps", k->path);
    return has_step(c, k, b->first)
               ? TEXT("")
               : SAY(c->a, "`{}` has no step {}", k->path, number_said(c, b->first));
}

static struct text penalty_objection(struct checker *c, const struct criterion *k,
                                     const struct because *b, bool bonus, bool cap)
{
    const struct penalty *p = penalty_of(k, b->name, bonus);
    struct text kind = bonus ? TEXT("bonus") : TEXT("penalty");
    struct nearest near = nearest_to(b->name);
    if (p)
        return cap && !p->has_cap ? SAY(c->a, "{} `{}` has no cap", kind, b->name) : TEXT("");
    for (size_t i = 0; i < k->penalties.n; i++)
        if (k->penalties.at[i]->is_bonus == bonus)
            nearest_offer(&near, k->penalties.at[i]->name);
    struct text none = SAY(c->a, "`{}` has no {} `{}`", k->path, kind, b->name);
    return near.best.n ? SAY(c->a, "{}; did you mean `{}`?", none, near.best) : none;
}

static struct text missing_objection(struct checker *c, const struct because *b)
{
    struct nearest near = nearest_to(b->name);
    for (size_t i = 0; i < c->m->facts.n; i++) {
        const struct fact *f = c->m->facts.at[i];
        if (text_equal(f->path, b->name))
            return TEXT("");
        nearest_offer(&near, f->path);
        for (size_t j = 0; j < f->columns.n; j++) {
            struct text column = SAY(c->a, "{}.{}", f->path, f->columns.at[j]->path);
            if (text_equal(column, b->name))
                return TEXT("");
            nearest_offer(&near, column);
        }
    }
    struct text none = SAY(c->a, "there is no fact `{}`", b->name);
    return near.best.n ? SAY(c->a, "{}; did you mean `{}`?", none, near.best) : none;
}

/* Why it can never be the reason; empty when it can. */
static struct text objection(struct checker *c, const struct criterion *k, const struct because *b)
{
    switch (b->kind) {
    case BECAUSE_BELOW_FIRST:
    case BECAUSE_AT_LEVEL:
    case BECAUSE_BETWEEN_LEVELS:
    case BECAUSE_ABOVE_LAST:
        return level_objection(c, k, b);
    case BECAUSE_IN_BAND:
        return has_band(c, k, b->first)
                   ? TEXT("")
                   : SAY(c->a, "`{}` has no band that gives {}", k->path, number_said(c, b->first));
    case BECAUSE_STEP_DONE:
    case BECAUSE_STEP_NOT_DONE:
    case BECAUSE_STEP_IN_PART:
    case BECAUSE_STEP_PASSED:
    case BECAUSE_STEP_LATE:
        return step_objection(c, k, b);
    case BECAUSE_PENALTY:
    case BECAUSE_NO_PENALTY:
    case BECAUSE_PENALTY_CAPPED:
        return penalty_objection(c, k, b, false, b->kind == BECAUSE_PENALTY_CAPPED);
    case BECAUSE_BONUS:
    case BECAUSE_NO_BONUS:
    case BECAUSE_BONUS_CAPPED:
        return penalty_objection(c, k, b, true, b->kind == BECAUSE_BONUS_CAPPED);
    case BECAUSE_LINE:
        return counts_one(c, b->first, k->adjust.n) ? TEXT("")
                                                    : SAY(c->a, "`{}` has no line {} of `adjust`",
                                                          k->path, number_said(c, b->first));
    case BECAUSE_CASE:
        return counts_one(c, b->first, because_cases(k) ? because_cases(k)->rows.n : 0)
                   ? TEXT("")
                   : SAY(c->a, "`{}` has no case {}", k->path, number_said(c, b->first));
    case BECAUSE_MISSING:
        return missing_objection(c, b);
    case BECAUSE_LATE:
    case BECAUSE_IN_TIME:
    case BECAUSE_CAPPED:
    case BECAUSE_FLOORED:
    case BECAUSE_ROUNDED:
    case BECAUSE_NOT_APPLICABLE:
    case BECAUSE_DROPPED:
    case BECAUSE_CARRIED:
    case BECAUSE_UNDEFINED:
    case BECAUSE_NO_WEIGHT:
    case BECAUSE_KINDS:
        break;
    }
    return TEXT("");
}

const struct cases *because_cases(const struct criterion *k)
{
    if (k->by)
        return k->by;
    const struct expr *e = k->measure ? k->measure : k->formula;
    return e && e->kind == EXPR_TABLE ? e->cases : NULL;
}

bool check_because(struct checker *c, const struct node *n, const struct criterion *k,
                   struct because *b)
{
    const struct nodes *words = &n->because.words;
    *b = (struct because){.at = n->at};
    for (enum because_kind kind = 0; kind < BECAUSE_KINDS; kind++) {
        if (!matches(c, words, kind, b))
            continue;
        struct text why_not = objection(c, k, b);
        if (!why_not.n)
            return true;
        DIAG_ADD(c->d, K1019, n->at, because_words(c->a, b), why_not);
        return false;
    }
    report_unknown(c, n, k);
    return false;
}
