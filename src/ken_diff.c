/* Ken as a library: two rule sets side by side. */
#include "diff/align.h"
#include "ken_inside.h"
#include "report/diff.h"

/* The newer rules as if for the year of the older ones.  What is wrong with them has been said. */
static const struct model *aligned(ken *k, const struct rule_set *older,
                                   const struct rule_set *newer, long months)
{
    struct diags quiet = diags_in(k->arena, k->sources);
    struct tree **tree = ARENA_ARRAY(k->arena, struct tree *, newer->trees.n);
    for (size_t i = 0; i < newer->trees.n; i++) {
        bool shared = rule_set_has(older, newer->files.at[i]);
        tree[i] = shared ? newer->trees.at[i] : align_tree(k->arena, newer->trees.at[i], months);
    }
    return check_trees(k->arena, tree, newer->trees.n, k->sources, &quiet);
}

struct diff *ken_diff_sets(ken *k, const struct rule_set *older, const struct rule_set *newer)
{
    long months = align_months(older->model, newer->model);
    const struct model *model = months ? aligned(k, older, newer, months) : newer->model;
    if (!model) { /* as with a period that reaches the first year there is */
        model = newer->model;
        months = 0;
    }
    return diff_models(k->arena, older->model, model, months);
}

ken_status ken_compare(ken *k, ken_text name, ken_text text)
{
    if (!ken_load_set(k, &k->newer, name, text) || !k->rules.model)
        return KEN_RULES_WRONG;
    k->diff = ken_diff_sets(k, &k->rules, &k->newer);
    return KEN_OK;
}

bool ken_meaning_differs(const ken *k)
{
    return k->diff && k->diff->meaning_differs;
}

bool ken_is_change(ken_text word)
{
    struct diff_choice choice = {0};
    return diff_choose(&choice, text_in(word));
}
