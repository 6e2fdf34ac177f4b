/* Ken as a library: the booklet of the rules. */
#include "ken_inside.h"
#include "report/booklet.h"

/* What the rules amend stands in the booklet too: what it said, and what it says now. */
static const struct diff *amended(ken *k)
{
    struct rule_set *base = ARENA_NEW(k->arena, struct rule_set);
    if (!k->rules.amended || !ken_load_source(k, base, k->rules.amended))
        return NULL;
    return ken_diff_sets(k, base, &k->rules);
}

void ken_booklet(ken *k, struct document *d, struct text language)
{
    enum booklet_language in = text_equal(language, TEXT("th"))   ? BOOKLET_THAI
                               : text_equal(language, TEXT("en")) ? BOOKLET_ENGLISH
                                                                  : BOOKLET_BY_RULES;
    report_booklet(d, k->rules.model, in, amended(k));
}
