/* Ken as a library: rules of several years, one behind the other. */
#include "base/nearest.h"
#include "ken_inside.h"

static void add_year(ken *k, const struct rule_set *rules, const struct diff *diff)
{
    LIST_ADD(k->arena, &k->year_sets, rules);
    LIST_ADD(k->arena, &k->years, (struct history_rules){rules->model, diff});
}

ken_status ken_follow(ken *k, ken_text name, ken_text text)
{
    struct rule_set *next = ARENA_NEW(k->arena, struct rule_set);
    if (!ken_load_set(k, next, name, text) || !k->rules.model)
        return KEN_RULES_WRONG;
    if (!k->years.n)
        add_year(k, &k->rules, NULL);
    add_year(k, next, ken_diff_sets(k, k->year_sets.at[k->year_sets.n - 1], next));
    return KEN_OK;
}

bool ken_history(ken *k, ken_text id, ken_text *nearest)
{
    struct nearest near = nearest_to(text_in(id));
    if (!k->years.n && k->rules.model)
        add_year(k, &k->rules, NULL);
    k->history = history_of(k->arena, k->years.at, k->years.n, text_in(id));
    for (size_t i = 0; i < k->years.n; i++)
        for (size_t j = 0; j < k->years.at[i].model->criteria.n; j++)
            nearest_offer(&near, k->years.at[i].model->criteria.at[j]->path);
    if (nearest)
        *nearest = text_out(near.best);
    return k->history;
}
