/* Facts from slots.
 *
 * The facts are made once, with nothing stated.  Of each record only values are written into them,
 * and where the one before stated something that this one does not, its absence is put back. */
#include "batch/slot_facts.h"

/* How the value of a fact is made. */
struct making {
    struct slot_form form;
    struct number one; /* what 1 in the slot of a number is worth */
    struct fact_entry absent;
};

struct slot_facts {
    struct facts *facts;
    struct making *making; /* by fact index */
};

static struct number worth_of(struct arena *a, const struct fact *f, struct slot_form form)
{
    struct number one = number_places(a, form.decimals);
    return f->unit ? number_multiply(a, one, f->unit->scale) : one;
}

struct slot_facts *slot_facts_new(struct arena *a, const struct model *m, const struct plan *p,
                                  struct sources *s)
{
    struct slot_facts *f = ARENA_NEW(a, struct slot_facts);
    struct diags *d = ARENA_NEW(a, struct diags);
    *d = diags_in(a, s);
    f->facts = facts_new(a, m, d);
    facts_finish(f->facts);
    f->making = ARENA_ARRAY(a, struct making, m->facts.n);
    for (size_t i = 0; i < m->facts.n; i++) {
        struct slot_form form = plan_slot(p, m->facts.at[i]);
        f->making[i] = (struct making){
            .form = form, .absent = f->facts->entry[i], .one = worth_of(a, m->facts.at[i], form)};
    }
    return f;
}

/* False when the slot does not say. */
static bool take(struct facts *f, size_t i, const struct making *how, int64_t value)
{
    struct value *v = &f->entry[i].value;
    f->entry[i].stated = true;
    switch (how->form.kind) {
    case SLOT_NUMBER:
        *v = value_number(number_multiply(f->arena, number_of(value), how->one));
        return true;
    case SLOT_DATE:
        *v = value_date((struct date){.day = (int32_t)value});
        return true;
    case SLOT_MONTH:
        *v = value_month((struct month){.month = (int32_t)value});
        return true;
    case SLOT_TRUTH:
        *v = value_truth(value);
        return true;
    case SLOT_CHOICE:
        *v = value_text(f->model->facts.at[i]->words.at[value]);
        return true;
    case SLOT_TEXT:
    case SLOT_NEVER:
        break;
    }
    return false;
}

const struct facts *slot_facts(struct slot_facts *f, const struct slot *slot)
{
    bool all = true;
    for (size_t i = 0; i < f->facts->model->facts.n; i++) {
        if (slot[i].given)
            all = take(f->facts, i, &f->making[i], slot[i].value) && all;
        else if (f->facts->entry[i].stated)
            f->facts->entry[i] = f->making[i].absent;
    }
    return all ? f->facts : NULL;
}
