/* Plans in tests. */
#include "planned.h"

#include <criterion/criterion.h>

#include "random_rules.h"
#include "support.h"

struct planned planned_of(struct arena *a, const struct model *m, const char *about)
{
    const struct plan *plan = plan_of(a, m);
    return (struct planned){.a = a,
                            .model = m,
                            .plan = plan,
                            .run = plan_run_new(a, plan),
                            .slots = ARENA_ARRAY(a, struct slot, m->facts.n + 1),
                            .scores = ARENA_ARRAY(a, struct score, m->criteria.n),
                            .about = about};
}

/* --- facts as slots --------------------------------------------------------------------------- */

/* What 1 in the slot is worth, the long way round. */
static struct number unit_of(const struct planned *p, const struct fact *f)
{
    struct number unit = number_places(p->a, plan_slot(p->plan, f).decimals);
    return f->unit ? number_multiply(p->a, unit, f->unit->scale) : unit;
}

static bool number_in_slot(const struct planned *p, const struct fact *f, struct number n,
                           int64_t *out)
{
    long long whole;
    if (!number_to_whole(p->a, number_divide(p->a, n, unit_of(p, f)), &whole))
        return false;
    *out = whole;
    return true;
}

static int64_t word_in_slot(const struct fact *f, struct text word)
{
    size_t i = 0;
    while (i < f->words.n && !text_equal(f->words.at[i], word))
        i++;
    return (int64_t)i;
}

static bool value_in_slot(const struct planned *p, const struct fact *f, struct value v,
                          int64_t *out)
{
    switch (v.kind) {
    case VALUE_NUMBER:
        return number_in_slot(p, f, v.number, out);
    case VALUE_TEXT:
        *out = f->is_choice ? word_in_slot(f, v.text) : 1;
        return true;
    case VALUE_DATE:
        *out = v.date.day;
        return true;
    case VALUE_MONTH:
        *out = v.month.month;
        return true;
    case VALUE_TRUTH:
        *out = v.truth;
        return true;
    case VALUE_SET:
    case VALUE_TABLE:
    case VALUE_ABSENT:
        break;
    }
    return false;
}

bool planned_slots(const struct planned *p, const struct facts *f, struct slot *slots)
{
    for (size_t i = 0; i < p->model->facts.n; i++) {
        struct value v = f->entry[i].value;
        slots[i] = (struct slot){.given = !value_is_absent(v)};
        if (slots[i].given ? !value_in_slot(p, p->model->facts.at[i], v, &slots[i].value)
                           : value_is_na(v))
            return false;
    }
    return true;
}

/* --- the same scores -------------------------------------------------------------------------- */

static char *facts_words(const struct planned *p)
{
    struct buffer b = buffer_in(p->a);
    for (size_t i = 0; i < p->model->facts.n; i++)
        if (p->slots[i].given)
            buffer_add(&b, SAY(p->a, " {}={}", p->model->facts.at[i]->path,
                               text_number(p->a, p->slots[i].value)));
    return text_c(p->a, buffer_text(&b));
}

static void expect_score(const struct planned *p, const struct result *r, const struct score *s)
{
    const char *about = text_c(p->a, SAY(p->a, "{}: {}:{}", text_of(p->about), r->criterion->path,
                                         text_of(facts_words(p))));
    cr_assert(r->status != STATUS_INCOMPLETE, "%s: a score that is not known", about);
    cr_assert((r->status == STATUS_DROPPED) == (score_state(s) == SCORE_DROPPED), "%s: dropped",
              about);
    if (r->status == STATUS_DROPPED)
        return;
    cr_assert(score_state(s) == SCORE_KNOWN);
    cr_assert(number_equal(p->a, r->score, score_number(s)), "%s: %s, the plan says %s", about,
              text_c(p->a, number_exact_words(p->a, r->score)),
              text_c(p->a, number_exact_words(p->a, score_number(s))));
}

void planned_expect(struct planned *p, struct facts *f)
{
    f->has_as_of = false;
    for (size_t i = 0; i < p->model->facts.n; i++)
        f->entry[i].evidence = (struct evidence){.supposed = false};
    if (!planned_slots(p, f, p->slots))
        return;
    const struct outcome *o = eval_model(p->a, p->model, f);
    if (p->look)
        p->look(p, f, o);
    bool scored = plan_score(p->plan, p->run, p->slots, p->scores);
    p->records += o->complete;
    p->others += !o->complete;
    p->declined += o->complete && !scored;
    if (!scored)
        return;
    cr_assert(o->complete, "%s: the plan gives a total, and there is none:%s", p->about,
              facts_words(p));
    for (size_t i = 0; i < p->model->criteria.n; i++)
        expect_score(p, &o->result[i], &p->scores[i]);
}

/* --- random facts ----------------------------------------------------------------------------- */

/* What the rules name. */
struct named {
    struct arena *a;
    bool *let_seen;
    LIST_OF(struct number) numbers;
    LIST_OF(int32_t) days;
};

static void note_day(struct named *n, int32_t day)
{
    for (int32_t d = day - 1; d <= day + 1; d++)
        LIST_ADD(n->a, &n->days, d);
}

static void note_expression(void *user, const struct expr *e)
{
    struct named *n = user;
    if (e->kind == EXPR_NUMBER)
        LIST_ADD(n->a, &n->numbers, e->literal->number);
    if (e->kind == EXPR_LITERAL && e->literal->kind == VALUE_DATE)
        note_day(n, e->literal->date.day);
    if (e->kind == EXPR_LITERAL && e->literal->kind == VALUE_MONTH)
        note_day(n, month_last(e->literal->month).day);
    if (e->kind == EXPR_LET && !n->let_seen[e->let->index]) {
        n->let_seen[e->let->index] = true;
        note_expression(n, e->let->value);
    }
    expr_operands(e, note_expression, n);
}

static void note_thresholds(struct named *n, const struct thresholds *t)
{
    for (size_t i = 0; i < t->levels.n; i++)
        LIST_ADD(n->a, &n->numbers, t->levels.at[i].value);
    for (size_t i = 0; i < t->bands.n; i++)
        LIST_ADD(n->a, &n->numbers, t->bands.at[i].has_low ? t->bands.at[i].low : number_of(0));
}

static struct named named_in(struct arena *a, const struct model *m)
{
    struct named n = {.a = a, .let_seen = ARENA_ARRAY(a, bool, m->lets.n + 1)};
    for (int i = 0; i < 6; i++)
        LIST_ADD(a, &n.numbers, number_of(i));
    LIST_ADD(a, &n.numbers, number_of(-2));
    LIST_ADD(a, &n.numbers, number_of(1000000000000));
    for (size_t i = 0; i < m->criteria.n; i++) {
        criterion_expressions(m->criteria.at[i], note_expression, &n);
        changing_expressions(m->criteria.at[i], note_expression, &n);
        for (size_t j = 0; j < m->criteria.at[i]->thresholds.n; j++)
            note_thresholds(&n, m->criteria.at[i]->thresholds.at[j]);
    }
    int32_t around = m->has_period ? m->first.day : 738000;
    for (int i = 0; i < 20; i++)
        LIST_ADD(a, &n.days, around + (int32_t)random_below(500));
    if (m->calendar) {
        note_day(&n, m->calendar->first.day);
        note_day(&n, m->calendar->last.day);
    }
    return n;
}

/* A number that the rules name, or that makes a share that they name with another fact, or one unit
 * of the slot beside it. */
static struct value random_number(const struct planned *p, const struct named *n,
                                  const struct fact *f, const struct facts *so_far)
{
    struct number unit = unit_of(p, f), x = n->numbers.at[random_below((unsigned)n->numbers.n)];
    const struct fact *other = p->model->facts.at[random_below((unsigned)f->index + 1)];
    struct value v = so_far->entry[other->index].value;
    if (other != f && v.kind == VALUE_NUMBER && random_below(2))
        x = random_below(2) || !number_sign(x) ? number_multiply(p->a, v.number, x)
                                               : number_divide(p->a, v.number, x);
    x = number_round(p->a, x, unit, ROUND_HALF_UP);
    if (random_below(3) == 0)
        x = (random_below(2) ? number_add : number_subtract)(p->a, x, unit);
    if (f->has_least)
        x = number_most(p->a, x, f->least);
    if (f->has_most)
        x = number_least(p->a, x, f->most);
    return value_number(x);
}

static struct value random_value(const struct planned *p, const struct named *n,
                                 const struct fact *f, const struct facts *so_far)
{
    struct date d = {n->days.at[random_below((unsigned)n->days.n)]};
    switch (plan_slot(p->plan, f).kind) {
    case SLOT_NUMBER:
        return random_number(p, n, f, so_far);
    case SLOT_DATE:
        return value_date(d);
    case SLOT_MONTH:
        return value_month(date_month(d));
    case SLOT_TRUTH:
        return value_truth(random_below(3) != 0);
    case SLOT_CHOICE:
        return value_text(f->words.at[random_below((unsigned)f->words.n)]);
    case SLOT_TEXT:
        return value_text(TEXT("said"));
    case SLOT_NEVER:
        break;
    }
    return so_far->entry[f->index].value;
}

void planned_random(struct planned *p, struct diags *d, size_t rounds)
{
    struct named n = named_in(p->a, p->model);
    for (size_t round = 0; round < rounds; round++) {
        struct facts *f = facts_new(p->a, p->model, d);
        facts_finish(f);
        for (size_t i = 0; i < p->model->facts.n; i++) {
            const struct fact *fact = p->model->facts.at[i];
            if (random_below(fact->optional ? 6 : 40))
                f->entry[i].value = random_value(p, &n, fact, f);
        }
        planned_expect(p, f);
    }
}
