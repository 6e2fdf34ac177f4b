/* Ken as a library: rules of several years, one behind the other. */
#include "base/nearest.h"
#include "ken_inside.h"

ken_status ken_follow(ken *k, ken_text name, ken_text text)
{
    struct rule_set *next = ARENA_NEW(k->arena, struct rule_set);
    if (!ken_load_set(k, next, name, text) || !k->rules.model)
        return KEN_RULES_WRONG;
    LIST_ADD(k->arena, &k->followed, next);
    return KEN_OK;
}

struct sets {
    LIST_OF(const struct rule_set *) all; /* the oldest first */
};

/* What the first rules amend, and what that amends, is a year each. */
static void add_with_bases(ken *k, struct sets *sets, const struct rule_set *set)
{
    struct rule_set *base = ARENA_NEW(k->arena, struct rule_set);
    if (set->amended && ken_load_source(k, base, set->amended))
        add_with_bases(k, sets, base);
    LIST_ADD(k->arena, &sets->all, set);
}

static void compare_years(ken *k)
{
    struct sets sets = {0};
    add_with_bases(k, &sets, &k->rules);
    for (size_t i = 0; i < k->followed.n; i++)
        LIST_ADD(k->arena, &sets.all, k->followed.at[i]);
    for (size_t i = 0; i < sets.all.n; i++)
        LIST_ADD(k->arena, &k->years,
                 (struct history_rules){sets.all.at[i]->model,
                                        i ? ken_diff_sets(k, sets.all.at[i - 1], sets.all.at[i])
                                          : NULL});
}

bool ken_history(ken *k, ken_text id, ken_text *nearest)
{
    struct nearest near = nearest_to(text_in(id));
    if (!k->years.n && k->rules.model)
        compare_years(k);
    k->history = history_of(k->arena, k->years.at, k->years.n, text_in(id));
    for (size_t i = 0; i < k->years.n; i++)
        for (size_t j = 0; j < k->years.at[i].model->criteria.n; j++)
            nearest_offer(&near, k->years.at[i].model->criteria.at[j]->path);
    if (nearest)
        *nearest = text_out(near.best);
    return k->history;
}
