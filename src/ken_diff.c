/* Ken as a library: two rule sets side by side. */
#include "diff/align.h"
#include "ken_inside.h"

/* The newer rules as if for the year of the older ones.  What is wrong with them has been said. */
static const struct model *aligned(ken *k, long months)
{
    struct diags quiet = diags_in(k->arena, k->sources);
    struct tree **tree = ARENA_ARRAY(k->arena, struct tree *, k->newer.trees.n);
    for (size_t i = 0; i < k->newer.trees.n; i++) {
        bool shared = rule_set_has(&k->rules, k->newer.files.at[i]);
        tree[i] =
            shared ? k->newer.trees.at[i] : align_tree(k->arena, k->newer.trees.at[i], months);
    }
    return check_trees(k->arena, tree, k->newer.trees.n, k->sources, &quiet);
}

ken_status ken_compare(ken *k, ken_text name, ken_text text)
{
    if (!ken_load_set(k, &k->newer, name, text) || !k->rules.model)
        return KEN_RULES_WRONG;
    long months = align_months(k->rules.model, k->newer.model);
    const struct model *newer = months ? aligned(k, months) : k->newer.model;
    if (!newer) { /* as with a period that reaches the first year there is */
        newer = k->newer.model;
        months = 0;
    }
    k->diff = diff_models(k->arena, k->rules.model, newer, months);
    return KEN_OK;
}

bool ken_meaning_differs(const ken *k)
{
    return k->diff && k->diff->meaning_differs;
}
