/* Ken as a library: boundary cases. */
#include "ken_inside.h"

static bool is_stated(const struct facts *f)
{
    for (size_t i = 0; i < f->model->facts.n; i++)
        if (f->entry[i].stated)
            return true;
    return false;
}

ken_status ken_cases(ken *k, ken_text about, ken_text rules, ken_text facts)
{
    struct cases_report *c = ARENA_NEW(k->arena, struct cases_report);
    *c = (struct cases_report){.model = k->rules.model,
                               .plain = !is_stated(k->facts),
                               .rules = text_copy(k->arena, text_in(rules)),
                               .facts = text_copy(k->arena, text_in(facts))};
    if (k->diags.errors)
        return KEN_FACTS_WRONG;
    if (c->plain) {
        c->facts = TEXT("");
        c->base = plain_facts(k->arena, c->model, &k->diags);
    } else {
        facts_finish(k->facts);
        c->base = k->facts;
    }
    c->boundaries = boundaries_of(k->arena, c->model, c->base,
                                  about.size ? model_criterion(c->model, text_in(about)) : NULL);
    k->cases = c;
    return KEN_OK;
}
