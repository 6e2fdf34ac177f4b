/* All mutants of a model, criterion by criterion. */
#include "mutate/making.h"

static void make_all(struct maker *mk, const struct criterion *k)
{
    mk->of = k;
    make_policies(mk, k);
    make_expressions(mk, k);
    make_levels(mk, k);
    make_bands(mk, k);
    make_steps(mk, k);
    make_points(mk, k);
    make_penalties(mk, k);
    make_adjust(mk, k);
    make_limits(mk, k);
    make_roundings(mk, k);
    make_marks(mk, k);
}

/* Two places of a criterion can be changed in the same words: each says which it is. */
static void tell_apart(struct maker *mk)
{
    struct map met = map_in(mk->a);
    size_t *times = ARENA_ARRAY(mk->a, size_t, mk->out->all.n), first;
    for (size_t i = 0; i < mk->out->all.n; i++) {
        struct mutant *x = &mk->out->all.at[i];
        if (!map_find(&met, x->says, &first))
            map_put(&met, x->says, i);
        else {
            times[first]++;
            x->says = SAY(mk->a, "{} (place {})", x->says,
                          text_number(mk->a, (long long)times[first] + 1));
        }
    }
}

struct mutants mutants_of(struct arena *a, const struct model *m, const bool *wanted)
{
    struct mutants all = {0};
    struct maker mk = {.a = a, .m = m, .out = &all};
    expressions_begin(&mk);
    for (size_t i = 0; i < m->criteria.n; i++)
        make_all(&mk, m->criteria.at[i]);
    tell_apart(&mk);
    size_t kept = 0;
    for (size_t i = 0; i < all.all.n; i++)
        if (!wanted || wanted[all.all.at[i].operator])
            all.all.at[kept++] = all.all.at[i];
    LIST_CUT(&all.all, kept);
    return all;
}
