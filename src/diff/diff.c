/* What changed between two rule sets: the passes in order, and the words of kinds and classes. */
#include "diff/diff.h"

static const char *const kind_ids[DIFF_KINDS] = {
#define CHANGE(kind, id) [DIFF_##kind] = id,
#include "diff/kinds.def"
#undef CHANGE
};

struct text diff_kind_words(enum diff_kind kind)
{
    return text_of(kind_ids[kind]);
}

bool diff_kind_named(struct text words, enum diff_kind *kind)
{
    for (size_t i = 0; i < DIFF_KINDS; i++) {
        if (!text_equal(words, text_of(kind_ids[i])))
            continue;
        *kind = (enum diff_kind)i;
        return true;
    }
    return false;
}

struct text diff_class_words(enum diff_class class)
{
    static const char *const words[CLASSES] = {[CLASS_NEUTRAL] = "neutral",
                                               [CLASS_STRICTER] = "stricter",
                                               [CLASS_LOOSER] = "looser",
                                               [CLASS_MIXED] = "mixed",
                                               [CLASS_UNKNOWN] = "unknown"};
    return text_of(words[class]);
}

bool diff_has_meaning(const struct rule_change *c)
{
    return c->kind != DIFF_REWORDED && c->kind != DIFF_RENAMED && c->kind != DIFF_SHOW;
}

/* Not even one criterion beside the totals. */
static bool are_unrelated(const struct diff *d)
{
    for (size_t i = 1; i < d->pairs.n; i++)
        if (d->pairs.at[i]->matched != MATCHED_NOT)
            return false;
    return d->model[OLDER]->criteria.n > 1 && d->model[NEWER]->criteria.n > 1;
}

struct diff *diff_models(struct arena *a, const struct model *older, const struct model *newer,
                         long months)
{
    struct diff *d = ARENA_NEW(a, struct diff);
    *d = (struct diff){.arena = a, .model = {older, newer}, .months = months};
    diff_match(d);
    d->unrelated = are_unrelated(d);
    diff_compare(d);
    diff_classify(d);
    for (size_t i = 0; i < d->changes.n; i++)
        d->meaning_differs = d->meaning_differs || diff_has_meaning(d->changes.at[i]);
    return d;
}
